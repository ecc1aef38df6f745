"""Tests of the whole site's settings, command and answers."""
