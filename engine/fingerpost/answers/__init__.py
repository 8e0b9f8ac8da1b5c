"""A set of answers to a tree: its link, its position, what is left to ask, and why."""
