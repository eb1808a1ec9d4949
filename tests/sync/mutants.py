"""The mistakes of SYNC.md, each switched on alone by changing a line of source."""

import inspect
from types import ModuleType

from replica import Exchange, Replica

from surveytool.sync import compose as composing
from surveytool.sync import settle as settling


def mutant(file, old, new):
    """Return an exchange in which one line of one file reads otherwise."""
    source = inspect.getsource(file)
    assert source.count(old) == 1, f"{old!r} is not in {file.__name__} once"
    changed = ModuleType(file.__name__)
    exec(compile(source.replace(old, new), file.__name__, "exec"), changed.__dict__)  # noqa: S102 - our own source
    return changed


def composing_otherwise(old, new):
    changed = mutant(composing, old, new)
    settled = mutant(settling, "from surveytool.sync.compose import is_ours\n", "")
    settled.is_ours = changed.is_ours
    return Exchange(changed.compose, settled.settle)


def settling_otherwise(old, new):
    return Exchange(composing.compose, mutant(settling, old, new).settle)


class MovesWithoutHistory(Replica):
    def open_feed(self, root, village):
        pass


class ExportsAssignedOnly(Replica):
    def villages(self):
        return [
            v for v in self.feeds if v in self.card.villages or not self.card.villages
        ]


class AdvancesWhenExporting(Replica):
    def pack(self, exchange, peer):
        package = super().pack(exchange, peer)
        tops = {name: one.top for name, one in package[0].villages.items()}
        self.acknowledged[peer.device] = tops
        return package

    def note(self, peer, settlement):
        ours = self.acknowledged.get(peer)
        super().note(peer, settlement)
        if ours is not None:
            self.acknowledged[peer] = ours


class ForgetsWhatWasNamed(Replica):
    def missing(self):
        return ()


MISTAKES = {
    "a receipt believed without its digest": composing_otherwise(
        "return holdings.digest_at(village, receipt.n) == receipt.digest",
        "return True",
    ),
    "own work dropped instead of named": composing_otherwise(
        "{v: list(holdings.feed(v, known.n)) for v, known in stretches.items()}",
        "{v: [one for one in holdings.feed(v, known.n)"
        " if one not in holdings.came_from(peer, [one])]"
        " for v, known in stretches.items()}",
    ),
    "wanted changes named instead of sent": composing_otherwise(
        "holdings.came_from(peer, listed)) - asked", "holdings.came_from(peer, listed))"
    ),
    "wanted changes not sent": composing_otherwise("holdings.wanted_by(peer)", "[]"),
    "no want list": Exchange(replica=ForgetsWhatWasNamed),
    "a receipt advances over a lost package": settling_otherwise(
        "if known.n > old.n or reached.n < old.n:",
        "if known.n > old.n:\n        return reached\n    if reached.n < old.n:",
    ),
    "a peer's new feed not noticed": settling_otherwise(
        "return reached if known == NOTHING else NOTHING", "return old"
    ),
    "acknowledgements only grow": settling_otherwise(
        "village: said if is_ours(holdings, village, said) else NOTHING",
        "village: max(said, before.get(village, NOTHING))",
    ),
    "receipts advance when exporting": Exchange(replica=AdvancesWhenExporting),
    "a move without the household's history": Exchange(replica=MovesWithoutHistory),
    "only assigned villages exported": Exchange(replica=ExportsAssignedOnly),
}
