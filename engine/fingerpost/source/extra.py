"""The error for libraries that an extra of the package installs."""

from __future__ import annotations


class ExtraMissingError(ModuleNotFoundError):
    """Libraries of an extra are not installed; the message says how to install them."""

    def __init__(self, task: str, extra: str, fault: ModuleNotFoundError) -> None:
        """Name the extra.

        Args:
            task: What needs the libraries, at the start of a sentence.
            extra: The extra that installs them.
            fault: The error of the import.
        """
        super().__init__(
            f"{task} needs packages that are not installed ({fault.name}). "
            f"Install them with: pip install 'fingerpost[{extra}]'",
            name=fault.name,
        )
