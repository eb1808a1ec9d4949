"""Functions that ask the form and the device: version, properties, translations."""

from surveytool.formula.functions.signature import Function, values
from surveytool.formula.values import as_text
from surveytool.formula.world import Scope, Value


def _property(scope: Scope, name: Value) -> str:
    return scope.world.properties.get(as_text(name), "")


DEVICE: dict[str, Function] = {
    "property": values(_property, 1),
    "version": values(lambda scope: scope.world.version, 0),
    "jr:itext": values(lambda scope, name: scope.world.itext(as_text(name)), 1),
}
