"""Reads sheets of ways or of steps, from CSV files and from workbooks."""
