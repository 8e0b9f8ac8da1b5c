"""Browsers that lack something, or whose settings refuse it."""

from __future__ import annotations

import re
from collections.abc import Callable

from faults.fault import LINKS, PLAIN, WORKS, Fault, Group
from faults.scene import Scene, html
from watch import FAULTS_OF_THE_ENGINE

LACKING = {
    "service workers": "if (self.Navigator) delete Navigator.prototype.serviceWorker;",
    "compression": "delete self.CompressionStream; delete self.DecompressionStream;",
    "idle callbacks": "delete self.requestIdleCallback; delete self.cancelIdleCallback;",
    "ResizeObserver": "delete self.ResizeObserver;",
    "IntersectionObserver": "delete self.IntersectionObserver;",
    "dialog": "delete self.HTMLDialogElement;",
    "digests": "if (self.SubtleCrypto) delete Crypto.prototype.subtle;",
    "random ids": "if (self.Crypto) delete Crypto.prototype.randomUUID;",
    "clipboard": "if (self.Navigator) delete Navigator.prototype.clipboard;",
    "timeouts of requests": "delete AbortSignal.timeout;",
    "visibility checks": "if (self.Element) delete Element.prototype.checkVisibility;",
    "performance": "delete Performance.prototype.getEntriesByType; delete self.PerformanceObserver;",
}
"""What only makes the site quicker or more convenient, each with the script that takes it away."""

NO_WORKER = {
    "none at all": "delete self.Worker;",
    "no modules": """self.Worker = class {
      constructor(address, options) { if (options?.type === "module") throw new TypeError("no modules"); }
    };""",
    # Older Firefox took a module for a script, and told it with an event.
    "modules taken for scripts": """self.Worker = class extends EventTarget {
      constructor() { super(); setTimeout(() => this.dispatchEvent(new ErrorEvent("error", { message: "import" }))); }
      postMessage() {}
      terminate() {}
    };""",
}


def lacking(scripts: dict[str, str]) -> Callable[[Scene, str], None]:
    """Return how a browser lacks something, in its pages and in its workers."""

    def bring_about(scene: Scene, variant: str) -> None:
        scene.in_pages(scripts[variant])
        scene.in_worker(scripts[variant])
        scene.arrive()

    return bring_about


def _without_module_scripts(scene: Scene, _: str) -> None:
    # A browser ignores a script of a type that it does not know.
    scene.spoil("index.html", lambda page: html(re.sub(b'type="?module"?', b'type="unknown"', page)))
    scene.arrive()


GROUP = Group(
    "Browsers",
    order=8,
    faults=(
        Fault(
            name="no-javascript",
            title="JavaScript is off.",
            how=lambda scene, _: scene.arrive(),
            sight=PLAIN,
            options={"java_script_enabled": False},
        ),
        Fault(
            name="no-module-scripts",
            slow=True,
            title="The browser is too old for module scripts.",
            how=_without_module_scripts,
            sight=PLAIN,
        ),
        Fault(
            name="no-webassembly",
            title="The browser has no WebAssembly, or its settings turn it off.",
            how=lacking({"": "delete self.WebAssembly;"}),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="no-worker",
            slow=True,
            title="The browser has no workers, or none that take modules.",
            how=lacking(NO_WORKER),
            variants=tuple(NO_WORKER),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="no-bigint",
            slow=True,
            title="The browser has no numbers of any length (BigInt).",
            # Playwright itself needs the arrays in a page.
            how=lacking({"": "delete self.BigInt; if (!self.document) { delete self.BigInt64Array; }"}),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="lacking",
            slow=True,
            title="An older browser lacks what only makes the site quicker or more convenient.",
            how=lacking(LACKING),
            variants=tuple(LACKING),
            sight=WORKS,
            expected=("IntersectionObserver is not defined",),  # the theme's own
        ),
    ),
)
