"""The plan as HTML for its page: the head, and the foot with what the needs come to together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fingerpost.plan.arrows import arrow_words
from fingerpost.plan.conflicts import Found
from fingerpost.plan.model import LONGEST, Plan
from fingerpost.plan.page_need import INFORMATION, SYSTEMS, fold
from fingerpost.plan.picture import picture
from fingerpost.plan.standing import Standing
from fingerpost.plan.summary import counts
from fingerpost.plan.together import Combination, Used, combinations, conflict_words, need_numbers, used
from fingerpost.render.cards import outcome_link
from fingerpost.render.names import capital_noun, caution
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def head(tree: Tree, plan: Plan, standings: Sequence[Standing]) -> str:
    """Return the field for the plan's name, the numbers of the plan, and the words that its fields offer."""
    hint = escape(say("plan-title-hint", caution=caution(tree)))
    needs = [standing.need for standing in standings]
    systems = (system for need in needs for system in (need.source, need.target))
    return (
        f'<label class="fp-plan-field fp-plan-title"><span class="fp-label-text">{escape(say("plan-title-label"))}'
        f'</span><span class="fp-hint">{hint}</span><input type="text" dir="auto" maxlength="{LONGEST}" '
        f'data-plan-title autocomplete="off" value="{escape(plan.title)}"></label>'
        f'<p class="fp-plan-counts">{escape(counts(standings))}</p>'
        f"{_choices(SYSTEMS, systems)}"
        f"{_choices(INFORMATION, (need.information for need in needs))}"
    )


def foot(tree: Tree, standings: Sequence[Standing], conflicts: Iterable[Found], surroundings: Surroundings) -> str:
    """Return what the needs come to together; nothing for a plan without needs."""
    if not standings:
        return ""
    outcomes = used(tree, standings)
    return (
        _part("used", say("plan-used", noun=capital_noun(tree)), _used(outcomes, surroundings))
        + _part("combine", say("plan-combine"), _combined(combinations(outcomes)))
        + _part("conflicts", say("plan-conflicts"), _conflicts(tree, conflicts))
        + _part("picture", say("plan-picture"), _drawn(standings))
    )


def _drawn(standings: Sequence[Standing]) -> str:
    """Return the picture, and the same as a list."""
    items = "".join(f'<li dir="auto">{escape(arrow_words(standing))}</li>' for standing in standings)
    name = escape(say("plan-picture-lead"))
    return (
        f'<div class="fp-plan-scroll" role="group" aria-label="{name}" tabindex="0">{picture(standings)}</div>'
        f"{fold('list', say('plan-list'), f'<ol>{items}</ol>')}"
    )


def _choices(name: str, words: Iterable[str]) -> str:
    options = "".join(f'<option value="{escape(word)}">' for word in sorted({word.strip() for word in words} - {""}))
    return f'<datalist id="{name}">{options}</datalist>'


def _part(name: str, title: str, html: str) -> str:
    return f'<section data-plan-part="{name}"><h3>{escape(title)}</h3>{html}</section>' if html else ""


def _used(outcomes: Sequence[Used], surroundings: Surroundings) -> str:
    items = "".join(
        f"<li>{outcome_link(each.outcome, surroundings)}: {escape(need_numbers(each.numbers))}</li>"
        for each in outcomes
    )
    return f"<ul>{items}</ul>" if items else f"<p>{escape(say('plan-used-none'))}</p>"


def _combined(pairs: Sequence[Combination]) -> str:
    items = "".join(f"<li><strong>{_named(pair)}</strong>: {' '.join(map(marked, pair.texts))}</li>" for pair in pairs)
    return f"<ul>{items}</ul>" if items else ""


def _named(pair: Combination) -> str:
    """Return the HTML with the names of two outcomes."""
    words = escape(say("plan-pair", one="\0", other="\1"))
    return words.replace("\0", marked(pair.one.title)).replace("\1", marked(pair.other.title))


def _conflicts(tree: Tree, conflicts: Iterable[Found]) -> str:
    if not tree.conflicts:
        return ""
    items = "".join(_conflict(found) for found in conflicts)
    return f"<ul>{items}</ul>" if items else f"<p>{escape(say('plan-conflicts-none'))}</p>"


def _conflict(found: Found) -> str:
    who, about = conflict_words(found)
    words = f" {escape(about)}" if about else ""
    return (
        f'<li data-conflict="{escape(found.conflict.id)}"><strong>{escape(who)}</strong> '
        f"{marked(found.conflict.text)}{words}</li>"
    )
