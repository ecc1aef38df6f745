"""Addresses of the calendar and of meetings, below the language."""

from django.urls import path, re_path

from hemicycle.meetings import views

app_name = "meetings"

urlpatterns = [
    path("calendar/", views.calendar, name="calendar"),
    path("calendar.ics", views.calendar_file, name="calendar_file"),
    re_path(r"^calendar\.(?P<form>csv|json)$", views.calendar_data, name="calendar_data"),
    path("calendar/new/", views.announce, name="announce"),
    path("calendar/mine/", views.mine, name="mine"),
    path("calendar/mine/<str:token>.ics", views.own_file, name="own_file"),
    path("calendar/registered/", views.registered, name="registered"),
    path("calendar/not-coming/", views.unregistered, name="unregistered"),
    path("calendar/<uuid:uid>.ics", views.meeting_file, name="meeting_file"),
    path("calendar/<uuid:uid>.json", views.meeting_data, name="meeting_data"),
    path("calendar/<uuid:uid>/", views.meeting, name="meeting"),
    path("calendar/<uuid:uid>/edit/", views.edit, name="edit"),
    path("calendar/<uuid:uid>/words/", views.words, name="words"),
    path("calendar/<uuid:uid>/people/", views.people, name="people"),
]
