"""One module per command: its sentence, its arguments, and `run`, which returns the exit status."""


class OperatorError(Exception):
    """Something that the operator can mend; the message says what and how."""


def set_up() -> None:
    """Start Django; the settings are read here and not before."""
    import django

    django.setup()
