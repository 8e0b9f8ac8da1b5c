"""Lists the modules of a package.

The browser has a shorter module in place of this one, with the names as they stood when the site was built: looking
into the engine's zip file there would take `pkgutil` and `inspect`, which are longer than the engine's own start.
"""

from __future__ import annotations

import pkgutil
import sys


def names_in(package: str) -> list[str]:
    """Return the names of a package's modules, in alphabetical order.

    Args:
        package: The full name of a package that is imported.
    """
    return sorted(module.name for module in pkgutil.iter_modules(sys.modules[package].__path__))
