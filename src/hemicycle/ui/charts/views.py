"""Charts as downloads."""

from collections.abc import Callable

from django.http import Http404, HttpResponse

from hemicycle.kit.charts import Chart

from . import export

TYPES = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}


def download(request_language: str, chart: Chart, extension: str) -> HttpResponse:
    """Hand out a chart as `svg`, `png` or `csv`, with its key and language as file name; all else is not found."""
    makers: dict[str, Callable[[], str | bytes]] = {
        "svg": lambda: export.svg(chart, request_language),
        "png": lambda: export.png(chart, request_language),
        "csv": lambda: export.csv(chart),
    }
    if extension not in makers:
        raise Http404
    response = HttpResponse(makers[extension](), content_type=TYPES[extension])
    name = f"{chart.key}.csv" if extension == "csv" else f"{chart.key}-{request_language}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Language"] = request_language
    # A file from our address must not become a page that runs: SVG can carry script.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
