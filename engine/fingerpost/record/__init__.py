"""The written result: what was asked, answered, recommended and ruled out, why, and what is still to confirm."""
