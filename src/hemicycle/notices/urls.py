"""Addresses of notices."""

from django.conf import settings
from django.urls import path

from hemicycle.notices import views

app_name = "notices"
urlpatterns = [
    path("mail/", views.care, name="care"),
    path("mail/<slug:what>/<uuid:uid>/", views.decide, name="decide"),
    path("mail/posted/", views.posted, name="posted"),
    path("mail/unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
]

if settings.MAIL_FOLDER:
    # A node that sends its mails has no such addresses at all.
    urlpatterns += [
        path("dev/mail/", views.folder, name="folder"),
        path("dev/mail/<uuid:uid>/", views.found, name="found"),
        path("dev/mail/<uuid:uid>/html/", views.found_page, name="found_page"),
    ]
