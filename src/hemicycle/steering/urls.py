"""Addresses of the steering committee, below the language."""

from django.urls import path, re_path

from hemicycle.steering import views

app_name = "steering"

urlpatterns = [
    path("steering/", views.committee, name="committee"),
    path("steering/seats/", views.seats, name="seats"),
    path("steering/seats/<uuid:uid>/", views.seat, name="seat"),
    path("steering/centre/", views.centre, name="centre"),
    path("steering/advised/", views.advised, name="advised"),
    path("steering/sittings/new/", views.call, name="call"),
    path("steering/sittings/<uuid:uid>/", views.sitting, name="sitting"),
    path("steering/sittings/<uuid:uid>.json", views.sitting_data, name="sitting_data"),
    path("steering/sittings/<uuid:uid>/agenda/", views.agenda, name="agenda"),
    path("steering/sittings/<uuid:uid>/papers/", views.papers, name="papers"),
    path("steering/sittings/<uuid:uid>/minutes/", views.minutes, name="minutes"),
    path("steering/sittings/<uuid:uid>/decide/", views.decide, name="decide"),
    path("steering/procedures/", views.procedures, name="procedures"),
    path("steering/procedures/new/", views.ask, name="ask"),
    path("steering/procedures/<uuid:uid>/", views.procedure, name="procedure"),
    path("steering/procedures/<uuid:uid>/papers/", views.procedure_papers, name="procedure_papers"),
    path("steering/procedures/<uuid:uid>/words/", views.procedure_words, name="procedure_words"),
    path("steering/procedures/<uuid:uid>/close/", views.close, name="close"),
    path("steering/decisions/", views.decisions, name="decisions"),
    re_path(r"^steering/decisions\.(?P<form>csv|json)$", views.decisions_data, name="decisions_data"),
    path("steering/decisions/<uuid:uid>/", views.decision, name="decision"),
    path("steering/decisions/<uuid:uid>.json", views.decision_data, name="decision_data"),
    path("steering/decisions/<uuid:uid>/settle/", views.settle, name="settle"),
    path("steering/decisions/<uuid:uid>/follow-up/", views.follow_up, name="follow_up"),
    path("steering/decisions/<uuid:uid>/words/", views.decision_words, name="decision_words"),
]
