"""People, sessions and what their browsers are told."""

from hemicycle.project.settings.places import SECURE

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["hemicycle.network.backends.OfficeBackend"]
LOGIN_URL = "/admin/login/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hemicycle.ui.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
