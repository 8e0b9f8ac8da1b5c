"""The card of a question or an outcome, which is the same in the page element and in the listing."""

from __future__ import annotations

from collections.abc import Callable

from fingerpost.render.names import verdict
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked, marked_block
from fingerpost.text.markup import Text, breakable, button, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Outcome, Question, Tree

type HrefOf = Callable[[str], str]
"""Returns the address of the state after an answer, by answer id."""


def question_card(
    question: Question,
    href_of: HrefOf,
    *,
    left: str = "",
    standing: str = "",
    help_open: bool = False,
) -> str:
    """Return the content of a question: heading, reason, answers as links, examples and notes.

    Args:
        question: The question.
        href_of: Returns the addresses of its answers.
        left: The result of `standing.questions_left`.
        standing: The result of `standing.standing`.
        help_open: Whether the examples and notes are unfolded.
    """
    return left + question_heading(question) + question_body(question, href_of, standing=standing, help_open=help_open)


def question_heading(question: Question, marks: str = "") -> str:
    """Return a question's heading.

    Args:
        question: The question.
        marks: Further attributes, already HTML; with an id among them, the site's search leads to the heading.
    """
    return f'<h3 class="fp-ask"{marks} tabindex="-1">{marked(question.ask)}</h3>'


def entry_anchor(tree: Tree, node: str) -> str:
    """Return the id of a question's or an outcome's entry in a list.

    No id of a tree or of a node has a slash, so it is no other part's and names no state.
    """
    return f"{tree.id}/{node}"


def question_name(question: Question, anchor: str) -> str:
    """Return the line below a question's heading in a list: its short name, and a link that names the question alone.

    Args:
        question: The question.
        anchor: The id of its heading.
    """
    name = "" if question.short is None else f"{escape(say('short-name'))} {marked(question.short)}. "
    link = link_to(f"#{anchor}", escape(say("question-link")), data_search_exclude="")
    return f'<p class="fp-hint fp-entry-name">{name}<span class="fp-print-hidden">{link}</span></p>'


def question_body(question: Question, href_of: HrefOf, *, standing: str = "", help_open: bool = False) -> str:
    """Return the content below a question's heading; the arguments are those of `question_card`."""
    return "".join(
        (
            _paragraph("fp-reason", question.reason),
            f'<p class="fp-hint">{escape(say("informative"))}</p>' if question.informative else "",
            '<ul class="fp-answers">',
            *(
                f"<li>{_answer_link(answer.id, marked(answer.label), answer.note, href_of)}</li>"
                for answer in question.answers
            ),
            _unsure_item(question, href_of),
            "</ul>",
            _help(question, help_open=help_open),
            standing,
        )
    )


def outcome_card(tree: Tree, outcome: Outcome, surroundings: Surroundings, *, why: str = "", actions: str = "") -> str:
    """Return the content of an outcome: heading, summary, reason and actions.

    Args:
        tree: The tree.
        outcome: The outcome.
        surroundings: The addresses.
        why: A sentence of HTML with the reason for the result; in the listing it is empty, and the page element fills
            it in.
        actions: HTML of the actions besides the link to its page.
    """
    page = surroundings.outcome_pages.get(outcome.id)
    reading = (
        ""
        if page is None
        else link_to(
            page, breakable(say("read-page", title=outcome.title.plain)), "md-button md-button--primary fp-button"
        )
    )
    return (
        f'<p class="fp-kicker">{escape(verdict(tree))}</p>'
        f'<h3 class="fp-ask" tabindex="-1">{marked(outcome.title)}</h3>'
        f'{_paragraph("fp-summary", outcome.summary)}<p class="fp-why">{why}</p>'
        f'<p class="fp-actions fp-more">{reading}{actions}</p>'
    )


def result_actions(surroundings: Surroundings) -> str:
    """Return the actions for every result; the page element has them, too, for results shown without the engine."""
    return (
        f"{plan_actions(surroundings)}{button(escape(say('copy-link')), 'copy-link')}"
        f"{button(escape(say('save-or-share')), 'save-or-share')}"
    )


def plan_actions(surroundings: Surroundings) -> str:
    """Return the buttons that put a state into the plan, of which the page shows one; nothing without a plan."""
    if not surroundings.plan_page:
        return ""
    return "".join(button(escape(say(f"plan-page-{name}")), f"plan-{name}") for name in ("add", "save"))


def outcome_link(outcome: Outcome, surroundings: Surroundings) -> str:
    """Return an outcome's title as a link to its page, or the title alone if it has no page."""
    page = surroundings.outcome_pages.get(outcome.id)
    return marked(outcome.title) if page is None else link_to(page, marked(outcome.title))


def _answer_link(answer_id: str, label: str, note: Text | None, href_of: HrefOf) -> str:
    gloss = "" if note is None else f' <span class="fp-note">{marked(note)}</span>'
    return link_to(
        href_of(answer_id),
        f'<span class="fp-label">{label}</span>{gloss}',
        "fp-answer",
        data_answer=answer_id,
    )


def _unsure_item(question: Question, href_of: HrefOf) -> str:
    if not question.unsure_allowed:
        return ""
    note = say("unsure-note")
    link = _answer_link(UNSURE, escape(say("unsure")), Text(note, escape(note)), href_of)
    return f'<li class="fp-unsure">{link}</li>'


def _help(question: Question, *, help_open: bool) -> str:
    if question.help is None and question.more is None:
        return ""
    help_text = "" if question.help is None else marked_block(question.help)
    more = "" if question.more is None else marked_block(question.more)
    opened = " open" if help_open else ""
    return (
        f'<details class="fp-help"{opened}><summary>{escape(say("examples-and-notes"))}</summary>'
        f"{help_text}{more}</details>"
    )


def _paragraph(css_class: str, text: Text | None) -> str:
    return "" if text is None else f'<p class="{css_class}">{marked(text)}</p>'
