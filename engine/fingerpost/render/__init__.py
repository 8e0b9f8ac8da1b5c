"""Renders the HTML of a tree, for the build's pages as well as for the worker's answers."""
