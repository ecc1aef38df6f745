"""Draws a table whose cells are shaded by class; on pages it is a table."""

from markupsafe import Markup

from hemicycle.kit.charts import HeatTable, depth

from .words import heading_words, measured


def shade(chart: HeatTable, value: float | None) -> str:
    """Give the class of a value's shade: `s0` to `s4`, or `sx` when nothing is known."""
    band = chart.band(value)
    return "sx" if band is None else f"s{depth(band, len(chart.bands))}"


def table(chart: HeatTable) -> Markup:
    """Write the table for a page; values are written out, so that the shades only help the eye."""
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(column) for column in chart.columns)
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row.label,
            Markup("").join(
                Markup('<td class="{}">{}</td>').format(shade(chart, value), measured(value, chart.measure))
                for value in row.values
            ),
        )
        for row in chart.heat_rows
    )
    return Markup(
        '<div class="chart-table" role="region" tabindex="0" aria-labelledby="chart-{}-reading">'
        "<table><thead><tr><td>{}</td>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(chart.key, chart.row_label or heading_words("item"), head, body)
