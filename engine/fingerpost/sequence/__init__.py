"""Sequence diagrams: their text, the words of an example in it, the picture, and its steps in words."""
