"""Makes cases in five languages for measuring, through the same verb by which real ones are loaded.

Usage: python bench/data_maker.py [HOW_MANY]   fills the node that the settings name; pages.py a scratch folder.
"""

import os
import random
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE / "search")]

MARK = {
    "en": "(made for measuring)",
    "fr": "(fabriqué pour mesurer)",
    "es": "(hecho para medir)",
    "pt": "(feito para medir)",
    "ar": "(صُنع للقياس)",
}
CREDIT = "Made by bench/data_maker.py"
TOPICS_A_CASE = 8
BATCH = 500


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
    import django

    django.setup()
    print(fill(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000), "cases made")


def fill(things: int) -> int:
    """Load so many made cases into the database of the settings; in batches, as a load of that size would be."""
    from hemicycle.innovations import actions

    made = list(cases(things))
    return sum(actions.load_cases(made[start : start + BATCH], by=None) for start in range(0, len(made), BATCH))


def cases(things: int, *, seed: int = 7) -> Iterator:
    """Made cases, the same each time: real chambers and topics, invented words, every part filled."""
    import maker

    from hemicycle.network.models import Body
    from hemicycle.topics.models import Topic

    dice = random.Random(seed)
    chambers = list(Body.objects.filter(kind="chamber").order_by("key").values_list("key", "country__key"))
    codes = sorted(Topic.objects.filter(parent__isnull=False).values_list("code", flat=True))
    before: list[str] = []
    for record in maker.records(things, seed=seed):
        yield _case(record, dice, dice.choice(chambers), dice.sample(codes, TOPICS_A_CASE), before)
        before.append(record.key)


def _case(record, dice: random.Random, chamber: tuple[str, str], codes: list[str], before: list[str]):
    from hemicycle.innovations.given import InnovationGiven, LinkGiven, MeasureGiven, SourceGiven
    from hemicycle.innovations.states import CostBand, Stage, TeamBand

    year = dice.randint(2015, 2026)
    adapted = (LinkGiven(relation="adapted", case=dice.choice(before)),) if before and dice.random() < 0.2 else ()
    return InnovationGiven(
        key=record.key,
        body=chamber[0],
        body_name="",
        countries=(chamber[1],),
        topics=tuple(sorted(codes)),
        sources=(SourceGiven(title="No source: made for measuring"),),
        original=record.original,
        texts={language: _text(record, language, dice) for language in record.titles},
        columns={
            "began": str(year),
            "stage": dice.choice(Stage.values),
            "stage_as_of": f"{year}-{dice.randint(1, 12):02}",
            "team": dice.choice(TeamBand.values),
            "cost": dice.choice(CostBand.values),
        },
        measures=tuple(
            MeasureGiven(key=f"figure_{number}", value=Decimal(dice.randint(1, 900)), unit="", date=str(year), source=1)
            for number in range(3)
        ),
        links=adapted,
    )


def _text(record, language: str, dice: random.Random):
    from hemicycle.innovations.given import TextGiven

    sentences = record.bodies[language].split(". ")
    parts = ("problem", "done", "result", "conditions", "challenges", "lessons")
    fields = {part: ". ".join(dice.sample(sentences, 3)) for part in parts}
    fields |= {"title": f"{record.titles[language]} {MARK[language]}"[:200], "lead": record.leads[language]}
    return TextGiven(fields=fields, credit="" if language == record.original else CREDIT)


if __name__ == "__main__":
    main()
