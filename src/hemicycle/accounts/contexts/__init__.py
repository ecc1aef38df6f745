"""What the pages of accounts receive."""
