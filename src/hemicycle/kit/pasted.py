"""Text that was pasted from a word processor or a web page, as the plain paragraphs that its writer saw."""

import re
from html.parser import HTMLParser

from hemicycle.kit.typed import plain

# Characters by which one line or page ends in other programs.
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What is not seen and parts or joins nothing; joiners (200C, 200D) are letters' business in several scripts.
UNSEEN = re.compile("[\u00ad\u200b\u2060\u180e]")
SPACES = re.compile("[\t\u2000-\u200a\u205f\u3000\u1680]")
# A space that must not break is kept where typography asks for it: in figures, and beside French punctuation.
FIRM = re.compile(r"(?<![\d«])[\u00a0\u202f](?![;:!?»%\d])|(?<=\d)[\u00a0\u202f](?![;:!?»%\d])")
# Marks that word processors set before the lines of a list, among them those of symbol fonts.
BULLET = re.compile(r"^[ ]*(?:[•‣⁃▪▫●○◦∙■□➢➔►▶\u00b7\uf000-\uf0ff][ \u00a0]*|[o§][\t\u00a0][ \t\u00a0]*)", re.MULTILINE)
SEVERAL = re.compile(" {2,}")
EMPTY_LINES = re.compile(r"\n{3,}")


def _tags(names: str) -> tuple[str, ...]:
    return tuple(names.split())


INLINE = _tags("a abbr b big cite code del em font i img ins mark o:p q s small span strike strong sub sup u")
PARAGRAPHS = _tags("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre")
LINES = _tags(
    "address article aside body br caption center dd div dt fieldset figcaption figure footer form header hr html main "
    "nav section tbody thead title tr"
)
HIDDEN = _tags("script style head xml template noscript object")
STARTS = {**dict.fromkeys(PARAGRAPHS, "\n\n"), **dict.fromkeys(LINES, "\n"), "li": "\n- ", "td": " ", "th": " "}
ENDS = {**dict.fromkeys(PARAGRAPHS, "\n\n"), **dict.fromkeys(LINES, "\n"), "br": "", "li": "", "td": "", "th": ""}
TAGS = frozenset((*INLINE, *STARTS, *HIDDEN, "meta", "link"))
# Whoever writes of "the <p> tag" means these signs; whoever pasted a page has closed its tags.
MARKUP = re.compile(rf"</(?:{'|'.join(sorted(TAGS, key=len, reverse=True))})\s*>|<br\s*/?>|<!--\[if", re.IGNORECASE)


def pasted(text: str) -> str:
    """Paragraphs and list lines without what the writer did not see; no word is lost."""
    text = BREAKS.sub("\n", text)
    if MARKUP.search(text):
        text = without_markup(text)
    text = BULLET.sub("- ", UNSEEN.sub("", text))
    text = plain(FIRM.sub(" ", SPACES.sub(" ", text)))
    text = "\n".join(SEVERAL.sub(" ", line).strip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", text).strip()


def pasted_line(text: str) -> str:
    """The same on one line."""
    return " ".join(pasted(text).split())


def without_markup(text: str) -> str:
    """The words of a piece of HTML: blocks on lines of their own, the addresses of links behind their words.

    What would hide everything that follows is no markup that anybody pasted, and stays as it was typed.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return text if reader.hidden else "".join(reader.parts)


class _Reader(HTMLParser):
    """Collects words; of tags that HTML does not have, the signs are words too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        self.links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in HIDDEN:
            self.hidden += 1
        elif tag == "a":
            self.links.append((given.get("href", ""), len(self.parts)))
        elif tag == "img":
            self._say(given.get("alt", ""))
        else:
            self._say(STARTS.get(tag, "" if tag in TAGS else self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What closes itself hides nothing."""
        if tag not in HIDDEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "a" and self.links:
            self._close_link()
        else:
            self._say(ENDS.get(tag, "" if tag in TAGS else f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        # A line break in the source of a page is a blank to its reader.
        self._say(data.replace("\n", " "))

    def _close_link(self) -> None:
        address, place = self.links.pop()
        words = "".join(self.parts[place:])
        if address.startswith(("https://", "http://", "mailto:")) and address.removeprefix("mailto:") not in words:
            self._say(f" ({address.removeprefix('mailto:')})")

    def _say(self, words: str) -> None:
        if not self.hidden:
            self.parts.append(words)
