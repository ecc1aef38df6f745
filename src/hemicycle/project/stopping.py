"""Being asked to end: by Ctrl+C, by a service manager, or by both at once."""

import signal
import threading
import time

SLICE = 0.1


class Stop:
    """Whether somebody has asked this process to end.

    A plain flag and no `threading.Event`: a second signal in the midst of the first would wait for a lock that its own
    thread holds, and for ever.
    """

    def __init__(self) -> None:
        self.asked = False

    def listen(self) -> None:
        """Hear the signals of the operating system; only a process's main thread can."""
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._hear)

    def wait(self, seconds: float) -> bool:
        """Let time pass, unless somebody asks; whether somebody has asked."""
        until = time.monotonic() + seconds
        while not self.asked and (left := until - time.monotonic()) > 0:
            time.sleep(min(SLICE, left))
        return self.asked

    def _hear(self, *_given: object) -> None:
        self.asked = True
