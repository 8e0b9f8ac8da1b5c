"""The HTML of a tree, drawn once in Python for both places: the build's pages and the worker's answers."""
