"""`fingerpost ask`: answers a tree in the terminal."""

from __future__ import annotations

import argparse
import sys
import textwrap
from dataclasses import dataclass
from typing import Final, TextIO

from fingerpost.answers.state import State
from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, add_json, add_tree, sound_tree
from fingerpost.cli.terminal import print_json, show
from fingerpost.render.whose import marked_plain
from fingerpost.text.markup import Text
from fingerpost.tree.model import UNSURE, Question

_WIDTH = 100

_COMMANDS: Final = {
    "?": "help",
    "help": "help",
    "u": UNSURE,
    "unsure": UNSURE,
    "b": "back",
    "back": "back",
    "q": "quit",
    "quit": "quit",
}


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    add_json(parser, "write the result as JSON, and the questions to standard error")


def run(arguments: argparse.Namespace) -> int:
    """Ask until an outcome is decided, nothing is left to ask, or the reader stops."""
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    conversation = _Conversation(State(tree, {}), sys.stderr if arguments.json else sys.stdout)
    finished = conversation.hold()
    if arguments.json:
        print_json(conversation.result())
    return 0 if finished else FOUND


@dataclass(slots=True)
class _Conversation:
    """Questions and answers in the terminal.

    Attributes:
        state: The tree with the answers so far, in the order given.
        out: Where the questions go.
    """

    state: State
    out: TextIO

    def hold(self) -> bool:
        """Ask until the end; return False if the input ended before an outcome was decided."""
        self._say(self.state.tree.title.plain)
        while True:
            position = self.state.position
            if position.decided is not None or not position.open:
                self._show_result()
                return True
            question = self.state.tree.questions[position.open[0]]
            self._show_question(question)
            command = self._answer_to(question)
            if command == "quit":
                self._say("", "You stopped before an outcome was decided.")
                return True
            if command == "end":
                self._say("", f"The input ended at the question '{question.id}', before an outcome was decided.")
                return False
            if command == "back":
                self._go_back()
            else:
                self.state = self.state.after(question.id, command)

    def result(self) -> dict[str, object]:
        """Return the position of the answers, in the JSON form that the command documents."""
        return {
            "answers": self.state.answers,
            "possible": self.state.position.possible,
            "decided": self.state.position.decided,
            "link": self.state.link,
        }

    def _answer_to(self, question: Question) -> str:
        """Return an answer's id, `unsure`, or a command; show help if asked for it."""
        while True:
            self.out.write("> ")
            self.out.flush()
            line = sys.stdin.readline()
            if not sys.stdin.isatty():
                # A terminal shows what is typed; a transcript needs it written out.
                show(line.strip(), self.out)
            if not line:
                return "end"
            given = line.strip().casefold()
            chosen = _chosen(question, given) or _COMMANDS.get(given)
            if chosen == "help":
                self._show_help(question)
            elif chosen is None or (chosen == UNSURE and not question.unsure_allowed):
                self._say(f"'{line.strip()[:80]}' is not one of the answers. {_accepted(question)}")
            else:
                return chosen

    def _go_back(self) -> None:
        if self.state.answers:
            self.state = self.state.without(list(self.state.answers)[-1])
        else:
            self._say("This is the first question.")

    def _show_question(self, question: Question) -> None:
        self._say("", question.ask.plain)
        self._say_if(question.reason)
        for number, answer in enumerate(question.answers, start=1):
            note = "" if answer.note is None else f": {answer.note.plain}"
            self._say(f"  {number}. {answer.label.plain}{note}")
        self._say(_accepted(question))

    def _show_help(self, question: Question) -> None:
        if question.help is None and question.more is None and question.unsure is None:
            self._say("There are no notes for this question.")
        self._say_if(question.help)
        self._say_if(question.more)
        if question.unsure is not None:
            self._say(f"If you are not sure: {marked_plain(question.unsure)}")

    def _show_result(self) -> None:
        tree, position = self.state.tree, self.state.position
        self._say("")
        if position.decided is None:
            self._say("Several outcomes are still possible:")
            for outcome in position.possible:
                self._say(f"  - {tree.outcomes[outcome].title.plain}")
        else:
            outcome = tree.outcomes[position.decided]
            self._say(f"Outcome: {outcome.title.plain}")
            self._say_if(outcome.summary)
            if position.open:
                self._say("The outcome is the same either way: the questions left can't change it.")
        self._say("", "Your answers:")
        for question_id in position.counted:
            self._show_answer(tree.questions[question_id], self.state.answers[question_id])
        self._say("")
        if position.decided is not None and (page := tree.outcomes[position.decided].page) is not None:
            self._say(f"Page: {page}")
        # A link is not wrapped, however long it is, so that it can be copied.
        show(f"Link: {self.state.link}", self.out)

    def _show_answer(self, question: Question, answer_id: str) -> None:
        answer = question.answer(answer_id)
        label = "Not sure" if answer is None else answer.label.plain
        self._say(f"  - {question.ask.plain} {label}")
        if answer is not None and answer.because is not None:
            self._say(f"    {marked_plain(answer.because)}")

    def _say_if(self, text: Text | None) -> None:
        if text is not None:
            self._say(marked_plain(text), "")

    def _say(self, *texts: str) -> None:
        """Write texts, with wrapped lines indented like their first line."""
        for line in "\n".join(texts).split("\n"):
            indent = " " * (len(line) - len(line.lstrip(" -")))
            lines = textwrap.wrap(line, _WIDTH, subsequent_indent=indent, break_on_hyphens=False)
            show(lines or "", self.out)


def _chosen(question: Question, given: str) -> str | None:
    """Return the answer with this number, id or label."""
    if given.isascii() and given.isdigit():
        number = int(given[:9])
        return question.answers[number - 1].id if 0 < number <= len(question.answers) else None
    for answer in question.answers:
        if given in (answer.id, answer.label.plain.casefold()):
            return answer.id
    return None


def _accepted(question: Question) -> str:
    """Return a hint about the possible input."""
    unsure = ", u for not sure" if question.unsure_allowed else ""
    return f"Enter 1 to {len(question.answers)}, or ? for notes{unsure}, b for back, q to stop."


COMMAND = Command(
    order=600,
    help="Answer a tree in the terminal",
    define=define,
    run=run,
    status_1="the tree has errors, or the input ends before an outcome",
)
