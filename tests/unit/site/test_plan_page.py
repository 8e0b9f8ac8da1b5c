"""The pages that results are added to show the plan."""

from __future__ import annotations

from fingerpost.findings.finding import Place
from fingerpost.site.block import Block
from fingerpost.site.plan_page import without_plan


def placed(page: str, line: int = 3, /, **fields: str) -> tuple[str, Block]:
    """Return a block of a page, with the page."""
    return page, Block(Place(f"docs/{page}", line, 1), {"tree": "choose/tree.yml", **fields}, 1)


def test_questions_without_a_plan_and_with_one_are_right() -> None:
    assert without_plan([placed("choose/index.md")]) == []
    assert without_plan([placed("choose/index.md", plan="plan.md"), placed("plan.md", show="plan")]) == []


def test_a_page_without_the_plan_is_found_with_the_page_that_has_it() -> None:
    findings = without_plan([placed("choose/index.md", plan="plans.md"), placed("plan.md", show="plan")])

    assert [str(finding) for finding in findings] == [
        "docs/choose/index.md:3:1: error: bad-block: Results are added to the page 'plans.md', which does not show the "
        "plan of this tree. Write 'plan: plan.md'."
    ]


def test_the_plan_of_another_tree_is_not_enough() -> None:
    other = placed("plan.md", tree="choose/other.yml", show="plan")

    (finding,) = without_plan([placed("choose/index.md", plan="plan.md"), other])

    assert finding.hint == "Show it there, with a block that has the lines 'tree: choose/tree.yml' and 'show: plan'."
