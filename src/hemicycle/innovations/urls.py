"""Addresses of cases, use cases and their spread, below the language."""

from django.urls import path, re_path

from hemicycle.innovations import views

app_name = "innovations"

FORM = r"(?P<form>csv|json)"
FIGURE = r"(?P<form>svg|png|csv)"

urlpatterns = [
    path("cases/", views.cases, name="cases"),
    re_path(rf"^cases\.{FORM}$", views.cases_data, name="cases_data"),
    re_path(rf"^cases/by-country\.{FIGURE}$", views.cases_chart, name="cases_chart"),
    path("cases/new/", views.begin, name="begin"),
    path("cases/new/alike/", views.alike, name="alike"),
    path("cases/<slug:slug>/edit/", views.resume, name="resume"),
    path("cases/<slug:slug>/edit/<slug:step>/", views.step, name="step"),
    path("cases/<slug:slug>/hand-in/", views.hand_in, name="hand_in"),
    path("cases/<slug:slug>/review/", views.review, name="review"),
    path("cases/<slug:slug>/words/", views.words, name="words"),
    path("cases/<slug:slug>/confirm/", views.confirm, name="confirm"),
    path("cases/<slug:slug>/adopt/", views.adopt, name="adopt"),
    path("cases/<slug:slug>/withdraw/", views.withdraw, name="withdraw"),
    path("cases/<slug:slug>/translate/<slug:language>/", views.translate, name="translate"),
    path("cases/<slug:slug>.json", views.case_data, name="case_data"),
    path("cases/<slug:slug>/", views.case, name="case"),
    path("cases/<slug:slug>/preview.png", views.case_preview, name="case_preview"),
    path("use-cases/", views.use_cases, name="use_cases"),
    re_path(rf"^use-cases\.{FORM}$", views.use_cases_data, name="use_cases_data"),
    path("use-cases/<slug:slug>.json", views.use_case_data, name="use_case_data"),
    path("use-cases/<slug:slug>/", views.use_case, name="use_case"),
    path("use-cases/<slug:slug>/preview.png", views.use_case_preview, name="use_case_preview"),
    path("spread/", views.spread, name="spread"),
    re_path(rf"^spread\.{FORM}$", views.spread_data, name="spread_data"),
]
