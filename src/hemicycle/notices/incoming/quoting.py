"""Cuts what an answer quotes, by the marks that mail programs leave in our five languages."""

import re
from collections.abc import Sequence

# Our own line, in whatever language it was sent.
OUR_LINE = re.compile(r"^[>\s]*=====.{5,100}=====\s*$")
QUOTED = re.compile(r"^\s*>")
SIGNATURE = re.compile(r"^-- ?$")
# “On 5 January 2026, somebody wrote:” may be broken over three lines.
ATTRIBUTION = re.compile(
    r"^\s*(?:"
    r"On\b.{4,300}\bwrote\s*:"
    r"|Le\b.{4,300}\ba\s+[ée]crit\s*:"
    r"|(?:El|En)\b.{4,300}\bescribi[óo]\s*:"
    r"|(?:Em|No dia|Às)\b.{4,300}\bescreveu\s*:"
    # In Portugal the name comes first, and the day behind it or in brackets.
    r"|\S[^\n]{2,200}\bescreveu\s(?:\(|no dia\b).{4,120}:"
    r"|(?:في|بتاريخ)\s.{4,300}(?:كتب|كتبت|كتبَ|تمت كتابة)\b.{0,160}:"
    r"|(?:كتب|كتبت)\s.{2,300}:"
    r")\s*$",
    re.DOTALL,
)
ORIGINAL = re.compile(
    r"^\s*-{2,}\s*(?:Original Message|Forwarded message|Message d['’]origine|Message original|Mensaje original"
    r"|Mensagem original|Mensagem encaminhada|الرسالة الأصلية|رسالة أصلية)\s*-{2,}\s*$",
    re.IGNORECASE,
)
RULED = re.compile(r"^\s*_{20,}\s*$")
# The block that Outlook puts above what it quotes: the sender, and within three lines the date.
SENDER = re.compile(r"^\s*\*?(?:From|De|Von|من)\s?:\*?\s?\S", re.IGNORECASE)
DATED = re.compile(
    r"^\s*\*?(?:Sent|Date|Envoyé|Enviado|Enviada|Fecha|Data|تم الإرسال|تاريخ الإرسال|التاريخ|أرسلت)[^:]{0,20}:",
    re.IGNORECASE,
)
# Marks that say nothing to a reader and keep the others from being found.
INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def answer_in(text: str) -> str:
    """What somebody wrote themselves: above the quotation, or, if they wrote below it, between and after it."""
    lines = [INVISIBLE.sub("", line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    above = _stripped(lines[: _start_of_quotation(lines)])
    return above or _stripped(_unquoted(lines))


def _start_of_quotation(lines: Sequence[str]) -> int:
    for number, line in enumerate(lines):
        if _begins_quotation(lines, number) or OUR_LINE.match(line) or SIGNATURE.match(line):
            return number
    return len(lines)


def _begins_quotation(lines: Sequence[str], number: int) -> bool:
    line = lines[number]
    if ORIGINAL.match(line) or RULED.match(line):
        return True
    if SENDER.match(line) and any(DATED.match(later) for later in lines[number + 1 : number + 4]):
        return True
    if length := _attribution(lines, number):
        return number + length >= len(lines) or _is_quotation(lines[number + length :])
    # A quotation without a word before it.
    return bool(QUOTED.match(line)) and all(QUOTED.match(later) or not later.strip() for later in lines[number:])


def _attribution(lines: Sequence[str], number: int) -> int:
    """How many lines the words before a quotation take; nothing if there are none here."""
    if not lines[number].strip():
        return 0
    return next((count for count in (1, 2, 3) if ATTRIBUTION.match("\n".join(lines[number : number + count]))), 0)


def _is_quotation(lines: Sequence[str]) -> bool:
    """Quoted with marks, or, as some programs do, just set below: then it goes on to the end."""
    first = next((line for line in lines if line.strip()), "")
    marked = [line for line in lines if QUOTED.match(line)]
    return bool(QUOTED.match(first)) or not marked


def _unquoted(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    number = 0
    while number < len(lines) and not SIGNATURE.match(lines[number]):
        length = _attribution(lines, number)
        if not length and not QUOTED.match(lines[number]) and not OUR_LINE.match(lines[number]):
            kept.append(lines[number])
        number += length or 1
    return kept


def _stripped(lines: Sequence[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
