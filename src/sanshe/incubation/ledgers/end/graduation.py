"""The code on the certificate of who graduated."""

from sanshe.core.codes.ledgers import declare_kind
from sanshe.core.codes.types import CodeKind
from sanshe.incubation.enums.access import P
from sanshe.incubation.phrases.end import graduation as words
from sanshe.incubation.queries.end.graduation import KIND, page_of

SAID = words.CERTIFICATE
CERTIFICATE = CodeKind(
    label=SAID["label"],
    asks=(P.GRADUATION_PROPOSE,),
    decides=P.GRADUATION_APPROVE,
    fields={"batch": SAID["batch"], "centre": SAID["centre"]},
    note=words.NOTE,
    back=page_of,
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    declare_kind(KIND, CERTIFICATE)
