"""The few passages of a text that get a vector each: a sentence encoder blurs what is longer than a paragraph."""

import re

_END = re.compile(r"(?<=[.!?؟])\s+|\n+")
# Measured over the questions of the bench: more parts cost memory and find no more.
PARTS_OF_BODY = 2
LONGEST_PART = 1_500


def passages(title: str, lead: str, body: str) -> list[str]:
    """Title, lead, and the body in up to two parts cut between sentences.

    A text without a lead is a name, as those of parliaments are: its words find it, and there is no meaning to compare.
    """
    if not lead.strip():
        return []
    sentences = [sentence for sentence in _END.split(body) if sentence]
    half = -(-len(sentences) // PARTS_OF_BODY) or 1
    parts = [" ".join(sentences[start : start + half]) for start in range(0, len(sentences), half)]
    return [part[:LONGEST_PART] for part in (title, lead, *parts)]
