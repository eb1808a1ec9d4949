"""Several people at one workspace, each with a passphrase of their own."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Operator, Role, Seat
from surveytool.store import operators, settings
from surveytool.store.attachments import Attachments
from surveytool.store.keys import RECOVERY, Slot, slots_of, tag_of, write_slots
from surveytool.store.recovery import new_code
from surveytool.store.tries import unlock
from surveytool.store.troubles import told

MOST = 12
"""Operators of one workspace: their slots must stay on the first page."""


class TooManyOperatorsError(Refusal):
    """No room for one more passphrase; facts: most."""

    code = "store.too_many_operators"


class SameOperatorError(Refusal):
    """Someone of this name works here already; facts: operator."""

    code = "store.same_operator"


class NoOperatorError(Refusal):
    """Nobody of this name works here; facts: operator."""

    code = "store.no_operator"


class NoAdministratorError(Refusal):
    """Where several work, at least one must be an administrator."""

    code = "store.no_administrator"


class NotYourselfError(Refusal):
    """Nobody removes himself; facts: operator."""

    code = "store.not_yourself"


class People(Attachments):
    """Operators, their passphrases, and the recovery key."""

    def operators(self) -> list[Operator]:
        """Return who works here."""
        found = operators.operators(self._db)
        return found or [self._founder()]

    def add_operator(self, one: Operator, passphrase: str) -> None:
        """Let one more person in, with a passphrase of his own.

        Raises TooManyOperatorsError, SameOperatorError, NoAdministratorError.
        """
        present = self.operators()
        if one.name in {other.name for other in present}:
            raise SameOperatorError(operator=one.name)
        if len(present) >= MOST:
            raise TooManyOperatorsError(most=MOST)
        _check_ruled([*present, one])
        with self._slots_changing():
            self._put_operator(one, passphrase)
            self._note("operator_added", one.name, str(one.role))

    def set_operator(self, one: Operator) -> None:
        """Give a person another role or other villages.

        Raises NoOperatorError or NoAdministratorError.
        """
        rest = self._without(one.name)
        _check_ruled([*rest, one])
        with self._slots_changing():
            operators.put(self._db, self._tag(one.name), one)
            self._note("operator_changed", one.name, str(one.role))

    def remove_operator(self, name: str) -> None:
        """Take a person's passphrase away.

        Raises NotYourselfError, NoOperatorError, NoAdministratorError. Copies of
        the file made before still open with it.
        """
        if name == self.seat.operator:
            raise NotYourselfError(operator=name)
        _check_ruled(self._without(name))
        with self._slots_changing() as slots:
            tag = self._tag(name)
            write_slots(self._db, (one for one in slots if one.who != tag))
            operators.remove(self._db, tag)
            self._note("operator_removed", name, "")

    def change_passphrase(self, passphrase: str, operator: str = "") -> None:
        """Wrap the key anew for oneself, or for another; no data are rewritten.

        Raises NoOperatorError. Backups made before still open with the old one.
        """
        name = operator or self.seat.operator
        found = {one.name: one for one in self.operators()}
        if name not in found:
            raise NoOperatorError(operator=name)
        with self._slots_changing():
            self._put_operator(found[name], passphrase)
            self._note("passphrase", name, "")

    def check_passphrase(self, passphrase: str) -> None:
        """Ask the person at the desk for the passphrase again.

        Raises WrongPassphraseError or TooSoonError.
        """
        mine = self._slot_of(self._who)
        unlock(mine, passphrase, self._opened.host)

    def new_recovery_code(self) -> str:
        """Return a new recovery key, in place of the one before; shown this once."""
        code = new_code()
        with self._slots_changing():
            self._put_slot(RECOVERY, code)
            self._note("recovery_key", "", "")
        return code

    def recovered(self, passphrase: str, operator: str = "") -> None:
        """Set a new passphrase for one whose own was forgotten, and be that one.

        Raises NoOperatorError.
        """
        people = self.operators()
        first = sorted(people, key=lambda one: one.role is not Role.ADMINISTRATOR)
        name = operator or first[0].name
        self.change_passphrase(passphrase, name)
        self._who = self._tag(name)
        self.audit("recovered", name)
        self.say_who()

    def say_who(self) -> None:
        """Leave a note for whoever tries to open the workspace meanwhile."""
        opened = self._opened
        opened.lock.say(operator=self.seat.operator, host=opened.host.name)

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery key was made."""
        return any(one.who == RECOVERY for one in slots_of(self._db))

    def set_seat(self, seat: Seat) -> None:
        """Say whose workspace it is; local, never in the journal."""
        before = self.seat.operator
        with self._writing() as db:
            settings.write_seat(db, seat)
            found = operators.operator(db, self._who)
            if found is not None:
                self._rename(before, replace(found, name=seat.operator, role=seat.role))

    def _rename(self, before: str, one: Operator) -> None:
        old, new = self._tag(before), self._tag(one.name)
        slots = slots_of(self._db)
        if old != new:
            write_slots(
                self._db,
                (replace(s, who=new) if s.who == old else s for s in slots),
            )
            operators.remove(self._db, old)
        operators.put(self._db, new, one)
        self._who = new

    def _put_operator(self, one: Operator, passphrase: str) -> None:
        tag = self._tag(one.name)
        self._put_slot(tag, passphrase)
        operators.put(self._db, tag, one)

    def _put_slot(self, who: str, passphrase: str) -> None:
        opened = self._opened
        new = Slot.wrap(
            opened.key,
            passphrase,
            salt=opened.slot.salt,
            cost=opened.host.cost,
            who=who,
        )
        rest = (one for one in slots_of(self._db) if one.who != who)
        write_slots(self._db, [*rest, new])

    @contextmanager
    def _slots_changing(self) -> Iterator[tuple[Slot, ...]]:
        with self._writing() as db:
            self._name_founder()
            yield slots_of(db)
        if not db.conn.in_transaction:
            with told(self.path):
                db.execute("pragma wal_checkpoint(truncate)").fetchall()

    def _name_founder(self) -> None:
        """Give the one operator of a file of the first version a row and a tag."""
        if operators.operators(self._db):
            return
        founder = self._founder()
        tag = self._tag(founder.name)
        named = (
            one if one.who == RECOVERY else replace(one, who=tag)
            for one in slots_of(self._db)
        )
        write_slots(self._db, named)
        operators.put(self._db, tag, founder)
        self._who = tag

    def _founder(self) -> Operator:
        seat = settings.read_seat(self._db)
        return Operator(seat.operator, seat.role)

    def _without(self, name: str) -> list[Operator]:
        rest = [one for one in self.operators() if one.name != name]
        if len(rest) == len(self.operators()):
            raise NoOperatorError(operator=name)
        return rest

    def _tag(self, name: str) -> str:
        return tag_of(name, self._opened.slot.salt)

    def _slot_of(self, who: str) -> Slot:
        found = [one for one in slots_of(self._db) if one.who == who]
        return found[0] if found else self._opened.slot


def _check_ruled(people: Iterable[Operator]) -> None:
    several = list(people)
    ruled = any(one.role is Role.ADMINISTRATOR for one in several)
    if len(several) > 1 and not ruled:
        raise NoAdministratorError
