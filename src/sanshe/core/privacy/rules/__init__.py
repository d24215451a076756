"""Pure rules of privacy: masks, normal forms, the cipher, the key ring in use."""

from sanshe.core.privacy.rules.masks import (
    MASKS,
    mask_account,
    mask_code,
    mask_name,
    mask_phone,
)

__all__ = ["MASKS", "mask_account", "mask_code", "mask_name", "mask_phone"]
