"""Pages of notices: the way out of mails, what awaits an operator, the folder of an embedded node."""

from hemicycle.notices.views.care import care, decide
from hemicycle.notices.views.folder import folder, found, found_page
from hemicycle.notices.views.leaving import unsubscribe
from hemicycle.notices.views.posting import posted

__all__ = ["care", "decide", "folder", "found", "found_page", "posted", "unsubscribe"]
