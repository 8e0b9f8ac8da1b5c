"""Runs Lighthouse on a page with its default settings: a telephone on a slow line."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass

from project.commands import environment_for_tools
from project.paths import LIGHTHOUSE, VENV, program

# Stop Chromium's own requests: without these, it contacts its maker's hosts at every start.
_FLAGS = ("--headless=new", "--disable-background-networking", "--disable-component-update", "--no-first-run")


@dataclass(frozen=True)
class Audit:
    """The Lighthouse report on a page.

    Attributes:
        scores: The score of each category, from 0 to 100.
        findings: The audits that reduce a score, by Lighthouse's names for them.
    """

    scores: dict[str, int]
    findings: list[str]


def audit(address: str, *categories: str) -> Audit:
    """Run Lighthouse on a page."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*_FLAGS, *(["--no-sandbox"] if root else [])]
    command = [
        *(program(VENV, "node"), LIGHTHOUSE / "node_modules" / "lighthouse" / "cli" / "index.js", address),
        *("--quiet", "--output=json", "--no-enable-error-reporting", f"--chrome-flags={' '.join(flags)}"),
        f"--only-categories={','.join(categories)}",
    ]
    variables = environment_for_tools({"CHROME_PATH": os.environ.get("CHROMIUM", "chromium")})
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=variables, timeout=300).stdout
    report = json.loads(printed)
    scores: dict[str, int] = {}
    findings: list[str] = []
    for name, category in report["categories"].items():
        scores[name] = round(category["score"] * 100)
        for part in category["auditRefs"]:
            found = report["audits"][part["id"]]
            if part["weight"] and found["score"] is not None and found["score"] < 1:
                findings.append(f"{found['id']}: {found.get('displayValue') or found['title']}")
    return Audit(scores, findings)
