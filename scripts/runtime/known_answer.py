"""Calls of the engine, with the answers that it gives here and has to give in a browser, too."""

import json
import tempfile
from pathlib import Path

from project.commands import output_of, run
from project.paths import ENGINE, VENV, program
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of, files_under
from runtime.store import STORE

_TREE = Path(__file__).with_name("known-answer.yml")

KNOWN_ANSWER = STORE / "known-answer.json"

# Links for everything that a reader can do: answer, not be sure, and follow a damaged link.
_LINKS = (
    "known-answer",
    "known-answer?weather=wet&edition=2000-01-01",
    "known-answer?weather=wet&distance=far&edition=2000-01-01",
    "known-answer?weather=unsure&distance=near",
    "known-answer?weather=dry&distance=far&colour=%C3%A9%ZZ&edition=1999-01-01",
)

# Everything else that a reader can request.
_RECORDS = (
    ("preview", {}),
    ("record", {"notes": {"need": "Dry *feet*.", "confirmations": {}}, "address": "", "date": "2000-01-01"}),
    (
        "reopen",
        {"text": '{"kind": "fingerpost-record", "version": 1, "tree": {"id": "known-answer"}, "link": "known-answer"}'},
    ),
)


def build() -> None:
    """Write the calls and their answers, unless they are up to date.

    Raises:
        StepError: The engine does not answer.
    """
    stamp = Stamp("known-answer", digest_of([*files_under(ENGINE, suffix=".py"), _TREE, Path(__file__)]))
    if stamp.is_current and KNOWN_ANSWER.is_file():
        skipped("The engine's known answer")
        return
    stamp.remove()
    with step("Asking the engine for its known answer"), tempfile.TemporaryDirectory(dir=STORE) as temporary:
        compiled = Path(temporary) / "tree.json"
        run(
            [program(VENV, "fingerpost"), "compile", _TREE, "-o", compiled],
            problem=f"{_TREE.name} could not be compiled",
        )
        calls = _calls(json.loads(compiled.read_text(encoding="utf-8")))
        asked = Path(temporary) / "calls.json"
        asked.write_text(as_json(calls), encoding="utf-8")
        code = (
            "import json, sys; from fingerpost.door import call; "
            "print(json.dumps([call(*one) for one in json.load(open(sys.argv[1], encoding='utf-8'))]))"
        )
        printed = output_of([program(VENV, "python"), "-c", code, asked])
        answers = json.loads(printed) if printed else []
        if len(answers) != len(calls) or any("error" in json.loads(answer) for answer in answers):
            raise StepError("The engine does not answer its known calls.", f"Read {_TREE.name}.")
        KNOWN_ANSWER.write_text(as_json({"calls": calls, "answers": answers}) + "\n", encoding="utf-8")
    stamp.write()


def as_json(value: object) -> str:
    """Return JSON in one form only.

    Args:
        value: Any value that JSON can represent.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _calls(tree: dict[str, object]) -> list[list[str]]:
    return [
        ["load", as_json({"tree": tree, "pages": {"boots": "../boots/"}, "tree_page": ""})],
        *(["view", as_json({"tree": tree["id"], "link": link})] for link in _LINKS),
        *([method, as_json({"tree": tree["id"], "link": _LINKS[2], **parameters})] for method, parameters in _RECORDS),
    ]
