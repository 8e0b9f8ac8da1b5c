"""Many cases at once: rows of answers in, what each leads to out."""
