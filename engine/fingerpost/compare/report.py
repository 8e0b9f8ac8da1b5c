"""Reports a comparison as Markdown that fits a pull-request comment, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from fingerpost.answers.link import MAX_LENGTH
from fingerpost.answers.state import State
from fingerpost.compare import Comparison
from fingerpost.compare.moves import OutcomeChange, Share
from fingerpost.compare.parts import Reroute, Rewording
from fingerpost.tree.model import Outcome, Tree

MOST_LISTED = 50
"""The most items in a list, which then ends with the number left out: comments must stay readable and are limited."""

_MOST_ANSWERS: Final = 12
_MOST_WORDS: Final = 300
_MOST_DIGITS: Final = 60


def as_json(comparison: Comparison, page: str = "") -> dict[str, object]:
    """Return a comparison in the JSON form that `fingerpost diff --json` documents.

    Args:
        comparison: The comparison.
        page: The address of the page with the tree; links begin with it.
    """
    old, new, moves = comparison.old, comparison.new, comparison.moves
    return {
        "old": {"tree": old.id, "edition": old.edition},
        "new": {"tree": new.id, "edition": new.edition},
        "outcome_changes": bool(moves.changes),
        "complete": moves.is_complete,
        "share": _share_json(moves.share),
        "changes": [
            {
                "before": change.before,
                "after": change.after,
                "share": _share_json(change.share),
                "parting": change.parting and {"question": change.parting[0], "answer": change.parting[1]},
                "old": {"answers": change.old_answers, "link": _link(old, change.old_answers, page)},
                "new": {"answers": change.new_answers, "link": _link(new, change.new_answers, page)},
            }
            for change in moves.changes
        ],
        **asdict(comparison.parts),
    }


def as_markdown(comparison: Comparison, page: str = "") -> str:
    """Return a comparison as Markdown in which nothing that an author wrote can act as markup.

    Args:
        comparison: The comparison.
        page: The address of the page with the tree; links begin with it.
    """
    old, new = comparison.old, comparison.new
    editions = f"edition {code(new.edition)}"
    if old.edition != new.edition:
        editions = f"edition {code(old.edition)} to {code(new.edition)}"
    parts = [f"## {code(new.title.plain)}: {editions}"]
    parts += _moves(comparison, page)
    sections = (
        ("Answers that now lead elsewhere", [_reroute(item) for item in comparison.parts.rerouted]),
        ("Added", [f"- {item.kind} {code(item.id)}: {code(_cut(item.words))}" for item in comparison.parts.added]),
        ("Removed", [f"- {item.kind} {code(item.id)}: {code(_cut(item.words))}" for item in comparison.parts.removed]),
        (
            "Renamed",
            [f"- {item.kind} {code(item.before)} is now {code(item.after)}" for item in comparison.parts.renamed],
        ),
        ("Reworded", [_rewording(item) for item in comparison.parts.reworded]),
    )
    for title, lines in sections:
        if lines:
            parts += [f"### {title}", listed(lines)]
    if comparison.is_empty:
        parts.append("Nothing else differs.")
    return "\n\n".join(parts) + "\n"


def code(text: str) -> str:
    """Return text as a Markdown code span, in which nothing acts as markup or mentions anybody."""
    line = " ".join(text.split())
    longest = run = 0
    for character in line:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    fence = "`" * (longest + 1)
    space = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{space}{line}{space}{fence}"


def percent(share: Share) -> str:
    """Return a share for readers, as bounds if it is not known exactly."""
    least, most = _percent(float(share.least)), _percent(float(share.most))
    if least != most:
        return f"between {least} and {most}"
    return least + _fraction(share)


def _percent(value: float) -> str:
    if value < 0.00001:
        return "less than 0.001 %"
    return f"{100 * value:.3g} %"


def _fraction(share: Share) -> str:
    exact = share.least
    return f" ({exact.numerator} in {exact.denominator})" if share.is_exact and exact.denominator < 10**6 else ""


def _share_json(share: Share) -> dict[str, object]:
    exact = f"{share.least.numerator}/{share.least.denominator}" if share.is_exact else None
    if exact is not None and len(exact) > _MOST_DIGITS:
        exact = None
    return {"exact": exact, "least": float(share.least), "most": float(share.most)}


def _moves(comparison: Comparison, page: str) -> Iterator[str]:
    moves = comparison.moves
    if not moves.is_complete:
        yield (
            "**Not fully compared.** The editions ask many questions in opposite orders, so the comparison stopped. "
            "The changes listed are correct, but there may be more."
        )
    if not moves.changes:
        if moves.is_complete:
            yield "**No outcome changes.** Every combination of answers leads to the same outcome as before."
        return
    yield f"**Outcomes change** for {percent(moves.share)} of all combinations of answers."
    for number, change in enumerate(moves.changes):
        if number == MOST_LISTED:
            yield f"… and {len(moves.changes) - number} more changes."
            return
        yield _change(comparison, change, page)


def _change(comparison: Comparison, change: OutcomeChange, page: str) -> str:
    old, new = comparison.old, comparison.new
    before = _outcome(old.outcomes.get(change.before or ""), "no answer to choose")
    after = _outcome(new.outcomes.get(change.after or ""), "no answer to choose")
    lines = [f"- {before} → {after}: {percent(change.share)} of all combinations"]
    # Take the edition whose witness is longer: an edition only shows the answers that it asks for.
    edition, answers = max(((new, change.new_answers), (old, change.old_answers)), key=lambda pair: len(pair[1]))
    lines.append(f"    - for example: {_answers(edition, answers)}")
    if change.parting is not None:
        lines.append(f"    - the editions part at {code(change.parting[0])}, answer {code(change.parting[1])}")
    for noun, tree, ids in (("before", old, change.old_answers), ("after", new, change.new_answers)):
        link = _link(tree, ids, page)
        if len(link) <= MAX_LENGTH // 16:
            lines.append(f"    - {noun}: {f'<{link}>' if page else code(link)}")
    return "\n".join(lines)


def _answers(tree: Tree, answers: Mapping[str, str]) -> str:
    steps: list[str] = []
    for question_id, answer_id in answers.items():
        question = tree.questions[question_id]
        label = next(answer.label for answer in question.answers if answer.id == answer_id)
        steps.append(f"{code(_cut(question.ask.plain))} {code(_cut(label.plain))}")
    if len(steps) > _MOST_ANSWERS:
        left_out = len(steps) - _MOST_ANSWERS
        steps = [*steps[: _MOST_ANSWERS // 2], f"… {left_out} more …", *steps[-(_MOST_ANSWERS // 2) :]]
    return ", ".join(steps) or "whatever is answered"


def _outcome(outcome: Outcome | None, otherwise: str) -> str:
    return f"*{otherwise}*" if outcome is None else code(_cut(outcome.title.plain))


def _reroute(item: Reroute) -> str:
    what = "the start" if item.question is None else f"{code(item.question)} {code(item.answer or '')}"
    return f"- {what}: {code(item.before)} → {code(item.after)}"


def _rewording(item: Rewording) -> str:
    was = "nothing" if item.before is None else code(_cut(item.before))
    now = "nothing" if item.after is None else code(_cut(item.after))
    return f"- {item.kind} {code(item.id)}, {item.field}:\n    - before: {was}\n    - after: {now}"


def listed(lines: Sequence[str]) -> str:
    """Return the lines of a list, with a last one for those past the limit."""
    if len(lines) > MOST_LISTED:
        lines = [*lines[:MOST_LISTED], f"- … and {len(lines) - MOST_LISTED} more"]
    return "\n".join(lines)


def _link(tree: Tree, answers: Mapping[str, str], page: str) -> str:
    link = State(tree, answers).link
    return f"{page}#{link}" if page else link


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_WORDS else text[: _MOST_WORDS - 1] + "…"
