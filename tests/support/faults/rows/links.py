"""Links that are not as the page wrote them: empty, huge, malformed, hostile, of something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from faults.fault import GIVEN, WORKS, Fault, Group, Sight
from faults.scene import Scene
from fingerpost.text.wording import say
from the_page import CHOOSE, EDITION

GOOD = "proactive-request=no&business-acknowledgement=no"
NOT_UNDERSTOOD = ("Part of the link could not be read",)
NOT_ASKED = ("is not asked here, so its answer was left out",)


@dataclass(frozen=True)
class Fragment:
    """The part of an address after its hash sign.

    Attributes:
        text: The text.
        words: What the page says about it.
        given: The answers in it that count.
    """

    text: str
    words: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=lambda: GIVEN)


NOTHING: dict[str, Fragment] = {
    "no fragment": Fragment("", given={}),
    "question mark": Fragment("integration-pattern?", given={}),
    "separators": Fragment("integration-pattern?&&&==", given={}),
}
HUGE: dict[str, Fragment] = {
    "letters": Fragment(f"integration-pattern?{'x' * 500_000}", (say("too-long"),), {}),
    "pairs": Fragment(f"integration-pattern?{GOOD}&{'a=b&' * 50_000}", (say("too-long"),), {}),
    "encodings": Fragment(f"integration-pattern%3F{'%25' * 100_000}", (say("too-long"),), {}),
}
MALFORMED: dict[str, Fragment] = {
    "half a code": Fragment(f"integration-pattern?{GOOD}&%E0%A4%A&edition={EDITION}", NOT_UNDERSTOOD),
    "no text": Fragment(f"integration-pattern?{GOOD}&%ff%fe=%00&edition={EDITION}", NOT_ASKED),
    "twice": Fragment(f"integration-pattern?{GOOD}&proactive-request=yes", ("has more than one value",)),
    "unknown answer": Fragment(
        "integration-pattern?proactive-request=no&business-acknowledgement=perhaps",
        ("does not have the answer",),
        {"proactive-request": "no"},
    ),
    "unknown question": Fragment(f"integration-pattern?{GOOD}&colour=red", NOT_ASKED),
    "another order": Fragment("integration-pattern?business-acknowledgement=no&proactive-request=no"),
    "encoded": Fragment("integration-pattern%3Fproactive-request%3Dno%26business-acknowledgement%3Dno"),
}
HOSTILE: dict[str, Fragment] = {
    "elements": Fragment(
        f"integration-pattern?{GOOD}&<img src=x onerror=alert(1)>='\"&</template><script>alert(1)</script>=1", NOT_ASKED
    ),
    "scheme": Fragment(f"integration-pattern?{GOOD}&javascript:alert(1)=javascript:alert(1)", NOT_ASKED),
    "prototypes": Fragment(f"integration-pattern?{GOOD}&__proto__=1&constructor=2&toString=3", NOT_ASKED),
    "directions": Fragment(f"integration-pattern?{GOOD}&%E2%80%AEdetrever=%E2%81%A6&edition={EDITION}", NOT_ASKED),
    "selector": Fragment(f"integration-pattern?{GOOD}&]'\"\\:has(*)=1", NOT_ASKED),
    "name of the tree": Fragment("<img src=x onerror=alert(1)>?a=b", ("The link is for other questions",), {}),
}
OTHERS: dict[str, Fragment] = {
    "other questions": Fragment("other-guidance?a=b", ("The link is for other questions (“other-guidance”)",), {}),
    "another edition": Fragment(f"integration-pattern?{GOOD}&edition=2001-01-01", ("This is edition",)),
    "cut off": Fragment(f"integration-pattern?{GOOD}&edi", (say("cut-off"),)),
}


def fragments(name: str, title: str, table: Mapping[str, Fragment], told: str, quick: str = "") -> Fault:
    """Return the fault of links of one kind; without a quick variant, it is in the long run only."""

    def follow(scene: Scene, variant: str) -> None:
        # After a page that the reader wrote notes for: those are not for this link.
        scene.arrive(f"{CHOOSE}#{table[variant].text}")

    return Fault(
        name=name,
        title=title,
        how=follow,
        variants=tuple(table),
        quick=(quick,) if quick else (),
        slow=not quick,
        otherwise={variant: Sight("ready", WORKS.told, each.words) for variant, each in table.items()},
        told=told,
        given_otherwise={variant: each.given for variant, each in table.items()},
    )


GROUP = Group(
    "Links",
    order=7,
    faults=(
        fragments("link-empty", "A link names no answers.", NOTHING, "The first question."),
        fragments(
            "link-huge",
            "A link is huge.",
            HUGE,
            "The first question, and a line about the link.",
            "pairs",
        ),
        fragments(
            "link-malformed",
            "A link is damaged, or has parts that nobody asked for.",
            MALFORMED,
            "The valid answers count. The page says which part does not.",
            "half a code",
        ),
        fragments(
            "link-hostile",
            "A link holds code.",
            HOSTILE,
            "The valid answers count. The code is text, and nothing runs.",
            "elements",
        ),
        fragments(
            "link-of-others",
            "A link is for other questions or another edition, or its end is missing.",
            OTHERS,
            "The answers that count, and a line about the link.",
        ),
    ),
)
