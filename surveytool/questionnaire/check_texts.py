"""What is to be mended in the words, choices, pictures and looks of a form."""

from collections.abc import Iterator

from surveytool.domain.problem import Problem, Severity
from surveytool.questionnaire.appearances import unknown_wishes
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.instances import LAST_SAVED
from surveytool.questionnaire.listed import listed_values
from surveytool.questionnaire.media import Media, file_name
from surveytool.questionnaire.texts import Forms

_WORDS = ("", "long", "short", "guidance")


def texts_to_mend(form: Form, media: Media) -> Iterator[Problem]:
    """Go through missing translations, names of choices, files and unknown looks."""
    yield from _translations(form)
    yield from _choices(form)
    yield from _lists(form)
    yield from _pictures(form, media)
    yield from _looks(form)


def _translations(form: Form) -> Iterator[Problem]:
    texts = {
        language: found
        for language, found in form.translations.texts.items()
        if not all(map(_is_missing, found.values()))
    }
    for text_id in dict.fromkeys(key for found in texts.values() for key in found):
        if all(_is_missing(found.get(text_id)) for found in texts.values()):
            continue
        where, column = _place(text_id)
        for language, found in texts.items():
            if _is_missing(found.get(text_id)):
                facts = {"column": column, "language": language, "name": text_id}
                code = "questionnaire.untranslated"
                yield Problem(code, where, facts, Severity.WARNING)


def _is_missing(forms: Forms | None) -> bool:
    """Whether words are missing; pyxform writes a dash where there are none."""
    return not forms or any(
        pieces in (("-",), ("",), ())
        for form, pieces in forms.items()
        if form in _WORDS
    )


def _place(text_id: str) -> tuple[str, str]:
    """Return the path or the list and place of a text, and its column."""
    path, _, column = text_id.rpartition(":")
    if not text_id.startswith("/"):
        return text_id, "label"
    if path.endswith(":jr"):
        path = path.removesuffix(":jr")
        column = {"constraintMsg": "constraint_message"}.get(column, "required_message")
    return path, column


def _choices(form: Form) -> Iterator[Problem]:
    """Find choices without a name in a form that pyxform has not seen."""
    lists: dict[str, str] = {}
    for field in form.fields.values():
        if field.control and any(not item.value for item in field.control.items):
            lists.setdefault(field.path, field.path)
        name, values = listed_values(form, field)
        if "" in values:
            lists.setdefault(name, "")
    for name, where in lists.items():
        facts = {"sheet": "choices", "column": "name", "list": name}
        yield Problem("questionnaire.nameless_choice", where, facts)


def _lists(form: Form) -> Iterator[Problem]:
    for source in form.sources.values():
        if source.address and source.address != LAST_SAVED and source.node is None:
            facts = {"name": source.address}
            yield Problem("questionnaire.no_media", "", facts, Severity.NOTE)


def _pictures(form: Form, media: Media) -> Iterator[Problem]:
    """Find images, sounds and films that labels show and the folder does not have."""
    for texts in form.translations.texts.values():
        for text_id, forms in texts.items():
            for form_name, pieces in forms.items():
                if form_name in _WORDS or len(pieces) != 1:
                    continue
                name = pieces[0]
                if isinstance(name, str) and not media.holds(name):
                    facts = {"name": file_name(name), "column": form_name}
                    where, _ = _place(text_id)
                    code = "questionnaire.no_picture"
                    yield Problem(code, where, facts, Severity.WARNING)


def _looks(form: Form) -> Iterator[Problem]:
    for field in form.fields.values():
        for word in unknown_wishes(field):
            facts = {"column": "appearance", "name": word}
            code = "questionnaire.unknown_appearance"
            yield Problem(code, field.path, facts, Severity.NOTE)
