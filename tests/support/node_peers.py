"""Programs of others that run in Node.js, each in a folder below `tests/contract/peers`."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from project.paths import PEERS, VENV, program

INSTALL = "python3 scripts/test.py installs the packages in tests/contract/peers"


def run_peer(folder: str, script: str, value: object) -> Any:  # noqa: ANN401 - whatever the script writes
    """Return what the script of a peer writes as JSON when it reads a value as JSON."""
    assert (PEERS / folder / "node_modules").is_dir(), INSTALL
    done = subprocess.run(
        [program(VENV, "node"), PEERS / folder / script],
        input=json.dumps(value).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
