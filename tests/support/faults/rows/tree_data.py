"""Faults of the compiled tree, which the engine loads."""

from __future__ import annotations

import json

from faults.fault import LINKS, Fault, Group
from faults.scene import Scene
from fingerpost.tree.compiled_writer import to_json
from made_up import SUPPER
from site_server import Reply
from watch import FAULTS_OF_THE_ENGINE

SPOILT = {
    "not JSON": "{{",
    "empty": "",
    "an empty object": "{}",
    "null": "null",
    "a list": "[]",
    "another format": json.dumps({"tree": {"format": 99, "id": "integration-pattern"}}),
    "other questions": json.dumps({"tree": to_json(SUPPER)}),
    "no questions": json.dumps({"tree": {"format": 1, "id": "integration-pattern"}}),
}


def _load(scene: Scene, variant: str) -> None:
    scene.spoil("engine-tree.json", lambda _: Reply(200, SPOILT[variant].encode()))
    scene.arrive()


GROUP = Group(
    "Data of the questions",
    order=2,
    faults=(
        Fault(
            name="tree-data",
            slow=True,
            title="The data of the questions are broken, empty, of another format or of other questions.",
            how=_load,
            variants=tuple(SPOILT),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
    ),
)
