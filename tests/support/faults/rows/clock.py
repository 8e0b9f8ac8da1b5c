"""Faults of the device's clock."""

from __future__ import annotations

from faults.fault import Fault, Group
from faults.scene import Scene
from site_server import Reply

WRONG = {"early": "1980-01-01T00:00:00Z", "late": "2200-01-01T00:00:00Z"}


def _wrong(scene: Scene, variant: str) -> None:
    scene.page.clock.set_fixed_time(WRONG[variant])
    scene.arrive()


def _jumps(scene: Scene, _: str) -> None:
    """Let an hour pass at once while the engine starts, as on a device that sleeps, and then set the clock back."""
    scene.spoil("pyodide.asm.wasm", lambda module: Reply(200, module, {"Content-Type": "application/wasm"}, delay=2))
    scene.page.clock.install()
    scene.arrive()
    scene.page.clock.fast_forward("01:00:00")
    scene.page.clock.set_system_time(0)


GROUP = Group(
    "Clock of the device",
    order=10,
    faults=(
        Fault(
            name="clock-wrong",
            slow=True,
            title="The clock of the device is wrong.",
            how=_wrong,
            variants=tuple(WRONG),
        ),
        Fault(
            name="clock-jumps",
            title="The device sleeps, or its clock jumps, while the engine starts.",
            how=_jumps,
            slow=True,
        ),
    ),
)
