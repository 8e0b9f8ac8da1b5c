"""A form in which the page or the command line writes a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fingerpost.plan.whole import WholePlan


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A form of the plan. Its file is named after it, which is also its name on the command line.

    Attributes:
        order: Its position among the forms: a smaller number comes first.
        extension: The extension of its file.
        media_type: Its media type.
        write: Writes a plan in this form.
    """

    order: int
    extension: str
    media_type: str
    write: Callable[[WholePlan], str]
