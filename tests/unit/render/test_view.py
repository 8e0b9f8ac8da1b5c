"""The states of a journey: result, change, and handing over, as the engine draws them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

import pytest

from fingerpost.answers.evidence import UNSAID
from fingerpost.answers.link import MAX_NEED
from fingerpost.answers.reading import read_link
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import UNSURE
from live_tree import live_tree
from made_up import SUPPER, tree_of
from states import hand_over_link, link_of, shown

SYNCHRONOUS = {"proactive-request": "yes", "care-setting": "yes", "location-known": "yes"}
EITHER_WAY = {"proactive-request": "yes", "care-setting": UNSURE, "location-known": "no", "repository-mandate": "no"}


def hrefs(html: str, attribute: str) -> list[str]:
    """Return the link texts of the links with an attribute."""
    links = re.findall(rf'<a [^>]*{attribute}[^>]*href="#([^"]*)"', html)
    return [link.replace("&amp;", "&") for link in links]


class TestResult:
    def test_the_reason_is_that_of_the_answer_that_decides(self) -> None:
        html = shown(live_tree(), link_of(live_tree(), SYNCHRONOUS)).html

        assert (
            '<p class="fp-why">The requester knows, or can easily derive, which care setting and system to ask, so it '
            'can ask directly. <small class="fp-ours">(our reading)</small></p>'
        ) in html

    def test_an_answer_without_a_reason_is_named(self) -> None:
        html = shown(SUPPER, "supper?hungry=yes&cook=no").html

        assert '<p class="fp-why">You answered “No” to “Cook?”</p>' in html

    def test_what_does_not_matter_is_said_in_the_same_paragraph_which_holds_no_other(self) -> None:
        html = shown(live_tree(), link_of(live_tree(), EITHER_WAY)).html

        (why,) = re.findall(r'<p class="fp-why">(.*?)</p>', html)
        assert "<p" not in why
        assert why.endswith(
            ' <span class="fp-either-way">The questions without a definite answer do not change this result.</span>'
        )

    def test_what_is_needed_is_told_only_where_fewer_answers_would_do(self) -> None:
        all_needed = shown(live_tree(), link_of(live_tree(), SYNCHRONOUS)).html
        fewer = shown(live_tree(), link_of(live_tree(), EITHER_WAY)).html

        assert 'data-panel="why"' not in all_needed
        assert re.findall('data-step="([^"]+)"', fewer) == [
            "proactive-request=yes",
            "location-known=no",
            "repository-mandate=no",
        ]

    def test_every_other_outcome_in_why_not_is_ruled_out(self) -> None:
        tree = live_tree()
        several = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": UNSURE}
        html = shown(tree, link_of(tree, several)).html

        assert re.findall('data-other="([^"]+)"', html) == [
            "request-response-synchronous",
            "request-response-asynchronous",
            "information-push",
            "publish-subscribe",
        ]

    def test_the_guidance_recommends_only_where_the_tree_says_so(self) -> None:
        assert ">The guidance recommends</p>" in shown(live_tree(), link_of(live_tree(), SYNCHRONOUS)).html
        assert ">Result</p>" in shown(SUPPER, "supper?hungry=yes&cook=no").html
        assert shown(replace(SUPPER, verdict="Eat <this>"), "supper?hungry=yes&cook=no").announcement.startswith(
            "Eat <this>: Toast."
        )

    def test_the_answers_for_another_outcome_stand_in_the_order_asked(self) -> None:
        tree = tree_of({"a": {"x": "b", "y": "o"}, "b": {"x": "c", "y": "o"}, "c": {"x": "o", "y": "p"}}, ("o", "p"))

        html = shown(tree, f"{tree.id}?a=x&b=unsure&c=x").html
        steps = html.split("To get P, you would answer:")[1].split("</ul>")[0]

        assert re.findall(r"<li>(\w)\?", steps) == ["B", "C"]

    def test_everything_but_the_result_is_folded_away(self) -> None:
        html = shown(live_tree(), link_of(live_tree(), SYNCHRONOUS)).html

        folds = re.findall(r'<details class="fp-fold fp-(?:answered|panel)"[^>]*>', html)
        assert len(folds) == 8
        assert not [fold for fold in folds if " open" in fold]


class TestNotSure:
    def test_a_question_that_cannot_narrow_the_result_is_not_listed(self) -> None:
        link = (
            "integration-pattern?proactive-request=unsure&care-setting=unsure&location-known=no&repository-mandate=no"
            "&business-acknowledgement=yes&manual-activity=yes"
        )

        html = shown(live_tree(), link).html

        assert re.findall('data-unsure="([^"]+)"', html) == ["proactive-request"]
        assert "Answering these questions would narrow the result:" in html

    def test_where_only_several_answers_narrow_it_together_this_is_said(self) -> None:
        tree = tree_of({"a": {"x": "b", "y": "c"}, "b": {"x": "o", "y": "p"}, "c": {"x": "o", "y": "p"}}, ("o", "p"))

        html = shown(tree, f"{tree.id}?a=unsure&b=unsure&c=unsure").html

        assert re.findall('data-unsure="([^"]+)"', html) == ["a", "b", "c"]
        assert "No single answer would narrow the result." in html


class TestChange:
    CHANGING = link_of(live_tree(), SYNCHRONOUS, ask_again=("care-setting",))

    def test_change_asks_the_question_keeps_the_others_and_can_be_cancelled(self) -> None:
        result = shown(live_tree(), link_of(live_tree(), SYNCHRONOUS))

        assert hrefs(result.html, "data-change")[1] == self.CHANGING
        changing = shown(live_tree(), self.CHANGING)
        assert changing.link == self.CHANGING
        assert 'data-question="care-setting"' in changing.html
        assert hrefs(changing.html, 'data-action="cancel-change"') == [result.link]
        assert "We&#39;ve kept your other answers" in changing.html
        assert "They will count again if your new answer leads to their questions." in changing.html

    def test_the_questions_left_are_those_that_will_be_asked(self) -> None:
        assert ">1 to 2 questions left<" in shown(live_tree(), self.CHANGING).html

    def test_the_old_answer_brings_the_result_back(self) -> None:
        after = hrefs(shown(live_tree(), self.CHANGING).html, "data-answer=.yes")

        assert after == [link_of(live_tree(), SYNCHRONOUS)]

    def test_a_question_to_ask_again_that_no_answer_leads_to_keeps_its_answer(self) -> None:
        twice = link_of(live_tree(), SYNCHRONOUS, ask_again=("proactive-request", "location-known"))

        asked = shown(live_tree(), twice)
        (no,) = hrefs(asked.html, "data-answer=.no")
        after = shown(live_tree(), no)
        (yes,) = hrefs(shown(live_tree(), after.link).html, "data-change=.proactive-request")

        assert asked.asking == "proactive-request"
        assert after.asking == "business-acknowledgement"
        assert "location-known=yes" in after.link
        assert "ask_again" not in after.link
        assert "location-known=yes" in yes

    def test_where_no_other_answers_are_kept_none_are_spoken_of(self) -> None:
        html = shown(live_tree(), link_of(live_tree(), SYNCHRONOUS, ask_again=("location-known",))).html

        assert "kept your other answers" not in html
        assert hrefs(html, 'data-action="cancel-change"') == [link_of(live_tree(), SYNCHRONOUS)]
        assert 'data-action="start-again"' in html
        assert 'data-action="copy-link"' in html

    def test_a_result_that_holds_either_way_does_not_hide_the_question(self) -> None:
        html = shown(live_tree(), link_of(live_tree(), EITHER_WAY, ask_again=("care-setting",))).html

        assert '<div class="fp-card" data-question="care-setting">' in html
        assert ">1 question left<" in html

    def test_answers_that_do_not_count_stand_quietly_below_the_question(self) -> None:
        html = shown(live_tree(), "integration-pattern?proactive-request=no&care-setting=yes&location-known=yes").html

        assert html.index("We&#39;ve kept your other answers") > html.index('data-question="business-acknowledgement"')
        assert "They do not count at the moment" in html
        assert "fp-notices" not in html


class TestHandOver:
    SENT: ClassVar = {"proactive-request": "yes", "care-setting": UNSURE, "location-known": "no"}
    DETOUR: ClassVar = {
        "proactive-request": UNSURE,
        "care-setting": "yes",
        "location-known": "yes",
        "business-acknowledgement": "no",
        "recipients-known": UNSURE,
    }
    NEED = 'Höhe & Gewicht?\n<b>"100 %" ~41</b> + more'

    def test_both_sides_count_the_same(self) -> None:
        tree = live_tree()
        sender = shown(tree, link_of(tree, self.SENT)).html
        receiver = shown(tree, hand_over_link(tree, self.SENT)).html

        counts = [re.findall("Patterns still possible: [0-9] of 6", side) for side in (sender, receiver)]
        assert counts == [["Patterns still possible: 2 of 6"]] * 2
        assert 'data-question="care-setting"' in receiver

    def test_the_receiver_sees_the_need_as_the_senders_own_words(self) -> None:
        link = hand_over_link(live_tree(), self.SENT, self.NEED)

        assert read_link(live_tree(), link).state.need == self.NEED
        assert read_link(live_tree(), link.replace("~", "%7E")).state.need == self.NEED
        html = shown(live_tree(), link).html
        assert "This is what they need to decide, in their own words:" in html
        assert "&lt;b&gt;&quot;100 %&quot; ~41&lt;/b&gt; + more</blockquote>" in html
        assert "<b>" not in html

    def test_the_need_is_cut_and_goes_into_no_other_link(self) -> None:
        tree = live_tree()
        link = hand_over_link(tree, self.SENT, "n" * 5000)

        assert len(read_link(tree, link).state.need) == MAX_NEED
        assert "sender_need" not in read_link(tree, shown(tree, link).link).state.sent_back(UNSAID).link

    def test_your_answers_is_not_said_of_somebody_elses(self) -> None:
        html = shown(live_tree(), hand_over_link(live_tree(), self.SENT)).html

        assert "Answers so far" in html
        assert "your answer" not in html.lower()

    def test_nor_of_those_that_do_not_count(self) -> None:
        tree = live_tree()
        (after,) = hrefs(shown(tree, hand_over_link(tree, self.DETOUR)).html, "data-answer=.no")

        html = shown(tree, after).html

        assert "<summary>Other answers are kept</summary>" in html
        assert "They do not count at the moment, because the other answers do not lead to their questions." in html

    def test_the_task_cannot_be_thrown_away(self) -> None:
        html = shown(live_tree(), hand_over_link(live_tree(), self.SENT)).html

        assert "start-again" not in html
        assert "Start again" not in html

    def test_a_question_handed_over_is_asked_even_after_a_detour(self) -> None:
        """The receiver answers yes, which leads past it, then changes that answer to no."""
        tree = live_tree()
        first = shown(tree, hand_over_link(tree, self.DETOUR))
        (straight,) = hrefs(first.html, "data-answer=.no")
        (after_yes,) = hrefs(first.html, "data-answer=.yes")
        (change,) = hrefs(shown(tree, shown(tree, after_yes).link).html, "data-change=.proactive-request")
        again = shown(tree, change)
        (after_no,) = hrefs(again.html, "data-answer=.no")

        assert (first.asking, again.asking) == ("proactive-request", "proactive-request")
        assert shown(tree, after_yes).title == "Request/Response (synchronous)"
        assert shown(tree, straight).asking == "recipients-known"
        assert shown(tree, after_no).asking == "recipients-known"

    @pytest.mark.parametrize("answer", ["yes", UNSURE])
    def test_an_answered_question_is_not_asked_again(self, answer: str) -> None:
        tree = live_tree()
        sent = {
            "proactive-request": "yes",
            "care-setting": UNSURE,
            "location-known": UNSURE,
            "repository-mandate": "no",
        }
        first = shown(tree, hand_over_link(tree, sent)).html

        (after,) = hrefs(first, f"data-answer=.{answer}")

        assert 'data-question="location-known"' in shown(tree, after).html

    def test_when_nothing_is_left_to_ask_the_thanks_come(self) -> None:
        tree = live_tree()
        (after,) = hrefs(shown(tree, hand_over_link(tree, self.SENT)).html, "data-answer=.yes")

        html = shown(tree, after).html

        assert "Thank you." in html
        assert "Copy the link to send back" in html
        back = read_link(tree, after).state.sent_back(UNSAID)
        assert back.link == link_of(tree, {**self.SENT, "care-setting": "yes"})


def test_names_of_the_tree_stand_in_for_the_engines_own() -> None:
    tree = replace(SUPPER, noun="meals", title=plain_text("Supper"))

    assert "Meals still possible: 3 of 3" in shown(tree, "supper").html
    assert "Results still possible: 3 of 3" in shown(SUPPER, "supper").html


def test_what_must_not_stand_in_a_record_is_the_trees_to_say() -> None:
    """The engine's own words fit every subject; a tree with a stricter rule says it in their place."""
    link = link_of(SUPPER, {"hungry": "yes", "cook": "no"})

    assert "Use your own words. Do not include anything that identifies a person.</span>" in shown(SUPPER, link).html
    stricter = replace(SUPPER, caution="Leave out <guests>.")
    assert "Use your own words. Leave out &lt;guests&gt;.</span>" in shown(stricter, link).html
