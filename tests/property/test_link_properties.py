"""The link's own decoding of percent signs, against Python's."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from fingerpost.answers.reading import read_link
from made_up import SUPPER

_TEXTS = st.text(
    st.one_of(st.sampled_from("%aAfF09Zé 2c3€"), st.characters(exclude_categories=["Cs"])).filter(
        lambda character: character not in "&=?#"
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: not set("&=?") & set(unquote(text)))


@given(_TEXTS)
def test_a_link_is_decoded_as_python_decodes_it(text: str) -> None:
    (problem,) = read_link(SUPPER, f"supper?{text}").problems

    assert problem.part == unquote(text)
