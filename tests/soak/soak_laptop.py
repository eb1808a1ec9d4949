"""One real workspace, and beside it what a plain model says that it holds."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import soak_oracle as oracle

from surveytool.domain.change import Change
from surveytool.domain.entity import GONE
from surveytool.store import Host, Sight, Store
from surveytool.store.keys import Cost
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import disputes, packages, peers, workspaces
from surveytool.tasks.desk import Desk

PASSPHRASE = "x"  # noqa: S105 - of test files only
CHEAP = Cost(64, 1, 1)


class QuietStore(Store):
    """A store that makes no backup before each package: the faults' tests do."""

    def backup(self, folder=None):
        return super().backup(folder) if folder else self.path


@dataclass(frozen=True, slots=True)
class Computer(Host):
    """A computer that takes a file for its own if it has the computer's name.

    Two files of one name are a cloned disk that nobody could notice.
    """

    def place(self, path: Path) -> str:  # noqa: ARG002 - Host's own signature
        return self.name


def computer(folder, name):
    return Computer(lambda: 1_790_000_000.0, folder / "state", name, name, CHEAP)


@dataclass
class Shown:
    """What a form shows: the program's sight, and what the oracle says it is."""

    sight: Sight
    heads: dict

    def value(self, ref, name):
        some = self.heads.get(ref, {}).get(name)
        return some[min(some)] if some else None

    def expected(self, values, *, keep_same=False):
        """Return what must be set, and what must be named as seen."""
        touched = {
            ref: {
                name: value
                for name, value in some.items()
                if keep_same or value != self.value(ref, name)
            }
            for ref, some in values.items()
        }
        touched = {ref: some for ref, some in touched.items() if some}
        seen = {
            one
            for ref, some in touched.items()
            for name, heads in self.heads.get(ref, {}).items()
            if name in some or GONE in some
            for one in heads
        }
        return touched, seen


@dataclass
class Laptop:
    desk: Desk
    host: Computer
    folder: Path
    held: dict[str, Change] = field(default_factory=dict)
    world: dict[str, Change] = field(default_factory=dict)

    @classmethod
    def open(cls, path, host, *, profile, held, world):
        store = QuietStore.open(path, PASSPHRASE, host=host)
        if store.moved:
            workspaces.renew_device(store)
        keys = DeviceKeys.from_bytes(store.keys)
        desk = Desk(store, keys, profile, path.parent)
        return cls(desk, host, path.parent, dict(held), world)

    @property
    def store(self):
        return self.desk.store

    @property
    def device(self):
        return self.store.device_id

    @property
    def card(self):
        return peers.own_card(self.desk)

    def set_clock(self, year):
        self.desk.clock = lambda: datetime(year, 2, 3, 4, 5, 6, tzinfo=UTC)

    def roots(self):
        return sorted({c.root for c in self.held.values() if c.root.kind != "village"})

    def show(self, root):
        state = oracle.state(self.held)
        heads = {
            ref: entity["heads"]
            for ref, entity in state.items()
            if entity["root"] == tuple(root)
        }
        return Shown(self.store.sight(root), heads)

    def save(self, shown, values, *, keep_same=False):
        """Save what was typed in a form, checking what it says that it saw."""
        change = shown.sight.change(
            self.desk.seat.operator, self.desk.stamp(), values, keep_same=keep_same
        )
        touched, seen = shown.expected(values, keep_same=keep_same)
        assert change.set == touched, "fields that nobody touched"
        assert change.seen == seen, "not what the form showed"
        if change.set:
            assert self.store.save(change).new == (change.id not in self.held)
            self._hold(change)
        return change

    def decide(self, number):
        """Decide a conflict, for one of its values."""
        if not (listed := disputes.listed(self.desk)):
            return
        chosen = listed[number % len(listed)]
        side = chosen.sides[number % len(chosen.sides)]
        value = side.value if chosen.field != GONE else ("1", None)[number % 2]
        _, seen = self.show(chosen.root).expected(
            {chosen.ref: {chosen.field: value}}, keep_same=True
        )
        disputes.decide(self.desk, chosen.place, value, "问过")
        change = self.store.history(chosen.root)[-1]
        assert change.set == {chosen.ref: {chosen.field: value}}
        assert change.seen == seen, "a decision has not seen all sides"
        self._hold(change)

    def send(self, receiver, name):
        path = self.folder / name
        packages.export(self.desk, receiver.device, path)
        return path

    def take(self, paths):
        """Take packages in; nothing that was held may be gone."""
        taken = packages.take_in(self.desk, paths)
        refused = [one.refusal.code for one in taken if one.refusal]
        here = self.store.holds(self.world)
        assert here >= self.held.keys(), "lost"
        new = here - self.held.keys()
        assert sum(one.new for one in taken) == len(new)
        self.held |= {one: self.world[one] for one in new}
        return refused

    def _hold(self, change):
        self.held[change.id] = self.world[change.id] = change

    def journal(self):
        """Return every id that is in some feed."""
        feeds = self.store.feed_villages()
        return {one for village in feeds for one in self.store.feed(village)}

    def complaints(self):
        """Compare the whole workspace with what the plain model says."""
        expected = oracle.state(self.held)
        if self.journal() != self.held.keys():
            yield "the feeds are not what is held"
        if self.store.dump() != oracle.texts(expected):
            yield "other values stand than the sets say"
        listed = {(str(one.ref), one.field) for _, one in self.store.conflicts()}
        if listed != oracle.conflicts(self.held, expected):
            yield "false or missed conflicts"
