"""Faults of the device's clock."""

from __future__ import annotations

from faults.fault import Fault, Group
from faults.scene import Scene

WRONG = {"early": "1980-01-01T00:00:00Z", "late": "2200-01-01T00:00:00Z"}


def _wrong(scene: Scene, variant: str) -> None:
    scene.page.clock.set_fixed_time(WRONG[variant])
    scene.arrive()


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
            quick=("early",),
        ),
    ),
)
