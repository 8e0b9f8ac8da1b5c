"""The folder that caches the parts between runs. Deleting it only costs time."""

from project.paths import CACHE

STORE = CACHE / "runtime"
