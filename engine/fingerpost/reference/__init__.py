"""The published reference of the format and the findings, generated from the definitions that the reader uses."""
