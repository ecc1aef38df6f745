"""Addresses of the register, below the language."""

from django.urls import path, re_path

from hemicycle.network import views

app_name = "network"

FORM = r"(?P<form>csv|json)"
FIGURE = r"(?P<form>svg|png|csv)"
KEY = r"(?P<key>[A-Za-z]{2})"

urlpatterns = [
    path("parliaments/", views.parliaments, name="parliaments"),
    re_path(rf"^parliaments\.{FORM}$", views.parliaments_data, name="parliaments_data"),
    re_path(rf"^chambers\.{FORM}$", views.chambers_data, name="chambers_data"),
    re_path(rf"^parliaments/world\.{FIGURE}$", views.world, name="world"),
    path("parliaments/compare/", views.compare, name="compare"),
    path("parliaments/<str:key>.json", views.record, name="record"),
    path("parliaments/<str:key>/", views.parliament, name="parliament"),
    path("parliaments/<str:key>/preview.png", views.preview, name="preview"),
    re_path(rf"^parliaments/{KEY}/(?P<chamber>[\w-]+)\.{FIGURE}$", views.seats, name="seats"),
    path("parliaments/<str:key>/<str:chamber>/", views.chamber, name="chamber"),
    path("regional-bodies/", views.regional_bodies, name="regional_bodies"),
    path("regional-bodies/<str:key>.json", views.record, {"kind": views.REGIONAL}, name="regional_record"),
    path("regional-bodies/<str:key>/", views.regional_body, name="regional_body"),
    path("regional-bodies/<str:key>/preview.png", views.preview, {"kind": views.REGIONAL}, name="regional_preview"),
    re_path(rf"^regional-bodies/(?P<key>[\w-]+)/seats\.{FIGURE}$", views.regional_seats, name="regional_seats"),
]
