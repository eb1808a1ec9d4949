"""Plays a scenario file on a clock: events with their days, and what then is due."""

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from surveytool.casework.load import load_profile
from surveytool.domain.entity import Ref
from surveytool.domain.rows import Filter
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import approvals, clues, problem_book, procedures, visits
from surveytool.tasks.casebooks import book
from surveytool.tasks.dues import due
from surveytool.tasks.procedures import Taking
from surveytool.tasks.workspaces import create

SEAT = Seat(Office.COUNTY, Role.ADMINISTRATOR, "王敏", "县局", "某县")
PASSPHRASE = "青山不老绿水长流"  # noqa: S105 - of test files only
TITLES = {
    "due.make_plan": "制定帮扶计划",
    "due.redo_plan": "修改帮扶计划",
    "due.approve_plan": "审批帮扶计划",
}
CLUE = ("content", "full_name", "id_number", "birth", "source", "proxy", "procedure")
LEVELS = ("village", "township", "county")


class Player:
    """A county's workspace with a clock that the file turns."""

    def __init__(self, folder, file):
        self.file = tomllib.loads(Path(file).read_text("utf-8"))
        self.desk = create(folder / "play.surveytool", PASSPHRASE, SEAT)
        self.desk.profile = load_profile(self.file["profile"])
        self.day = date(2000, 1, 1)
        self.desk.clock = lambda: datetime.combine(self.day, time(9), UTC)
        self.homes, self.subjects, self.problems = {}, {}, {}
        for number, village in enumerate(self.file["village"]):
            ref = Ref("village", f"v{number}")
            self.desk.write(ref, {ref: village})
        for one in self.file["household"]:
            self.settle(one)

    def settle(self, one):
        home = Ref("household", str(uuid5(NAMESPACE_URL, one["name"])))
        villages = {row.title: row.id for row in self.desk.store.villages()}
        fields = {
            k: v for k, v in one.items() if k not in ("name", "village", "person")
        }
        fields["village"] = villages[one["village"]]
        people = one.get("person") or [{"full_name": one["name"], "relation": "head"}]
        entities = {home: fields}
        for number, person in enumerate(people):
            ref = Ref("person", str(uuid5(NAMESPACE_URL, f"{one['name']}{number}")))
            entities[ref] = person | {"household": home.id}
        self.desk.write(home, entities)
        self.homes[one["name"]] = home.id

    def play(self):
        for number, one in enumerate(self.file["at"], 1):
            assert one["on"] >= self.day, f"{number}: 日期须按先后排列"
            self.day = one["on"]
            if "do" in one:
                getattr(self, f"do_{one['do']}")(one)
            yield number, one

    # ---- events

    def do_clue(self, one):
        named = self.homes.get(one.get("household", ""), "")
        values = {name: one[name] for name in CLUE if name in one}
        values["received"] = one["on"].isoformat()
        ref = clues.enter(self.desk, one["channel"], values, household=named)
        self.subjects[one.get("as") or one["household"]] = ref

    def do_confirm(self, one):
        clue = self.subjects[one["of"]]
        clues.confirm(self.desk, clue.id, self.homes[one["household"]])

    def do_close(self, one):
        clues.close(
            self.desk, self.subjects[one["of"]].id, one["result"], one["reason"]
        )

    def do_propose(self, one):
        subject = self.subjects[one["of"]]
        procedures.propose(self.desk, subject, one["type"], one["risks"])

    def do_case(self, one):
        home = self.homes[one["household"]]
        self.subjects[one["as"]] = procedures.open_case(
            self.desk, home, one["procedure"], one["reason"]
        )

    def do_step(self, one):
        for code in one["step"].split():
            taking = Taking(
                code,
                one.get("result", "passed"),
                one.get("reason", ""),
                one.get("evidence", ()),
                opened=one.get("opened"),
            )
            procedures.take(self.desk, self.subjects[one["of"]], taking)

    def do_visit(self, one):
        places = {row.title: row.id for row in self.desk.store.villages()}
        unit = one["for"]
        unit = self.homes.get(unit) or places.get(unit) or unit
        visits.log(self.desk, one["duty"], unit, on=one["on"])

    def do_plan(self, one):
        home = Ref("household", self.homes[one["household"]])
        plan = Ref("plan", str(uuid5(NAMESPACE_URL, f"{home}{one['on'].year}")))
        day = one["on"].isoformat()
        entities = {plan: {"household": home.id, "year": day[:4], "made": day}}
        for number, text in enumerate(one.get("measures", ()), 1):
            kind, risk, content = text.split(" ", 2)
            ref = Ref("measure", str(uuid5(NAMESPACE_URL, f"{plan}{number}")))
            entities[ref] = {
                "household": home.id, "plan": plan.id, "class": kind, "risk": risk,
                "content": content, "order": str(number), "progress": "planned",
            }  # fmt: skip
        self.desk.write(home, entities)
        approvals.record_step(self.desk, home.id, "plan_submitted", "passed")

    def do_approve(self, one):
        approvals.approve(self.desk, [self.homes[one["household"]]])

    def do_deliver(self, one):
        home = Ref("household", self.homes[one["household"]])
        own = [ref for ref in self.desk.store.family(home) if ref.ref.kind == "measure"]
        self.desk.write(home, {ref.ref: {"progress": "done"} for ref in own})

    def do_household(self, one):
        home = Ref("household", self.homes[one["household"]])
        self.desk.write(home, {home: one["sets"]})

    def do_problem(self, one):
        self.problems[one["as"]] = problem_book.note(
            self.desk,
            self.homes[one["household"]],
            one["content"],
            owner=one["owner"],
            until=one["until"],
        ).id

    def do_fix(self, one):
        problem_book.fix(self.desk, self.problems[one["of"]], one["evidence"])

    def do_strike(self, one):
        problem_book.close(self.desk, self.problems[one["of"]], one["reason"])

    def do_reopen(self, one):
        problem = self.problems[one["of"]]
        problem_book.reopen(self.desk, problem, one["reason"], one["until"])

    # ---- what is expected

    def due_of(self, level, on=None):
        moods = ("due", "overdue", "disputed", "blocked", "running")
        found = due(self.desk, on, offices=[level], moods=moods)
        rows = {one.id: one.head_name for one in self.desk.store.households(Filter())}
        titles = {one.id: one.title for one in self.desk.store.villages()}
        said = []
        for one in found:
            if one.code in ("due.make_plan", "due.redo_plan") and level != "village":
                continue
            place = one.row.village
            who = rows.get(one.row.id) or titles.get(place, place)
            who = {"county": "全县", "": "全县"}.get(who, who)
            mood = one.work.mood if one.work else "due"
            state = {"overdue": "逾期", "blocked": "等待", "running": "公示中",
                     "disputed": "冲突"}.get(mood, "")  # fmt: skip
            words = [who, TITLES.get(one.code) or one.what(), one.by, state]
            said.append(" ".join(filter(None, words)))
        return sorted(said)

    def figures(self, on=None):
        found = book(self.desk, on)
        homes = [self.desk.store.entity(Ref("household", id_)) for id_ in
                 self.homes.values()]  # fmt: skip
        watched = [one for one in homes if one.get("monitor_type")]
        gone = [one for one in watched if one.get("risk_eliminated") == "yes"]
        tally = problem_book.tally(problem_book.ledger(self.desk), on or self.day)
        return {
            "未办结线索": len(found.open_clues),
            "累计纳入": len(watched),
            "已消除": len(gone),
            "问题": tally.found,
            "已销号": tally.closed,
            "覆盖": {
                one.duty.zh: f"{len(one.done)}/{len(one.units)}" for one in found.covers
            },
        }
