"""The label after a text that is not the source's, and its explanation."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from example_trees import DRAGON
from fingerpost.answers.reading import LinkReading, read_link
from fingerpost.answers.state import State
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import Notes
from fingerpost.render.element import start
from fingerpost.render.listing import listing
from fingerpost.render.reverse import scenarios, whose_scenarios
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.view import view
from fingerpost.render.when import ways_to
from fingerpost.render.whose import explained, marked, marked_block, marked_plain
from fingerpost.source import read_tree
from fingerpost.text.markup import Text
from fingerpost.tree.model import Consideration, Revision, Scenario, Source, Tree
from made_up import SUPPER
from states import record_of

LABEL = '<small class="fp-ours">(our reading)</small>'


def ours(words: str) -> Text:
    """Return a text that is ours, in capitals."""
    return Text(words.upper(), words.upper(), ours=True)


def ours_block(words: str) -> Text:
    """Return such a text of several paragraphs."""
    return Text(words.upper(), f"<p>{words.upper()}</p>", ours=True)


OURS = replace(
    SUPPER,
    questions={
        name: replace(
            question,
            ask=ours(f"ask{name}"),
            reason=ours(f"reason{name}"),
            help=ours_block(f"help{name}"),
            more=ours_block(f"more{name}"),
            unsure=ours(f"unsure{name}"),
            answers=tuple(
                replace(
                    answer,
                    label=ours(f"{answer.id}{name}"),
                    note=ours(f"note{answer.id}"),
                    because=ours(f"because{name}") if answer.id == "yes" else None,
                )
                for answer in question.answers
            ),
        )
        for name, question in SUPPER.questions.items()
    },
    outcomes={
        name: replace(
            outcome,
            title=ours(f"{name}{name}"),
            summary=ours(f"summary{name}"),
            confirm=("checked",),
            combines={"tea": ours("combined")} if name == "toast" else {},
        )
        for name, outcome in SUPPER.outcomes.items()
    },
    considerations={"checked": Consideration("checked", ours("checked"), ours("whychecked"))},
    scenarios={"s": Scenario("s", ours("needed"), {"hungry": "yes", "cook": "no"}, "toast", ours("titled"))},
    revised={"r": Revision("r", "1", {"hungry": "yes"}, ours("wasit"), ours("whyrevised"))},
    editions=("0",),
)
HERE = Surroundings("", {"soup": "soup/", "toast": "toast/"})


@pytest.fixture(scope="module")
def dragon() -> Tree:
    tree = read_tree(DRAGON).tree
    assert tree is not None
    return tree


def test_only_a_text_that_is_ours_is_marked() -> None:
    assert marked(Text("a < b", "a &lt; b", ours=True)) == f"a &lt; b {LABEL}"
    assert marked(Text("a < b", "a &lt; b")) == "a &lt; b"
    assert marked_block(Text("A", "<p>A</p>", ours=True)) == f"<p>{LABEL}</p><p>A</p>"
    assert marked_plain(Text("A", "A", ours=True)) == "A (our reading)"


def test_the_explanation_names_the_source_and_stands_only_where_there_is_a_label() -> None:
    source = Source("A <book>", "https://example.org/?a&b")

    told = explained(LABEL, source)

    assert told.endswith('the source: <a href="https://example.org/?a&amp;b">A &lt;book&gt;</a>.</p>')
    assert explained("<p>our reading</p>", source) == "<p>our reading</p>"
    assert explained(LABEL, None).endswith("was written for this site.</p>")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"hungry": "yes"}, "Smoke means hunger."),
        ({"hungry": "yes", "size": "big"}, "It may hide."),
        ({"hungry": "yes", "size": "small"}, "Some dragons take toast with it."),
        ({"hungry": "yes", "size": "small"}, "Dry toast catches fire."),
    ],
)
def test_a_state_marks_each_text_that_is_ours(dragon: Tree, answers: dict[str, str], words: str) -> None:
    html = view(LinkReading(State(dragon, answers)), Surroundings()).html

    inline, block = f"{words} {LABEL}", f"<p>{LABEL}</p><p>{words}</p>"
    assert inline in html or block in html
    assert html.count("fp-ours-note") == 1


def test_a_state_without_such_texts_explains_nothing(dragon: Tree) -> None:
    assert "fp-ours" not in view(LinkReading(State(dragon, {"hungry": "no"})), Surroundings()).html
    assert "fp-ours" not in start(dragon, Surroundings())


class TestEveryTextThatIsOurs:
    """A tree in which every text is: there is no place that shows one without the label."""

    @staticmethod
    def unmarked(html: str) -> list[str]:
        """Return the texts, all in capitals, that no label follows; attributes and what is read out are names."""
        seen = re.sub(r'<span class="fp-spoken">.*?</span>|<textarea.*?</textarea>', "", html)
        seen = re.sub(r"(?<=Read about )[A-Z]+|To get [A-Z]+, you would answer", "", seen)
        texts = re.findall(
            r">([^<>]*[A-Z]{5}[^<>]*)((?:</?(?:strong|a|span|p|div)[^>]*>|\s)*<small class=\"fp-ours\">)?", seen
        )
        blocks = re.findall(r'<p><small class="fp-ours">[^<]*</small></p><p>([A-Z]+)</p>', seen)
        return [text for text, label in texts if not label and text.strip() not in blocks]

    @pytest.mark.parametrize(
        "link",
        [
            "supper",
            "supper?hungry=yes",
            "supper?hungry=yes&cook=no&edition=0",
            "supper?hungry=yes&cook=no&thirsty=yes",
            "supper?hungry=unsure&cook=unsure&thirsty=unsure",
            "supper?hungry=unsure&cook=no&thirsty=no",
            "supper?hungry=yes&cook=no&edition=1&ask_again=hungry",
            "supper?hungry=unsure&edition=1&mode=hand-over&ask_again=hungry",
        ],
    )
    def test_is_marked_in_every_state(self, link: str) -> None:
        html = view(read_link(OURS, link), HERE).html

        assert html.count(LABEL) > 3
        assert self.unmarked(html) == []
        assert html.count("fp-ours-note") == 1

    def test_is_marked_in_the_answers_the_reason_and_the_notice(self) -> None:
        html = view(read_link(OURS, "supper?hungry=yes&cook=no&edition=0"), HERE).html

        assert (
            f'<span class="fp-asked">ASKHUNGRY {LABEL}</span> <span class="fp-given">YESHUNGRY {LABEL}</span>' in html
        )
        assert f"these answers led to WASIT {LABEL} before. WHYREVISED {LABEL}" in html
        assert f"<summary>SOUPSOUP {LABEL}</summary>" in html
        assert f"by the answer <strong>NOCOOK {LABEL}</strong> to: ASKCOOK {LABEL}" in html

    def test_is_marked_in_what_is_drawn_without_the_engine(self) -> None:
        for html in (listing(OURS, HERE), start(OURS, HERE)):
            assert html.count(LABEL) > 3
            assert self.unmarked(re.sub('<template class="fp-data".*?</template>', "", html, flags=re.DOTALL)) == []
            assert html.count("fp-ours-note") == 1

    def test_is_said_once_below_the_sentences_about_an_outcome(self) -> None:
        html = ways_to(OURS, "toast", HERE)

        assert LABEL not in html
        assert html.count("This wording was chosen for this site.") == 1

    def test_is_said_once_above_the_worked_examples(self) -> None:
        (toast,) = [listed for _, listed in scenarios(OURS, HERE, 3)]

        assert "<p>NEEDED</p>" in toast
        assert f"<strong>YESHUNGRY {LABEL}</strong>" in toast
        assert re.findall("<p[^>]*>([^<]*)", whose_scenarios(OURS, HERE)) == [
            "The text of these examples was written for this site.",
            "Text marked “our reading” was written for this site.",
        ]

    def test_is_marked_in_the_worked_examples_where_others_are_not_ours(self) -> None:
        theirs = replace(OURS.scenarios["s"], id="t", need=Text("THEIRS", "THEIRS"), title=None)
        tree = replace(OURS, scenarios={**OURS.scenarios, "t": theirs})
        (toast,) = [listed for _, listed in scenarios(tree, HERE, 3)]

        assert f"<p>NEEDED {LABEL}</p>" in toast
        assert f'<h3 id="example-s">TITLED {LABEL}</h3>' in toast
        assert "<p>THEIRS</p>" in toast
        assert whose_scenarios(tree, HERE).count("fp-ours-note") == 1
        assert "of these examples" not in whose_scenarios(tree, HERE)

    def test_is_marked_in_the_record_before_the_colon(self) -> None:
        told = FORMS["markdown"].write(record_of(OURS, {"hungry": "yes", "cook": "no"}, Notes()))

        assert "* ASKHUNGRY (our reading): **YESHUNGRY (our reading)**: BECAUSEHUNGRY (our reading)" in told
        assert "* [ ] CHECKED (our reading): WHYCHECKED (our reading)" in told
        assert ": (our reading)" not in told


def test_the_list_explains_its_labels_once(dragon: Tree) -> None:
    assert listing(dragon, Surroundings()).count("fp-ours-note") == 1
