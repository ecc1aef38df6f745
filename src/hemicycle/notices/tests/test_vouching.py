"""Whose word counts on who sent a letter, and what in it is only a remark."""

import pytest

from hemicycle.notices.incoming.vouching import vouches_for

SENDER = "somebody@parliament.example"
PASSES = "dmarc=pass (p=reject) header.from=parliament.example"


@pytest.fixture(autouse=True)
def _trusted(settings):
    settings.MAIL_TRUSTED = "mx.example.org"


def letter(*results: str) -> bytes:
    heads = "".join(f"Authentication-Results: {result}\r\n" for result in results)
    return f"{heads}From: {SENDER}\r\nSubject: Hello\r\n\r\nHello\r\n".encode()


@pytest.mark.parametrize(
    "results",
    [
        (f"mx.example.org; {PASSES}",),
        (f"MX.example.org 1; spf=fail smtp.mailfrom=other.example; dkim=pass header.d=parliament.example; {PASSES}",),
        ("mx.example.org;\r\n dmarc=pass (policy=none)\r\n header.from=Parliament.Example",),
        # The topmost of ours counts; of others none.
        (f"mx.example.org; {PASSES}", "mx.example.org; dmarc=fail header.from=parliament.example"),
        ("mx.other.example; dmarc=fail header.from=parliament.example", f"mx.example.org; {PASSES}"),
    ],
)
def test_the_trusted_server_vouches(results):
    assert vouches_for(letter(*results), SENDER) is True


@pytest.mark.parametrize(
    "results",
    [
        (),
        ("",),
        ("mx.example.org; none",),
        (f"mx.other.example; {PASSES}",),
        (f"mx.example.org.evil.example; {PASSES}",),
        ("mx.example.org; dmarc=fail header.from=parliament.example",),
        ("mx.example.org; dmarc=none header.from=parliament.example",),
        ("mx.example.org; dmarc=passable header.from=parliament.example",),
        ("mx.example.org; dmarc=pass",),
        ("mx.example.org; dmarc=pass header.from=evil.example",),
        ("mx.example.org; dmarc=pass header.from=parliament.example.evil.example",),
        ("mx.example.org; dkim=pass header.d=parliament.example; spf=pass smtp.mailfrom=parliament.example",),
        # What a sender wrote below what our server found.
        ("mx.example.org; dmarc=fail header.from=parliament.example", f"mx.example.org; {PASSES}"),
        (f"mx.example.org; {PASSES}; dmarc=fail header.from=parliament.example",),
        # Remarks and quotations, in which a sender has a say.
        (f"mx.example.org; spf=fail (sender says; {PASSES}) smtp.mailfrom=evil.example",),
        (f"mx.example.org; spf=fail (a (b) \\) ; {PASSES}) smtp.mailfrom=evil.example",),
        (f'mx.example.org; spf=pass smtp.mailfrom="x; {PASSES}"@evil.example',),
        (f'mx.example.org; spf=pass smtp.mailfrom="x\\"; {PASSES}"@evil.example',),
        (f'mx.example.org; spf=pass (" ) smtp.mailfrom=x"; {PASSES}',),
        (f"(mx.example.org; {PASSES}",),
        (f'"mx.example.org; {PASSES}',),
    ],
)
def test_nobody_else_vouches_and_no_trick_makes_it_so(results):
    assert vouches_for(letter(*results), SENDER) is False


def test_without_the_setting_nobody_is_believed(settings):
    settings.MAIL_TRUSTED = ""

    assert vouches_for(letter(f"; {PASSES}", f"mx.example.org; {PASSES}"), SENDER) is False


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"Authentication-Results: " + b"(" * 100_000])
def test_what_cannot_be_read_is_vouched_for_by_nobody(content):
    assert vouches_for(content, SENDER) is False
