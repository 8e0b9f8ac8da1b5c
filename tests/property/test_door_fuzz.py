"""Links and messages that nobody would write: no fault, no hang, and what is valid in them still counts.

tests/property/fuzz-seeds.md has all that were run, with the commands.
"""

from __future__ import annotations

import base64
import json
import zlib

import pytest

from fingerpost.door import call
from fuzz_bounds import Bounds
from link_fuzz import check as check_link
from link_fuzz import links
from link_oracle import answers_in
from made_up import SUPPER
from message_fuzz import begin, messages
from message_fuzz import check as check_message


def test_the_slow_reading_finds_what_is_valid() -> None:
    assert answers_in(SUPPER, "#supper?hungry=yes&cook=perhaps&cook=no&hungry=no&x&edition=1") == {
        "hungry": "yes",
        "cook": "no",
    }
    assert answers_in(SUPPER, "supper%253Fhungry%253Dye%0As.") == {"hungry": "yes"}
    assert answers_in(SUPPER, "breakfast?hungry=yes") == {}
    assert answers_in(SUPPER, "supper?hungry=yes&amp;cook=no") is None


def test_made_up_links_are_read_as_the_slow_reading_reads_them() -> None:
    for tree, text in links(1, 3_000):
        check_link(tree, text)


def test_made_up_messages_are_answered_and_a_tree_that_is_taken_never_fails_later() -> None:
    begin()
    answers = [check_message(method, payload) for method, payload in messages(2, 500)]

    assert {"", "bad-parameters", "bad-json", "bad-tree"} <= set(answers)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1_000, 1_020))
def test_a_hundred_thousand_links_and_ten_thousand_messages(seed: int) -> None:
    begin()
    bounds = Bounds()
    for tree, text in links(seed):
        bounds.measured(lambda tree=tree, text=text: check_link(tree, text))
    for method, payload in messages(seed):
        bounds.measured(lambda method=method, payload=payload: check_message(method, payload))

    bounds.check_growth()


def test_a_plan_that_unpacks_without_end_is_refused_within_bounds() -> None:
    """A link of 270 kB would hold 200 MB of spaces."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(20)) + packer.flush()
    text = "supper?plan=" + base64.urlsafe_b64encode(b"\0\0\0\0" + packed).decode().rstrip("=") + "0"
    begin()
    bounds = Bounds()
    answer = bounds.measured(lambda: call("plan_open", json.dumps({"tree": "supper", "text": text})))

    assert "refused" in json.loads(answer)
    bounds.check_growth()
