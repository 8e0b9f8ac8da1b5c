"""What programs make of a link when they pass it on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

type Damage = Callable[[str], str]


def _encoded(times: int) -> Damage:
    def damage(link: str) -> str:
        for _ in range(times):
            link = quote(link, safe="")
        return link

    return damage


def _before(mark: str, put: str) -> Damage:
    return lambda link: link.replace(mark, put + mark)


WHOLE: Mapping[str, Damage] = {
    "nothing happened": lambda link: link,
    "full stop": lambda link: f"{link}.",
    "comma": lambda link: f"{link},",
    "bracket": lambda link: f"{link})",
    "bracket and full stop": lambda link: f"{link}).",
    "angle bracket": lambda link: f"{link}>",
    "quotation mark": lambda link: f"{link}”,",
    "semicolon": lambda link: f"{link};",
    "exclamation mark": lambda link: f"{link}!",
    "question mark": lambda link: f"{link}?",
    "ellipsis": lambda link: f"{link}…",
    "emphasis": lambda link: f"{link}**",
    "full stop, encoded": lambda link: f"{link}%2E",
    "ideographic full stop": lambda link: f"{link}。",
    "as HTML": lambda link: link.replace("&", "&amp;"),
    "as HTML twice": lambda link: link.replace("&", "&amp;amp;"),
    "as numbers in HTML": lambda link: link.replace("&", "&#38;"),
    "as HTML, then encoded": lambda link: quote(link.replace("&", "&amp;"), safe=""),
    "encoded": _encoded(1),
    "encoded twice": _encoded(2),
    "encoded three times": _encoded(3),
    "marks encoded": lambda link: link.replace("?", "%3F").replace("=", "%3D").replace("&", "%26"),
    "marks encoded in small letters": lambda link: link.replace("?", "%3f").replace("=", "%3d").replace("&", "%26"),
    "one mark encoded": lambda link: link.replace("?", "%3F"),
    "two hashes": lambda link: f"#{link}",
    "hash encoded": lambda link: f"%23{link}",
    "all encoded with the hash": lambda link: quote(f"#{link}", safe=""),
    "wrapped": _before("&", "\r\n"),
    "wrapped and indented": _before("&", "\r\n    "),
    "wrapped in a word": lambda link: link.replace("-", "-\n", 1).replace("=", "=\r\n", 1),
    "wrapped, then encoded": lambda link: quote(link.replace("&", "\r\n&"), safe=""),
    "with spaces encoded": lambda link: link.replace("&", "%20&"),
    "as mail writes it": lambda link: link.replace("=", "=3D").replace("&", "=\r\n&"),
    "soft hyphens": lambda link: link.replace("-", "\N{SOFT HYPHEN}-"),
    "spaces of no width": _before("=", "\N{ZERO WIDTH SPACE}"),
    "spaces of no width, encoded": _before("=", "%E2%80%8B"),
}
"""Each keeps everything that the link says."""

CUT: Mapping[str, Damage] = {
    "in the edition": lambda link: link[:-1],
    "before the edition": lambda link: link[: link.index("edition=") + len("edition=")],
    "in the name of the edition": lambda link: link[: link.index("edition=") + 4],
    "behind the last answer's mark": lambda link: link[: link.index("edition=")],
    "in the last answer": lambda link: link[: link.index("&edition=") - 1],
    "before the last answer": lambda link: link[: link[: link.index("&edition=")].rindex("=") + 1],
    "in the last question": lambda link: link[: link[: link.index("&edition=")].rindex("=") - 1],
    "in a code": lambda link: quote(link[: link.index("edition=") - 1], safe="") + "%2",
    "in a code of a code": lambda link: quote(quote(link[: link.index("edition=") - 1], safe=""), safe="") + "%252",
    "as HTML": lambda link: link.replace("&", "&amp;")[: link.replace("&", "&amp;").index("edition=") - 2],
    "with an ellipsis": lambda link: link[: link.index("&edition=")] + "…",
    "with full stops": lambda link: link[: link.index("edition=") + 2] + "...",
}
"""Each takes away the end of the link and leaves a trace of that."""


def answers_within(link: str, text: str) -> dict[str, str]:
    """Return the answers of a written link whose pairs are whole in a beginning of it.

    Args:
        link: The link.
        text: Its beginning.
    """
    query = link.partition("?")[2]
    known: dict[str, str] = {}
    end = len(link) - len(query)
    for part in query.split("&"):
        end += len(part)
        name, equals, value = part.partition("=")
        if end <= len(text) and equals and name != "edition":
            known[name] = value
        end += 1
    return known
