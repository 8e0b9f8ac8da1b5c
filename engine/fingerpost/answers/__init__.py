"""Answers to a tree: their state, the link that carries it, and the explanation of it."""
