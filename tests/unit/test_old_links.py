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

from fingerpost.check import check_file
from fingerpost.explain import explain
from fingerpost.link import format_link, read_link
from fingerpost.markup import plain_text
from fingerpost.model import Revision, Tree
from fingerpost.render.place import Surroundings
from fingerpost.render.view import view
from fingerpost.revisions import revisions_since
from live_tree import live_tree
from made_up import SUPPER

LINKS = Path(__file__).parents[1] / "links"
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

    reading = read_link(tree, kept["link"])

    told = explain(tree, reading.answers)
    shown = view(tree, reading, Surroundings()).html
    assert told.position.decided == kept.get("decided")
    assert next(iter(told.open), None) == kept.get("open")
    for part in kept["told"]:
        assert part in shown
    assert ("fp-notices" in shown) == any("edition" in part for part in kept["told"])


def test_every_way_of_the_sites_tree_is_in_the_corpus(trees: dict[str, Tree]) -> None:
    tree = trees["integration-pattern"]
    kept = {kept["link"] for kept in CORPUS}

    for scenario in tree.scenarios.values():
        assert format_link(tree, scenario.answers).replace(tree.edition, "2022-11-24") in kept


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
        assert [revision.id for revision in revisions_since(self.REVISED, edition, answers)] == found
