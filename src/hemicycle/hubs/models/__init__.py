"""The tables of hubs, by noun."""

from hemicycle.hubs.models.hub import Hub, HubPaper
from hemicycle.hubs.models.members import Correspondent, Discussion, Membership
from hemicycle.hubs.models.telling import Output, Update, YearReport
from hemicycle.hubs.models.work import Activity, Plan

__all__ = [
    "Activity",
    "Correspondent",
    "Discussion",
    "Hub",
    "HubPaper",
    "Membership",
    "Output",
    "Plan",
    "Update",
    "YearReport",
]
