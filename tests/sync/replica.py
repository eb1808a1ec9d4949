"""A workspace as plain sets and lists."""

from collections import defaultdict
from dataclasses import dataclass, field

from surveytool.domain.change import Change, change_id, digest
from surveytool.domain.seat import Office, Role
from surveytool.sync import compose as composing
from surveytool.sync import settle as settling
from surveytool.sync.card import PeerCard
from surveytool.sync.contents import Tally
from surveytool.sync.manifest import Manifest
from surveytool.sync.record import Kind


@dataclass(frozen=True)
class Exchange:
    """The functions under test; a mutant swaps one of them."""

    compose: object = composing.compose
    settle: object = settling.settle
    replica: type | None = None


@dataclass
class Replica:
    card: PeerCard
    changes: dict = field(default_factory=dict)
    histories: dict = field(default_factory=lambda: defaultdict(list))
    placed: dict = field(default_factory=lambda: defaultdict(list))
    feeds: dict = field(default_factory=lambda: defaultdict(list))
    came: dict = field(default_factory=lambda: defaultdict(set))
    acknowledged: dict = field(default_factory=dict)
    received: dict = field(default_factory=dict)
    wanted: dict = field(default_factory=dict)
    named: set = field(default_factory=set)

    # what an exchange asks
    def villages(self):
        return list(self.feeds)

    def length(self, village):
        return len(self.feeds.get(village, ()))

    def digest_at(self, village, n):
        ids = self.feeds.get(village, [])
        assert n <= len(ids)
        return digest(ids[:n])

    def feed(self, village, after):
        return self.feeds[village][after:]

    def bodies(self, ids):
        return {one: self.changes[one].body() for one in ids}

    def holds(self, ids):
        return frozenset(one for one in ids if one in self.changes)

    def missing(self):
        seen = {one for change in self.changes.values() for one in change.seen}
        return (seen | self.named) - set(self.changes)

    def came_from(self, peer, ids):
        return frozenset(ids) & self.came[peer]

    def acknowledged_by(self, peer):
        return self.acknowledged.get(peer, {})

    def received_from(self, peer):
        return self.received.get(peer, {})

    def wanted_by(self, peer):
        return self.wanted.get(peer, ())

    # what a workspace does
    def take(self, change):
        one = change.id
        if one in self.changes:
            return
        self.changes[one] = change
        root = change.root
        self.histories[root].append(one)
        village = change.set.get(root, {}).get("village")
        if village and village not in self.placed[root]:
            self.placed[root].append(village)
            self.open_feed(root, village)
        for place in self.placed[root] or [""]:
            if one not in self.feeds[place]:
                self.feeds[place].append(one)

    def open_feed(self, root, village):
        self.feeds[village].extend(self.histories[root])

    def heads(self, root):
        history = [self.changes[one] for one in self.histories[root]]
        replaced = frozenset().union(*(one.seen for one in history))
        return frozenset(one.id for one in history) - replaced

    def pack(self, exchange, peer):
        draft = Manifest("now", self.card.device, peer.device, "county", "test")
        composed = exchange.compose(self, peer, draft=draft)
        return composed.manifest, list(composed.records)

    def unpack(self, exchange, peer, package):
        manifest, records = package
        tally = Tally(manifest, change_id)
        for record in [*records]:
            tally.add(record)
        tally.add(tally.closing())
        settlement = exchange.settle(
            self, peer, manifest=manifest, contents=tally.contents()
        )
        bodies = [one.body for one in records if one.kind is Kind.CHANGE]
        for body in bodies:
            self.take(Change.read(body))
            self.came[peer.device].add(change_id(body))
        self.note(peer.device, settlement)

    def note(self, peer, settlement):
        self.acknowledged[peer] = settlement.acknowledged
        self.received[peer] = settlement.received
        self.wanted[peer] = settlement.wanted
        self.named |= settlement.missing


def card(device, office, villages):
    role = Role.ADMINISTRATOR if office is Office.COUNTY else Role.SURVEYOR
    return PeerCard(device, device, office, role, "county", villages, "00", "age1")
