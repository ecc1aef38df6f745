"""Tokens by which programs act for a person."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hemicycle.accounts import actions, mails, queries
from hemicycle.accounts.confirming import confirmed
from hemicycle.accounts.contexts.own import TokenRow, TokensPage
from hemicycle.accounts.forms import TokenForm, typed
from hemicycle.accounts.models import Token
from hemicycle.accounts.states import Scope
from hemicycle.ui import show
from hemicycle.ui.formatting import format_list

# More than anybody needs, and few enough to look through.
MOST = 20


@confirmed
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """A token is shown once, in the answer to making it."""
    form, text = TokenForm(typed(request)), ""
    if request.method == "POST" and form.is_valid():
        if queries.tokens_of(request.user).filter(name=form.cleaned_data["name"]).exists():
            # Whoever presses twice would have one that nobody has ever seen.
            form.add_error("name", _("A token of yours has this name already; revoke it, or choose another name."))
        elif queries.tokens_of(request.user).count() >= MOST:
            form.add_error(None, _("You have as many tokens as one can have. Revoke one that is not used."))
        else:
            _token, text = actions.issue_token(request.user, **form.cleaned_data)
            mails.tell_in_own_language(request.user, "token_issued")
            form = TokenForm()
    page = TokensPage(
        title=_("Tokens for programs"),
        lead=_("A program that holds a token reads in your name what you choose here, and changes nothing."),
        tokens=tuple(_row(token) for token in queries.tokens_of(request.user)),
        form=form,
        text=text,
    )
    return show(request, page, status=422 if form.errors else 200)


@never_cache
@login_required
@require_POST
def token_revoke(request: HttpRequest, uid: object) -> HttpResponse:
    actions.revoke_token(get_object_or_404(Token, person=request.user, uid=uid), by=request.user)
    return HttpResponseRedirect(reverse("accounts:tokens"))


def _row(token: Token) -> TokenRow:
    return TokenRow(
        token.name,
        token.start,
        format_list(Scope(scope).label for scope in token.scopes),
        token.expires_at,
        token.used_on,
        reverse("accounts:token_revoke", args=[token.uid]),
    )
