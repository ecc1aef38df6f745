"""What the linters cannot see of the shape of the house."""
