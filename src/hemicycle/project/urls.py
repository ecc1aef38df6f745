"""Root addresses; every page of ours begins with its language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hemicycle.accounts import doors
from hemicycle.core import files
from hemicycle.pages import views as pages
from hemicycle.project import views

handler400 = "hemicycle.ui.errors.bad_request"
handler403 = "hemicycle.ui.errors.forbidden"
handler404 = "hemicycle.ui.errors.not_found"
handler500 = "hemicycle.ui.errors.server_error"

urlpatterns = [
    path("", views.choose_language, name="root"),
    path("health", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("files/<uuid:uid>", files.serve, name="file"),
    path("media/<path:path>", pages.picture, name="picture"),
    # One way in for everybody, with its second factor and its limits.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="staff_login"),
    # One account for everybody, with its language and its time.
    path("admin/account/", RedirectView.as_view(pattern_name="accounts:home"), name="staff_account"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/", include("hemicycle.project.api")),
    *doors.without_language,
    *i18n_patterns(
        path("", include(doors)),
        path("", include("hemicycle.accounts.urls")),
        path("", include("hemicycle.topics.urls")),
        path("", include("hemicycle.network.urls")),
        path("", include("hemicycle.threads.urls")),
        path("", include("hemicycle.meetings.urls")),
        path("", include("hemicycle.hubs.urls")),
        path("", include("hemicycle.steering.urls")),
        path("", include("hemicycle.innovations.urls")),
        path("", include("hemicycle.search.urls")),
        path("", include("hemicycle.desk.urls")),
        path("", include("hemicycle.notices.urls")),
        *([path("", include("hemicycle.demo.urls"))] if settings.DEMO else []),
        path("", include("hemicycle.pages.urls")),
        prefix_default_language=True,
    ),
]

if settings.DEBUG:
    from hemicycle.ui.gallery import urls as gallery_urls

    urlpatterns += i18n_patterns(path("gallery/", include(gallery_urls)), prefix_default_language=True)
