"""Codes sent by mail: kept as a digest in the session that asked; each works once, there, and for a short time."""

import secrets
import time
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from hemicycle.accounts.states import CODE_DIGITS, CODE_SECONDS, CODE_TRIES

KEY = "accounts.code"
# Digits as people type them in Arabic and Persian.
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def issue(request: HttpRequest, address: str, *, purpose: str, **kept: Any) -> str:
    """A new code for this session, which makes the one before worthless."""
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    salt = secrets.token_hex(8)
    request.session[KEY] = {
        "address": address,
        "purpose": purpose,
        "salt": salt,
        "digest": _digest(salt, address, code),
        "until": time.time() + CODE_SECONDS,
        "tries": CODE_TRIES,
        **kept,
    }
    return code


def pending(request: HttpRequest, purpose: str) -> dict[str, Any] | None:
    """What was asked for and still awaits its code."""
    state = request.session.get(KEY)
    if not isinstance(state, dict) or state.get("purpose") != purpose or state["until"] < time.time():
        return None
    return state if state["tries"] > 0 else None


def accept(request: HttpRequest, typed: str, *, purpose: str) -> dict[str, Any] | None:
    """What was asked for, if the code is right; right or wrong, the try is used up."""
    state = pending(request, purpose)
    if state is None:
        return None
    if constant_time_compare(_digest(state["salt"], state["address"], plain(typed)), state["digest"]):
        forget(request)
        return state
    request.session[KEY] = {**state, "tries": state["tries"] - 1}
    return None


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def plain(typed: str) -> str:
    """The digits alone: codes are shown in two groups, and copied with spaces around them."""
    return "".join(sign for sign in typed.translate(DIGITS) if sign.isdigit())


def grouped(code: str) -> str:
    return f"{code[: CODE_DIGITS // 2]} {code[CODE_DIGITS // 2 :]}"


def _digest(salt: str, address: str, code: str) -> str:
    return salted_hmac(f"hemicycle.accounts.codes:{salt}", f"{address.lower()}\0{code}", algorithm="sha256").hexdigest()
