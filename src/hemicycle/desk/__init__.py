"""What awaits a person, across all subjects."""
