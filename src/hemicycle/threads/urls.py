"""Addresses of threads."""

from django.urls import path

from hemicycle.threads import views

app_name = "threads"
urlpatterns = [path("threads/<uuid:uid>/", views.thread, name="thread")]
