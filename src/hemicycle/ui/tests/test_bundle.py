import gzip

import pytest

from hemicycle.ui.bundle import HERE, bundle, found, smaller_script, smaller_style


@pytest.fixture
def built(tmp_path):
    return {path.name: path.read_text(encoding="utf-8") for path in bundle(tmp_path / "static" / "ui")}


def test_one_stylesheet_and_one_script_are_written(built):
    assert list(built) == ["hemicycle.css", "hemicycle.js"]


def test_layers_are_declared_in_order_before_any_rule(built):
    assert built["hemicycle.css"].startswith(
        "@layer tokens,base,layout,components,print;\n@layer tokens{:root{color-scheme: light;"
    )


def test_braces_balance_so_that_no_component_swallows_the_next(built):
    assert built["hemicycle.css"].count("{") == built["hemicycle.css"].count("}")


def test_comments_and_idle_space_are_left_out(tmp_path):
    style = tmp_path / "a.css"
    style.write_text("/* Why. */\n.a > .b ,\n.c { margin: 0 auto; width: calc(1px + 2px); }\n", encoding="utf-8")
    script = tmp_path / "a.js"
    script.write_text('// Why.\nconst a = "// kept";\n\n  /** Why\n   * so. */\n  go();\n', encoding="utf-8")

    assert smaller_style(style) == ".a>.b,.c{margin: 0 auto;width: calc(1px + 2px)}"
    assert smaller_script(script) == 'const a = "// kept";\ngo();'


def test_our_components_come_first_and_each_by_name():
    names = [path.name for path in found("components", "css") if path.parent == HERE / "components"]

    assert names[:2] == ["breadcrumb.css", "button.css"]
    assert names == sorted(names)


def test_what_a_first_visit_moves_stays_light(built):
    weights = {name: len(gzip.compress(text.encode())) for name, text in built.items()}
    scripts = weights["hemicycle.js"] + sum(
        len(gzip.compress((HERE / name).read_bytes())) for name in ("theme.js", "vendor/htmx.min.js")
    )

    assert weights["hemicycle.css"] <= 12_000
    assert scripts <= 18_000
