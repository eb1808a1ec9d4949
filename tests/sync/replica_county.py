"""A county of replicas, and everything that can go wrong between them."""

import copy

from replica import Exchange, Replica, card

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office

VILLAGES = ("V1", "V2", "V3", "V4")


class County:
    """One county, several townships, everything that can go wrong between them."""

    def __init__(self, exchange=None, townships=3):
        self.exchange = exchange or Exchange()
        kind = self.exchange.replica or Replica
        self.county = kind(card("county", Office.COUNTY, ()))
        self.townships = [
            kind(card(f"town{n}", Office.TOWNSHIP, (VILLAGES[n], VILLAGES[n + 1])))
            for n in range(townships)
        ]
        self.flying = []
        self.backups = []
        self.households = 0
        self.saves = 0

    @property
    def replicas(self):
        return [self.county, *self.townships]

    def do(self, step):
        action, a, b, c = step
        getattr(self, action)(a, b, c)

    def found(self, a, b, _):
        self.households += 1
        root = Ref("household", f"h{self.households}")
        self.save(self.pick(a), root, {"village": VILLAGES[b % 4]}, frozenset())

    def edit(self, a, b, c):
        replica = self.pick(a)
        if roots := sorted(replica.histories):
            root = roots[b % len(roots)]
            seen = frozenset() if c % 2 else replica.heads(root)
            self.save(replica, root, {"code": str(c)}, seen)

    def move(self, a, b, c):
        replica = self.pick(a)
        if roots := sorted(replica.histories):
            root = roots[b % len(roots)]
            village = {"village": VILLAGES[c % 4]}
            seen = frozenset() if c % 2 else replica.heads(root)
            self.save(replica, root, village, seen)

    def send(self, a, b, c):
        township = self.townships[a % len(self.townships)]
        pair = (township, self.county) if b % 2 else (self.county, township)
        sender, receiver = pair
        package = sender.pack(self.exchange, receiver.card)
        self.flying.append((sender.card, receiver.card.device, package))
        if c % 3:
            self.arrive(-1, 0, 0)

    def arrive(self, a, _b, _c):
        """Deliver a package, perhaps an old one, perhaps again."""
        if self.flying:
            self.deliver(self.flying[a % len(self.flying)])

    def backup(self, a, _b, _c):
        place = a % len(self.replicas)
        self.backups.append((place, copy.deepcopy(self.replicas[place])))

    def restore(self, a, _b, _c):
        """Put an old copy back, with the same device id: the worst case."""
        if self.backups:
            place, old = self.backups[a % len(self.backups)]
            if place == 0:
                self.county = copy.deepcopy(old)
            else:
                self.townships[place - 1] = copy.deepcopy(old)

    def clone(self, a, _b, _c):
        """Copy a disk: two laptops with one identity."""
        if len(self.townships) < 4:
            self.townships.append(copy.deepcopy(self.townships[a % 3]))

    def save(self, replica, root, values, seen):
        self.saves += 1
        at = str(1990 + self.saves * 37 % 70)  # clocks lie
        why = str(self.saves)
        replica.take(
            Change(root, "u", replica.card.device, at, {root: values}, seen, {}, why)
        )

    def pick(self, a):
        return self.replicas[a % len(self.replicas)]

    def deliver(self, flight):
        sender, receiver, package = flight
        for replica in self.replicas:
            if replica.card.device == receiver:
                replica.unpack(self.exchange, sender, package)

    def settle_down(self, rounds=7):
        for _ in range(rounds):
            for township in self.townships:
                self.hand_over(township, self.county)
                self.hand_over(self.county, township)

    def hand_over(self, sender, receiver):
        package = sender.pack(self.exchange, receiver.card)
        receiver.unpack(self.exchange, sender.card, package)

    def complaint(self):
        """Say what was lost or differs after everyone has talked; None if nothing."""
        existing = {}
        for replica in self.replicas:
            existing |= replica.changes
        try:
            self.settle_down()
        except (AssertionError, KeyError, IndexError) as error:
            return f"error {error!r}"
        if self.county.changes.keys() != existing.keys():
            return f"lost {len(existing.keys() - self.county.changes.keys())}"
        for township in self.townships:
            due = concerning(existing, township.card.villages)
            if lacking := due - township.changes.keys():
                return f"{township.card.device} lacks {len(lacking)}"
        return None if self.is_quiet() else "still sends what is known"

    def is_quiet(self):
        """Tell whether receipts are complete: nothing is sent any more."""
        devices = {one.card.device for one in self.townships}
        if len(devices) < len(self.townships):
            return True  # two disks of one identity go on correcting each other
        pairs = [(one, self.county) for one in self.townships]
        return all(
            sender.pack(self.exchange, receiver.card)[0].counts == (0, 0)
            for pair in pairs
            for sender, receiver in (pair, pair[::-1])
        )


def concerning(changes, villages):
    """Return the ids of all changes of households ever placed in some villages."""
    roots = {
        one.root
        for one in changes.values()
        if one.set[one.root].get("village") in villages
    }
    return {one for one, change in changes.items() if change.root in roots}
