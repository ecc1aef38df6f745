"""Addresses of the vocabulary, below the language."""

from django.urls import path

from hemicycle.topics import views

app_name = "topics"
urlpatterns = [
    path("topics/", views.topics, name="topics"),
    path("topics/<slug:branch>/", views.branch, name="branch"),
    path("topics/<slug:branch>/<slug:slug>/", views.topic, name="topic"),
]
