"""Who may open the pages we did not write, by their address as the resolver has it. What stands in no line is refused,
whatever it is called, and a test fails."""

from sanshe.core.kit.access import Open

_BY_POLICY = {
    Open.PUBLIC: """
        accounts/login/
        accounts/inactive/
        accounts/2fa/authenticate/
        accounts/2fa/webauthn/login/
    """,
    Open.ANY_USER: """
        accounts/logout/
        accounts/sessions/
    """,
    Open.STAFF: """
        accounts/reauthenticate/
        accounts/password/change/
        accounts/2fa/
        accounts/2fa/reauthenticate/
        accounts/2fa/totp/activate/
        accounts/2fa/totp/deactivate/
        accounts/2fa/recovery-codes/
        accounts/2fa/recovery-codes/generate/
        accounts/2fa/recovery-codes/download/
        accounts/2fa/webauthn/
        accounts/2fa/webauthn/add/
        accounts/2fa/webauthn/reauthenticate/
        accounts/2fa/webauthn/keys/<int:pk>/remove/
        accounts/2fa/webauthn/keys/<int:pk>/edit/
        api/v1/openapi.json
    """,
    Open.CLOSED: r"""
        accounts/signup/
        accounts/email/
        accounts/confirm-email/
        accounts/^confirm-email/(?P<key>[-:\w]+)/$
        accounts/login/code/confirm/
        accounts/password/set/
        accounts/password/reset/
        accounts/password/reset/done/
        accounts/password/reset/key/done/
        accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$
        api/v1/
    """,
}
LIBRARY_POLICY: dict[str, Open] = {route: policy for policy, routes in _BY_POLICY.items() for route in routes.split()}
