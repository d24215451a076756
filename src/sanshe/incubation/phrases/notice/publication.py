"""Words of the notice."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.notice.publication import PublicationEvent as E
from sanshe.incubation.enums.notice.publication import PublicationRefusal as R

KINDS: dict[str, Any] = {}
FIELDS: dict[str, Any] = {"notice": _("公示"), "until": _("公示到"), "names": _("家数")}
EVENTS = {
    E.DRAFTED: _("拟公示"),
    E.APPROVED: _("批准公示"),
    E.PUBLISHED: _("发布公示"),
    E.CONFIRMED: _("入选"),
    E.PROMOTED: _("候补递补"),
}
SENTENCES = {
    R.NO_DECISION: _("评审小组的决定还没签批，不能公示。"),
    R.NOT_APPROVED: _("公示还没经区民政局批准，不能发布。"),
    R.ALREADY_OUT: _("这份公示已经发布。"),
    R.WINDOW_OPEN: _("公示期还没满，不能确认入选。"),
    R.PLACE_BLOCKED: _("这一家有异议没办结，不能确认入选；别的家照常。"),
    R.NO_RESERVE: _("没有空出来的位置，或者候补已经递补完。"),
    R.RESERVE_EXPIRED: _("候补名单已经过了有效期。"),
    R.NOT_NOTICED: _("这一家不在公示里。"),
}
