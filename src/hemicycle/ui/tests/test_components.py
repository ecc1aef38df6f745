"""What matters in single components, beyond how they look."""

import pytest
from django import forms
from django.template import engines
from django.utils import translation

from hemicycle.ui.parts import Cell, Column, Event, FacetGroup, FacetValue, Fact, Link, Pages


@pytest.fixture
def draw():
    """Draw a macro with its arguments and take out idle space."""

    def drawn(name, *args, **kwargs):
        file, macro = name.split(".")
        module = engines["jinja2"].env.get_template(f"ui/components/{file}.html").module
        return " ".join(str(getattr(module, macro)(*args, **kwargs)).split())

    return drawn


def test_a_facet_value_is_followed_to_add_it_and_again_to_remove_it(draw):
    values = (
        FacetValue("Africa", 1234, "?a"),
        FacetValue("Asia", 5, "?", selected=True),
        FacetValue("Oceania", 0, "?o"),
    )

    html = draw("facets.facet_group", FacetGroup("region", "Region", values))

    added = '<span class="facet__label">Africa</span> <span class="facet__count">1,234</span>'
    removed = '<span class="facet__label">Asia</span> <span class="facet__remove">remove</span>'
    empty = '<span class="facet__label">Oceania</span> <span class="facet__count">0</span>'
    assert f'<a class="facet__link" href="?a" rel="nofollow">{added}</a>' in html
    assert f'<a class="facet__link" href="?" aria-current="true">{removed}</a>' in html
    assert f'<span class="facet__none">{empty}</span>' in html


def test_values_beyond_the_first_stand_behind_more(draw):
    values = tuple(FacetValue(str(number), number, "?") for number in range(1, 5))

    html = draw("facets.facet_group", FacetGroup("n", "N", values, shown=3))

    assert html.count("<li") == 4
    assert "<summary>1 more</summary>" in html


def test_nothing_chosen_draws_no_list_of_choices(draw):
    assert draw("facets.selected_facets", (FacetGroup("n", "N", (FacetValue("a", 1, "?"),)),), "/") == ""


def test_a_list_of_one_page_has_no_pagination(draw):
    assert draw("pagination.pagination", Pages(1, 1, "", "")) == ""


def test_pages_are_numbered_with_gaps(draw):
    html = draw("pagination.pagination", Pages(1, 9, "", "?page=2", (Link("1", "?"), None, Link("9", "?page=9"))))

    assert '<a href="?" aria-current="page"><span class="hidden-text">Page </span>1</a>' in html
    assert '<span class="pagination__gap">…</span>' in html
    assert "Page 1 of 9" in html
    assert 'rel="prev"' not in html


def test_a_doubtful_fact_says_why(draw):
    html = draw("facts.key_facts", [Fact("Seats", "167", "Register", "https://example.org", "A larger house is due")])

    assert html == (
        '<dl class="facts"> <div class="fact"> <dt>Seats</dt> <dd> <span class="fact__value">167</span> '
        '<span class="fact__doubt">A larger house is due</span> '
        '<span class="fact__note"><a href="https://example.org">Register</a></span> </dd> </div> </dl>'
    )


def test_a_doubtful_value_among_brief_facts_leads_to_where_the_doubt_is_told(draw):
    html = draw("facts.brief_facts", [Fact("Seats", "167", "Register", doubtful="A larger house is due")], "#facts")

    assert html == (
        '<dl class="facts facts--brief"> <div class="fact"> <dt>Seats</dt> <dd> <span class="fact__value">167</span> '
        '<a class="fact__doubt" href="#facts">doubtful</a> </dd> </div> </dl>'
    )


def test_what_nobody_stated_is_one_line(draw):
    assert draw("facts.not_stated", ["cost", "team"]) == '<p class="unstated">Not stated: cost and team.</p>'
    assert draw("facts.not_stated", []) == ""


def test_words_in_another_language_are_marked(draw):
    assert draw("heading.lang_attributes", "ar") == 'lang="ar" dir="rtl"'
    assert draw("heading.lang_attributes", "en") == ""
    with translation.override("ar"):
        assert draw("heading.lang_attributes", "en") == 'lang="en" dir="ltr"'


def test_a_text_in_another_language_says_so(draw):
    html = draw("text.other_language", "es", credit="Translated by a partner.")

    assert "This text is in Spanish: it has not been published in English yet." in html
    assert "Translated by a partner." in html


def test_a_card_shows_where_its_record_stands(draw):
    html = draw("card.card", "App", "/en/cases/app/", level="Checked", held=True, remarks=["In use since 2021"])

    assert html == (
        '<article class="card"> <h3 class="card__title"><a href="/en/cases/app/">App</a></h3> '
        '<p class="state"> <span class="state__level state__level--held">Checked</span> '
        "<span>In use since 2021</span></p></article>"
    )


def test_a_table_has_headings_both_ways_and_its_own_region(draw):
    html = draw(
        "table.data_table",
        "seats",
        "Seats",
        [Column("Chamber"), Column("Seats", numeric=True)],
        [["House", Cell("9", note="2026")]],
    )

    assert html.startswith('<div class="table" role="group" aria-labelledby="seats" tabindex="0">')
    assert '<th scope="row">House</th>' in html
    assert '<td class="numeric">9 <span class="fact__note">2026</span></td>' in html


def test_what_is_not_known_is_said_in_a_comparison(draw):
    html = draw("comparison.comparison_table", "c", "Two", [Link("A", ""), Link("B", "")], [("Seats", ("9", ""))])

    assert '<td>9</td> <td><span class="table__unknown">not known</span></td>' in html


def test_history_shows_a_day_once_and_says_it_of_everything_that_happened_on_it(draw):
    html = draw("history.history_list", [Event("2026-01-05", "Checked"), Event("2026-01-05", "Taken")])

    assert html.count('<time class="history__date" datetime="2026-01-05">') == 1
    assert html.count('<time class="history__date hidden-text" datetime="2026-01-05">') == 1


def test_history_says_when_nobody_knows_the_date(draw):
    html = draw("history.history_list", [Event("2026-01", "Checked"), Event("", "Compiled", by="The secretariat")])

    assert '<time class="history__date" datetime="2026-01">January 2026</time>' in html
    assert '<span class="history__date">Date not known</span>' in html


class Case(forms.Form):
    title = forms.CharField(label="Title", help_text="A dozen words.")
    stage = forms.ChoiceField(label="Stage", choices=[("pilot", "Pilot")], widget=forms.RadioSelect)
    lead = forms.CharField(label="Lead", required=False)


class Consent(forms.Form):
    sure = forms.BooleanField(label="I am sure", help_text="It cannot be undone.")
    quiet = forms.BooleanField(label="Tell nobody", required=False)


def test_a_box_to_tick_stands_before_its_words_and_after_what_is_wrong(draw):
    field = draw("fields.form_field", Consent({})["sure"])

    error, tick, hint = (field.index(part) for part in ("This field is required.", "<input", "It cannot be undone."))
    assert error < tick < field.index("<span>I am sure</span></label>") < hint
    assert "(optional)" not in draw("fields.form_field", Consent()["quiet"])


def test_forms_behind_one_button_share_one_summary(draw):
    both = draw("fields.error_summary", Case({"title": "", "stage": "pilot"}), Consent({}), Case())

    assert both.count('id="errors"') == 1
    assert "2 things need your attention" in both
    assert '<a href="#id_title">Title: This field is required.</a>' in both
    assert '<a href="#id_sure">I am sure: This field is required.</a>' in both


def test_a_stacked_row_names_its_columns(draw):
    columns = [Column("Person"), Column("Office")]

    html = draw("table.data_table", "t", "Seats", columns, [["Somebody", "Editor"]], stacked=True)

    assert '<th scope="row">Somebody</th> <td data-label="Office">Editor</td>' in html


def test_errors_stand_at_the_field_and_lead_there_from_the_top(draw):
    form = Case({"title": "", "stage": "other"})

    summary, field = draw("fields.error_summary", form), draw("fields.form_field", form["title"])

    assert "2 things need your attention" in summary
    assert '<a href="#id_title">Title: This field is required.</a>' in summary
    assert (
        '<a href="#id_stage_field">Stage: Select a valid choice. other is not one of the available choices.</a>'
        in summary
    )
    assert '<p class="field__error" id="id_title_error">This field is required.</p>' in field
    assert 'aria-describedby="id_title_helptext id_title_error"' in field


def test_fields_that_may_stay_empty_say_so(draw):
    assert "(optional)" in draw("fields.form_field", Case()["lead"])
    assert "(optional)" not in draw("fields.form_field", Case()["title"])


def test_where_everything_may_wait_nothing_says_so(draw):
    assert "(optional)" not in draw("fields.form_field", Case()["lead"], marked=False)


def test_a_form_without_errors_has_no_summary(draw):
    assert draw("fields.error_summary", Case()) == ""
