from pathlib import Path

import pytest
from play import LEVELS, Player

FILES = sorted((Path(__file__).parent / "files").glob("*.toml"))


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.stem)
def test_the_months_pass_as_the_file_says(file, tmp_path):
    player = Player(tmp_path, file)
    try:
        go_through(player, file)
    finally:
        player.desk.close()


def go_through(player, file):
    for number, one in player.play():
        where = f"{file.name} at {number} {one['on']} {one.get('do', '')}"
        for level in LEVELS:
            if level in one:
                found = player.due_of(level)
                assert found == sorted(one[level]), where
        known = player.figures()
        for name, figure in one.get("figures", {}).items():
            if name == "覆盖":
                for duty, share in figure.items():
                    assert known[name][duty] == share, (where, duty)
            else:
                assert known[name] == figure, (where, name)


def test_every_profile_has_its_scenario():
    assert {one.stem for one in FILES} == {
        "hanbin-35845", "hebi-543", "national", "wudu-2022", "wudu-3229", "wushan-2019",
    }  # fmt: skip
