"""Finds the engine's modules that the browser needs: its door, and everything that the door imports."""

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import TypeGuard

from project.paths import ENGINE

_DOOR = "fingerpost.door"
_REGISTRY = "fingerpost.registry"


def browser_modules() -> dict[str, Path]:
    """Return the engine's modules that the browser needs.

    A package that the registry collects needs all its modules, although no import names them.

    Returns:
        Each module's file by its full name. Imports inside functions count, too.
    """
    found: dict[str, Path] = {}
    waiting = [_DOOR]
    while waiting:
        name = waiting.pop()
        file = _file_of(name)
        if name in found or file is None:
            continue
        found[name] = file
        waiting.append(name.rpartition(".")[0])
        for imported in imports_of(file):
            waiting += [imported, imported.rpartition(".")[0]]
        if _is_collected(file):
            waiting += [f"{name}.{module.stem}" for module in file.parent.glob("*.py") if module != file]
    return dict(sorted(found.items()))


def collected_modules(modules: Mapping[str, Path]) -> dict[str, list[str]]:
    """Return the packages that the registry collects, each with the names of its modules.

    Args:
        modules: The files of all modules by their full names.
    """
    return {
        package: sorted(name.removeprefix(f"{package}.") for name in modules if name.rpartition(".")[0] == package)
        for package, file in modules.items()
        if _is_collected(file)
    }


def imports_of(file: Path) -> set[str]:
    """Return the full names that a module imports when it runs; of `from a import b`, both `a` and `a.b`.

    Args:
        file: The module's file.
    """
    names: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(file.read_bytes())]
    for node in waiting:
        waiting += node.orelse if _is_for_type_checkers(node) else ast.iter_child_nodes(node)
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _is_for_type_checkers(node: ast.AST) -> TypeGuard[ast.If]:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _is_collected(file: Path) -> bool:
    return file.name == "__init__.py" and _REGISTRY in imports_of(file)


def _file_of(module: str) -> Path | None:
    if module.partition(".")[0] != ENGINE.name:
        return None
    base = ENGINE.parent.joinpath(*module.split("."))
    return next((file for file in (base / "__init__.py", base.with_suffix(".py")) if file.is_file()), None)
