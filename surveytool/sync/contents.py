"""What a package holds, counted record by record against its manifest."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from surveytool.domain.change import ChangeId, digest
from surveytool.domain.refusal import Refusal
from surveytool.sync.files import FileTally
from surveytool.sync.letter import canonical
from surveytool.sync.manifest import Counts, Manifest
from surveytool.sync.record import Kind, Record

_ID = 32
AFTER = (Kind.FILE, Kind.PIECE, Kind.END)


class MisplacedRecordError(Refusal):
    """A record where the format does not allow it."""

    code = "sync.misplaced_record"


class LargerThanDeclaredError(Refusal):
    """More records than the manifest declares."""

    code = "sync.larger_than_declared"


class ForgedCountsError(Refusal):
    """Counts, digests or the closing hash differ from what the package holds."""

    code = "sync.forged_counts"


@dataclass(frozen=True, slots=True)
class Contents:
    """The ids of each village's stretch in order, and the ids carried in full."""

    feeds: Mapping[str, tuple[ChangeId, ...]]
    carried: frozenset[ChangeId]


class Tally:
    """Counts the records after the manifest, keeping only ids."""

    def __init__(
        self, manifest: Manifest, identify: Callable[[bytes], ChangeId]
    ) -> None:
        self._manifest = manifest
        self._identify = identify
        self._feeds: dict[str, list[ChangeId]] = {}
        self._feed: list[ChangeId] | None = None
        self._carried: set[ChangeId] = set()
        self._listed: set[ChangeId] = set()
        self._named = 0
        self._wanted = self._ended = False
        self._files = FileTally()
        self._records = self._bytes = 0
        self._hash = hashlib.sha256()
        self._count(Record(Kind.MANIFEST, manifest.to_bytes()))

    def add(self, record: Record) -> None:
        """Check and count one record; raises this file's refusals."""
        late = self._files.has_begun and record.kind not in AFTER
        if self._ended or late:
            raise MisplacedRecordError(kind=record.kind)
        match record.kind:
            case Kind.VILLAGE:
                self._open_village(record.body)
            case Kind.WANTED:
                self._open_wanted()
            case Kind.CHANGE:
                self._carry(record.body)
            case Kind.NAMED:
                self._name(record.body)
            case Kind.FILE | Kind.PIECE:
                self._files.add(record)
            case Kind.END:
                self._end(record)
            case Kind.MANIFEST:
                raise MisplacedRecordError(kind=record.kind)
        self._count(record)

    def closing(self) -> Record:
        """Return the closing record for what was counted."""
        end = {
            "bytes": self._bytes,
            "hash": self._hash.hexdigest(),
            "records": self._records,
        }
        return Record(Kind.END, canonical(end))

    def contents(self) -> Contents:
        """Return what was counted; raises ForgedCountsError before the end."""
        if not self._ended:
            raise ForgedCountsError
        feeds = {village: tuple(ids) for village, ids in self._feeds.items()}
        return Contents(feeds, frozenset(self._carried))

    def _count(self, record: Record) -> None:
        framed = record.framed()
        self._hash.update(framed)
        self._bytes += len(framed)
        self._records += 1

    def _open_village(self, body: bytes) -> None:
        village = body.decode(errors="replace")
        if self._wanted or village in self._feeds:
            raise MisplacedRecordError(kind=Kind.VILLAGE)
        if village not in self._manifest.villages:
            raise LargerThanDeclaredError
        self._feed = self._feeds[village] = []
        self._listed = set()

    def _open_wanted(self) -> None:
        if self._wanted:
            raise MisplacedRecordError(kind=Kind.WANTED)
        self._wanted, self._feed = True, None

    def _carry(self, body: bytes) -> None:
        one = self._identify(body)
        if one in self._carried or (self._feed is None and not self._wanted):
            raise MisplacedRecordError(kind=Kind.CHANGE)
        self._carried.add(one)
        if len(self._carried) > self._manifest.counts.changes:
            raise LargerThanDeclaredError
        if self._feed is not None:
            self._feed.append(one)

    def _name(self, body: bytes) -> None:
        one = ChangeId(body.hex())
        # The same name over and over would pack into next to nothing.
        if self._feed is None or len(body) != _ID or one in self._listed:
            raise MisplacedRecordError(kind=Kind.NAMED)
        self._named += 1
        if self._named > self._manifest.counts.named:
            raise LargerThanDeclaredError
        self._listed.add(one)
        self._feed.append(one)

    def _end(self, record: Record) -> None:
        counts = Counts(len(self._carried), self._named)
        if record != self.closing() or counts != self._manifest.counts:
            raise ForgedCountsError
        if self._files.end() != self._manifest.files:
            raise ForgedCountsError
        for village, stretch in self._manifest.villages.items():
            ids = self._feeds.get(village, [])
            reached = digest(ids, stretch.known.digest)
            if len(ids) != stretch.length or reached != stretch.top.digest:
                raise ForgedCountsError
        self._ended = True
