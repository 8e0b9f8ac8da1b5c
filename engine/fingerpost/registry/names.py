"""Lists the modules of a package.

In the browser, a shorter module replaces this one and holds the names as they were when the site was built: inspecting
the engine's zip file would need `pkgutil` and `inspect`, which cost more than the engine's own start.
"""

from __future__ import annotations

import pkgutil
import sys


def names_in(package: str) -> list[str]:
    """Return the names of a package's modules, in alphabetical order.

    Args:
        package: The full name of an imported package.
    """
    return sorted(module.name for module in pkgutil.iter_modules(sys.modules[package].__path__))
