"""Imported at every start: explains a failed import of a module that Python itself has."""

import sys


class _LeftOut:
    """Asked last. The site has only the modules of Python's standard library that its engine imports."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> None:
        if name.partition(".")[0] in sys.stdlib_module_names:
            raise ModuleNotFoundError(f"'{name}' is not part of this site's Python library", name=name)


sys.meta_path.append(_LeftOut)  # pyright: ignore[reportArgumentType] - Python asks for no more than find_spec
