"""Measures the site against stock Pyodide in the same browser and the same run; started by scripts/bench.py."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "support")]

from builds import measure_builds  # noqa: E402
from pages import measure_page, measure_weight  # noqa: E402
from playwright.sync_api import Browser, Playwright, sync_playwright  # noqa: E402
from report import write  # noqa: E402
from scores import measure_scores  # noqa: E402
from starts import lay_out, measure_bytes, measure_starts  # noqa: E402


def main() -> None:
    """Measure, and print and write the results."""
    parser = argparse.ArgumentParser(prog="bench.py", description="Measure the site against a stock Pyodide.")
    parser.add_argument("--rounds", type=int, default=7, help="measurements of each kind (default: 7)")
    parser.add_argument("--firefox", type=Path, help="measure this Firefox, too (Debian: /usr/bin/firefox-esr)")
    parser.add_argument("--no-write", action="store_true", help="print only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        root = Path(temporary) / "site"
        lay_out(root)
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--disable-gpu", "--disable-background-networking", *_root()]
        )
        results = [*measure_starts(chromium, root, options.rounds, "")]
        results += [measure_bytes(), measure_weight(), *measure_page(chromium), *measure_scores()]
        machine = _machine(f"Chromium {chromium.version}")
        chromium.close()
        if options.firefox:
            firefox = _firefox(playwright, options.firefox)
            results += [*measure_starts(firefox, root, options.rounds, f", Firefox {firefox.version}", slow=False)]
            firefox.close()
    results += measure_builds()
    for result in results:
        print(result)
    if not options.no_write:
        write(results, machine, options.rounds)


def _root() -> list[str]:
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _firefox(playwright: Playwright, path: Path) -> Browser:
    return playwright.firefox.launch(channel="moz-firefox", executable_path=path)


def _machine(browser: str) -> str:
    name = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        models = [line for line in cpus.read_text().splitlines() if line.startswith("model name")]
        name = models[0].partition(":")[2].strip() if models else name
    load = f"load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, {load}; {browser}; Python {platform.python_version()}"


if __name__ == "__main__":
    main()
