"""The tree as data: its model, its format, its compiled form, and what follows from it for any answers."""
