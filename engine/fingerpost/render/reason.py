"""The reasons for a result, in sentences."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.standing import answer_label
from fingerpost.render.whose import marked
from fingerpost.text.markup import Text, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Answer, Question


def reasons(explanation: Explanation) -> tuple[Text, ...]:
    """Return why the outcome is the result: the reason given for the answer that decides it.

    If "not sure" leaves several branches, each has such an answer. An answer without a reason is itself named.
    """
    state = explanation.state
    questions = state.tree.questions
    found = [
        answer.because or _named(questions[question], answer)
        for question in explanation.deciding
        if (answer := questions[question].answer(state.answers[question])) is not None
    ]
    return tuple({marked(text): text for text in found}.values())


def _named(question: Question, answer: Answer) -> Text:
    html = (
        escape(say("why-answer", question="\0", label="\1"))
        .replace("\0", marked(question.ask))
        .replace("\1", answer_label(question, answer.id))
    )
    return Text(say("why-answer", question=question.ask.plain, label=answer.label.plain), html)
