"""A made-up tree with every text that a record can hold, and states of it."""

from __future__ import annotations

from dataclasses import replace

from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import UNSURE, Consideration, Quality, Rating, Source, Tree
from hostile_texts import with_everywhere
from made_up import SUPPER


def _full() -> Tree:
    cook = SUPPER.questions["cook"]
    hungry = SUPPER.questions["hungry"]
    return replace(
        SUPPER,
        source=Source("The cook's book", "https://example.org/book?a=1&b=_2_", "CC0-1.0"),
        questions={
            **SUPPER.questions,
            "hungry": replace(
                hungry,
                unsure=plain_text("Ask your stomach."),
                answers=tuple(
                    replace(answer, because=plain_text(f"Since {answer.id} was felt.")) for answer in hungry.answers
                ),
            ),
            "cook": replace(cook, unsure=plain_text("Ask the cook.")),
        },
        outcomes={
            "soup": replace(
                SUPPER.outcomes["soup"],
                summary=plain_text("Warm and wet."),
                confirm=("pan",),
                combines={"toast": plain_text("Dip it.")},
                qualities={
                    "effort": Rating(
                        "effort", ("low",), plain_text("One pan."), Text("We cook often.", "We cook often.", ours=True)
                    ),
                    "warmth": Rating("warmth", ("hot",)),
                },
            ),
            "toast": SUPPER.outcomes["toast"],
            "tea": SUPPER.outcomes["tea"],
        },
        qualities={
            "effort": Quality("effort", plain_text("Effort"), {"low": plain_text("Low")}),
            "warmth": Quality("warmth", plain_text("Warmth"), {"hot": plain_text("Hot"), "cold": plain_text("Cold")}),
        },
        considerations={"pan": Consideration("pan", plain_text("Is the pan clean?"), plain_text("It is used daily."))},
    )


FULL_SUPPER = _full()

DECIDED = {"hungry": "yes", "cook": "yes"}

STATES = {
    "start": {},
    "undecided": {"hungry": "yes"},
    "not sure": {"hungry": UNSURE},
    "decided": DECIDED,
    "changed": {"hungry": "no", "cook": "yes", "thirsty": "no"},
    "either way": {"hungry": UNSURE, "cook": "no", "thirsty": "no"},
}


def hostile_supper(text: str) -> Tree:
    """Return the same tree with one text everywhere."""
    words = plain_text(text)
    tree = with_everywhere(text, FULL_SUPPER)
    soup = tree.outcomes["soup"]
    rated = {name: replace(rating, text=words, more=words) for name, rating in soup.qualities.items()}
    return replace(
        tree,
        considerations={"pan": Consideration("pan", words, words)},
        outcomes={**tree.outcomes, "soup": replace(soup, qualities=rated, combines={"toast": words})},
        qualities={
            name: Quality(name, words, dict.fromkeys(quality.values, words)) for name, quality in tree.qualities.items()
        },
    )
