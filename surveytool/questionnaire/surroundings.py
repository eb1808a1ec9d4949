"""The world of a session's expressions: instances, texts, clock and chance."""

import random
from collections.abc import Callable

from surveytool.formula.table import table, table_of
from surveytool.formula.tree import Node
from surveytool.formula.world import World
from surveytool.formula.xml import read_xml
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.instance import Instance
from surveytool.questionnaire.instances import LAST_SAVED, Source
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.source import plain


def world_of(instance: Instance, setting: Setting) -> World:
    """Return the world of an instance; texts and choices are added by the session."""
    form = instance.form
    return World(
        root=instance.top,
        now=setting.now,
        random=random.Random(setting.seed),  # noqa: S311 - forms draw lots, no secrets
        instance=_finder(form, setting),
        properties=setting.properties,
        namespaces={p: uri for p, uri in form.namespaces.items() if p},
        version=form.version,
    )


def _finder(form: Form, setting: Setting) -> Callable[[str], Node | None]:
    found: dict[str, Node | None] = {}

    def find(name: str) -> Node | None:
        if name not in found:
            found[name] = _find(name, form.sources.get(name), setting)
        return found[name]

    return find


def _find(name: str, source: Source | None, setting: Setting) -> Node | None:
    """Return an instance; rows from outside go before the form's own file."""
    if name in setting.instances:
        return table_of(setting.instances[name])
    if source is None:
        return None
    if source.address == LAST_SAVED and setting.last_saved is not None:
        top = Node("instance")
        top.append(plain(read_xml(setting.last_saved)).children[0])
        return top.seal()
    return table((), ()) if source.node is None else source.node
