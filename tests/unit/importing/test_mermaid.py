"""Mermaid flowcharts as trees: what is read, and what is found."""

from __future__ import annotations

from typing import Any

import pytest

from fingerpost.importing.format import Imported
from fingerpost.importing.formats.mermaid import read

RAIN = "flowchart TD\n  A{Rain?} -->|Yes| B[Umbrella]\n  A -->|No| C[Hat]\n"


def imported(text: str, name: str = "rain.mmd") -> Imported:
    return read(text.encode(), name)


def draft_of(text: str) -> dict[str, Any]:
    result = imported(text)
    assert result.findings == ()
    assert result.draft is not None
    return result.draft


def found_in(text: str) -> list[str]:
    """Return the findings about a text, each as its place, code and message."""
    return [
        f"{finding.place.line}:{finding.place.column} {finding.code} {finding.message}"
        for finding in imported(text).findings
    ]


def routes_in(text: str) -> dict[str, list[tuple[str, str]]]:
    """Return for each question the labels of its answers, and where they lead."""
    draft = imported(text).draft
    assert draft is not None
    questions: Any = draft["questions"]
    return {
        question["ask"]: [(answer["label"], answer["go"]) for answer in question["answers"].values()]
        for question in questions.values()
    }


def test_a_flowchart_is_a_tree() -> None:
    assert draft_of(RAIN) == {
        "format": 1,
        "id": "rain",
        "title": "rain",
        "edition": "1",
        "start": "rain",
        "questions": {
            "rain": {
                "ask": "Rain?",
                "answers": {"yes": {"label": "Yes", "go": "umbrella"}, "no": {"label": "No", "go": "hat"}},
            }
        },
        "outcomes": {"umbrella": {"title": "Umbrella"}, "hat": {"title": "Hat"}},
    }


@pytest.mark.parametrize(
    "written",
    [
        "A{Rain?} -->|Yes| B[Umbrella]\nA -->|No| C[Hat]",
        "A{Rain?}-->|Yes|B[Umbrella];A-->|No|C[Hat];",
        'A{"Rain?"} -->|"Yes"| B["Umbrella"]\nA -->|"No"| C["Hat"]',
        "A{Rain?} -- Yes --> B[Umbrella]\nA -- No --> C[Hat]",
        'A{Rain?} -- "Yes" --> B[Umbrella]\nA --No--> C[Hat]',
        "A{Rain?} == Yes ==> B[Umbrella]\nA -. No .-> C[Hat]",
        "A{Rain?} ===>|Yes| B[Umbrella]\nA -.->|No| C[Hat]",
        "A{Rain?} ---->|Yes| B[Umbrella]\nA -...->|No| C[Hat]",
        "A{Rain?}\nB[Umbrella]\nC[Hat]\nA e1@-->|Yes| B\nA e2@-->|No| C",
        "A{Rain?} -->|Yes| B([Umbrella])\nA -->|No| C((Hat))",
        "A{{Rain?}} -->|Yes| B[[Umbrella]]\nA -->|No| C[(Hat)]",
        "A>Rain?] -->|Yes| B[/Umbrella/]\nA -->|No| C[\\Hat/]",
        "A(Rain?) -->|Yes| B(((Umbrella)))\nA -->|No| C[Hat]:::warm",
        'A@{ shape: diamond, label: "Rain?" } -->|Yes| B@{label: Umbrella}\nA -->|No| C[Hat]',
        "A[Rain?] -->|Yes| B[Umbrella] %% a comment\n%% another\nA -->|No| C[Hat]",
        "A{Rain?} -->|Yes| B[Umbrella]\nA -->|No| C[Hat]\nstyle A fill:#fff\nclassDef warm fill:#f00\nclass C warm",
        "A -->|Yes| B\nA -->|No| C\nlinkStyle 0 stroke:#f00\nA{Rain?}\nB[Umbrella]\nC[Hat]\nB ~~~ C",
        "A{Rain?} -->|Yes| B[Umbrella]\nA -->|No|\n  C[Hat]",
        "A{Rain?<br>} -->|Yes| B[Umbrella]\nA -->|No| C[Hat]",
        'A["`Rain?`"] -->|Yes| B[Umbrella]\nA -->|No| C["H#97;t"]',
    ],
)
def test_each_spelling_is_read_alike(written: str) -> None:
    for head in ("flowchart TD", "graph LR", "flowchart", 'graph\n%%{init: {"theme":\n "dark"}}%%'):
        draft = draft_of(f"{head}\n{written}\n")
        assert draft == draft_of(RAIN)


def test_chains_and_groups_of_boxes_are_read() -> None:
    text = "graph TD\nA{One?} -->|no| B{Two?} -->|yes| C & D\nA -->|yes| E\nB -->|no| E[End it]\n"

    assert routes_in(text) == {
        "One?": [("no", "two"), ("yes", "end-it")],
        "Two?": [("yes", "c"), ("yes", "d"), ("no", "end-it")],
    }


def test_the_title_is_the_one_for_screen_readers_or_that_of_the_front_matter() -> None:
    front = f'---\ntitle: "Which hat?"\n---\n{RAIN}'

    assert draft_of(front)["title"] == "Which hat?"
    assert draft_of(f"{front}accTitle: Hats & more\naccDescr {{\nWhat to\nwear }}\n")["title"] == "Hats & more"
    assert draft_of(front)["id"] == "which-hat"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Is it \\"big\\"?"', 'Is it "big"?'),
        ("'It''s raining'  # or not", "It's raining"),
        ('Is it "big"', 'Is it "big"'),
        ('"caf\\u00e9"', "café"),
        (r'"\UFFFFFFFF"', r"\\UFFFFFFFF"),
        (r'"\q"', r"\\q"),
    ],
)
def test_a_title_of_the_front_matter_is_read_as_yaml(written: str, title: str) -> None:
    assert draft_of(f"---\ntitle: {written}\n---\n{RAIN}")["title"] == title


def test_ids_come_from_names_that_are_words_and_otherwise_from_texts() -> None:
    draft = draft_of("graph TD\nrain_today{Rain?} -->|Oui, ça| B1[Café]\nrain_today -->|?| end2[Hat]\n")

    assert list(draft["questions"]) == ["rain-today"]
    assert list(draft["questions"]["rain-today"]["answers"]) == ["oui-ca", "answer"]
    assert list(draft["outcomes"]) == ["cafe", "end2"]


def test_texts_are_shown_as_they_are() -> None:
    draft = draft_of('graph TD\nA["1. *a* _b_ &amp; #lt;c#gt; #quot;d#quot; #128512;"] -->|x| B\nA -->|y| C\n')

    assert draft["questions"]["1-a-b-c-d"]["ask"] == '1\\. \\*a\\* \\_b\\_ & &lt;c> "d" 😀'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sequenceDiagram\nA->>B: x", "1:1 import-unreadable This is not a Mermaid flowchart: it does not begin with"),
        ("", "1:1 import-unreadable This is not a Mermaid flowchart"),
        ("graph TD\n", "1:1 import-no-equivalent The flowchart has no arrows."),
        ("graph TD\nA[x]\n", "1:1 import-no-equivalent The flowchart has no arrows."),
        (f"{RAIN}  A --> D[Coat]\n", "4:5 import-no-label The arrow from “Rain?” to “Coat” has no words."),
        (
            f"{RAIN}  B -->|x| A\n",
            "4:5 import-no-equivalent The arrows lead round in a circle: Rain? → Umbrella → Rain?",
        ),
        (f"{RAIN}  A -->|x| A\n", "4:5 import-no-equivalent The arrows lead round in a circle: Rain? → Rain?."),
        (f"{RAIN}  D[Snow?] -->|x| B\n", "4:3 import-no-equivalent “Snow?” is a second start beside “Rain?”."),
        (f"{RAIN}  A <-->|x| D\n", "4:5 import-no-equivalent This arrow has two directions."),
        (f"{RAIN}  A ---|x| D\n", "4:5 import-guessed This line has no head."),
        (f"{RAIN}  A --x|x| D\n", "4:5 import-guessed This line has no head."),
        (f"{RAIN}  D[Coat]\n", "4:3 import-left-out No arrow leads to “Coat” or from it"),
        (f"{RAIN}  S((Go)) --> A\n", "4:3 import-left-out “Go” asks nothing: one arrow without words leads on."),
        (
            f"{RAIN}  subgraph one [Wet]\n  B\n  end\n",
            "4:3 import-left-out A tree has no groups, so “Wet” is left out.",
        ),
        (f'{RAIN}  click A "https://example.org"\n', "4:3 import-left-out A tree has no links on its boxes"),
        (f"{RAIN}  A -->|x| D[<b>x</b>]\n", "4:12 import-left-out The formatting or the icon in this text"),
        (f"{RAIN}  A -->|x| D[fa:fa-car x]\n", "4:12 import-left-out The formatting or the icon in this text"),
        (
            f"{RAIN}  A -->|x| D[a (b)]\n",
            "4:13 import-unreadable This can't be read as part of a flowchart: '[a (b)]'.",
        ),
        (f"{RAIN}  A ->|x| D\n", "4:5 import-unreadable This can't be read as part of a flowchart: '->|x| D'."),
        (f"{RAIN}  A -->|x\n", "4:8 import-unreadable"),
        (f'{RAIN}  A["x\n', "4:4 import-unreadable"),
        (f"{RAIN}  ((\n", "4:3 import-unreadable This can't be read as part of a flowchart: '(('."),
        ("graph TD\nA --> B --> C\n", "2:13 import-no-equivalent There is no question: no box has two arrows."),
        (
            "%% Tree: x\ngraph TD\nq_a -->|x| o_b\nq_a -->|y| o_c\no_b -->|z| o_c\no_b -->|w| o_d",
            "5:5 import-no-equivalent",
        ),
    ],
)
def test_each_fault_is_found_where_it_is(text: str, found: str) -> None:
    assert any(each.startswith(found) for each in found_in(text)), found_in(text)


def test_all_faults_are_found_at_once_in_file_order() -> None:
    text = f"{RAIN}  (x\n  A --> D\n  subgraph s\n  E[x]\n"

    assert [each.split()[:2] for each in found_in(text)] == [
        ["4:3", "import-unreadable"],
        ["5:5", "import-no-label"],
        ["6:3", "import-left-out"],
        ["7:3", "import-left-out"],
    ]


@pytest.mark.parametrize("end", ["  B -->|x| A\n", "  D -->|x| B\n", "  A <-->|x| D\n"])
def test_what_a_tree_can_not_express_is_not_imported(end: str) -> None:
    assert imported(RAIN + end).draft is None


def test_an_answer_without_words_has_those_of_the_box_until_its_author_writes_some() -> None:
    assert routes_in(f"{RAIN}  A --> D[Coat]\n") == {"Rain?": [("Yes", "umbrella"), ("No", "hat"), ("Coat", "coat")]}


def test_boxes_that_ask_nothing_are_passed_through() -> None:
    text = "graph TD\nS --> T --> A{Rain?} -->|Yes| P[Prepare] --> B[Umbrella]\nA -->|No| C[Hat]\n"

    assert routes_in(text) == {"Rain?": [("Yes", "umbrella"), ("No", "hat")]}
    assert [each.split()[0] for each in found_in(text)] == ["2:1", "2:7", "2:31"]


def test_other_text_is_not_read() -> None:
    assert found_in("graph TD\n" + "A" * 5_000_001) == ["1:1 too-large The file has more than 5,000,000 bytes."]
    assert [finding.code for finding in read(b"graph TD\n\xff", "x.mmd").findings] == ["not-utf8"]
    assert found_in("graph TD\nA\x07 --> B")[0].startswith("2:2 control-character")


def test_a_flowchart_with_too_many_arrows_is_not_read() -> None:
    many = " & ".join(f"a{number}" for number in range(200))

    assert found_in(f"graph TD\n{many} --> {many.replace('a', 'b')}\n") == [
        f"2:{len(many) + 2} import-too-large The flowchart has more than 20,000 arrows."
    ]


def test_a_long_chain_is_read() -> None:
    chain = "\n".join(f"n{number} -->|on| n{number + 1}\nn{number} -->|off| out" for number in range(3000))

    draft = draft_of(f"graph TD\n{chain}\n")

    assert len(draft["questions"]) == 3000
