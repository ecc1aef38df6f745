"""Log lines as JSON, without query strings, addresses of people or anything they typed."""

import json
import logging
import re
from datetime import UTC, datetime

STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "server_time", "taskName"}
MAIL_ADDRESS = re.compile(r"[^\s@\"'<>]+@[^\s@\"'<>]+")
QUERY = re.compile(r"\?[^\s\"']*")
# One-time links and keys are long runs without a space.
TOKEN = re.compile(r"\b[A-Za-z0-9_\-:.=]{32,}\b")


class JsonFormatter(logging.Formatter):
    """One line per event: when, how grave, which logger, what; an error carries where it arose, not its values."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": clean(record.getMessage()),
        }
        line.update({key: _plain(value) for key, value in vars(record).items() if key not in STANDARD})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _where(record)
        return json.dumps(line, ensure_ascii=False)


def clean(text: str) -> str:
    return TOKEN.sub("[removed]", MAIL_ADDRESS.sub("[removed]", QUERY.sub("", text)))


def _plain(value: object) -> object:
    return value if isinstance(value, int | float | bool) or value is None else clean(str(value))


def _where(record: logging.LogRecord) -> list[str]:
    """File and line of each frame: enough to find the fault; exception messages may hold what people typed."""
    places = []
    trace = record.exc_info[2] if record.exc_info else None
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('site-packages/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-12:]
