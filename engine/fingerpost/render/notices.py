"""Notices above a state: the problems with its link, and the changes since the link was made."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.answers.changes_since import revisions_since, standing_of
from fingerpost.answers.reading import LinkProblem, LinkReading
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.visible import visible_line
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def problem_text(tree: Tree, problem: LinkProblem, edition: str | None = None) -> str:
    """Return one or two sentences about a problem with a link, as plain text.

    Args:
        tree: The tree.
        problem: The problem.
        edition: The edition that the link names, in full.
    """
    question = tree.questions.get(problem.question) if problem.question else None
    kind: str = problem.kind
    if kind == "other-edition":
        kind = f"{standing_of(tree, edition or problem.part)}-edition"
    return say(
        kind,
        part=visible_line(problem.part),
        edition=tree.edition,
        question=question.ask.plain if question else "",
    )


def notices(reading: LinkReading) -> str:
    """Return the notices about a link, or an empty string."""
    tree = reading.state.tree
    items = [escape(problem_text(tree, problem, reading.edition)) for problem in reading.problems]
    items += [escape(say("renamed-since", old=old, new=new)) for old, new in reading.renamed]
    if reading.edition is not None:
        items += _since(reading, reading.edition)
    return notice(items) if items else ""


def notice(items: Iterable[str]) -> str:
    """Return the box with notices about a link, each of them HTML."""
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<div class="fp-notices" role="note" aria-label="{escape(say("notice-title"))}"><ul>{listed}</ul></div>'


def _since(reading: LinkReading, edition: str) -> list[str]:
    """Return, for a link from an earlier edition, whether its result is still the same, or the reason why it is not.

    For an edition that the tree does not know, only changes are reported.
    """
    state = reading.state
    standing = standing_of(state.tree, edition)
    if standing not in ("earlier", "unknown"):
        return []
    revisions = revisions_since(state, edition)
    if revisions:
        return [
            escape(say("changed-because", edition=revision.edition, was="\0")).replace("\0", marked(revision.was))
            + f" {marked(revision.because)}"
            for revision in revisions
        ]
    lost = [problem for problem in reading.problems if problem.kind != "other-edition"]
    if standing == "unknown" or lost or state.position.set_aside or not state.answers:
        return []
    return [escape(say("unchanged-since"))]
