"""Addresses of pages; those of text pages come last, since they match any word."""

from django.urls import path, re_path

from hemicycle.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("preview.png", views.preview, name="preview"),
    re_path(r"^figures/(?P<name>[a-z-]+)\.(?P<extension>svg|png|csv)$", views.figure, name="figure"),
    # Pages that the site itself links to have names; an editor may add others beside them.
    path("about/", views.text, {"slug": "about"}, name="about"),
    path("evidence/", views.text, {"slug": "evidence"}, name="evidence"),
    path("names-and-status/", views.text, {"slug": "names-and-status"}, name="names_and_status"),
    path("data/", views.text, {"slug": "data"}, name="data"),
    path("accessibility/", views.text, {"slug": "accessibility"}, name="accessibility"),
    path("privacy/", views.text, {"slug": "privacy"}, name="privacy"),
    path("<slug:slug>/", views.text, name="text"),
]
