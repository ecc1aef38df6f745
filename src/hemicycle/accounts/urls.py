"""Addresses of accounts."""

from django.urls import path

from hemicycle.accounts.views import deed, entry

app_name = "accounts"
urlpatterns = [
    path("enter/<uuid:uid>/<str:token>/", entry.enter, name="enter"),
    path("deeds/<str:token>/", deed.show_deed, name="deed"),
]
