"""Attachments of an open workspace: kept, read, named by what stands."""

from collections.abc import Iterable, Iterator
from itertools import islice

from surveytool.domain.entity import Ref
from surveytool.domain.problem import Problem, Severity
from surveytool.store import reading
from surveytool.store.attic import Attic, BrokenAttachmentError, is_name
from surveytool.store.exchange import Exchange

PORTION = 200
IN_VILLAGE = """select ref from root where n in
  (select root from placed where village = ?1) or ref = 'village/' || ?1 order by n"""
EVERY_ROOT = "select ref from root order by n"


class Attachments(Exchange):
    """Files beside the workspace, named in values by their content."""

    @property
    def attic(self) -> Attic:
        """The folder of attachments; unlike all else, any thread may use it."""
        return self._opened.attic

    def attach(self, data: bytes, media_type: str) -> str:
        """Keep a picture or file and return its name, the value of an answer.

        Raises NotAPictureError, PictureTooLargeError, UnknownKindError,
        TooLargeError.
        """
        return self.attic.attach(data, media_type)

    def attachment(self, name: str) -> bytes:
        """Return an attachment; raises MissingAttachmentError, BrokenAttachmentError.

        The bytes are those that were kept: hash and all.
        """
        return self.attic.read(name)

    def keep_attachment(self, name: str, data: bytes) -> None:
        """Keep what a peer sent; raises BrokenAttachmentError, TooLargeError."""
        self.attic.keep(name, data)

    def has_attachments(self, names: Iterable[str]) -> set[str]:
        """Return those of the names that are on this computer."""
        return self.attic.has(names)

    def attachments(self, where: str | Ref | None = None) -> set[str]:
        """Return the attachments named in a village, under a root, or anywhere.

        Every value that stands counts, in conflicts each of them.
        """
        if isinstance(where, Ref):
            return set(self._named([where]))
        sql, given = (EVERY_ROOT, []) if where is None else (IN_VILLAGE, [where])
        roots = (Ref.parse(row[0]) for row in self._db.execute(sql, given).fetchall())
        return set(self._named(roots))

    def attachment_problems(self) -> Iterator[Problem]:
        """Read every attachment that is named, and say which cannot be read."""
        named = self.attachments()
        here = self.attic.has(named)
        for name in sorted(named - here):
            yield _problem("missing", name)
        for name in sorted(here):
            try:
                self.attic.read(name)
            except BrokenAttachmentError:
                yield _problem("broken", name)

    def _named(self, roots: Iterable[Ref]) -> Iterator[str]:
        rest = iter(roots)
        while some := list(islice(rest, PORTION)):
            for one in reading.families(self._db, self._packing, some):
                for heads in one.every_head().values():
                    yield from (
                        text for text in heads.values() if text and is_name(text)
                    )


def _problem(what: str, name: str) -> Problem:
    severity = Severity.WARNING if what == "missing" else Severity.ERROR
    return Problem(f"store.{what}_attachment", name, {"name": name}, severity)
