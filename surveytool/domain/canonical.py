"""The one JSON form that is hashed: sorted keys, no blanks, UTF-8."""

from collections.abc import Mapping

import orjson


def canonical(content: Mapping[str, object]) -> bytes:
    """Return the canonical bytes; raises TypeError where it is not of text.

    orjson, because it is five times as fast as json; that both write the same
    bytes is proven by test.
    """
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
