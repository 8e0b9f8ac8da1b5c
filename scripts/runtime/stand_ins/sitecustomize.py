"""Imported at every start: says why an import fails of which Python itself has the module."""

import sys


class _LeftOut:
    """Asked last. The site carries only what its engine imports of Python's standard library."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> None:
        if name.partition(".")[0] in sys.stdlib_module_names:
            raise ModuleNotFoundError(f"'{name}' is not part of this site's Python library", name=name)


sys.meta_path.append(_LeftOut)  # pyright: ignore[reportArgumentType] - Python asks for no more than find_spec
