"""`fingerpost plan`: writes a plan in one of its forms, or two plans as one."""

from __future__ import annotations

import argparse
from pathlib import Path

from fingerpost.answers.link import PLAN, cut
from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, add_tree, sound_tree, write_file
from fingerpost.cli.site_page import add_site_page, as_on_its_page, page_address
from fingerpost.cli.terminal import hand_on, tell
from fingerpost.plan.forms import FORMS
from fingerpost.plan.link import plan_link
from fingerpost.plan.merge import TooManyNeedsError, merge
from fingerpost.plan.model import MOST_NEEDS, Plan
from fingerpost.plan.opening import open_plan
from fingerpost.plan.reading import PlanFormatError, new_plan
from fingerpost.plan.standing import Standings
from fingerpost.plan.whole import whole_plan
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

_LINK = "link"


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    parser.add_argument("plans", metavar="PLAN", nargs="+", help="a saved plan (JSON), or a link to one")
    parser.add_argument("--merge", action="store_true", help="write several plans as one, so that nothing gets lost")
    parser.add_argument(
        "--format",
        choices=(*FORMS, _LINK),
        help="the form to write (default: markdown, or json with --merge); link is the text after '#'",
    )
    add_json(parser, "the same as --format json")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: the standard output)")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the date of the plan")
    add_site_page(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write one plan."""
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    if len(arguments.plans) > 1 and not arguments.merge:
        tell("fingerpost plan: several plans need --merge.")
        return UNREADABLE
    plan: Plan | None = None
    for named in arguments.plans:
        opened = _opened(tree, named)
        if isinstance(opened, int):
            return opened
        theirs, mark = opened
        try:
            plan = theirs if plan is None else merge(plan, theirs, mark).plan
        except TooManyNeedsError:
            tell(f"{named}: {say('plan-merge-too-many', most=MOST_NEEDS)}")
            return FOUND
    text = _written(tree, plan or new_plan(tree), arguments)
    if arguments.output is None:
        hand_on(text.encode())
        return 0
    return write_file(arguments.output, text.encode())


def _opened(tree: Tree, named: str) -> tuple[Plan, str] | int:
    """Return a plan with what marks its needs in another one, or print why there is none and return the exit status."""
    # A link to a plan has this in it, and no file is likely to.
    is_link = f"{PLAN}=" in named
    place = cut(named) if is_link else named
    try:
        text = named if is_link else Path(named).read_text(encoding="utf-8-sig")
        reading, mark = open_plan(tree, text)
    except OSError as fault:
        tell(f"{place}: The file can't be read: {fault.strerror}.")
        return UNREADABLE
    except UnicodeDecodeError:
        tell(f"{place}: {say('plan-not-one')}")
        return FOUND
    except PlanFormatError as fault:
        tell(f"{place}: {fault}")
        return FOUND
    for sentence in reading.left_out:
        tell(f"{place}: {sentence}")
    return reading.plan, mark


def _written(tree: Tree, plan: Plan, arguments: argparse.Namespace) -> str:
    chosen = "json" if arguments.json else arguments.format or ("json" if arguments.merge else "markdown")
    if chosen == _LINK:
        return plan_link(plan) + "\n"
    placed, pages = as_on_its_page(tree, arguments)
    whole = whole_plan(
        Standings(placed),
        plan,
        date=arguments.date,
        address=page_address(arguments),
        surroundings=Surroundings(outcome_pages=pages),
    )
    return FORMS[chosen].write(whole)


COMMAND = Command(
    order=820,
    help="Write a plan of several needs in one of its forms, or add the needs of another plan to it",
    define=define,
    run=run,
    status_1="the tree has errors, or a plan can't be opened",
)
