"""The choices of a list that stands in the form itself, whatever a filter leaves."""

from surveytool.questionnaire.field import Field
from surveytool.questionnaire.form import Form


def listed_values(form: Form, field: Field) -> tuple[str, frozenset[str]]:
    """Return the list of a select and its values, "" for one without; else nothing."""
    itemset = None if field.control is None else field.control.itemset
    if itemset is None:
        return "", frozenset()
    names = [r.instance for r in itemset.nodeset.references(field.path) if r.instance]
    source = form.sources.get(names[0]) if names else None
    if source is None or source.address or source.node is None:
        return "", frozenset()
    items = [item for root in source.node.children for item in root.children]
    values = [item.child(itemset.value.text) for item in items]
    texts = frozenset("" if value is None else value.text for value in values)
    return source.id, texts
