"""Addresses of accounts."""

from django.urls import path

from hemicycle.accounts import views

app_name = "accounts"
urlpatterns = [path("enter/<uuid:uid>/<str:token>/", views.enter, name="enter")]
