"""Machine translation as an interface: a node names a provider or has none; nothing here decides what is published."""

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, runtime_checkable


class TranslationFailed(Exception):
    """The provider did not answer, or answered with something that is no translation."""


@runtime_checkable
class Provider(Protocol):
    """Whoever can draft a text in another language."""

    name: str  # as readers see it in the credit: "Machine draft by …"

    def languages(self) -> frozenset[tuple[str, str]]:
        """The pairs of languages (from, to) that it knows."""
        ...

    def translate(self, fields: Mapping[str, str], *, source: str, target: str) -> Mapping[str, str]:
        """The same fields in the other language. Raises `TranslationFailed`."""
        ...


class Nobody:
    """The provider of a node that has none: it knows no language."""

    name = ""

    def languages(self) -> frozenset[tuple[str, str]]:
        return frozenset()

    def translate(self, fields: Mapping[str, str], *, source: str, target: str) -> Mapping[str, str]:  # noqa: ARG002
        raise TranslationFailed("This node has no provider of machine translation.")


def provider(path: str) -> Provider:
    """The provider that a dotted path names, such as `package.module.Class`; nobody if the path is empty."""
    if not path:
        return Nobody()
    module, _dot, name = path.rpartition(".")
    made = getattr(import_module(module), name)()
    if not isinstance(made, Provider):
        raise TypeError(f"{path} is no provider of translations")
    return made


def drafted(by: Provider, fields: Mapping[str, str], *, source: str, target: str) -> dict[str, str]:
    """A draft of every field that says something; an answer with other fields, or an empty one, is refused."""
    if (source, target) not in by.languages():
        raise TranslationFailed(f"{by.name or 'Nobody'} does not translate from {source} to {target}.")
    told = {name: text for name, text in fields.items() if text.strip()}
    answer = by.translate(told, source=source, target=target)
    if set(answer) != set(told) or not all(isinstance(text, str) and text.strip() for text in answer.values()):
        raise TranslationFailed(f"{by.name} left out some of the text.")
    return dict(answer)
