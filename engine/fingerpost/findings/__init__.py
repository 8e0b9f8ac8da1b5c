"""Findings: the faults that the reader and the checks report, each with its position and a fix."""
