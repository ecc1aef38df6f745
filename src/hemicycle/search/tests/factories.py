"""Records for the tests of search: short texts whose right answers can be seen at a glance."""

import uuid
from collections.abc import Mapping

from hemicycle.core.catalogue import Record
from hemicycle.search.index import index

REMOTE_VOTE = {
    "en": ("Remote voting for members on leave", "Members who are ill or on parental leave vote by computer."),
    "es": ("Voto telemático de los diputados", "Los diputados con permiso de maternidad votan desde su casa."),
}
TRANSCRIPTS = {
    "en": ("Speech recognition for the record", "A system writes down what is said in a sitting; editors correct it."),
    "fr": ("Reconnaissance vocale pour le compte rendu", "Un système écrit ce qui est dit en séance."),
}
PETITIONS = {
    "pt": ("Petições eletrônicas", "Cidadãos assinam petições pela internet e o parlamento responde."),
    "ar": ("العرائض الإلكترونية", "يوقّع المواطنون العرائض عبر الإنترنت ويجيب البرلمان عنها."),
}
OPEN_DATA = {"ar": ("بوابة البيانات المفتوحة", "ينشر المجلس محاضر الجلسات ونتائج التصويت كبيانات مفتوحة.")}
RADIO = {"en": ("Questions and answers by radio", "Citizens without internet ask members on the radio.")}
NAME = {"en": ("Zambia · National Assembly", ""), "fr": ("Zambie · National Assembly", "")}


def a_record(
    key: str,
    texts: Mapping[str, tuple[str, str]],
    *,
    kind: str = "case",
    body: str = "",
    topics: tuple[str, ...] = (),
    region: str = "",
) -> Record:
    first = next(iter(texts))
    return Record(
        uid=uuid.uuid5(uuid.NAMESPACE_OID, key),
        kind=kind,
        key=key,
        path=f"/{kind}s/{key}/",
        original=first,
        titles={language: title for language, (title, _) in texts.items()},
        leads={language: lead for language, (_, lead) in texts.items() if lead},
        bodies={first: body} if body else {},
        facets={**({"work": topics} if topics else {}), **({"region": (region,)} if region else {})},
    )


def a_small_library() -> dict[str, Record]:
    """Six things, indexed by words; their vectors are made where a test asks for them."""
    records = [
        a_record("vote", REMOTE_VOTE, topics=("sittings", "rules"), region="europe"),
        a_record("transcripts", TRANSCRIPTS, topics=("records", "sittings"), region="europe"),
        a_record("petitions", PETITIONS, topics=("participation",), region="americas"),
        a_record("open-data", OPEN_DATA, kind="use_case", topics=("records",), region="asia"),
        a_record("radio", RADIO, topics=("participation",), region="africa"),
        a_record("ZM", NAME, kind="parliament", region="africa"),
    ]
    index().put(records)
    return {record.key: record for record in records}
