"""Addresses of the desk."""

from django.urls import path

from hemicycle.desk import views

app_name = "desk"
urlpatterns = [path("desk/", views.desk, name="desk")]
