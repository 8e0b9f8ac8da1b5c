"""The names of FHIR that the import knows."""

from __future__ import annotations

from typing import Final

CORE: Final = "http://hl7.org/fhir/StructureDefinition/"
GUIDE: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"

XHTML: Final = f"{CORE}rendering-xhtml"
MARKDOWN: Final = f"{CORE}rendering-markdown"
ITEM_CONTROL: Final = f"{CORE}questionnaire-itemControl"
CATEGORY: Final = f"{CORE}questionnaire-displayCategory"
RELATED: Final = f"{CORE}artifact-relatedArtifact"
SHORT_TEXT: Final = f"{GUIDE}sdc-questionnaire-shortText"
CONDITION: Final = f"{GUIDE}sdc-questionnaire-enableWhenExpression"
LICENCE: Final = "SPDX-License-Identifier:"

CHOICES: Final = ("choice", "open-choice", "coding")
"""The types of items that offer answers; release 5 has `coding` for the other two."""

BOOLEANS: Final = {"true": ("yes", "Yes"), "false": ("no", "No")}
"""The id and the label of each answer to a question of the type `boolean`, by its value."""

OTHER_QUESTIONS: Final = (
    *("decimal", "integer", "date", "dateTime", "time", "string", "text", "url", "attachment", "reference", "quantity"),
    "question",
)
"""The types of items that ask for something other than a choice."""

OF_THE_RESOURCE: Final = frozenset(
    (
        *(
            "resourceType",
            "id",
            "meta",
            "language",
            "text",
            "contained",
            "url",
            "identifier",
            "version",
            "name",
            "title",
        ),
        *(
            "versionAlgorithmString",
            "versionAlgorithmCoding",
            "_title",
            "status",
            "experimental",
            "date",
            "description",
        ),
        *("copyright", "copyrightLabel", "item", "extension", "subjectType"),
    )
)
"""The elements of a Questionnaire that a tree holds, or that say nothing that its readers miss."""

OF_AN_ITEM: Final = frozenset(
    (
        *("id", "linkId", "text", "_text", "type", "enableWhen", "enableBehavior", "required", "repeats", "readOnly"),
        *("answerOption", "answerValueSet", "answerConstraint", "disabledDisplay", "item", "extension"),
    )
)
"""The elements of an item that a tree holds, or that are looked at in their own place."""

EXTENSIONS: Final = frozenset((ITEM_CONTROL, CATEGORY, RELATED, SHORT_TEXT, f"{CORE}questionnaire-choiceOrientation"))
"""The extensions of items and of a Questionnaire that the import reads, or that say only how something looks."""
