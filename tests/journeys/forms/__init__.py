"""Finds every form of the site and sends it what no form should be sent."""
