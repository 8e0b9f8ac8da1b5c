"""Compiles the modules of a zip file. Usage: compile_modules.py SOURCES COMPILED OPTIMISE."""

import marshal
import sys
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash

# PEP 552: the file holds its source's hash, and whoever imports it need not look for the source.
_UNCHECKED_HASH = (0b01).to_bytes(4, "little")


def _compiled(name: str, source: bytes, optimise: int) -> bytes:
    code = compile(source, name, "exec", dont_inherit=True, optimize=optimise)
    return MAGIC_NUMBER + _UNCHECKED_HASH + source_hash(source) + marshal.dumps(code)


def main(sources: str, target: str, optimise: str) -> None:
    """Write a zip file with the compiled modules of another."""
    with zipfile.ZipFile(sources) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(f"{name}c", _compiled(name, old.read(name), int(optimise)))


if __name__ == "__main__":
    main(*sys.argv[1:])
