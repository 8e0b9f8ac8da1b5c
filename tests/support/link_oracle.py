"""A slow reading of a link, written from the documentation alone, to compare the engine's reading with.

It shares nothing with the engine but the tree.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from fingerpost.tree.model import UNSURE, Tree

MAX_LENGTH = 65_536
_NO_ANSWERS = ("edition", "mode", "ask_again", "sender_need", "said_by")


def answers_in(tree: Tree, text: str) -> dict[str, str] | None:
    """Return the answers that count in a link: to questions of the tree, the first valid one to each.

    Args:
        tree: A tree without renames.
        text: Any text.

    Returns:
        The answers; None for a text that mail or HTML may have changed, which has more than one meaning.
    """
    text = text[1:] if text[:1] == "#" else text
    if len(text) > MAX_LENGTH:
        return {}
    # On its way a link is UTF-8, which has no halves of letters.
    text = text.encode(errors="surrogatepass").decode(errors="replace")
    for _ in range(10):
        text = unquote(text, errors="replace")
    if re.search(r"&(?:amp|#38|#x26);|=[ \t]*\r?\n|=3D", text, re.IGNORECASE):
        return None
    text = "".join([letter for letter in text if letter.isprintable()]).lstrip("# ")
    if re.fullmatch(r".*%[0-9A-Fa-f]?", text, re.DOTALL):
        text = text[: text.rindex("%")]
    while text and not re.fullmatch("[0-9A-Za-z&=\ufffd]", text[-1]):
        text = text[:-1]
    name, mark, query = text.partition("?")
    if not mark and "=" in name:
        name, query = "", name
    if name.replace(" ", "") not in ("", tree.id):
        return {}
    found: dict[str, str] = {}
    for part in query.split("&"):
        question, _, answer = part.partition("=")
        question, answer = question.replace(" ", ""), answer.replace(" ", "")
        if question in tree.questions and question not in (*found, *_NO_ANSWERS):
            asked = tree.questions[question]
            if answer in {each.id for each in asked.answers} or (answer == UNSURE and asked.unsure_allowed):
                found[question] = answer
    return found
