"""What awaits a person, and what happened to a record, across all subjects."""
