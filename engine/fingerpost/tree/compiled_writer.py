"""Writes the compiled tree that `tree_json` reads. Only the build needs it, so a visitor does not fetch it."""

from __future__ import annotations

from fingerpost.text.markup import Text, breakable
from fingerpost.tree.compiled import Json
from fingerpost.tree.model import FORMAT, Tree


def to_json(tree: Tree) -> Json:
    """Return the tree as plain data; fields at their default are left out."""
    return _filled(
        format=FORMAT,
        id=tree.id,
        title=_text(tree.title),
        edition=tree.edition,
        source=tree.source and _filled(title=tree.source.title, url=tree.source.url, licence=tree.source.licence),
        verdict=tree.verdict,
        noun=tree.noun,
        start=tree.start,
        questions={
            question.id: _filled(
                ask=_text(question.ask),
                reason=_text(question.reason),
                help=_text(question.help),
                more=_text(question.more),
                unsure=_text(question.unsure) if question.unsure_allowed else False,
                answers={
                    answer.id: _filled(
                        label=_text(answer.label),
                        note=_text(answer.note),
                        go=answer.go,
                        because=_text(answer.because),
                    )
                    for answer in question.answers
                },
            )
            for question in tree.questions.values()
        },
        outcomes={
            outcome.id: _filled(
                title=_text(outcome.title),
                summary=_text(outcome.summary),
                page=outcome.page,
                confirm=list(outcome.confirm) or None,
                combines={other: _text(why) for other, why in outcome.combines.items()} or None,
            )
            for outcome in tree.outcomes.values()
        },
        considerations={
            consideration.id: _filled(ask=_text(consideration.ask), why=_text(consideration.why))
            for consideration in tree.considerations.values()
        }
        or None,
        scenarios={
            scenario.id: _filled(
                title=_text(scenario.title),
                need=_text(scenario.need),
                answers=dict(scenario.answers),
                expect=scenario.expect,
            )
            for scenario in tree.scenarios.values()
        }
        or None,
        revised={
            revision.id: {
                "edition": revision.edition,
                "when": dict(revision.when),
                "was": _text(revision.was),
                "because": _text(revision.because),
            }
            for revision in tree.revised.values()
        }
        or None,
        editions=list(tree.editions) or None,
        renamed=_filled(
            questions=dict(tree.renamed.questions) or None,
            answers=dict(tree.renamed.answers) or None,
            outcomes=dict(tree.renamed.outcomes) or None,
        )
        or None,
    )


def _filled(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None and value != {}}


def _text(text: Text | None) -> str | Json | None:
    if text is None:
        return None
    written = text.plain if text.html == breakable(text.plain) else {"plain": text.plain, "html": text.html}
    return {"ours": written} if text.ours else written
