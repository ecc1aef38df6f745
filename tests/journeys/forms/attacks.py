"""What no form should be sent, as bytes on their way to the server."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote_from_bytes, urlencode

from tests.journeys.forms.finding import Form

ENCODED = "application/x-www-form-urlencoded"
SCRIPT = "<script>alert(1)</script>"
HOSTILE = f'{SCRIPT} "><img src=x onerror=alert(1)> {{{{ 7*7 }}}} %s %(x)s'
TURNED = "Words\u202e that turn \u2066around\u2069 and \u200fback"
# As many signs as no field asks for, and fewer bytes than the whole request may have.
HUGE = "Long words " * 95_000
LATE = "Words that somebody wrote for half an hour"
# What is right in no field, or right in a field where it was not expected.
WRONG: Mapping[str, str] = {
    "script": HOSTILE,
    "turned": TURNED,
    "nothing seen": "\u200b\u2060\ufeff\u00ad",
    "zero byte": "a\x00b",
    "zero bytes": "\x00",
    "control signs": "a\x1b[31m\x07\r\nBcc: everybody@example.org\r\n\r\n",
    "many digits": "9" * 5_000,
    "a number too large": "99999999999999999999",
    "below nothing": "-1",
    "no number": "NaN",
    "without end": "1e400",
    "a day that is none": "0000-00-00",
    "the last day": "9999-12-31",
    "path": "../../../../etc/passwd",
    "address": "javascript:alert(1)",
    "mail headers": "a@example.org\r\nBcc: b@example.org",
    "deep": "[" * 50_000,
    "half a sign": json.dumps({"id": "\ud800", "name": "\udfff"}),
    "list": '["a", {"b": null}]',
    "null": "null",
    "many marks": "z" + "\u0301" * 5_000,
    "beyond": "\U0010ffff\ufdd0\uffff",
}
# Files that no form takes, by what they claim to be.
FILES: Mapping[str, bytes] = {
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
    "page.pdf": b"<!doctype html><script>alert(1)</script>\n%PDF-1.7\n%%EOF",
    "both.pdf": b"%PDF-1.7\n%%EOF\n<script>alert(1)</script>PK\x05\x06" + b"\0" * 18,
    "active.pdf": b"%PDF-1.7\n1 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj\n%%EOF",
    "cut.pdf": b"%PDF-1.7\n1 0 obj",
    "picture.png": b"GIF89a<script>alert(1)</script>",
    "empty.xlsx": b"",
    "../../etc/passwd": b"root:x:0:0",
    "a\r\nX-Y: z\u202efdp.exe": b"MZ\x90\0",
    "archive.xlsx": b"PK\x03\x04" + b"\0" * 200,
    "large.pdf": b"%PDF-1.7\n" + b"0" * 11_000_000 + b"\n%%EOF",
}


def bomb() -> bytes:
    """A workbook by its name and its parts, which unpacks to a thousand times its size."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            archive.writestr(part, b" " * 5_000_000)
    return target.getvalue()


# Bytes that are no UTF-8: half of a pair, a sign that is cut off, one that is longer than it need be.
NO_TEXT: Mapping[str, bytes] = {"half a pair": b"a\xed\xa0\x80b", "cut off": b"\xe2\x82", "too long": b"\xc0\xaf"}


@dataclass(frozen=True)
class Sent:
    """One request; `typed` is what somebody wrote themselves and wants back."""

    name: str
    body: bytes
    kind: str = ENCODED
    typed: Mapping[str, str] | None = None


def as_typed(name: str, form: Form, data: Mapping[str, Sequence[str]]) -> Sent:
    given_back = {each.name for each in form.fields if each.is_given_back}
    typed = {field: values[0] for field, values in data.items() if field in given_back and len(values) == 1}
    return Sent(name, urlencode(data, doseq=True).encode(), typed=typed)


def missing(form: Form) -> Iterator[Sent]:
    """Nothing at all, and everything but one field."""
    whole = form.sent()
    yield Sent("nothing", b"")
    yield Sent("only the sign that it is ours", b"csrfmiddlewaretoken=x")
    hidden = {each.name for each in form.fields if each.kind == "hidden"} | {form.button[0] if form.button else ""}
    for name in whole:
        sent = as_typed(f"without {name}", form, {key: value for key, value in whole.items() if key != name})
        # Without what a browser never leaves out it may be another form that comes back.
        yield replace(sent, typed=None) if name in hidden else sent


def huge(form: Form) -> Iterator[Sent]:
    """A megabyte in one field, each field in turn; then more fields, and more bytes, than are taken at all."""
    for name in dict.fromkeys(each.name for each in form.fields):
        yield as_typed(f"{name} huge", form, form.sent({name: HUGE}))
    yield Sent("many fields", urlencode([(f"f{number}", "x") for number in range(2_000)]).encode())
    yield Sent("many values", urlencode([(each.name, "x") for each in form.fields for _time in range(90)]).encode())
    yield Sent("too much", b"x=" + b"a" * 5_100_000)


def wrong(form: Form) -> Iterator[Sent]:
    """Each wrong thing in all fields at once."""
    for what, value in WRONG.items():
        yield as_typed(f"{what} everywhere", form, form.sent(dict.fromkeys(_names(form), value)))


def wrong_in_one(form: Form) -> Iterator[Sent]:
    """Each wrong thing in each field while the others are right, so that it gets as far as it can."""
    for name in _names(form):
        for what, value in WRONG.items():
            yield as_typed(f"{what} in {name}", form, form.sent({name: value}))
        for what, raw in NO_TEXT.items():
            others = {key: value for key, value in form.sent().items() if key != name}
            body = f"{urlencode(others, doseq=True)}&{name}={quote_from_bytes(raw)}"
            yield Sent(f"{what} in {name}", body.encode())


def misshapen(form: Form) -> Iterator[Sent]:
    """What is no form at all, and files where words belong."""
    names = [each.name for each in form.fields] or ["x"]
    yield Sent("JSON", json.dumps(dict.fromkeys(names, "x")).encode(), "application/json")
    yield Sent("another kind", b"\x00\xff", "application/octet-stream")
    yield Sent("kind without a boundary", b"--x\r\n\r\n", "multipart/form-data")
    yield Sent("cut off", b"--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x")
    yield Sent("unknown signs", b"x=%ff%fe&=&&&%", f"{ENCODED}; charset=no-such")
    parts = b"".join(_file_part(name) for name in names)
    yield Sent("files for words", parts + b"--x--\r\n", "multipart/form-data; boundary=x")


def _file_part(name: str) -> bytes:
    head = f'--x\r\nContent-Disposition: form-data; name="{name}"; filename="../../{name}.svg"\r\n'
    return f"{head}Content-Type: image/svg+xml\r\n\r\n<svg>{SCRIPT}</svg>\r\n".encode()


def _names(form: Form) -> list[str]:
    return list(dict.fromkeys(each.name for each in form.fields if each.name != "csrfmiddlewaretoken"))
