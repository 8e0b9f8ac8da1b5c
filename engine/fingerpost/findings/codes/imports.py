"""Codes of findings about files of other programs."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="import-unreadable",
        severity="error",
        meaning="The file is not of the format that was asked for, or it is damaged.",
        fix="Save it again in the program that it comes from, or name its format with `--from`.",
        wrong="The command names a DMN file that was cut off in the middle.",
    ),
    Code(
        name="import-too-large",
        severity="error",
        meaning="The file is larger or deeper than a tree that people can maintain, or its rules would become such a "
        "tree.",
        fix="Import it in parts, or check that this is the right file.",
        wrong="A table asks 30 questions, and each of its rows depends on all of them.",
    ),
    Code(
        name="import-unsafe",
        severity="error",
        meaning="The file defines entities or refers to other files. Nothing of it is read.",
        fix="Delete the document type (`<!DOCTYPE …>`), or save the file again in the program that it comes from.",
        wrong="A DMN file starts with `<!DOCTYPE definitions SYSTEM …>`.",
    ),
    Code(
        name="import-no-equivalent",
        severity="error",
        meaning="A tree can't express this part of the file, so the file is not imported.",
        fix="Write the part in a way that a tree can express: a question with a fixed choice of answers, and one "
        "outcome for each rule.",
        wrong="A cell of a decision table is `< 18`. Two columns that ask “Under 18?” and “Over 65?” can be imported.",
    ),
    Code(
        name="import-left-out",
        severity="warning",
        meaning="A tree has no place for this part of the file, which changes no result. It is left out.",
        fix="Read it, and write what readers need into the help of a question or on the page of an outcome.",
        wrong="The rules of a decision table have annotations.",
    ),
    Code(
        name="import-guessed",
        severity="warning",
        meaning="The file does not say which answers a question has. Those that its rules name are taken.",
        fix="Add the answers that are missing to the question, or name all of them in the file and import it again.",
        wrong="A column of a decision table has no list of allowed values.",
    ),
    Code(
        name="import-unknown-value",
        severity="error",
        meaning="A rule names a value that its question does not allow, so nobody can give that answer.",
        fix="Correct the value, or add it to the allowed ones.",
        wrong='A column allows `"yes","no"`, and a rule names `"maybe"`.',
    ),
    Code(
        name="import-contradiction",
        severity="error",
        meaning="Two rules fit the same answers and give different results. The tree has the result of the first.",
        fix="Correct one of the rules in the file and import it again, or correct the tree.",
        wrong='A table with the hit policy `UNIQUE` has two rows for `"yes"`.',
    ),
    Code(
        name="import-gap",
        severity="error",
        meaning="No rule fits some answers. In the tree, they lead to an outcome that says so.",
        fix="Add a rule to the file and import it again, or let these answers lead elsewhere in the tree.",
        wrong='A column allows `"yes","no"`, and the only row is for `"yes"`.',
    ),
    Code(
        name="import-bad-row",
        severity="error",
        meaning="A row of a sheet has no outcome, no answer, or more cells than the heading, so it is left out.",
        fix="Complete the row and import the sheet again.",
        wrong="The last row has answers, and its outcome is empty.",
    ),
    Code(
        name="import-formula",
        severity="error",
        meaning="A cell has a formula. Formulas are never computed, so the row or the column is left out.",
        fix="Put the value in place of the formula: copy the cell, and paste the value alone.",
        wrong="The cell of an outcome is `=B2`.",
    ),
    Code(
        name="import-merged-cells",
        severity="warning",
        meaning="Cells of a sheet are merged. Their text is taken for each of them.",
        fix="Check the rows. To be safe, unmerge the cells and repeat the text.",
        wrong="One cell with the text “Yes” spans 3 rows.",
    ),
    Code(
        name="import-unknown-column",
        severity="warning",
        meaning="A column of a sheet is neither a question nor an outcome, so it is left out.",
        fix="Give the column a heading. Questions stand before the column of the outcome.",
        wrong="A column “Comment” stands behind the column “Outcome”.",
    ),
    Code(
        name="import-encoding",
        severity="warning",
        meaning="The file is not in UTF-8 and does not name its encoding. It is read as Windows-1252.",
        fix="Look for wrong letters in the tree. To be safe, save the sheet as “CSV UTF-8”.",
        wrong="The sheet was saved as “CSV (comma delimited)”, and it holds an “é”.",
    ),
    Code(
        name="import-no-label",
        severity="error",
        meaning="An arrow out of a question has no words, so nobody could choose it as an answer.",
        fix="Write the answer on the arrow.",
        wrong="The flowchart has the line `question --> room` beside `question -->|No| call`.",
    ),
)
