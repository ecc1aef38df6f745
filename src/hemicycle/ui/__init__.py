"""How every page looks: `show`, the page and frame it draws, tokens, layouts and components."""

from hemicycle.ui.frame import Frame
from hemicycle.ui.show import Page, show

__all__ = ["Frame", "Page", "show"]
