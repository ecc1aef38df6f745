"""What each page of the register receives."""

from hemicycle.network.contexts.compared import ComparisonPage, comparison_page
from hemicycle.network.contexts.listing import ParliamentsPage, parliaments_page
from hemicycle.network.contexts.profile import ProfilePage, profile_page

__all__ = [
    "ComparisonPage",
    "ParliamentsPage",
    "ProfilePage",
    "comparison_page",
    "parliaments_page",
    "profile_page",
]
