"""Plain Python for the rest of the house: no Django is imported here."""
