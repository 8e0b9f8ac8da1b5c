"""Files that the visitor opens, and that are no records of these questions."""

from __future__ import annotations

import json

from playwright.sync_api import FilePayload

from faults.fault import WORKS, Fault, Group, Sight
from faults.scene import Scene
from fingerpost.answers.state import State
from fingerpost.record.build import build_record
from fingerpost.record.notes import Notes
from fingerpost.text.wording import say
from live_tree import live_tree
from the_page import tree

FILES = {
    "too large": (" " * 5_000_001, "file-too-large"),
    "no JSON": ("not a record", "reopen-not-json"),
    "a link that is none": (
        json.dumps(build_record(State(live_tree(), {}), Notes("Other.", {}), address="", date="") | {"link": "x"}),
        "reopen-no-record",
    ),
    "another program's": ("{}", "reopen-no-record"),
}
"""The content of each file, and the key of what the page says."""


def _open(scene: Scene, variant: str) -> None:
    content, _ = FILES[variant]
    scene.begin()
    file: FilePayload = {"name": "record.json", "mimeType": "application/json", "buffer": content.encode()}
    tree(scene.page).locator("[data-open]").set_input_files(file)


GROUP = Group(
    "Files that you open",
    order=11,
    faults=(
        Fault(
            name="no-record",
            slow=True,
            title="A file that you open is too large, is not a record, or has a link that is none.",
            how=_open,
            variants=tuple(FILES),
            otherwise={name: Sight("ready", WORKS.told, (say(key),)) for name, (_, key) in FILES.items()},
            told="Everything works, and a line says why the file was not opened.",
        ),
    ),
)
