"""Who may open the pages we did not write. A pattern that stands in no line is refused, and a test fails."""

from sanshe.core.kit.access import Open

_BY_POLICY = {
    Open.PUBLIC: "account_login account_inactive mfa_authenticate mfa_login_webauthn jsi18n",
    Open.ANY_USER: "account_logout usersessions_list",
    Open.STAFF: (
        "account_reauthenticate account_change_password mfa_index mfa_reauthenticate mfa_activate_totp "
        "mfa_deactivate_totp "
        "mfa_view_recovery_codes mfa_generate_recovery_codes mfa_download_recovery_codes mfa_list_webauthn "
        "mfa_add_webauthn mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_edit_webauthn "
        "openapi-json openapi-view"
    ),
    Open.CLOSED: (
        "account_signup account_signup_by_passkey mfa_signup_webauthn mfa_trust account_email "
        "account_email_verification_sent account_confirm_email account_set_password account_reset_password "
        "account_reset_password_done account_reset_password_from_key account_reset_password_from_key_done "
        "account_confirm_password_reset_code account_complete_password_reset account_password_reset_completed "
        "account_confirm_login_code account_request_login_code account_verify_phone account_change_phone api-root"
    ),
}
LIBRARY_POLICY: dict[str, Open] = {name: policy for policy, names in _BY_POLICY.items() for name in names.split()}
