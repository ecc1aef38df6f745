"""Addresses of the desk and of the history of any record."""

from django.urls import path

from hemicycle.desk import views

app_name = "desk"
urlpatterns = [
    path("desk/", views.desk, name="desk"),
    # Other packages lead here by `core.history.address_of`.
    path("history/<slug:kind>/<uuid:uid>/", views.history, name="history"),
]
