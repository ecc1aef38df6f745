"""The colour of a hub: what contrast it has, and what it becomes on dark ground.

Contrast is that of WCAG 2.2 (relative luminance of sRGB, section "contrast ratio"); text needs 4.5 to 1.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hemicycle.kit.colours import contrast, lightened
from hemicycle.ui.formatting import format_number

ENOUGH = 4.5
HEXADECIMAL = re.compile("#[0-9a-f]{6}")
# The grounds on which headings and links of a hub stand, light and dark; they are those of tokens.css, by test.
LIGHT_GROUND = "#fdfcf9"
DARK_GROUND = "#11161d"


def check_accent(colour: str) -> None:
    """Raise ValidationError if words in this colour cannot be read on the light ground."""
    if not colour:
        return
    if not HEXADECIMAL.fullmatch(colour):
        raise ValidationError({"accent": _("Write the colour as a sign and six digits, such as #1a5c8b.")})
    found = contrast(colour, LIGHT_GROUND)
    if found < ENOUGH:
        message = _("Words in this colour are hard to read: the contrast is %(found)s, and %(least)s are needed.")
        told = {"found": format_number(found, 1), "least": format_number(ENOUGH, 1)}
        advice = _("Choose a darker one.")
        raise ValidationError({"accent": f"{message % told} {advice}"})


def sheet(colour: str) -> str:
    """The style sheet of a hub's page: one custom property, once for each ground."""
    dark = lightened(colour, against=DARK_GROUND, least=ENOUGH)
    return (
        f":root{{--hub:{colour}}}"
        f'@media (prefers-color-scheme:dark){{:root:not([data-theme="light"]){{--hub:{dark}}}}}'
        f':root[data-theme="dark"]{{--hub:{dark}}}\n'
    )
