"""Five real workspaces, and everything that can go wrong between them."""

import shutil

import soak_oracle as oracle
from soak_laptop import QuietStore
from soak_template import NAMES, VILLAGES, introduce, open_copy

from surveytool.domain.entity import GONE, Ref

VALUES = ("1", "2", "3", None)
NUMBER = "62120219680101{:04}"
FIELDS = ("phone", "phone", "zz_of_a_newer_program")
KINDS = ("person", "plan", "drone")  # no program of today knows a drone
ROUNDS = 8


class SoakCounty:
    """A county, three townships, and a fifth that comes late or is a clone."""

    def __init__(self, template, folder):
        self.template, self.folder = template, folder
        shutil.copytree(template.folder, folder)
        self.world = {}
        self.laptops = []
        for name in NAMES:
            held = template.held[name]
            self.world |= held
            self.laptops.append(self._open_as(name, held=held))
        self.flying, self.backups, self.forms = [], [], []
        self.made = 0

    @property
    def county(self):
        return self.laptops[0]

    def close(self):
        for one in self.laptops:
            one.store.close()

    def do(self, step):
        action, a, b, c = step
        getattr(self, action)(a, b, c)

    # what people do
    def found(self, a, b, c):
        laptop = self._worker(a)
        root = Ref("household", self._new("h"))
        person = Ref("person", self._new("p"))
        places = laptop.desk.seat.villages or VILLAGES
        values = {
            root: {"village": places[b % len(places)], "code": VALUES[c % 3]},
            person: {"household": root.id, "id_number": NUMBER.format(c)},
        }
        laptop.save(laptop.show(root), values)

    def edit(self, a, b, c):
        if form := self._open(a, b):
            self._fill_in(form, c)

    def open_form(self, a, b, _):
        """Open a form and leave it open while other things happen."""
        if form := self._open(a, b):
            self.forms.append(form)

    def finish_form(self, a, _, c):
        if self.forms:
            laptop, shown = self.forms.pop(a % len(self.forms))
            if any(laptop is one for one in self.laptops):
                self._fill_in((laptop, shown), c)

    def add(self, a, b, c):
        if form := self._open(a, b):
            laptop, shown = form
            ref = Ref(KINDS[c % 3], self._new("x"))
            own = {"household": shown.sight.root.id, "note": VALUES[c % 3]}
            laptop.save(shown, {ref: own})

    def move(self, a, b, c):
        """Move a household to another village."""
        if form := self._open(a, b):
            laptop, shown = form
            places = laptop.desk.seat.villages or VILLAGES
            place = places[c % len(places)]
            laptop.save(shown, {shown.sight.root: {"village": place}})

    def marry(self, a, b, c):
        """Move a person to another household."""
        if (form := self._open(a, b)) and (ref := self._member(form, c)):
            laptop, shown = form
            roots = laptop.roots()
            other = roots[c % len(roots)].id
            laptop.save(shown, {ref: {"household": other, "phone": VALUES[c % 3]}})

    def delete(self, a, b, c):
        """Delete an entity, or take the deletion back."""
        if form := self._open(a, b):
            laptop, shown = form
            ref = self._member(form, c) or shown.sight.root
            value = None if shown.value(ref, GONE) == "1" else "1"
            laptop.save(shown, {ref: {GONE: value}})

    def decide(self, a, b, _):
        self._worker(a).decide(b)

    # what happens to computers
    def set_clock(self, a, b, _):
        self._worker(a).set_clock(1980 + b % 80)

    def backup(self, a, _b, _c):
        slot = a % len(self.laptops)
        laptop = self.laptops[slot]
        path = laptop.store.backup(self.folder / "backups")
        self.backups.append((slot, path, dict(laptop.held)))

    def restore(self, a, b, _):
        """Put a backup back, as a new device or, worst of all, unnoticed."""
        if self.backups:
            slot, copy, held = self.backups[a % len(self.backups)]
            old = self.laptops[slot]
            name = self._new("computer") if b % 2 else old.host.name
            old.store.close()
            old.store.path.unlink()
            QuietStore.restore(copy, old.store.path, "x", host=old.host).close()
            self._sit_down(slot, name, held)

    def clone(self, a, b, _):
        """Copy a township's disk for the fifth, noticed or not."""
        source, last = self.laptops[1 + a % 3], self.laptops[4]
        if last.held == self.template.held[NAMES[4]] and last.device != source.device:
            name = self._new("computer") if b % 2 else source.host.name
            for one in (source, last):
                one.store.close()
            shutil.copyfile(source.store.path, last.store.path)
            self._sit_down(1 + a % 3, source.host.name, source.held)
            self._sit_down(4, name, source.held)

    # what happens to packages
    def send(self, a, b, c):
        town = self.laptops[1 + a % 4]
        sender, receiver = (town, self.county) if b % 2 else (self.county, town)
        path = sender.send(receiver, self._new("") + ".stpack")
        self.flying.append((path, receiver.device))
        if c % 4:
            self.arrive(-1, 0, 0)

    def arrive(self, a, _b, c):
        """Deliver a package, perhaps an old one, perhaps again, or a few."""
        if self.flying:
            at = a % len(self.flying)
            path, device = self.flying[at]
            paths = [one for one, to in self.flying[at:] if to == device]
            some = paths[: 1 + c % 3] if c else [path]
            for laptop in self.laptops:
                if laptop.device == device:
                    refused = laptop.take(some)
                    # Its sender may be unknown since a backup came back.
                    assert set(refused) <= {"sync.not_certified"}

    # the end
    def settle_down(self):
        """Let everyone talk, without loss, until everyone has everything."""
        existing = {k: v for one in self.laptops for k, v in one.held.items()}
        for _ in range(ROUNDS):
            for towns in self._turns():
                self._exchange(towns)
            if not any(self._lacking(existing)):
                break
        return existing

    def _turns(self):
        """Return who talks together: two disks of one identity never do.

        What the one asks for is forgotten when the other's package comes in.
        """
        towns = self.laptops[1:]
        if len({one.device for one in towns}) < len(towns):
            return [[one] for one in towns]
        return [towns]

    def _exchange(self, towns):
        paths = [self._post(one, self.county) for one in towns]
        assert self.county.take(paths) == []
        for town in towns:
            assert town.take([self._post(self.county, town)]) == []

    def complaints(self, verified):
        """Say what was lost, or differs, after everyone has talked."""
        existing = self.settle_down()
        yield from self._lacking(existing)
        truth = self.county.store.dump()
        for slot, laptop in enumerate(self.laptops):
            name = laptop.desk.seat.title
            yield from (f"{name}: {said}" for said in laptop.complaints())
            yield from self._differing(laptop, truth)
            if (slot + self.made) % len(self.laptops) < verified:
                yield from (f"{name}: {one.say('en')}" for one in laptop.store.verify())

    def _lacking(self, existing):
        state = oracle.state(existing)
        if self.county.held.keys() != existing.keys():
            yield f"county lacks {len(existing.keys() - self.county.held.keys())}"
        for town in self.laptops[1:]:
            due = self._due(existing, state, town.desk.seat.villages)
            if lacking := due - town.held.keys():
                yield f"{town.desk.seat.title} lacks {len(lacking)}"

    def _due(self, existing, state, villages):
        """Return the changes of every household of some villages, and of its people."""
        places = oracle.villages_of(existing)
        ours = {root for root, some in places.items() if some & set(villages)}
        return {
            one
            for one, change in existing.items()
            if tuple(change.root) in ours
            or any(state[ref]["root"] in ours for ref in change.set)
        }

    def _differing(self, laptop, truth):
        """Say what a laptop shows otherwise than the county does."""
        villages = set(laptop.desk.seat.villages or VILLAGES)
        places = oracle.villages_of(laptop.held)
        ours = {"/".join(root) for root, some in places.items() if some & villages}
        for ref, entity in laptop.store.dump().items():
            if entity["root"] in ours and entity != truth.get(ref):
                yield f"{laptop.desk.seat.title} shows another {ref}"

    def _post(self, sender, receiver):
        return sender.send(receiver, self._new("") + ".stpack")

    def _worker(self, a):
        return self.laptops[a % len(self.laptops)]

    def _open(self, a, b):
        laptop = self._worker(a)
        roots = laptop.roots()
        return (laptop, laptop.show(roots[b % len(roots)])) if roots else None

    def _member(self, form, c):
        refs = sorted(form[1].heads)
        return refs[c % len(refs)] if refs else None

    def _fill_in(self, form, c):
        laptop, shown = form
        ref = self._member(form, c) or shown.sight.root
        values = {
            FIELDS[c // 7 % 3]: VALUES[c % 4],
            FIELDS[c // 5 % 3]: VALUES[c // 3 % 4],
        }
        laptop.save(shown, {ref: values})

    def _sit_down(self, slot, name, held):
        """Open a workspace again, and let people exchange the cards anew."""
        path = self.laptops[slot].store.path
        self.laptops[slot] = self._open_as(name, path=path, held=held)
        if slot == 0:
            for town in self.laptops[1:]:
                introduce(self.county, town)
        else:
            introduce(self.county, self.laptops[slot])

    def _open_as(self, name, **more):
        return open_copy(self.template, name, self.folder, world=self.world, **more)

    def _new(self, mark):
        self.made += 1
        return f"{mark}{self.made:04}"
