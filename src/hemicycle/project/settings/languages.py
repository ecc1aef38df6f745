"""Five languages from the first page on; how countries are named."""

from pathlib import Path

from hemicycle.project.settings.places import BUILD_DIR, PACKAGE, env

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español"), ("pt", "Português"), ("ar", "العربية")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
# Ours, and what the build borrows for the content system's screens.
LOCALE_PATHS = [PACKAGE / "locale", BUILD_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# A file of country,language,name that stands over the shipped (CLDR) names; empty for the shipped names alone.
COUNTRY_NAMES = Path(env.text("HEMICYCLE_COUNTRY_NAMES")) if env.text("HEMICYCLE_COUNTRY_NAMES") else None

# The dotted path of a provider of machine drafts (`kit.translation.Provider`); empty for none.
TRANSLATION_PROVIDER = env.text("HEMICYCLE_TRANSLATION_PROVIDER")
