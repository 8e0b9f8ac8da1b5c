"""Programs of others that check FHIR files and fill in questionnaires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from node_peers import INSTALL, run_peer
from project.paths import PEERS

type Json = dict[str, Any]

_SCRIPTS = (
    "zone.js/bundles/zone.umd.min.js",
    "lforms/dist/lforms/webcomponent/lhc-forms.js",
    "lforms/dist/fhir/R4/lformsFHIR.js",
)

_FILL_IN = """
({ questionnaire, cases }) => cases.map((answers) => {
  const form = new LForms.LFormsData(LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4"));
  for (const item of form.itemList.filter(({ linkId }) => linkId in answers)) {
    item.value = item.answers.find(({ code }) => code === answers[item.linkId]);
    form.updateOnSourceItemChange(item);
  }
  const shown = form.itemList.filter((item) => item._skipLogicStatus !== "target-disabled");
  return {
    shown: shown.map(({ linkId }) => linkId),
    response: LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", form),
  };
})
"""


def faults(resources: Sequence[Json]) -> list[dict[str, list[str]]]:
    """Return for each resource what each of two validators finds wrong with it."""
    return run_peer("fhir", "validate.mjs", resources)


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A questionnaire that LHC-Forms has filled in.

    Attributes:
        shown: The linkIds of the items that it shows.
        response: Its QuestionnaireResponse.
    """

    shown: list[str]
    response: Json


def load_forms(page: Page) -> None:
    """Load LHC-Forms into an empty page."""
    modules = PEERS / "lforms" / "node_modules"
    assert modules.is_dir(), INSTALL
    page.set_content("<!doctype html><title>Form</title><div id=form></div>")
    for script in _SCRIPTS:
        page.add_script_tag(path=modules / script)


def fill_in(page: Page, questionnaire: Json, cases: Sequence[dict[str, str]]) -> list[FilledIn]:
    """Return what LHC-Forms makes of answers to all questions, shown or not, for each case."""
    done = page.evaluate(_FILL_IN, {"questionnaire": questionnaire, "cases": list(cases)})
    return [FilledIn(**each) for each in done]


@contextmanager
def form_on(page: Page, questionnaire: Json) -> Iterator[None]:
    """Show a questionnaire, for the time of a block, as somebody sees it who fills it in."""
    show = "questionnaire => LForms.Util.addFormToPage(questionnaire, 'form', { fhirVersion: 'R4', allowHTML: true })"
    page.evaluate(show, questionnaire)
    yield
    page.evaluate("() => LForms.Util.removeFormsFromPage('form')")
