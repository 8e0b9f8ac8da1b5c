"""Where the parts are kept between runs. Deleting the folder only costs time."""

from project.paths import CACHE

STORE = CACHE / "runtime"
