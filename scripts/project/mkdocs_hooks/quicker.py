"""What lets MkDocs come to the same site sooner. MkDocs loads this file by itself, as mkdocs.yml says."""

import gc
import hashlib
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig

_ROOT = Path(__file__).parents[3]  # MkDocs loads this file alone: project.paths is not to be had
_CACHE = _ROOT / ".cache" / "templates"


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - MkDocs gives it
    """Look for no garbage in a build, which ends before it would matter; called by MkDocs."""
    if command == "build":
        gc.disable()


def on_config(config: MkDocsConfig) -> None:
    """Give the theme's templates to MkDocs compiled, as the last build left them; called by MkDocs."""
    # What compiles them, and with which settings. That a template itself is the same, Jinja checks.
    locked = _ROOT / "requirements" / "dev.txt"
    decides = [sys.version.encode(), *(Path(file).read_bytes() for file in (locked, config.config_file_path))]
    version = hashlib.sha256(b"\0".join(decides)).hexdigest()
    environment_of_theme = config.theme.get_env

    def get_env() -> Environment:
        environment = environment_of_theme()
        environment.loader = WithoutHidden(config.theme.dirs)
        environment.bytecode_cache = KeptTemplates(_CACHE, version)
        return environment

    config.theme.get_env = get_env


def on_post_build(config: MkDocsConfig) -> None:  # noqa: ARG001 - MkDocs gives it
    """Let Python end without looking for garbage either; called by MkDocs."""
    if not gc.isenabled():
        gc.freeze()


class WithoutHidden(FileSystemLoader):
    """Lists no files in hidden folders: MkDocs would look at 14,000 icons there, and copy none."""

    def list_templates(self) -> list[str]:
        """Return the names of all other files; called by Jinja."""
        found: set[str] = set()
        for base in self.searchpath:
            for place, folders, files in os.walk(base):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(place, name).relative_to(base).as_posix() for name in files)
        return sorted(found)


class KeptTemplates(BytecodeCache):
    """Compiled templates, each in a file that begins with the digest of the rest: a damaged one counts for nothing."""

    def __init__(self, folder: Path, version: str) -> None:
        """Leave nothing in the folder but templates of one version.

        Args:
            folder: Where the templates are kept; it is made where it is missing.
            version: Stands for everything that decides how a template is compiled.
        """
        self._folder = folder / version
        for old in folder.glob("*"):
            if old != self._folder:
                shutil.rmtree(old, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja a template; called by Jinja."""
        with suppress(OSError):
            content = (self._folder / bucket.key).read_bytes()
            digest, code = content[:32], content[32:]
            if hashlib.sha256(code).digest() == digest:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; called by Jinja."""
        code = bucket.bytecode_to_string()
        (self._folder / bucket.key).write_bytes(hashlib.sha256(code).digest() + code)
