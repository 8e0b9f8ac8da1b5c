"""The plan: the needs of one undertaking, each with its answers, and what they come to together."""
