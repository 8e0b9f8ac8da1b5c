"""Hosts that send more than files: policies stricter than the site's own."""

from __future__ import annotations

from faults.fault import LINKS, PLAIN, Fault, Group
from faults.scene import Scene
from watch import FAULTS_OF_THE_ENGINE

POLICIES = {
    "no worker": "worker-src 'none'",
    "no WebAssembly": "script-src 'self'",
    "no requests": "connect-src 'none'",
}
POLICIES_WITHOUT_SCRIPTS = {
    "nothing": "default-src 'none'",
    "no scripts": "script-src 'none'",
    "sandbox": "sandbox",
    "sandbox with scripts": "sandbox allow-scripts",
}


def _send(policies: dict[str, str], scene: Scene, variant: str) -> None:
    scene.server.headers = {"Content-Security-Policy": policies[variant]}
    scene.arrive()


GROUP = Group(
    "Policies of the host",
    order=9,
    faults=(
        Fault(
            name="policy",
            slow=True,
            title="The host's policy refuses the engine, its worker or its requests.",
            how=lambda scene, variant: _send(POLICIES, scene, variant),
            variants=tuple(POLICIES),
            sight=LINKS,
            expected=(*FAULTS_OF_THE_ENGINE, "Content Security Policy"),
        ),
        Fault(
            name="policy-without-scripts",
            slow=True,
            title="The host's policy refuses all scripts.",
            how=lambda scene, variant: _send(POLICIES_WITHOUT_SCRIPTS, scene, variant),
            variants=tuple(POLICIES_WITHOUT_SCRIPTS),
            sight=PLAIN,
            expected=(*FAULTS_OF_THE_ENGINE, "Content Security Policy"),
        ),
    ),
)
