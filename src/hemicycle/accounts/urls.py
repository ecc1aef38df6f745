"""Addresses of accounts."""

from django.urls import path

from hemicycle.accounts.views import (
    address,
    confirm,
    data,
    deed,
    entry,
    own,
    password,
    provider,
    second_factor,
    security,
    signing,
    tokens,
)

app_name = "accounts"
urlpatterns = [
    path("enter/<uuid:uid>/<str:token>/", entry.enter, name="enter"),
    path("deeds/<str:token>/", deed.show_deed, name="deed"),
    path("account/", own.home, name="home"),
    path("account/login/password/", signing.sign_in_by_password, name="login_password"),
    path("account/login/passkey/", second_factor.sign_in_by_passkey, name="login_passkey"),
    path("account/passkey/<slug:purpose>/", second_factor.passkey_options, name="passkey_options"),
    path("account/provider-refused/", provider.refused, name="provider_refused"),
    path("account/confirm/", confirm.confirm, name="confirm"),
    path("account/preferences/", own.preferences, name="preferences"),
    path("account/security/", security.security, name="security"),
    path("account/security/app/", security.app_add, name="app_add"),
    path("account/security/app/remove/", security.app_remove, name="app_remove"),
    path("account/security/passkeys/", security.passkey_add, name="passkey_add"),
    path("account/security/passkeys/<int:pk>/remove/", security.passkey_remove, name="passkey_remove"),
    path("account/security/recovery/", security.recovery, name="recovery"),
    path("account/security/password/", password.password, name="password"),
    path("account/security/password/remove/", password.password_remove, name="password_remove"),
    path("account/sessions/", own.sessions, name="sessions"),
    path("account/sessions/end/", own.sessions_end, name="sessions_end"),
    path("account/sessions/<int:pk>/end/", own.session_end, name="session_end"),
    path("account/address/", address.address, name="address"),
    path("account/address/code/", address.address_code, name="address_code"),
    path("account/tokens/", tokens.tokens, name="tokens"),
    path("account/tokens/<uuid:uid>/revoke/", tokens.token_revoke, name="token_revoke"),
    path("account/data/", data.data, name="data"),
    path("account/data/export/", data.export, name="export"),
    path("account/leave/", data.leave, name="leave"),
    path("account/left/", data.left, name="left"),
]
