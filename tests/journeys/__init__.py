"""Whole ways through the site, one for each promise of the README, without a browser."""
