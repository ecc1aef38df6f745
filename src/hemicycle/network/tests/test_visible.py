"""Who may see what: the policy, the query and the offer agree."""

import pytest

from hemicycle.core.catalogue import OFFERS
from hemicycle.core.listings import is_public
from hemicycle.network import policy, queries
from hemicycle.network.models import Body
from hemicycle.network.tests.factories import a_regional_body


@pytest.mark.parametrize(
    "who", [None, "outsider", "contributor", "focal_point", "colleague", "editor", "administrator"]
)
def test_policy_query_and_offer_agree(request, who, zambia, malawi, secretariat):
    a_regional_body()
    person = request.getfixturevalue(who) if who else None

    visible = set(queries.visible_to(person))

    assert visible == {body for body in Body.objects.all() if policy.may_see(person, body)}
    assert {body.key for body in visible} == {"ZM", "ZM-LC01", "MW", "MW-LC01", "RB-EP"}
    offered = {body for offer in OFFERS.values() if offer.kind in queries_kinds() for body in offer.visible(person)}
    assert offered == visible


def test_the_secretariat_is_nothing_public(secretariat):
    assert not is_public("secretariat", secretariat.uid)


def queries_kinds():
    return {"parliament", "chamber", "regional_body"}
