"""Writes a tree in the formats of other programs. A format says what of a tree it can't hold, and leaves that out."""
