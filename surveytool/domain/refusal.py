"""The root of every error that the program raises on purpose."""

from typing import ClassVar

from surveytool.domain.sentences import Language, sentence


class Refusal(Exception):  # noqa: N818 - it is what people are told, not a bug
    """Something cannot go on; the sentence says what, where and what to do."""

    code: ClassVar[str]
    exit_code: ClassVar[int] = 3

    def __init__(self, **facts: object) -> None:
        self.facts = {name: str(fact) for name, fact in facts.items()}
        super().__init__(self.code, self.facts)

    def say(self, language: Language = "zh") -> str:
        """Return the sentence for people."""
        return sentence(self.code, self.facts, language)

    def __str__(self) -> str:
        return self.say("en")
