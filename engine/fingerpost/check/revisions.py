"""Rules about the changes of outcome that old links are told of."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.changes_since import comes_after
from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding


def unknown_revised_answers(subject: Subject) -> Iterator[Finding]:
    """A revision can only concern answers of the present tree: those are what an old link comes to."""
    for revision in subject.tree.revised.values():
        for question_id, answer_id in revision.when.items():
            path = ("revised", revision.id, "when", question_id)
            question = subject.tree.questions.get(question_id)
            if question is None:
                hint = subject.guess(question_id, subject.tree.questions, "Name the question by its present id.")
                yield subject.finding("revision-unknown-question", path, f"There is no question '{question_id}'.", hint)
            elif question.answer(answer_id) is None:
                known = [answer.id for answer in question.answers]
                hint = subject.guess(answer_id, known, f"It has {', '.join(known)}.")
                message = f"The question '{question_id}' has no answer '{answer_id}'."
                yield subject.finding("revision-unknown-answer", path, message, hint)


def later_editions(subject: Subject) -> Iterator[Finding]:
    """Old links can only be told what an earlier edition said, or what this one has changed."""
    tree = subject.tree
    listed = [(("editions", str(number)), edition) for number, edition in enumerate(tree.editions)]
    revised = [(("revised", revision.id, "edition"), revision.edition) for revision in tree.revised.values()]
    for path, edition in (*listed, *revised):
        if comes_after(edition, tree.edition):
            message = f"The edition '{edition}' comes after '{tree.edition}', the tree's own."
            yield subject.finding("later-edition", path, message, "Name an edition that comes before it.")
