"""Every function that an expression may call, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from surveytool.formula.functions.booleans import BOOLEANS
from surveytool.formula.functions.chance import CHANCE
from surveytool.formula.functions.coding import CODING
from surveytool.formula.functions.dates import DATES
from surveytool.formula.functions.device import DEVICE
from surveytool.formula.functions.geo import GEO
from surveytool.formula.functions.nodes import NODES
from surveytool.formula.functions.numbers import NUMBERS
from surveytool.formula.functions.patterns import PATTERNS
from surveytool.formula.functions.repeats import REPEATS
from surveytool.formula.functions.selects import SELECTS
from surveytool.formula.functions.signature import Function
from surveytool.formula.functions.strings import STRINGS

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    STRINGS
    | PATTERNS
    | NUMBERS
    | BOOLEANS
    | SELECTS
    | DATES
    | NODES
    | REPEATS
    | GEO
    | CODING
    | CHANCE
    | DEVICE
)
