"""Calls of the engine's door, for comparing one Python with another: valid, invalid and hostile ones."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from urllib.parse import quote

from fingerpost.answers.evidence import Evidence
from fingerpost.answers.link import MAX_LENGTH
from fingerpost.answers.state import State
from fingerpost.plan.link import plan_link
from fingerpost.plan.model import Need, Plan
from fingerpost.plan.operations import do_all
from fingerpost.plan.reading import read_plan
from fingerpost.plan.writing import need_as_json, text_of
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.markup import Text
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import UNSURE, Outcome, Tree
from live_tree import WAYS
from made_up import SUPPER, tree_of
from states import link_of, record_of


@dataclass(frozen=True)
class Case:
    """One call.

    Attributes:
        name: Its purpose.
        method: The method called.
        payload: Its parameters, as the text that is passed.
    """

    name: str
    method: str
    payload: str


def cases(live: Tree, page_data: str) -> list[Case]:
    """Return every case, in the order in which to call them: a tree is loaded before it is viewed.

    Args:
        live: The site's own tree.
        page_data: The same tree, as the page contains it for the engine.
    """
    return [
        *_bad_calls(),
        Case("load the site's tree", "load", page_data),
        *(_view("site", live, link) for link in (*_links_of_the_site(live), *_spoilt_links(live))),
        *_records_of(live),
        *_plans_of(live),
        *(case for tree in MADE_UP for case in _cases_of(tree)),
    ]


# ---- The site's own tree


def _links_of_the_site(tree: Tree) -> Iterator[str]:
    """Yield every way and every beginning of one, all choices of answers to 3 questions, and answers not live."""
    seen: set[str] = set()
    for answers, _ in WAYS:
        pairs = list(answers.items())
        for count in range(len(pairs) + 1):
            seen.add(link_of(tree, dict(pairs[:count])))
    yield from sorted(seen)
    questions = list(tree.questions)
    for choices in product(("", "yes", "no", UNSURE), repeat=3):
        yield _link(tree, dict(zip(questions[:3], choices, strict=True)))
        yield _link(tree, dict(zip(questions[-3:], choices, strict=True)) | {questions[0]: UNSURE})
    yield _link(tree, dict.fromkeys(questions, UNSURE))
    yield _link(tree, dict.fromkeys(reversed(questions), "yes"))
    yield _link(tree, dict.fromkeys(questions, "no"))
    for answers, _ in WAYS:
        for question in answers:
            yield link_of(tree, answers, ask_again=(question,))
    handed_over = dict.fromkeys(questions[:3], UNSURE)
    yield link_of(tree, handed_over, hand_over=True, ask_again=questions[:2], need="Höhe & Gewicht?\n<b>%41 ~41</b>")


# ---- Made-up trees

_DIAMOND = tree_of(
    {
        "sunny": {"yes": "warm", "no": "windy", "soon": "warm"},
        "warm": {"yes": "swim", "no": "walk"},
        "windy": {"yes": "kite", "no": "warm"},
    },
    ("swim", "walk", "kite"),
    tree_id="diamond",
    edition="2",
)

_ONE = tree_of({"heads": {"yes": "win", "no": "lose"}}, ("win", "lose"), tree_id="one")

_LADDER = tree_of(
    {
        f"{side}{rung}": {"straight": _next, "across": _other}
        for rung in range(12)
        for side, _next, _other in (
            ("l", f"l{rung + 1}" if rung < 11 else "moon", f"r{rung + 1}" if rung < 11 else "sun"),
            ("r", f"r{rung + 1}" if rung < 11 else "sun", f"l{rung + 1}" if rung < 11 else "moon"),
        )
        if (side, rung) != ("r", 0)
    },
    ("moon", "sun"),
    tree_id="ladder",
)

_WORDS = Text(
    plain="Ŵyt ti'n \"siŵr\"? <b> & 'é' 𝒳 👩‍⚕️ עברית \u2028 end",  # noqa: RUF001 - unusual letters on purpose
    html="Ŵyt ti&#39;n <em>siŵr</em>? &lt;b&gt; &amp; 👩‍⚕️ <span>עברית</span>",
)

_LETTERS = replace(
    SUPPER,
    id="letters",
    title=_WORDS,
    questions={
        "hungry": replace(
            SUPPER.questions["hungry"],
            ask=_WORDS,
            reason=_WORDS,
            help=Text("Read.", "<p>Read &amp; <a href='https://example.org/?a=1&amp;b=2'>weep</a></p>"),
            unsure=_WORDS,
            answers=tuple(
                replace(answer, label=_WORDS, note=_WORDS, because=_WORDS)
                for answer in SUPPER.questions["hungry"].answers
            ),
        ),
        "cook": replace(SUPPER.questions["cook"], unsure_allowed=False),
        "thirsty": SUPPER.questions["thirsty"],
    },
    outcomes={**SUPPER.outcomes, "tea": Outcome("tea", _WORDS, _WORDS, "tea.md", combines={"soup": _WORDS})},
)

MADE_UP = (SUPPER, _DIAMOND, _ONE, _LADDER, _LETTERS)
"""Branches that join, more than two answers, a single question, thousands of ways, and letters of every kind."""


def _cases_of(tree: Tree) -> Iterator[Case]:
    pages = {outcome: f"../{outcome}/?a=1&b='2'" for outcome in list(tree.outcomes)[:2]}
    yield _call(
        f"load {tree.id}", "load", tree=to_json(tree), pages=pages, tree_page="" if tree is SUPPER else "../tree/"
    )
    for choices in _choices(tree):
        yield _view(tree.id, tree, _link(tree, choices))
    for link in _spoilt_links(tree):
        yield _view(tree.id, tree, link)
    yield _view(tree.id, tree, link_of(tree, {}, hand_over=True))
    yield _view(tree.id, tree, link_of(tree, {tree.start: UNSURE}, hand_over=True))
    yield from _hand_overs_of(tree)
    yield from _records_of(tree)
    yield from _plans_of(tree)


def _choices(tree: Tree) -> Iterator[dict[str, str]]:
    """Yield every combination of answers to the first three questions, and one answer to all questions at once."""
    first = list(tree.questions.values())[:3]
    answers = (["", UNSURE, *(answer.id for answer in question.answers)] for question in first)
    for choices in product(*answers):
        yield dict(zip((question.id for question in first), choices, strict=True))
    yield dict.fromkeys(tree.questions, UNSURE)
    for number in (0, -1):
        yield {question.id: question.answers[number].id for question in tree.questions.values()}


# ---- Hand-overs


def _hand_overs_of(tree: Tree) -> Iterator[Case]:
    """Yield the link to a colleague, the one that comes back, and what each of them sees."""
    words = f"{_WORDS.plain}\r\n<script>, ~41 %41 \u202e\x00\x7f"
    evidence = {"who": words, "when": words}
    given = dict.fromkeys(list(tree.questions)[1:], UNSURE) | {tree.start: tree.questions[tree.start].answers[0].id}
    notes = {"need": words, "confirmations": {}, "evidence": dict.fromkeys(tree.questions, evidence)}
    yield _call("hand over", "hand_over", tree=tree.id, link=_link(tree, given), notes=notes)
    theirs = State(tree, {}, hand_over=True).after_all(given)
    yield _call("send back", "send_back", tree=tree.id, link=theirs.link, evidence=evidence)
    yield _view(tree.id, tree, theirs.link)
    yield _view(tree.id, tree, theirs.sent_back(Evidence(words, words)).link)


# ---- Records


def _records_of(tree: Tree) -> Iterator[Case]:
    """Yield records of a few states, the reopening of each, and files that are not records."""
    words = f"{_WORDS.plain}\r\n# *not* `a` [heading](javascript:alert(1)) <script>\u202e\x00\x7f"
    some = next(iter(tree.considerations), "nothing")
    notes = {"need": words, "confirmations": {some: {"confirmed": True, "note": words}}}
    where = {"address": "https://example.org/choose/", "date": "2026-01-31"}
    for answers in ({}, {tree.start: UNSURE}, {name: part.answers[0].id for name, part in tree.questions.items()}):
        link = _link(tree, answers)
        yield _call(f"record of {link[:100]}", "record", tree=tree.id, link=link, notes=notes, **where)
        record = record_of(tree, answers, Notes(words, {some: Confirmation(True, words)}), date="2026-01-31")
        texts = (json.dumps(record), json.dumps({**record, "version": 10**400}), json.dumps({**record, "confirm": 1}))
        yield from (_call(f"open a record of {link[:100]}", "reopen", tree=tree.id, text=text) for text in texts)
    for text in ("", "{}", "[" * 100_000, f"[{'1' * 5000}]", "\ufeff{}", '{"kind": "fingerpost-record"}', "\x00"):
        yield _call(f"open {text[:20]!r}", "reopen", tree=tree.id, text=text)
    yield _call("record with spoilt notes", "record", tree=tree.id, link="", notes={"need": 1}, **where)


# ---- Plans


def _plans_of(tree: Tree) -> Iterator[Case]:
    """Yield a plan with every operation, its link and its forms, a merge, and texts that are no plans."""
    words = f"{_WORDS.plain}\r\n<script>\u202e\x00\ud800"
    answers = {name: part.answers[0].id for name, part in tree.questions.items()}
    some = next(iter(tree.considerations), "nothing")
    needs = [
        Need(f"k{number}", words, "Heights", "GP", words, _link(tree, chosen), changed=number)
        for number, chosen in enumerate(({}, {tree.start: UNSURE}, answers, answers))
    ]
    operations: list[dict[str, object]] = [
        *({"op": "add", "need": need_as_json(need)} for need in needs),
        {"op": "replace", "need": need_as_json(needs[0].with_text("to", "Ward"))},
        {"op": "change", "id": "k1", "field": "information", "value": " heights "},
        {"op": "tick", "id": "k2", "confirmation": some, "value": True},
        {"op": "tick", "id": "k2", "step": "something", "value": True},
        {"op": "note", "id": "k2", "confirmation": some, "value": words},
        {"op": "move", "id": "k3", "to": 0},
        {"op": "duplicate", "id": "k1", "as": "k9"},
        {"op": "remove", "id": "k3"},
        {"op": "title", "value": words},
    ]
    plan = text_of(do_all(tree, Plan(tree.id, tree.edition), operations, 7).plan)
    link = plan_link(read_plan(tree, plan).plan)
    yield _call("a plan", "plan", tree=tree.id, plan="", do=operations, now=7)
    yield _call("a plan again", "plan", tree=tree.id, plan=plan, do=[{"op": "remove", "id": "gone"}], now=8)
    for source in ("link", "file"):
        merging = {"op": "merge", "plan": link if source == "link" else plan, "from": source}
        changed = [{"op": "change", "id": "k1", "field": "need", "value": "Other"}, merging, merging]
        yield _call(f"merge a {source}", "plan", tree=tree.id, plan=plan, do=changed, now=9)
    yield _call("a plan's link", "plan_link", tree=tree.id, plan=plan)
    forms = ["markdown", "html", "json", "csv", "svg", "print"]
    yield _call(
        "a plan's forms",
        "plan_forms",
        tree=tree.id,
        plan=plan,
        date="2026-01-31",
        address="https://a.example/",
        forms=forms,
    )
    for text in (link, f"https://a.example/#{link}", link[:-9], link.replace("A", "B"), plan, "", "{}", "[" * 100_000):
        yield _call(f"open a plan in {text[:40]!r}", "plan_open", tree=tree.id, text=text)
        yield _call(f"a plan stored as {text[:40]!r}", "plan", tree=tree.id, plan=text, do=[], now=1)
    for spoilt in ({"op": "fly"}, {"op": "add"}, {}, 5):
        yield _call(f"do {spoilt!r}", "plan", tree=tree.id, plan="", do=[spoilt], now=1)


# ---- Links that were changed on their way, or never were links


def _spoilt_links(tree: Tree) -> Iterator[str]:
    question = tree.questions[tree.start]
    given = f"{question.id}={question.answers[0].id}"
    good = f"{tree.id}?{given}&edition={tree.edition}"
    yield from (
        "",
        "#",
        f"#{good}",
        given,
        f"{tree.id}?",
        f"{tree.id}?&&&",
        f"{tree.id}?=&={given}=",
        f"{tree.id}?{given}&edition=1066",
        f"{tree.id}?{given}&edition=1&edition=2",
        f"{tree.id}?{given}&{given}&{question.id}={question.answers[1].id}",
        f"{tree.id}?{question.id}=perhaps",
        f"{tree.id}?{question.id}={UNSURE.upper()}",
        f"{tree.id}?{given}&colour=red&{'long' * 50}=1",
        f"{tree.id}?{given}&<img src=x onerror=alert(1)>='\"&</template><script>",
        f"{tree.id}?{given}&__proto__=1&constructor=2",
        "no-such-tree?a=b",
        quote(good, safe=""),
        quote(quote(good, safe=""), safe=""),
        good.replace("=", "%3D").replace("&", "%26"),
        f"{tree.id}?{given}&%E0%A4%A&%ff%fe=%00&%",
        f"{tree.id}?{given}&Ŵ=👩‍⚕️&\u202e=\u0000\t\n",
        f"{tree.id}?{given}&\ud800=\udfff",
        f"{tree.id}?" + "x" * MAX_LENGTH,
        (f"{tree.id}?{given}&" + "x" * MAX_LENGTH)[:MAX_LENGTH],
        f"{tree.id}?" + "a=b&" * 200,
    )


# ---- Calls that cannot be answered


def _bad_calls() -> Iterator[Case]:
    yield Case("unknown method", "fly", "{}")
    yield Case("no method", "", "{}")
    yield Case("a method with other letters", "__class__\u2028é", "{}")
    for text in ("", "{", "nonsense", '{"tree": }', '{"a": 1,}', "{} {}", '"\\ud800"', "\ufeff{}", "[" * 100_000):
        yield Case(f"bad JSON: {text[:10]}", "view", text)
    for text in ("[]", "null", "1", '"text"', "NaN", "true"):
        yield Case(f"not an object: {text}", "view", text)
    yield Case("nothing given", "view", "{}")
    yield _call("tree never loaded", "view", tree="never-loaded", link="")
    yield _call("tree is a list", "view", tree=["supper"], link="")
    whole = to_json(SUPPER)
    # Loaded here, so that the answer does not depend on which trees this process has loaded before.
    yield _call("load a small tree", "load", tree=whole)
    yield _call("link is a number", "view", tree="supper", link=1)
    for name, tree in (
        ("no tree", None),
        ("an empty tree", {}),
        ("another format", {"format": 2}),
        ("no questions", {key: value for key, value in whole.items() if key != "questions"}),
        ("questions are text", {**whole, "questions": "many"}),
        ("a title without HTML", {**whole, "title": {"plain": "x"}}),
    ):
        yield _call(f"load: {name}", "load", tree=tree)


# ---- Making calls


def _link(tree: Tree, choices: Mapping[str, str]) -> str:
    """Return a link as a person might write it: with the answers in the order given, without empty ones."""
    pairs = "&".join(f"{question}={answer}" for question, answer in choices.items() if answer)
    return f"{tree.id}?{pairs}&edition={tree.edition}"


def _view(name: str, tree: Tree, link: str) -> Case:
    return _call(f"{name}: {link[:100]}", "view", tree=tree.id, link=link)


def _call(name: str, method: str, **parameters: object) -> Case:
    return Case(name, method, json.dumps(parameters))
