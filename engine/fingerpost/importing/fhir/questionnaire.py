"""Reads a Questionnaire of FHIR release 4, or of release 4B or 5 where they are the same."""

from __future__ import annotations

from fingerpost.importing.fhir.conditions import Conditions, in_order
from fingerpost.importing.fhir.draft import Drafter
from fingerpost.importing.fhir.items import Items
from fingerpost.importing.fhir.routes import Routes
from fingerpost.importing.fhir.words import EXTENSIONS, OF_THE_RESOURCE
from fingerpost.importing.format import Draft, Imported
from fingerpost.importing.json_places import Object, read_json
from fingerpost.source.collector import Collector


def read_questionnaire(content: bytes, name: str) -> Imported:
    """Return the tree of a Questionnaire, as far as a tree can hold it."""
    root = read_json(content, name)
    if isinstance(root, list):
        return Imported(None, tuple(root))
    found = Collector(name)
    if not isinstance(root, Object) or root.text("resourceType") != "Questionnaire":
        kind = root.text("resourceType") if isinstance(root, Object) else ""
        message = f"This is a {kind}, not a Questionnaire." if kind else "This is no resource of FHIR."
        hint = "Choose the file of a Questionnaire, as JSON."
        place = root.place_of("resourceType") if isinstance(root, Object) else root.place
        found.add("import-unreadable", place, message, hint)
        return Imported(None, found.result())
    draft = _draft(root, found)
    # A tree without these parts would lead elsewhere than the questionnaire.
    lost = any(finding.code in ("import-no-equivalent", "import-unknown-value") for finding in found.findings)
    return Imported(None if lost else draft, found.result())


def _draft(root: Object, found: Collector) -> Draft | None:
    _report_other_parts(root, found)
    contained = {each.text("id"): each for each in root.objects("contained")}
    sets = {name: each for name, each in contained.items() if each.text("resourceType") == "ValueSet"}
    items = Items(found, sets)
    items.read(root)
    shown_by = Conditions(items, found).read()
    if any(finding.code == "import-no-equivalent" for finding in found.findings):
        return None
    routes = Routes(list(in_order(items, shown_by)), shown_by, found)
    start = routes.find()
    if not any(shown_by.values()) or start is None or start in routes.results:
        message = "Nothing here depends on an answer, so this is a list and not a tree."
        if any(shown_by.values()):
            message = "No question is there from the beginning."
        hint = "Show each question and each result after the answers that lead to it, with 'enableWhen'."
        found.add("import-no-equivalent", root.place_of("item"), message, hint)
        return None
    return Drafter(routes, found).draft(root, start)


def _report_other_parts(root: Object, found: Collector) -> None:
    if "modifierExtension" in root.fields:
        place = root.place_of("modifierExtension")
        message = "The questionnaire has a modifier extension, which can change its meaning."
        found.add("import-no-equivalent", place, message, "Remove it, if the meaning allows it.")
    others = {key: root.place_of(key) for key in root.fields if key not in OF_THE_RESOURCE | {"modifierExtension"}}
    for extension in root.objects("extension"):
        url = extension.text("url")
        if url not in EXTENSIONS:
            others[url.rpartition("/")[2] or "extension"] = extension.place
    if others:
        message = f"A tree has no place for {', '.join(f"'{key}'" for key in others)} of the questionnaire."
        place = min(others.values(), key=lambda place: (place.line, place.column))
        found.add("import-left-out", place, message, "If readers need it, write it on the page of the tree.")
