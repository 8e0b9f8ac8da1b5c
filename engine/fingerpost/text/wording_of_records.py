"""The wording of the forms of a record that assurance asks for, as part of the engine's wording.

What a requirement or a template asks for is in our words. The originals are linked from each form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

RECORDS: Final[Mapping[str, str]] = {
    # XXX is part of the form: whoever files the record gives it its number.
    "nhs-title": "ADR-XXX: {title}",
    "fill": "To fill in: {what}",
    "nhs-date": "Date",
    "nhs-status": "Status",
    "nhs-deciders": "Deciders",
    "nhs-significance": "Significance",
    "nhs-owners": "Owners",
    "fill-date": "the day of the last change, as dd/mm/yyyy",
    "fill-status": "for example Proposed, In Discussion, Accepted or Superseded",
    "fill-deciders": "the people or boards that decide",
    "fill-significance": "what the decision affects, for example structure, dependencies or interfaces",
    "fill-owners": "the people who look after this record",
    "nhs-context": "Context",
    "fill-context": "earlier decisions, dependencies and constraints that narrow the choice",
    "nhs-decision": "Decision",
    "nhs-assumptions": "Assumptions",
    "nhs-unknown-open": "These questions have no definite answer yet, and the decision depends on them:",
    "nhs-unknown-either-way": (
        "These questions have no definite answer. The result is the same whichever of their answers is right:"
    ),
    "nhs-no-unknown": "Every question that counts has a definite answer.",
    "fill-assumptions": "what else you take for granted, for example costs, deadlines or planned changes",
    "nhs-drivers": "Drivers",
    "nhs-no-answers": "No question is answered yet.",
    "nhs-options": "Options",
    "nhs-outcome": "Outcome",
    "fill-reversible": "whether the decision can be reversed, and at what cost",
    "nhs-rationale": "Rationale",
    "nhs-why-not": "The other options are ruled out:",
    "fill-rationale": "why this is the right choice here",
    "nhs-consequences": "Consequences",
    "nhs-expect": "What to expect of the option chosen:",
    "nhs-together": "It works together with:",
    "nhs-no-longer": "The decision no longer applies if one of these changes happens:",
    "nhs-would-lead": "These answers would lead to a single option:",
    "fill-consequences": "what becomes easier and harder, and the decisions that follow from this one",
    "nhs-compliance": "Compliance",
    "nhs-confirmed": "Confirmed so far:",
    "fill-compliance": "how you will measure whether the decision is carried out and works",
    "nhs-notes": "Notes",
    "nhs-set-aside": "Answers that do not count at the moment:",
    "nhs-form": (
        "This record follows the sections of the decision record in NHS England's Software Engineering Quality "
        "Framework:"
    ),
    "fill-notes": "links to related decisions, risks, epics and policies, and a record of any technical debt",
    "nhs-actions": "Actions",
    "nhs-action": "(To fill in: who, by when)",
    "nhs-confirm": "Confirm:",
    "nhs-ask": "Find out:",
    "fill-actions": "further actions, each with who does it and by when",
    "nhs-tags": "Tags",
    "fill-tags": "further tags for the characteristics that this decision affects, for example #security or #cost",
    "dm-title": "Checklist for decision making and governance: {title}",
    "dm-lead": (
        "This checklist compares the record with the requirements DM01 to DM08 of NHS England's Solution Architecture "
        "Framework. Each requirement is in our words; those of DM06 to DM08 are from an earlier version. Read the "
        "originals at:"
    ),
    "dm-tick": (
        "A tick means that the record has what the requirement asks of a record. It does not mean that anybody has "
        "approved the decision."
    ),
    "dm-asks": "Asks for:",
    "dm-has": "In this record:",
    "dm-left": "Left to you:",
    "dm-met": "met by this record",
    "dm-partly": "partly met",
    "dm-none": "left to you",
    "dm-nothing": "nothing.",
    "dm01": "Architecture debt",
    "dm01-asks": (
        "a plan to put right what is tactical, short-lived or adds debt, agreed with stakeholders and governance "
        "groups, realistic and funded; the debt itself in a register, with its implications and reasons."
    ),
    "dm01-left": (
        "say whether this decision is tactical or adds debt. If it does, put the debt in the register, with a funded "
        "plan."
    ),
    "dm02": "Spend control",
    "dm02-asks": "following the guidance on spend control and service design, with evidence for their reviews.",
    "dm02-left": "say whether spend control applies, and link the evidence.",
    "dm03": "Risks and issues",
    "dm03-asks": "architecture risks and issues that are managed, visible and owned.",
    "dm03-left": "put what is open in your register of risks and issues, each with an owner.",
    "dm04": "Stakeholders",
    "dm04-asks": "stakeholders who are involved in the design and its decisions, as far as each decision needs.",
    "dm04-left": "name who was involved, and what they said.",
    "dm05": "Design authorities",
    "dm05-asks": (
        "decisions that go through the programme's design authorities and TRG at the right stages, with the support of "
        "lead architects and subject matter experts."
    ),
    "dm05-left": "take the record to the design authority, and add the deciders and the date.",
    "dm06": "Architecture governance",
    "dm06-asks": "governance in proportion to the solution, with the lead architects and experts that it needs.",
    "dm06-left": "say which governance applies to a decision of this size.",
    "dm07": "Decision records",
    "dm07-asks": "a light record of every architecture decision, with its options and a clear rationale.",
    "dm07-left-decided": "keep the record where the team keeps its decisions.",
    "dm07-left-open": "settle the open questions. The record has no decision yet.",
    "dm08": "Structured decisions",
    "dm08-asks": (
        "a structured way to decide: strategic drivers and user need, options assessed against them, the rationale, "
        "trade-offs, and known dependencies, risks and issues."
    ),
    "dm08-left": "name the strategic drivers, and say which trade-offs you accept.",
    "dm08-left-no-need": "describe the need, name the strategic drivers, and say which trade-offs you accept.",
    "dm-has-points": "{confirmed} of {count} points to check are confirmed.",
    "dm-has-open": "Questions without a definite answer: {count}.",
    "dm-has-no-open": "Every question that counts has a definite answer.",
    "dm-has-whom": "Questions with advice on who to ask: {count}.",
    "dm-has-status": "Its status is “{status}”.",
    "dm-has-chosen": "Chosen: {title}.",
    "dm-has-possible": "Options still possible: {count}.",
    "dm-has-ruled-out": "Options ruled out, each with the answer that does it: {count}.",
    "dm-has-need": "The need is in the reader's own words.",
    "dm-has-drivers": "Answers, as drivers of the decision: {count}.",
    "dm-has-reasons": "Answers with the reason why they lead where they do: {count}.",
    "dm-has-qualities": "Qualities of the chosen option, as trade-offs: {count}.",
    "dm-has-changes": "Options that other answers would lead to: {count}.",
    "dm-has-combines": "Options that the chosen one works together with: {count}.",
}
"""Each text by its key, as in `fingerpost.text.wording`."""
