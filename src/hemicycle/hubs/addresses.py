"""Addresses of running a hub, and of what it made, told, planned and keeps."""

from django.urls import path

from hemicycle.hubs.views import belonging, keeping, offering, planning, reporting, running, shown, telling

ADDRESSES = [
    path("hubs/offer/", offering.offer, name="offer"),
    path("hubs/offers/<uuid:uid>/", offering.offered, name="offered"),
    path("hubs/state/", offering.states, name="states"),
    path("hubs/<slug:slug>/state/", offering.state, name="state"),
    path("hubs/<slug:slug>/join/", belonging.join, name="join"),
    path("hubs/<slug:slug>/plan/<int:year>/", planning.plan, name="plan"),
    path("hubs/<slug:slug>/outputs/<uuid:uid>/", shown.output, name="output"),
    path("hubs/<slug:slug>/updates/<uuid:uid>/", shown.update, name="update"),
    path("hubs/<slug:slug>/papers/", shown.papers, name="papers"),
    path("hubs/<slug:slug>/reports/<int:year>/", reporting.report, name="report"),
    path("hubs/<slug:slug>/reports/<int:year>.csv", reporting.report_data, name="report_data"),
    path("hubs/<slug:slug>/run/", running.run, name="run"),
    path("hubs/<slug:slug>/run/settings/", running.settings, name="run_settings"),
    path("hubs/<slug:slug>/run/words/", running.words, name="run_words"),
    path("hubs/<slug:slug>/run/people/", running.people, name="run_people"),
    path("hubs/<slug:slug>/run/members/", belonging.members, name="run_members"),
    path("hubs/<slug:slug>/run/plan/<int:year>/", planning.planning, name="run_plan"),
    path("hubs/<slug:slug>/run/outputs/new/", telling.new_output, name="run_new_output"),
    path("hubs/<slug:slug>/run/outputs/<uuid:uid>/", telling.output, name="run_output"),
    path("hubs/<slug:slug>/run/updates/new/", telling.new_update, name="run_new_update"),
    path("hubs/<slug:slug>/run/updates/<uuid:uid>/", telling.update, name="run_update"),
    path("hubs/<slug:slug>/run/papers/", keeping.papers, name="run_papers"),
    path("hubs/<slug:slug>/run/reports/<int:year>/", reporting.reporting, name="run_report"),
]
