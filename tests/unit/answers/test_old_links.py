"""Links that people keep: a corpus that only ever grows, replayed on the present trees.

A link in `tests/links/corpus.json` stays there for good. When an edition changes what it leads to, its entry says so
by what the reader is told; it is never deleted.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fingerpost.answers.changes_since import revisions_since
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.check import check_file
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Renames, Revision, Tree
from live_tree import live_tree
from made_up import SUPPER
from states import explain, link_of, shown

LINKS = Path(__file__).parents[2] / "links"
CORPUS: list[dict[str, Any]] = json.loads((LINKS / "corpus.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def trees() -> dict[str, Tree]:
    supper, findings = check_file(LINKS / "supper.yml")
    assert supper is not None
    assert findings == []
    live = live_tree()
    return {live.id: live, supper.id: supper}


@pytest.mark.parametrize("kept", CORPUS, ids=[kept["link"] for kept in CORPUS])
def test_a_kept_link_still_says_what_it_says(trees: dict[str, Tree], kept: dict[str, Any]) -> None:
    tree = trees[kept["tree"]]

    told = explain(tree, read_link(tree, kept["link"]).state.answers)
    html = shown(tree, kept["link"]).html
    assert told.state.position.decided == kept.get("decided")
    assert next(iter(told.open), None) == kept.get("open")
    for part in kept["told"]:
        assert part in html
    assert ("fp-notices" in html) == any("edition" in part for part in kept["told"])


def test_every_way_of_the_sites_tree_is_in_the_corpus(trees: dict[str, Tree]) -> None:
    tree = trees["integration-pattern"]
    kept = {kept["link"] for kept in CORPUS}

    for scenario in tree.scenarios.values():
        assert link_of(tree, scenario.answers).replace(tree.edition, "2022-11-24") in kept


class TestRevisions:
    REVISED = replace(
        SUPPER,
        edition="10",
        revised={
            "late": Revision("late", "10", {"hungry": "yes"}, plain_text("Toast"), plain_text("It is late.")),
            "early": Revision("early", "9", {"cook": "yes"}, plain_text("Tea"), plain_text("It is early.")),
        },
    )

    @pytest.mark.parametrize(
        ("edition", "answers", "found"),
        [
            ("8", {"hungry": "yes", "cook": "yes"}, ["late", "early"]),
            ("9", {"hungry": "yes", "cook": "yes"}, ["late"]),
            ("10", {"hungry": "yes", "cook": "yes"}, []),
            ("8", {"hungry": "no", "cook": "yes"}, []),
            ("8", {"hungry": "yes"}, ["late"]),
        ],
        ids=["both", "one-known", "both-known", "not-live", "other-answers"],
    )
    def test_those_later_than_the_link_that_concern_its_answers_are_told(
        self, edition: str, answers: dict[str, str], found: list[str]
    ) -> None:
        assert [revision.id for revision in revisions_since(State(self.REVISED, answers), edition)] == found


class TestRetired:
    """Links made when `spice` stood between `hungry` and `cook`, and `cook` had the answer `maybe`."""

    @staticmethod
    def told(tree: Tree, link: str) -> tuple[dict[str, str], str]:
        """Return the answers that count and the notices, without the one about the edition."""
        html = shown(tree, link).html
        assert "The link was made with edition 0 of the guidance" in html
        return dict(read_link(tree, link).state.answers), html

    def test_an_answer_to_a_retired_question_is_set_aside_by_name_and_the_others_lead_on(self) -> None:
        answers, told = self.told(SUPPER, "supper?hungry=yes&spice=hot&cook=no&edition=0")

        assert answers == {"hungry": "yes", "cook": "no"}
        assert explain(SUPPER, answers).state.position.decided == "toast"
        assert "The question “spice=hot” is not asked here, so its answer was left out." in told
        assert "nothing has changed" not in told

    def test_where_the_tree_began_with_a_retired_question_it_begins_anew(self) -> None:
        answers, told = self.told(SUPPER, "supper?spice=hot&edition=0")

        assert answers == {}
        assert explain(SUPPER, answers).open == ("hungry",)
        assert "“spice=hot”" in told

    def test_a_question_with_a_retired_answer_is_asked_again(self) -> None:
        answers, told = self.told(SUPPER, "supper?hungry=yes&cook=maybe&edition=0")

        assert explain(SUPPER, answers).open == ("cook",)
        assert "The question “Cook?” does not have the answer “cook=maybe”, so it was left out." in told

    def test_answers_behind_a_retired_one_are_kept_and_told(self) -> None:
        answers, told = self.told(SUPPER, "supper?hungry=maybe&cook=no&edition=0")

        assert explain(SUPPER, answers).open == ("hungry",)
        assert answers == {"cook": "no"}
        assert "We&#39;ve kept your other answers" in told

    def test_a_question_that_took_the_place_of_a_retired_one_takes_its_answer(self) -> None:
        tree = replace(SUPPER, renamed=Renames(questions={"spice": "cook"}, answers={"cook/hot": "yes"}))

        answers, told = self.told(tree, "supper?hungry=yes&spice=hot&edition=0")

        assert answers == {"hungry": "yes", "cook": "yes"}
        assert "spice=hot is now cook=yes" in told

    @pytest.mark.parametrize("pairs", ["spice=hot&cook=no", "cook=no&spice=hot"])
    def test_but_not_instead_of_the_readers_own_answer_to_it(self, pairs: str) -> None:
        tree = replace(SUPPER, renamed=Renames(questions={"spice": "cook"}, answers={"cook/hot": "yes"}))

        answers, told = self.told(tree, f"supper?hungry=yes&{pairs}&edition=0")

        assert answers == {"hungry": "yes", "cook": "no"}
        assert "The question “spice=hot” is not asked here, so its answer was left out." in told

    def test_answers_that_led_to_a_retired_outcome_lead_to_what_took_its_place(self) -> None:
        """No link names an outcome, so a retired one breaks none; `revised` says what it was."""
        was = Revision("late", "1", {"cook": "no"}, plain_text("Pancakes"), plain_text("No pan."))
        tree = replace(SUPPER, renamed=Renames(outcomes={"pancakes": "toast"}), revised={"late": was})

        answers, told = self.told(tree, "supper?hungry=yes&cook=no&edition=0")

        assert explain(tree, answers).state.position.decided == "toast"
        assert "these answers led to Pancakes before. No pan." in told
