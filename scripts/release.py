"""Make the files of a release in dist/. Usage: python3 scripts/release.py [--tag v1.2.3]."""

import argparse
import sys

import environment
from project.one_run import one_at_a_time
from project.progress import run_command
from steps import release, site


def main() -> int:
    """Build the site and the packages, and put everything that a release publishes into dist/.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(
        description="Make the files of a release in dist/: packages, site, bills, digests."
    )
    parser.add_argument("--tag", help="the tag of the release; it has to be v and the version in pyproject.toml")
    tag: str | None = parser.parse_args().tag
    if tag is not None:
        release.check_tag(tag)
    with one_at_a_time():
        environment.prepare()
        site.build()
        release.build()
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
