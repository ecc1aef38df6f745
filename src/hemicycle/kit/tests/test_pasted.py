"""Text from word processors and web pages: nothing odd stays, and no word is lost."""

import pytest

from hemicycle.kit.pasted import pasted, pasted_line

WORD = (
    "<!--[if gte mso 9]><xml><o:Settings/></xml><![endif]--><p class=MsoNormal>The hub <b>met</b>&nbsp;in&nbsp;Lusaka"
    "<o:p></o:p></p>\n<p class=MsoListParagraph><span style='font-family:Symbol'>·&nbsp;&nbsp; </span>two\n"
    "guide&shy;lines<o:p></o:p></p><p>See <a href='https://example.org/a?b=1&amp;c=2'>the survey</a>.</p>"
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One\u00a0hub,\u2003two\u2009meetings", "One hub, two meetings"),
        ("co\u00adop\u00ader\u200ba\u2060tion", "cooperation"),
        ("•\tfirst\n▪ second\n\uf0b7 third\no\tfourth", "- first\n- second\n- third\n- fourth"),
        ("one\x0btwo\u2028three\u2029four\r\nfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\u202eb\u2066c\u2069d\x00e\x07f", "abcdef"),
        ("cafe\u0301", "café"),
        ("one\n\n\n\n  two   three  \n", "one\n\ntwo three"),
        ("Quoi\u00a0? «\u00a0Oui\u00a0» 10\u202f000", "Quoi\u00a0? «\u00a0Oui\u00a0» 10\u202f000"),
        ("in 2026\u00a0we met", "in 2026 we met"),
        ("5 < 6 and 7 > 3 & so on", "5 < 6 and 7 > 3 & so on"),
        ("write it with the <p> tag", "write it with the <p> tag"),
        ("o que fizemos\nor else", "o que fizemos\nor else"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<script>steal()</script><b>News</b>", "News"),
        ("<b>a</b> <made-up>b</made-up>", "a <made-up>b</made-up>"),
        ('<p><img src="x" alt="Two clerks"> met</p>', "Two clerks met"),
        (WORD, "The hub met in Lusaka\n\n- two guidelines\n\nSee the survey (https://example.org/a?b=1&c=2)."),
        ('<a href="javascript:alert(1)">Press</a>', "Press"),
        ("<b>a</b><style>p {", "<b>a</b><style>p {"),
        ("<ul><li>one</li><li>two</li></ul>after", "- one\n- two\n\nafter"),
        ("<table><tr><td>Chile</td><td>2019</td></tr><tr><td>Kenya</td></tr></table>", "Chile 2019\n\nKenya"),
    ],
)
def test_what_was_pasted_becomes_what_its_writer_saw(typed, kept):
    assert pasted(typed) == kept


def test_what_was_cleaned_once_stays_as_it_is():
    assert pasted(pasted(WORD)) == pasted(WORD)


def test_a_heading_is_one_line():
    assert pasted_line("<h1>Our\u00a0first\nmeeting</h1>") == "Our first meeting"


def test_endless_and_broken_markup_is_read_in_one_go():
    assert pasted("<b" * 2_000 + "</b>").count("<b") <= 2_000
