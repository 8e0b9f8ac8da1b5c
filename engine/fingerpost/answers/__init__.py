"""Answers to a tree: the state that they make, the link that carries it, and all that can be said about it."""
