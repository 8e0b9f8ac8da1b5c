"""What the reader is told when a link could not be taken as it stands."""

from __future__ import annotations

from fingerpost.answers.changes_since import revisions_since, standing_of
from fingerpost.answers.link import LinkReading, Problem
from fingerpost.answers.position import Position
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def problem_text(tree: Tree, problem: Problem, edition: str | None = None) -> str:
    """Return one plain sentence or two about a problem with a link.

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
        part=problem.part,
        edition=tree.edition,
        question=question.ask.plain if question else "",
    )


def notices(tree: Tree, reading: LinkReading, where: Position) -> str:
    """Return the notices of a state, or an empty string.

    Args:
        tree: The tree.
        reading: What the link says.
        where: The position of its answers.
    """
    items = [escape(problem_text(tree, problem, reading.edition)) for problem in reading.problems]
    items += [escape(say("renamed-since", old=old, new=new)) for old, new in reading.renamed]
    if reading.edition is not None:
        items += _since(tree, reading, reading.edition, where)
    if not items:
        return ""
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<div class="fp-notices" role="note" aria-label="{escape(say("notice-title"))}"><ul>{listed}</ul></div>'


def _since(tree: Tree, reading: LinkReading, edition: str, where: Position) -> list[str]:
    """Say of a link from an earlier edition whether its result is the same, or why it is not.

    Of an edition that the tree does not know, only the changes that are known are told.
    """
    standing = standing_of(tree, edition)
    if standing not in ("earlier", "unknown"):
        return []
    revisions = revisions_since(tree, edition, reading.answers)
    if revisions:
        return [
            escape(say("changed-because", edition=revision.edition, was="\0")).replace("\0", marked(revision.was))
            + f" {marked(revision.because)}"
            for revision in revisions
        ]
    lost = [problem for problem in reading.problems if problem.kind != "other-edition"]
    if standing == "unknown" or lost or where.set_aside or not reading.given:
        return []
    return [escape(say("unchanged-since"))]
