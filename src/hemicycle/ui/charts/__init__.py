"""The house charts on pages, in downloads and in link previews."""

from .shown import Shown, shown

__all__ = ["Shown", "shown"]
