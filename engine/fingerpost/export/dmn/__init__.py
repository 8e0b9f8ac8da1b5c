"""A tree as DMN 1.3: one decision table, or one decision a question."""
