"""Addresses of hubs, below the language."""

from django.urls import path, re_path

from hemicycle.hubs import views
from hemicycle.hubs.addresses import ADDRESSES
from hemicycle.hubs.views import discussions

app_name = "hubs"

FORM = r"(?P<form>csv|json)"
FIGURE = r"(?P<form>svg|png|csv)"

urlpatterns = [
    path("hubs/", views.hubs, name="hubs"),
    re_path(rf"^hubs\.{FORM}$", views.hubs_data, name="hubs_data"),
    re_path(rf"^hubs/world\.{FIGURE}$", views.world, name="world"),
    path("hubs/outputs/", views.outputs, name="outputs"),
    re_path(rf"^hubs/outputs\.{FORM}$", views.outputs_data, name="outputs_data"),
    path("hubs/updates/", views.updates, name="updates"),
    re_path(rf"^hubs/updates\.{FORM}$", views.updates_data, name="updates_data"),
    *ADDRESSES,
    path("hubs/<slug:slug>.json", views.hub_data, name="hub_data"),
    path("hubs/<slug:slug>/", views.hub, name="hub"),
    path("hubs/<slug:slug>/look.css", views.look_sheet, name="look"),
    re_path(rf"^hubs/(?P<slug>[-\w]+)/members\.{FIGURE}$", views.members_chart, name="members_chart"),
    path("hubs/<slug:slug>/discussions/", discussions.discussions, name="discussions"),
    path("hubs/<slug:slug>/discussions/<uuid:uid>/", discussions.discussion, name="discussion"),
    path("hubs/<slug:slug>/discussions/<uuid:uid>/close/", discussions.close_discussion, name="discussion_close"),
]
