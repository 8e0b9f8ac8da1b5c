"""The tree as data: its model, its format, its compiled form, and what holds for it whatever is answered."""
