"""Show how easy each page is to read, hardest first. Usage: python3 scripts/readability.py."""

import argparse
import sys

from project.paths import DOCS
from steps import reading_ease


def main() -> int:
    """Print a line for each page, and each fault beyond the limits.

    Returns:
        The exit status: 1 if a page is beyond a limit.
    """
    argparse.ArgumentParser(description="Show how easy each page is to read, hardest first.").parse_args()
    readings = {page: reading_ease.read(page.read_text(encoding="utf-8")) for page in sorted(DOCS.rglob("*.md"))}
    refused = 0
    print(f"{'ease':>5} {'words a sentence':>17} {'long':>5}  page")
    for page, reading in sorted(readings.items(), key=lambda item: item[1].ease):
        name = page.relative_to(DOCS).as_posix()
        print(f"{reading.ease:5.0f} {reading.mean:17.1f} {len(reading.long):5}  {name}")
        for fault in reading_ease.faults(reading):
            refused = 1
            print(f"      {name}: {fault}")
    return refused


if __name__ == "__main__":
    sys.exit(main())
