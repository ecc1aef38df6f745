"""Which packages make the site, in the order of the tiers; what stands between a request and a view."""

from hemicycle.project.settings.places import BUILD_DIR, DATA_DIR, DEMO, PACKAGE

HEMICYCLE_PACKAGES = [
    "ui",
    "core",
    "accounts",
    "topics",
    "network",
    "threads",
    "meetings",
    "hubs",
    "steering",
    "innovations",
    "search",
    "notices",
    "desk",
    "pages",
    *(["demo"] if DEMO else []),
]
INSTALLED_APPS = [
    *(f"hemicycle.{name}" for name in HEMICYCLE_PACKAGES),
    "hemicycle.project",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.sites",
    "wagtail.admin",
    "wagtail.search",
    "wagtail",
    "taggit",
    "modelcluster",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "hemicycle.project.middleware.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Kept pages come compressed; this is for answers that are made anew, such as a search and error pages.
    "django.middleware.gzip.GZipMiddleware",
    "hemicycle.project.middleware.known_language",
    "hemicycle.core.counters.one_reading_per_request",
    "hemicycle.core.gone.moved_or_gone",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hemicycle.project.middleware.words_are_given_back",
    "allauth.account.middleware.AccountMiddleware",
    "hemicycle.accounts.middleware.second_factor_first",
    "hemicycle.accounts.middleware.own_time",
    "hemicycle.project.middleware.staff_side",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "hemicycle.project.urls"
WSGI_APPLICATION = "hemicycle.project.wsgi.application"

TEMPLATES = [
    {"NAME": "jinja2", "BACKEND": "hemicycle.ui.templating.Templates", "DIRS": [], "APP_DIRS": False, "OPTIONS": {}},
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

STATIC_URL = "/static/"
STATIC_ROOT = BUILD_DIR / "served"
STATICFILES_DIRS = [BUILD_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31_536_000
SCHEMA_TEMPLATE = PACKAGE / "project" / "schema.sqlite3.xz"

WAGTAIL_SITE_NAME = "Hemicycle"
WAGTAILADMIN_BASE_URL = None
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Editors publish; who checks whose words is decided among them.
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
