"""Checks a letter that was handed in by its content."""

from hemicycle.core import papers
from hemicycle.core.papers import Paper, PaperRefused
from hemicycle.network.states import LETTER_BYTES

__all__ = ["Paper", "PaperRefused", "checked"]


def checked(content: bytes, *, name: str = "letter", most: int = LETTER_BYTES) -> Paper:
    """A PDF, or a picture of a page as JPEG or PNG, without anything hung on; it is called what we call it."""
    return papers.checked(content, name=name, most=most)
