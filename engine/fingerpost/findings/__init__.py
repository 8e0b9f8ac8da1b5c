"""What a check, a reader and a comparison report: findings with a place and a fix."""
