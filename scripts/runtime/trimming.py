"""Pyodide as a browser fetches it: without the parts that only packages written in C could use.

Pyodide's WebAssembly module exports 9,700 names, and its script has a statement for thousands of them, so that such
packages find them. A site with a tree loads no package. Names that nobody else uses are removed from both: Binaryen
then removes the code that the remaining names do not reach, and Rollup the unused code in the script. Everything else
is unchanged.
"""

import json
import re
import shutil
import tempfile
from pathlib import Path

from project.commands import output_of, run
from project.paths import NODE_MODULES, ROOT, VENV, program
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of
from runtime.esbuild import esbuild
from runtime.store import STORE

STOCK = NODE_MODULES / "pyodide"
"""Pyodide as npm installs it."""

FOLDER = STORE / "pyodide"
"""The trimmed Pyodide; with its list of packages, so that Node can run it, too."""

LOADER = FOLDER / "pyodide.mjs"
SCRIPT = FOLDER / "pyodide.asm.js"
MODULE = FOLDER / "pyodide.asm.wasm"
PACKAGE_LIST = FOLDER / "pyodide-lock.json"
FILES = (LOADER, SCRIPT, MODULE, PACKAGE_LIST)

_SHAKE_MODULE = Path(__file__).with_name("shake_module.mjs")
_INPUTS = (ROOT / "package-lock.json", Path(__file__), _SHAKE_MODULE, Path(__file__).with_name("esbuild.py"))
_ROLLUP = NODE_MODULES / "@rollup" / "wasm-node" / "dist" / "bin" / "rollup"

# A name that the script only passes on, in Emscripten's notation: a function of the module or an address in its memory,
# or a function of the script itself.
_HANDED_ON = re.compile(
    r'var _(?P<name>[\w$]+)=Module\["_(?P=name)"\]=(?:wasmExports\["(?P=name)"\]|\d+);'
    r'|Module\["_(?P<function>[\w$]+)"\]=_(?P=function);'
)
# The functions of the script that the module may import, and the form in which the script itself uses one of them.
_OFFERED = re.compile(r"(?<=var wasmImports=\{)[\w$:,]+(?=\};)")
_IMPORTED_BY_NAME = re.compile(r'wasmImports\["([\w$]+)"\]')
_WORD = re.compile(r"[\w$]+")
_PROPERTY = re.compile(r"""(?<=[."'])[\w$]+""")

_CHANGED = (
    "Pyodide has changed: look at how it names its exports, and correct scripts/runtime/trimming.py "
    "and shake_module.mjs beside it."
)


def build() -> None:
    """Make Pyodide for the browser, unless it is up to date.

    Raises:
        StepError: It could not be made.
    """
    stamp = Stamp("browser-pyodide", digest_of(_INPUTS))
    if stamp.is_current and all(path.is_file() for path in FILES):
        skipped("Pyodide for the browser")
        return
    stamp.remove()
    with step("Removing the parts of Pyodide that only packages need"):
        STORE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=STORE) as temporary:
            folder = Path(temporary) / "pyodide"
            folder.mkdir()
            for path in FILES:
                shutil.copyfile(STOCK / path.name, folder / path.name)
            _leave_out(folder / SCRIPT.name, folder / MODULE.name, folder / LOADER.name)
            esbuild(
                *(folder / SCRIPT.name, f"--outfile={folder / SCRIPT.name}", "--minify", "--allow-overwrite"),
                "--log-level=error",
                problem=f"{SCRIPT.name} could not be minified",
            )
            shutil.rmtree(FOLDER, ignore_errors=True)
            folder.replace(FOLDER)
    stamp.write()


def _leave_out(script: Path, module: Path, loader: Path) -> None:
    text = script.read_text(encoding="utf-8")
    own, handed_on = _HANDED_ON.subn("", text)
    offered = _OFFERED.search(own)
    if not handed_on or offered is None:
        raise StepError(f"{script.name} is not written as expected.", _CHANGED)
    own = own.replace(offered.group(), "") + loader.read_text(encoding="utf-8")
    imported, exported = _shake_module(module, set(_WORD.findall(own)))
    imported |= set(_IMPORTED_BY_NAME.findall(own))
    properties = set(_PROPERTY.findall(own))

    def asked_for(statement: re.Match[str]) -> str:
        name, function = statement["name"], statement["function"]
        asked = f"_{function}" in properties if function else name in exported
        return statement.group() if asked else ""

    text = _HANDED_ON.sub(asked_for, text)
    used = (entry for entry in offered.group().split(",") if entry.partition(":")[0] in imported)
    script.write_text(text.replace(offered.group(), ",".join(used)), encoding="utf-8")
    run(
        [program(VENV, "node"), _ROLLUP, script, "--file", script, "--format", "es", "--silent"],
        problem=f"{script.name} could not be made shorter",
    )


def _shake_module(module: Path, names: set[str]) -> tuple[set[str], set[str]]:
    """Remove all exports except some, with the code that only they need; return the remaining imports and exports."""
    asked = module.with_name("names.json")
    asked.write_text(json.dumps(sorted(names)), encoding="utf-8")
    printed = output_of([program(VENV, "node"), _SHAKE_MODULE, module, asked], timeout=600)
    asked.unlink()
    if printed is None:
        raise StepError(f"{module.name} could not be made smaller.", _CHANGED)
    imports, exports = json.loads(printed)
    return set(imports), set(exports)
