"""The base of frozen classes that work some of their properties out once."""

from __future__ import annotations


class Cached:
    """Gives a frozen class with slots the `__dict__` in which `functools.cached_property` holds its values.

    The values belong to the instance: they are no fields, so they take no part in comparing or replacing.
    """
