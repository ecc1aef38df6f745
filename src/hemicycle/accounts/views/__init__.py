"""What people see and press: coming in, mailed deeds, and what belongs to their account."""
