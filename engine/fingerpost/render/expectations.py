"""Draws the qualities of one outcome, with the words and links behind them; only pages of the build have this."""

from __future__ import annotations

from fingerpost.render.qualities import rated, table, text_of_qualities, values
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def expectations(tree: Tree, outcome_id: str) -> str:
    """Return the table of one outcome: its values of each quality, then the source's words, then further ones.

    Args:
        tree: The tree.
        outcome_id: The outcome.
    """
    outcome, text = tree.outcomes[outcome_id], text_of_qualities(tree)
    rows = ""
    for quality in rated(tree, [outcome]):
        rating = outcome.qualities[quality.id]
        words = " ".join(marked(part) for part in (rating.text, rating.more) if part is not None)
        expected = f"<strong>{values(outcome, quality, text)}</strong>" + (f"<br>{words}" if words else "")
        rows += f'<tr><th scope="row">{text(quality.title)}</th><td>{expected}</td></tr>'
    head = "".join(f'<th scope="col">{escape(say(key))}</th>' for key in ("quality", "quality-expected"))
    title = say("qualities-of", title=outcome.title.plain)
    return table(tree, f"{tree.id}-{outcome_id}", title, f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>")
