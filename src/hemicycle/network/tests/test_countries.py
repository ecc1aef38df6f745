"""The operator decides how countries are called."""

import pytest

from hemicycle.network import loading, queries
from hemicycle.network.queries import CountryNamesRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def convention(tmp_path, settings):
    file = tmp_path / "names.csv"
    file.write_text("country,language,name\nCI,en,Côte d'Ivoire (our convention)\nCI,fr,République de Côte d'Ivoire\n")
    settings.COUNTRY_NAMES = file
    return file


def test_names_of_the_operator_stand_over_the_shipped_ones(convention, client):
    loading.load()

    assert queries.register()["CI"].place.name == "Côte d'Ivoire (our convention)"
    assert queries.register()["ZM"].place.name == "Zambia"


def test_a_new_convention_is_followed_at_the_next_load(settings, tmp_path):
    loading.load()
    settings.COUNTRY_NAMES = tmp_path / "names.csv"
    settings.COUNTRY_NAMES.write_text("country,language,name\nZM,en,Republic of Zambia\n")

    loading.load()

    assert queries.register()["ZM"].title == "Republic of Zambia · National Assembly"


def test_a_row_that_cannot_be_used_is_named(convention):
    convention.write_text("country,language,name\nCI,xx,Something\n")

    with pytest.raises(CountryNamesRefused, match="row 2"):
        queries.own_country_names(convention)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CountryNamesRefused, match="must name a readable file"):
        queries.own_country_names(tmp_path / "absent.csv")


def test_institutions_keep_their_own_names():
    from django.utils import translation

    loading.load()

    with translation.override("pt"):
        assert (queries.register()["BR-UC01"].name, queries.register()["ZM"].name) == (
            "Senado Federal",
            "National Assembly",
        )
    with translation.override("ar"):
        assert (queries.register()["EG"].name, queries.register()["EG"].name_language) == ("Parliament", "en")
