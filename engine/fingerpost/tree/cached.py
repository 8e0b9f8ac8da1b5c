"""A base class for frozen classes with cached properties."""

from __future__ import annotations


class Cached:
    """Gives a frozen class with slots the `__dict__` in which `functools.cached_property` stores its values.

    The cached values are not fields, so comparison and `dataclasses.replace` ignore them.
    """
