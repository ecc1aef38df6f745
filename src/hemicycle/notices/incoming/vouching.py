"""Whether the server that received a letter vouches for who sent it (RFC 8601): anybody can write any From.

Only one server is believed, by the name that `HEMICYCLE_MAIL_TRUSTED` gives; it must take such headers of its own name
out of what comes from elsewhere, as RFC 8601 asks of it. Of several, the topmost counts: servers add theirs above.
"""

import re

from django.conf import settings

from hemicycle.notices.incoming.parsing import UnreadableLetter, read

HEADER = "Authentication-Results"
METHOD = re.compile(r"^\s*dmarc\s*(?:/\s*\d+\s*)?=\s*(?P<result>[a-z]+)\b(?P<said>.*)$", re.IGNORECASE | re.DOTALL)
FROM = re.compile(r"\bheader\.from\s*=\s*(?P<domain>[^\s;]+)", re.IGNORECASE)


def vouches_for(content: bytes, sender: str) -> bool:
    """Whether the trusted server says that the letter came from the domain of this very sender."""
    if not settings.MAIL_TRUSTED or not sender:
        return False
    try:
        headers = [str(value) for value in read(content).get_all(HEADER, [])]
    except (UnreadableLetter, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    ours = next((plain for plain in map(_without_remarks, headers) if _is_of_trusted(plain)), "")
    results = [match for part in ours.split(";")[1:] if (match := METHOD.match(part))]
    return bool(results) and all(_passes(match, sender.rpartition("@")[2].lower()) for match in results)


def _is_of_trusted(header: str) -> bool:
    words = header.partition(";")[0].split()
    return bool(words) and words[0].lower() == settings.MAIL_TRUSTED.lower()


def _passes(match: re.Match[str], domain: str) -> bool:
    said = FROM.search(match["said"])
    return match["result"].lower() == "pass" and said is not None and said["domain"].lower() == domain


def _without_remarks(header: str) -> str:
    """What stands outside of brackets; a bracket or a quotation that nobody closes takes the rest along."""
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for sign in header:
        if escaped:
            escaped = False
        elif sign == "\\" and (depth or quoted):
            escaped = True
        elif sign == '"' and not depth:
            quoted = not quoted
        elif not quoted and sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
        elif not depth and not (quoted and sign in ";="):
            # What was quoted parts nothing, and says nothing of a method.
            kept.append(sign)
    return "" if quoted else "".join(kept)
