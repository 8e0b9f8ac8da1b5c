"""Reads files of other programs into tree files, with a finding for each part that a tree can't hold."""
