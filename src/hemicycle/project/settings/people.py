"""People, sessions and what their browsers are told."""

from hemicycle.project.oidc import providers
from hemicycle.project.settings.places import SECURE, env

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["hemicycle.network.backends.OfficeBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:home"
LOGOUT_REDIRECT_URL = "root"
# One way in for everybody: the content system's own doors stay shut.
WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hemicycle.ui.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

# django-allauth: its parts for second factors, sessions and providers; the pages and the codes are our own.
ACCOUNT_ADAPTER = "hemicycle.accounts.adapters.Accounts"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Whoever typed a code has proven the address already.
ACCOUNT_EMAIL_VERIFICATION = "none"
# By network and never by account alone; see hemicycle.accounts.limits.
ACCOUNT_RATE_LIMITS = {"login_failed": "30/5m/ip"}
MFA_ADAPTER = "hemicycle.accounts.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A passkey is unlocked by a finger, a face or a PIN, and so counts as two factors.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
# Clocks of telephones are wrong by seconds.
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "hemicycle.accounts.adapters.Providers"
# Identity providers of parliaments, as TOML; best kept in a file that HEMICYCLE_OIDC_FILE names.
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": providers(env.text("HEMICYCLE_OIDC"))}
}
