"""Runs two HTML checkers on pages: html-validate, and the Nu HTML checker behind validator.w3.org."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from built_site import read
from project.paths import NODE_MODULES, NU_HTML_CHECKER, ROOT, VENV, program

_HTML_VALIDATE = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"

_NU_JAR = NU_HTML_CHECKER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# False findings of the Nu HTML checker: it mistakes data for a script, judges styles that a script has set, and reads
# pages from files, where no address is the site's own. The build, the browser and tests/site/test_policy.py check that.
_OF_THE_POLICY = " violates Content Security Policy (meta tag)"


def html_validate(pages: Iterable[Path], rules: str = ".htmlvalidate.mjs") -> list[str]:
    """Return the findings of html-validate.

    Args:
        pages: Files, or patterns such as `site/**/*.html`.
        rules: The file with the rules.
    """
    with TemporaryDirectory() as folder:
        # Into a file: output that does not fit into a pipe is lost when the program ends.
        report = Path(folder) / "report.json"
        options = ("--config", ROOT / rules, "--formatter", f"json={report}")
        said = subprocess.run(
            [program(VENV, "node"), _HTML_VALIDATE, *options, *pages],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert said.returncode in {0, 1}, said.stderr
        reported = json.loads(report.read_text(encoding="utf-8"))
    found: list[str] = []
    for page in reported:
        contents = _lines_of_tables_of_contents(Path(page["filePath"]))
        found += [
            f"{page['filePath']}:{fault['line']}:{fault['column']}: {fault['ruleId']}: {fault['message']}"
            for fault in page["messages"]
            # The theme has two tables of contents with the same name, and shows one of them at a time.
            if not (fault["ruleId"] == "unique-landmark" and fault["line"] in contents)
        ]
    return found


def _lines_of_tables_of_contents(page: Path) -> set[int]:
    navigation = read(page.read_text(encoding="utf-8")).all("nav")
    menus = [nav for nav in navigation if "md-nav--secondary" in nav.attributes.get("class", "")]
    return {nav.line for menu in menus for nav in (menu, *menu.all("nav"))}


def nu_html_checker(pages: Iterable[Path]) -> list[str]:
    """Return the errors and warnings of the Nu HTML checker; skip the test if Java is missing.

    Args:
        pages: Files, or folders of them.
    """
    java = shutil.which("java")
    if java is None:
        pytest.skip("the Nu HTML checker needs Java, version 17 or newer: install it, and run this test again")
    assert _NU_JAR.is_file(), "`python3 scripts/test.py --long` installs the Nu HTML checker"
    said = subprocess.run(
        [java, "-jar", _NU_JAR, "--format", "json", "--exit-zero-always", "--skip-non-html", *pages],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert said.returncode == 0, said.stderr
    return [
        f"{fault['url']}:{fault['lastLine']}: {fault['message']}: {fault.get('extract', '').strip()}"
        for fault in json.loads(said.stderr)["messages"]
        if (fault["type"] != "info" or fault.get("subType") == "warning") and _OF_THE_POLICY not in fault["message"]
    ]
