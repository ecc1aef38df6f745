"""A drawing that leaves the site: blocks of words and pictures one below the other."""

from markupsafe import escape

from hemicycle.ui.languages import direction_of

from .palette import colours, marks
from .svg import Script, element, num
from .typesetting import STRONG, TEXT, TITLE, broken, rule

MARGIN = 32
STYLES = {"words": TEXT, "strong": STRONG, "title": TITLE}


class Sheet:
    """Paper of a given width that grows downwards; `y` is where the next block begins."""

    def __init__(self, language: str, width: float, margin: float = MARGIN) -> None:
        self.language = language
        self.script = Script(direction_of(language), standalone=True)
        self.width = width
        self.margin = margin
        self.y: float = margin
        self.parts: list[str] = []

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def side(self, along: float) -> float:
        """Where a distance from the beginning of the lines lies."""
        return self.width - self.margin - along if self.script.mirrored else self.margin + along

    def write(self, text: str, name: str, size: float, room: float | None = None, along: float = 0) -> None:
        """Write words in as many lines as they take, and move below them."""
        for line in broken(text, STYLES[name], size, room or self.room):
            self.y += 1.4 * size
            self.put(line, name, size, along)

    def put(self, text: str, name: str, size: float, along: float, *, side: str = "start") -> None:
        """Write one line with its foot a little above `y`, without moving."""
        style = STYLES[name]
        self.parts.append(
            element(
                "text",
                self.script.words(text),
                class_="sheet-title" if style is TITLE else f"sheet-{name}",
                x=self.side(along),
                y=self.y - 0.3 * size,
                font_size=size,
                text_anchor=self.script.anchor(side),
            )
        )

    def place(self, body: str, along: float, width: float, height: float, box: str = "") -> None:
        """Place a picture with its top at `y`, without moving; `box` is its own system of units."""
        start = self.side(along) - (width if self.script.mirrored else 0)
        own = {"viewBox": box} if box else {}
        self.parts.append(
            element("svg", body, x=start, y=self.y, width=width, height=height, overflow="visible", **own)
        )

    def finished(self, title: str, description: str) -> str:
        """Give the whole file."""
        height = self.y + self.margin
        paper = element("rect", width=self.width, height=height, fill=colours()["paper"])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{num(self.width)}" height="{num(height)}"'
            f' viewBox="0 0 {num(self.width)} {num(height)}" role="img" xml:lang="{self.language}">'
            f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
            f"<style>{self.stylesheet()}</style>{paper}{''.join(self.parts)}</svg>"
        )

    def stylesheet(self) -> str:
        """Give the rules that the marks and words need."""
        ink, quiet = colours()["ink"], colours()["ink-quiet"]
        rules = {
            "text": rule(TEXT, self.language),
            ".sheet-words": f"fill:{quiet}",
            ".sheet-strong": f"fill:{ink};{rule(STRONG, self.language)}",
            ".sheet-title": f"fill:{ink};{rule(TITLE, self.language)}",
            ".tile-word": rule(STRONG, "en"),
            ".latin": f'font-family:"{TEXT.latin}",sans-serif',
            ".sheet-title .latin": f'font-family:"{TITLE.latin}",serif',
            ".arabic": f'font-family:"{TEXT.arabic}",serif',
        }
        return " ".join(f"{name}{{{declared}}}" for name, declared in rules.items()) + f" {marks()}"
