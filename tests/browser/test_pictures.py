"""The widget and the diagrams look as they did when somebody last judged them good.

The judged pictures are in tests/browser/pictures/. After a change that is meant, look at what
`UPDATE_PICTURES=1 .venv/bin/python -m pytest tests/browser/test_pictures.py` writes there, and keep it with the change.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from looks import STATES, Look, settle

JUDGED = Path(__file__).parent / "pictures"

# Edges of letters differ between machines. A colour, a line or a word that has gone or moved is more than this.
DIFFERENT = 64
MOST_DIFFERENT = 0.01

SUBJECTS = {
    "home-question": ("", ".fp-widget"),
    "question": (STATES["second-question"], ".fp-widget"),
    "result": (STATES["result"], ".fp-widget"),
    "tree": (STATES["result"], ".fp-map-picture"),
    "sequence": ("patterns/request-response-synchronous/", "figure.seq"),
}


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_it_looks_as_it_was_judged(visit: Callable[..., Page], subject: str, scheme: str) -> None:
    address, part = SUBJECTS[subject]
    page = visit(address, viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    settle(page, Look(scheme, 1280))
    taken = page.locator(part).screenshot(animations="disabled")
    judged = JUDGED / f"{subject}-{scheme}.png"
    if os.environ.get("UPDATE_PICTURES"):
        JUDGED.mkdir(exist_ok=True)
        judged.write_bytes(taken)

    with Image.open(judged) as before, Image.open(io.BytesIO(taken)) as now:
        assert share_of_difference(before, now) <= MOST_DIFFERENT


def share_of_difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ; a difference in height by a line of text counts as all of them."""
    if one.width != other.width or abs(one.height - other.height) > 8:
        return 1.0
    box = (0, 0, one.width, min(one.height, other.height))
    apart = ImageChops.difference(one.convert("RGB").crop(box), other.convert("RGB").crop(box)).convert("L")
    return sum(apart.histogram()[DIFFERENT:]) / (box[2] * box[3])
