"""Makes the mutants of a module: each is its source with one small change inside a function.

The changes are those of mutmut. Its own runner is not used: it leaves out every function with a decorator, which is a
third of the engine's core, cached properties above all.
"""

from __future__ import annotations

import ast
import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import libcst as cst
from mutmut.mutation.mutators import mutation_operators

_NOT_CHANGED = ("len", "isinstance", "cast")
"""Functions whose calls are left as they are: their changes end in an exception, or only matter to a type checker."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One function with one change.

    Attributes:
        function: The qualified name of the function, without its module.
        change: The lines that differ, before and after; with a number if the same change is made at several places.
        code: The compiled function.
    """

    function: str
    change: str
    code: CodeType


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module, except those that compile to what was there before."""
    source = path.read_text(encoding="utf-8")
    module = cst.parse_module(source)
    original = compile(source, path, "exec")
    for name, function in _functions(module, ""):
        before = _code_of(original, name)
        tried = {source}
        met: Counter[str] = Counter()
        for node in _nodes(function.body):
            for changed in _changes_of(node):
                text = module.deep_replace(node, changed)
                mutated = text.code if isinstance(text, cst.Module) else source
                if mutated in tried:
                    continue
                tried.add(mutated)
                code = _compiled(mutated, path, name)
                if code is None or (code.co_code, code.co_consts) == (before.co_code, before.co_consts):
                    continue
                change = _difference(source, mutated)
                met[change] += 1
                yield Mutant(name, change if met[change] == 1 else f"{change} ({met[change]})", code)


def made_at_import(path: Path) -> CodeType | None:
    """Return the code that makes again what a module made with its own functions when it was imported, if anything."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    ours = {statement.name for statement in module.body if isinstance(statement, ast.FunctionDef)}
    module.body = [
        statement
        for statement in module.body
        if isinstance(statement, (ast.Assign, ast.AnnAssign))
        and any(
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ours
            for node in ast.walk(statement)
        )
    ]
    return compile(module, path, "exec") if module.body else None


def _functions(node: cst.Module | cst.ClassDef, prefix: str) -> Iterator[tuple[str, cst.FunctionDef]]:
    body = node.body if isinstance(node, cst.Module) else node.body.body
    for statement in body:
        if isinstance(statement, cst.FunctionDef):
            yield prefix + statement.name.value, statement
        elif isinstance(statement, cst.ClassDef):
            yield from _functions(statement, f"{prefix}{statement.name.value}.")


def _nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield a node and all that are inside it, but no annotations and nothing that is evaluated with a definition."""
    yield node
    for child in node.children:
        if isinstance(child, (cst.Annotation, cst.Parameters, cst.Decorator)):
            continue
        if isinstance(child, cst.Call) and isinstance(child.func, cst.Name) and child.func.value in _NOT_CHANGED:
            for argument in child.args[1 if child.func.value == "cast" else 0 :]:
                yield from _nodes(argument)
            continue
        yield from _nodes(child)


def _changes_of(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from operator(node)


def _compiled(source: str, path: Path, name: str) -> CodeType | None:
    try:
        return _code_of(compile(source, path, "exec"), name)
    except SyntaxError:
        return None


def _code_of(module: CodeType, name: str) -> CodeType:
    waiting = [module]
    for code in waiting:
        if code.co_qualname == name:
            return code
        waiting += [inside for inside in code.co_consts if isinstance(inside, CodeType)]
    raise LookupError(name)


def _difference(before: str, after: str) -> str:
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    gone, come = (
        " ".join(" ".join(line[2:].split()) for line in lines if line.startswith(sign)) for sign in ("- ", "+ ")
    )
    return f"{gone} -> {come}"
