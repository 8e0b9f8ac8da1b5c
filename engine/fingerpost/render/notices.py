"""What the reader is told when a link could not be taken as it stands."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.link import LinkReading, Problem
from fingerpost.markup import escape
from fingerpost.model import Tree
from fingerpost.render.standing import answer_label
from fingerpost.render.whose import marked
from fingerpost.revisions import revisions_since
from fingerpost.walk import Position
from fingerpost.wording import say


def problem_text(tree: Tree, problem: Problem) -> str:
    """Return one plain sentence or two about a problem with a link."""
    question = tree.questions.get(problem.question) if problem.question else None
    return say(
        problem.kind,
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
    items = [escape(problem_text(tree, problem)) for problem in reading.problems]
    items += [escape(say("renamed-since", old=old, new=new)) for old, new in reading.renamed]
    if reading.edition is not None and reading.edition != tree.edition:
        items += _since(tree, reading, where)
    if where.set_aside:
        items.append(f"{escape(say('set-aside'))}<ul>{_parked(tree, reading.answers, where)}</ul>")
    if not items:
        return ""
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<div class="fp-notices" role="note" aria-label="{escape(say("notice-title"))}"><ul>{listed}</ul></div>'


def _since(tree: Tree, reading: LinkReading, where: Position) -> list[str]:
    """Say of a link from another edition whether its result is the same, or why it is not."""
    revisions = revisions_since(tree, reading.edition or "", reading.answers)
    if revisions:
        return [
            f"{escape(say('changed-because', edition=revision.edition, was=revision.was.plain))} "
            f"{marked(revision.because)}"
            for revision in revisions
        ]
    lost = [problem for problem in reading.problems if problem.kind != "other-edition"]
    return [] if lost or where.set_aside else [escape(say("unchanged-since"))]


def _parked(tree: Tree, answers: Mapping[str, str], where: Position) -> str:
    return "".join(
        f"<li>{tree.questions[question].ask.html} "
        f"<strong>{answer_label(tree.questions[question], answers[question])}</strong></li>"
        for question in where.set_aside
    )
