"""Addresses that django-allauth knows by names of its own."""

from django.urls import path

from hemicycle.accounts.views import provider, second_factor, signing

urlpatterns = [
    path("account/login/", signing.sign_in, name="account_login"),
    path("account/login/code/", signing.type_code, name="account_confirm_login_code"),
    path("account/login/second/", second_factor.second_factor, name="mfa_authenticate"),
    path("account/logout/", signing.sign_out, name="account_logout"),
    path("account/inactive/", signing.inactive, name="account_inactive"),
    path("account/provider/<slug:provider_id>/", provider.start, name="openid_connect_login"),
]

# Providers are told one address to come back to, whatever the language of the person.
without_language = [
    path("account/provider/<slug:provider_id>/callback/", provider.callback, name="openid_connect_callback"),
]
