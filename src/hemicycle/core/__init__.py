"""Mechanisms only: journal, catalogue, listings, texts, files. Core knows no subject."""
