"""Whole journeys, architecture, documentation, browser; no unit tests."""
