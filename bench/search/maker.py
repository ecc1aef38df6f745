"""Composes as many records as asked, in five languages, from the shipped vocabulary and a file of sentences."""

import csv
import random
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from hemicycle.core.catalogue import Record

HERE = Path(__file__).parent
TOPICS = HERE.parents[1] / "src" / "hemicycle" / "topics" / "data" / "topics.csv"
LANGUAGES = ("en", "fr", "es", "pt", "ar")
SYLLABLES = {
    "ar": ("با", "تو", "جا", "حو", "خي", "دا", "رو", "سي", "شا", "صو", "طي", "فو", "قي", "كا", "لو", "مي", "نا"),
    "": ("ba", "co", "di", "fe", "gu", "la", "mo", "ni", "pe", "ru", "sa", "to", "vi", "xo", "ze", "bra", "dro", "tri"),
}
REGIONS = ("africa", "americas", "asia", "europe", "oceania")
BRANCHES = ("practice", "work", "technology", "policy")
NO_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ"}
SENTENCES_A_TEXT = 9
RARE_WORDS = 6_000


@dataclass(frozen=True)
class Parts:
    """What the sentences of one language are filled with."""

    titles: list[str]
    leads: list[str]
    sentences: list[str]
    topics: dict[str, str]
    places: dict[str, str]
    tail: list[str]


def parts_by_language(dice: random.Random) -> dict[str, Parts]:
    sentences = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))
    with TOPICS.open(encoding="utf-8", newline="") as file:
        topics = [row for row in csv.DictReader(file) if row["parent"] in BRANCHES]
    return {
        language: Parts(
            **sentences[language],
            topics={row["code"]: row[language].lower() for row in topics},
            places=_places(language),
            tail=_tail(language, dice),
        )
        for language in LANGUAGES
    }


def _places(language: str) -> dict[str, str]:
    names = Locale.parse(language).territories
    return {key: names[key] for key in sorted(names) if len(key) == 2 and key.isalpha() and key not in NO_COUNTRIES}


def _tail(language: str, dice: random.Random) -> list[str]:
    syllables = SYLLABLES.get(language, SYLLABLES[""])
    return ["".join(dice.choices(syllables, k=dice.randint(3, 5))) for _ in range(RARE_WORDS)]


def records(things: int, *, seed: int = 1) -> Iterator[Record]:
    """`things` records, each with a text in all five languages: five times as many texts."""
    dice = random.Random(seed)
    parts = parts_by_language(dice)
    codes = sorted(parts["en"].topics)
    places = sorted(set.intersection(*(set(each.places) for each in parts.values())))
    for number in range(things):
        yield _record(number, dice, parts, dice.sample(codes, 3), dice.choice(places))


def _record(number: int, dice: random.Random, parts: dict[str, Parts], codes: list[str], place: str) -> Record:
    key = f"made-{number:05}"
    name = "".join(dice.choices(SYLLABLES[""], k=3)).capitalize()
    shape = dice.randint(0, 10**9)
    texts = {language: _text(random.Random(shape), each, codes, place, name) for language, each in parts.items()}
    return Record(
        uid=uuid.uuid5(uuid.NAMESPACE_URL, key),
        kind="case" if number % 4 else "use_case",
        key=key,
        path=f"/cases/{key}/",
        original=dice.choice(LANGUAGES),
        titles={language: title for language, (title, _, _) in texts.items()},
        leads={language: lead for language, (_, lead, _) in texts.items()},
        bodies={language: body for language, (_, _, body) in texts.items()},
        facets={"topic": tuple(codes), "region": (dice.choice(REGIONS),)},
        places=(place,),
    )


def _text(dice: random.Random, parts: Parts, codes: list[str], place: str, name: str) -> tuple[str, str, str]:
    """The same dice in every language pick the same sentences, so that the versions of a thing correspond."""

    def filled(sentence: str) -> str:
        return sentence.format(
            topic=parts.topics[codes[0]],
            other=parts.topics[dice.choice(codes)],
            place=parts.places[place],
            name=name,
            year=dice.randint(2001, 2026),
            number=dice.randint(2, 99),
            tail=parts.tail[min(int(dice.paretovariate(0.6)) - 1, RARE_WORDS - 1)],
        )

    body = " ".join(filled(sentence) for sentence in dice.sample(parts.sentences, SENTENCES_A_TEXT))
    return filled(dice.choice(parts.titles)), filled(dice.choice(parts.leads)), body
