"""Addresses of the demonstration."""

from django.urls import path

from hemicycle.demo import views

app_name = "demo"
urlpatterns = [path("demo/", views.demo, name="demo")]
