"""The engine's only entry point for the page's worker: takes a method name and JSON, returns JSON, never raises."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from fingerpost.answers.evidence import UNSAID
from fingerpost.answers.reading import LinkReading, read_link
from fingerpost.record.build import build_record
from fingerpost.record.forms import FORMS
from fingerpost.record.naming import name_of
from fingerpost.record.notes import Notes, NotesFormatError, evidence_from
from fingerpost.record.notes import from_json as notes_from_json
from fingerpost.record.notes import to_json as notes_to_json
from fingerpost.record.paper import PAPER
from fingerpost.record.reopen import RecordFormatError, reopen
from fingerpost.render.map_states import map_states
from fingerpost.render.names import noun
from fingerpost.render.panels.ask_whom import handed_over
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.view import view
from fingerpost.text.addresses import runs_code
from fingerpost.text.json_text import loads
from fingerpost.text.wording import say
from fingerpost.tree.compiled import TreeFormatError, from_json
from fingerpost.tree.model import Tree
from fingerpost.tree.size import fits_on_a_page

if TYPE_CHECKING:
    from fingerpost.plan.planner import Planner

type Json = dict[str, Any]

MOST_PREVIEWED = 10
"""The most outcomes that a preview names. It covers what is below it, so a long one would be in the way."""

_trees: dict[str, tuple[Tree, Surroundings]] = {}

_planners: dict[str, Planner] = {}
"""The plans of each tree, once something asks for them."""


class CallError(Exception):
    """A call that cannot be answered; `code` is stable, the message is for the site's maintainer."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def call(method: str, payload: str) -> str:
    """Answer one call.

    Args:
        method: `load`, `view`, `preview`, `hand_over`, `send_back`, `record`, `reopen`, `plan`, `plan_link`,
            `plan_open` or `plan_forms`.
        payload: A JSON object with the method's parameters.

    Returns:
        The method's result, or `{"error": {"code", "message"}}`, as a JSON object.

    Examples:
        >>> print(fingerpost.call("view", "{}"))
        {"error": {"code": "bad-parameters", "message": "parameter 'tree' has to be str"}}
    """
    try:
        handler = _METHODS.get(method)
        if handler is None:
            raise CallError("unknown-method", f"no method '{method}'; there are {', '.join(_METHODS)}")
        parameters = loads(payload)
        if not isinstance(parameters, dict):
            raise CallError("bad-parameters", "the parameters are not a JSON object")
        result = handler(cast("Json", parameters))
    except CallError as error:
        result = _error(error.code, str(error))
    except TreeFormatError as error:
        result = _error("bad-tree", str(error))
    except json.JSONDecodeError as error:
        result = _error("bad-json", str(error))
    except Exception as fault:  # noqa: BLE001 - a fault in the engine has to reach the page as data
        result = _error("engine-fault", f"{type(fault).__name__}: {fault}")
    return json.dumps(result, ensure_ascii=False)


def _load(parameters: Json) -> Json:
    """Load a compiled tree with its surroundings; later calls refer to it by its id."""
    tree = from_json(cast("Json", _required(parameters, "tree", dict)))
    _trees[tree.id] = (
        tree,
        Surroundings(
            tree_page=_address(parameters, "tree_page"),
            outcome_pages=_pages(parameters),
            plan_page=_address(parameters, "plan_page"),
        ),
    )
    _planners.pop(tree.id, None)
    return {"tree": tree.id, "edition": tree.edition}


def _view(parameters: Json) -> Json:
    """Render the state that a link text describes."""
    tree, surroundings = _loaded(parameters)
    reading = _reading(tree, parameters)
    shown = view(reading, surroundings.on(str(parameters.get("date", ""))))
    state = reading.state
    said = [] if state.hand_over else [(name, by) for name, by in state.said.items() if by != UNSAID]
    return {
        "html": shown.html,
        "title": shown.title,
        "link": shown.link,
        "announcement": shown.announcement,
        "evidence": {name: by.to_json() for name, by in said},
        # The page of a large tree has no map.
        "map": map_states(state, shown.asking) if fits_on_a_page(tree) else {"nodes": {}, "edges": []},
    }


def _record(parameters: Json) -> Json:
    """Return the record of a link and the reader's notes, in every form or in those that the call names.

    Each form has a file name and a media type.
    """
    tree, surroundings = _loaded(parameters)
    reading = _reading(tree, parameters)
    notes = _notes(parameters)
    address = _required(parameters, "address", str)
    wanted = cast("list[object]", _required(parameters, "forms", list)) if "forms" in parameters else FORMS
    record = build_record(
        reading.state.firm,
        notes,
        address=address,
        texts_on=address,
        date=_required(parameters, "date", str),
        pages=surroundings.outcome_pages,
    )
    outcome = record["outcome"]
    name = name_of(notes.need, tree.id, outcome["id"] if outcome else "open")
    forms = {
        form: {"file": f"{name}.{how.extension}", "type": how.media_type, "text": how.write(record)}
        for form, how in (*FORMS.items(), (PAPER.name, PAPER))
        if form in wanted
    }
    return {"forms": forms}


def _reopen(parameters: Json) -> Json:
    """Return the link and the notes in a record's JSON, or why it cannot be opened."""
    tree, _ = _loaded(parameters)
    try:
        opened = reopen(tree, _required(parameters, "text", str))
    except RecordFormatError as error:
        return {"refused": say(str(error))}
    return {"link": opened.link, "notes": notes_to_json(opened.notes)}


def _preview(parameters: Json) -> Json:
    """Return a sentence that names the outcomes still possible in the state of a link, or the first of them."""
    tree, _ = _loaded(parameters)
    left = _reading(tree, parameters).state.position.possible
    names = ", ".join(tree.outcomes[outcome].title.plain for outcome in left[:MOST_PREVIEWED])
    key = "preview-one" if len(left) == 1 else "preview" if len(left) <= MOST_PREVIEWED else "preview-many"
    more = len(left) - MOST_PREVIEWED
    return {"text": say(key, noun=noun(tree), count=len(left), total=len(tree.outcomes), names=names, more=more)}


def _hand_over(parameters: Json) -> Json:
    """Return the link text that hands over the questions a reader is not sure about, with their need and evidence."""
    tree, _ = _loaded(parameters)
    notes = _notes(parameters)
    return {"link": handed_over(_reading(tree, parameters).state.firm, notes.need, notes.evidence).link}


def _send_back(parameters: Json) -> Json:
    """Return the link text with all answers, for the reader who handed questions over, and who answered them."""
    tree, _ = _loaded(parameters)
    evidence = evidence_from(cast("Json", _required(parameters, "evidence", dict)))
    if evidence is None:
        raise CallError("bad-parameters", "evidence has 'who' and 'when'")
    return {"link": _reading(tree, parameters).state.sent_back(evidence).link}


def _plan(parameters: Json) -> Json:
    """Return a stored plan after operations, as text and as HTML, or why it cannot be read."""
    from fingerpost.plan.operations import OperationError

    operations = cast("list[object]", _required(parameters, "do", list))
    known = cast("Json", parameters["known"]) if isinstance(parameters.get("known"), dict) else {}
    if not all(isinstance(operation, dict) for operation in operations):
        raise CallError("bad-parameters", "an operation has to be dict")
    try:
        return _planner(parameters).answer(
            _required(parameters, "plan", str),
            cast("list[Json]", operations),
            known,
            _required(parameters, "now", int),
        )
    except OperationError as fault:
        raise CallError("bad-parameters", str(fault)) from fault


def _plan_link(parameters: Json) -> Json:
    """Return the link text that carries a stored plan, or why it cannot be read."""
    return _planner(parameters).link(_required(parameters, "plan", str))


def _plan_open(parameters: Json) -> Json:
    """Return the plan in a link or a file, or why it cannot be opened."""
    return _planner(parameters).open(_required(parameters, "text", str))


def _plan_forms(parameters: Json) -> Json:
    """Return a stored plan in the forms that the call names, or why it cannot be read."""
    return _planner(parameters).forms(
        _required(parameters, "plan", str),
        _required(parameters, "date", str),
        _required(parameters, "address", str),
        cast("list[str]", _required(parameters, "forms", list)),
    )


def _planner(parameters: Json) -> Planner:
    # Only the pages with a plan need these modules, and every page would wait for them.
    from fingerpost.plan.planner import Planner

    tree, surroundings = _loaded(parameters)
    if tree.id not in _planners:
        _planners[tree.id] = Planner(tree, surroundings)
    return _planners[tree.id]


def _reading(tree: Tree, parameters: Json) -> LinkReading:
    return read_link(tree, _required(parameters, "link", str))


def _notes(parameters: Json) -> Notes:
    try:
        return notes_from_json(cast("Json", _required(parameters, "notes", dict)))
    except NotesFormatError as error:
        raise CallError("bad-parameters", str(error)) from error


def _loaded(parameters: Json) -> tuple[Tree, Surroundings]:
    tree_id = _required(parameters, "tree", str)
    if tree_id not in _trees:
        raise CallError("unknown-tree", f"no tree '{tree_id}' was loaded")
    return _trees[tree_id]


def _required[Kind](parameters: Json, name: str, kind: type[Kind]) -> Kind:
    value = parameters.get(name)
    # In JSON, true is no number.
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise CallError("bad-parameters", f"parameter '{name}' has to be {kind.__name__}")
    return value


def _pages(parameters: Json) -> dict[str, str]:
    pages = cast("Json", _required(parameters, "pages", dict)) if "pages" in parameters else {}
    return {name: _address(pages, name) for name in pages}


def _address(parameters: Json, name: str) -> str:
    """Return an address that pages may link to; empty if none is given."""
    value = _required(parameters, name, str) if name in parameters else ""
    if runs_code(value):
        raise CallError("bad-parameters", f"parameter '{name}' has to be the address of a page")
    return value


def _error(code: str, message: str) -> Json:
    return {"error": {"code": code, "message": message}}


_METHODS: dict[str, Callable[[Json], Json]] = {
    "load": _load,
    "view": _view,
    "preview": _preview,
    "hand_over": _hand_over,
    "send_back": _send_back,
    "record": _record,
    "reopen": _reopen,
    "plan": _plan,
    "plan_link": _plan_link,
    "plan_open": _plan_open,
    "plan_forms": _plan_forms,
}
