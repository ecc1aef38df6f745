"""Joins tokens, layers, components and elements of all packages into one stylesheet and one script."""

import re
from pathlib import Path

from django.apps import apps

OUR_APPS = "hemicycle."
HERE = Path(__file__).parent / "static" / "ui"
# Later layers win over earlier ones, whatever their selectors weigh.
LAYERS = ("tokens", "base", "layout", "components", "print")

CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CSS_SPACE = re.compile(r"\s+")
CSS_AROUND = re.compile(r" ?([{};,>]) ?")
SCRIPT_COMMENT = re.compile(r"^\s*(//[^\n]*|/\*\*.*?\*/\s*?)$", re.MULTILINE | re.DOTALL)


def bundle(target: Path) -> list[Path]:
    """Write `hemicycle.css` and `hemicycle.js` into the folder `target` and say what was written."""
    target.mkdir(parents=True, exist_ok=True)
    stylesheet = target / "hemicycle.css"
    script = target / "hemicycle.js"
    stylesheet.write_text(joined_styles(), encoding="utf-8")
    script.write_text(joined_scripts(), encoding="utf-8")
    return [stylesheet, script]


def joined_styles() -> str:
    """Every stylesheet in its cascade layer, tokens first."""
    layers = {
        "tokens": [HERE / "tokens.css"],
        "base": [HERE / "base.css"],
        "layout": [HERE / "layout.css"],
        "components": found("components", "css"),
        "print": [HERE / "print.css"],
    }
    bodies = (f"@layer {name}{{{''.join(map(smaller_style, layers[name]))}}}" for name in LAYERS)
    return "\n".join([f"@layer {','.join(LAYERS)};", *bodies, ""])


def joined_scripts() -> str:
    """Every custom element, each closed in itself so that none sees another's names."""
    bodies = (f"(()=>{{\n{smaller_script(path)}\n}})();" for path in found("elements", "js"))
    return "\n".join(['"use strict";', *bodies, ""])


def found(folder: str, ending: str) -> list[Path]:
    """The files of one kind in `static/<package>/<folder>/` of all our packages, ours first, each by name."""
    ours = [config for config in apps.get_app_configs() if config.name.startswith(OUR_APPS)]
    ours.sort(key=lambda config: (config.label != "ui", config.label))
    return [
        path
        for config in ours
        for path in sorted((Path(config.path) / "static" / config.label / folder).glob(f"*.{ending}"))
    ]


def smaller_style(path: Path) -> str:
    """A stylesheet without comments and idle space."""
    text = CSS_SPACE.sub(" ", CSS_COMMENT.sub("", path.read_text(encoding="utf-8")))
    return CSS_AROUND.sub(r"\1", text).replace(";}", "}").strip()


def smaller_script(path: Path) -> str:
    """A script without whole-line comments, indentation and empty lines."""
    text = SCRIPT_COMMENT.sub("", path.read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
