"""Agreements, partners and projects in each state that matters, and the addresses that lead to them."""

from collections.abc import Mapping
from typing import Any

from hemicycle.network import actions as network
from hemicycle.network.models import Body
from hemicycle.network.tests.factories import a_project, an_agreement, an_organisation


def partnership(house: Body, people: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The house is in talks about one agreement and has signed another, with a contribution; a project of others."""
    administrator, speaker = people["administrator"], people["focal_point"]
    fund = an_organisation("Fund for Parliaments")
    project = a_project("Open bills")
    agreements = {
        "talks": network.open_agreement(house, "funding", by=speaker),
        "signed": an_agreement(house, "supporting"),
    }
    gift = network.record_contribution(agreements["signed"], network.Given("experts", what="Two"), by=speaker)
    paper = network.keep_agreement_paper(agreements["signed"], b"%PDF-1.7\n%%EOF", by=administrator)
    acts = {
        f"network:agreement_act: {act}, {state}": {"uid": agreement.uid, "act": act}
        for state, agreement in agreements.items()
        for act in ("change", "sign", "renew", "hand-over", "end", "decline", "contribution", "document")
    }
    slug = fund.key.removeprefix("ORG-")
    return {
        **acts,
        **{f"network:agreement: {state}": {"uid": agreement.uid} for state, agreement in agreements.items()},
        **{f"network:agreement_data: {state}": {"uid": agreement.uid} for state, agreement in agreements.items()},
        **{
            f"desk:history: agreement, {state}": {"kind": "agreement", "uid": agreement.uid}
            for state, agreement in agreements.items()
        },
        "desk:history: organisation": {"kind": "organisation", "uid": fund.uid},
        "desk:history: project": {"kind": "project", "uid": project.uid},
        "file: of an agreement": {"uid": paper.uid},
        "network:contribution": {"uid": agreements["signed"].uid, "gift": gift.uid},
        "network:agreements_data": {"form": "csv"},
        "network:organisations_data": {"form": "csv"},
        "network:projects_data": {"form": "csv"},
        "network:partner: organisation": {"key": slug},
        "network:partner: parliament": {"key": house.key},
        "network:organisation_data": {"key": slug},
        "network:change_organisation": {"key": slug},
        "network:project": {"slug": project.slug},
        "network:project_data": {"slug": project.slug},
        "network:change_project": {"slug": project.slug},
        "network:project_parts": {"slug": project.slug},
        "network:innovation": {"key": house.key},
    }
