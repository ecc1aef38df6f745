"""Addresses for programs that ask in somebody's name; they begin with no language, since a program asks for it."""

from django.urls import path

from hemicycle.accounts.views import programs as accounts
from hemicycle.desk import programs as desk
from hemicycle.network.views import programs as network

app_name = "api"
urlpatterns = [
    path("me", accounts.me, name="me"),
    path("seats", network.seats, name="seats"),
    path("desk", desk.desk, name="desk"),
    path("history/<slug:kind>/<uuid:uid>", desk.history_of, name="history"),
]
