"""Partners at work: talks with documents and contributions, what was signed, a project, an organisation."""

from typing import Any

from hemicycle.network import actions
from hemicycle.network.models import Agreement, Body, Project

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def partners(keeper: Any, speaker: Any, house: Body, text: str, arabic: str) -> dict[str, str]:
    """Talks of the house, an agreement that it signed, and a project with a credit; all with long words."""
    words = {"gives": text, "gets": arabic, "credit": text[:300], "disclaimer": arabic[:300]}
    talks = actions.open_agreement(house, "funding", by=speaker, words=words)
    gift = actions.record_contribution(talks, actions.Given("funding", what=arabic[:200], language="ar"), by=speaker)
    actions.keep_agreement_paper(talks, PDF, by=keeper)
    project = Project.objects.get(slug="e-parliament-in-myanmar")
    signed = actions.open_agreement(house, "project", project=project, by=keeper, words=words)
    given = actions.Given("experts", what=text[:200], working_days=30, led_to=arabic[:200])
    actions.record_contribution(signed, given, by=keeper)
    actions.sign_agreement(signed, actions.Signing("2026-01", "2026-02-01", "2099-12-31", text[:200]), by=keeper)
    hosting = Agreement.objects.filter(hub__isnull=False, until="", body__kind="chamber").exclude(body=house).first()
    return {
        "talks": f"agreements/{talks.uid}/",
        "contribution": f"agreements/{talks.uid}/contributions/{gift.uid}/",
        "signed agreement": f"agreements/{signed.uid}/",
        "hosting": f"agreements/{hosting.uid}/",
    }
