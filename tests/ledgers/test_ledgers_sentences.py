import re
from pathlib import Path

from surveytool.domain.sentences import catalogue

ROOM = Path(__file__).parents[2] / "surveytool" / "ledgers"
CODE = re.compile(r'"((?:roster|ledgers)\.[a-z_0-9]+)"')


def test_every_code_has_its_sentences_and_every_sentence_its_code():
    used = {
        code
        for file in ROOM.glob("*.py")
        for code in CODE.findall(file.read_text("utf-8"))
    }
    said = {code for code in catalogue() if code.startswith(("roster.", "ledgers."))}
    assert used == said
    for code in used:
        assert set(catalogue()[code]) == {"zh", "en"}
