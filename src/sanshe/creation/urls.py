"""Addresses of creation."""

from django.urls import path

from sanshe.core.objections.views import cases_of, form_of
from sanshe.creation.queries.naming import KIND
from sanshe.creation.views import attest, board, naming, public, schemes, tips, titles

app_name = "creation"
urlpatterns = [
    path("", board.home, name="home"),
    path("schemes/new/", schemes.new, name="new_scheme"),
    path("schemes/<uuid:key>/", schemes.scheme, name="scheme"),
    path("schemes/<uuid:key>/standard/", schemes.standard, name="standard"),
    path("schemes/<uuid:key>/open/", schemes.open_scheme, name="open_scheme"),
    path("schemes/<uuid:key>/close/", schemes.close_scheme, name="close_scheme"),
    path("schemes/<uuid:key>/naming/", naming.naming, name="naming"),
    path("schemes/<uuid:key>/lists/new/", naming.draft_list, name="draft_list"),
    path("schemes/<uuid:key>/awards/new/", naming.draft_award, name="draft_award"),
    path("applications/new/", board.declare, name="declare"),
    path("applications/<uuid:key>/", board.application, name="application"),
    path("applications/<uuid:key>/apply/", board.apply, name="apply"),
    path("applications/<uuid:key>/assess/", board.assess, name="assess"),
    path("applications/<uuid:key>/withdraw/", board.withdraw, name="withdraw"),
    path("applications/<uuid:key>/recommend/", board.recommend, name="recommend"),
    path("applications/<uuid:key>/back/", board.send_back, name="send_back"),
    path("applications/<uuid:key>/ask/", attest.ask, name="ask"),
    path("applications/<uuid:key>/remind/", attest.remind, name="remind"),
    path("attest/", attest.attest, name="attest"),
    path("attest/<uuid:key>/", attest.attest_one, name="attest_one"),
    path("attest/<uuid:key>/strike/", attest.strike, name="strike"),
    path("lists/<uuid:key>/", naming.proposal, name="proposal"),
    path("lists/<uuid:key>/approve/", naming.approve_list, name="approve_list"),
    path("lists/<uuid:key>/publish/", naming.publish_list, name="publish_list"),
    path("lists/<uuid:key>/drop/", naming.drop_list, name="drop_list"),
    path("lists/<uuid:key>/object/", form_of(KIND), name="object"),
    path("lists/<uuid:key>/objections/", cases_of(KIND), name="objections"),
    path("awards/<uuid:key>/approve/", naming.approve_award, name="approve_award"),
    path("awards/<uuid:key>/drop/", naming.drop_award, name="drop_award"),
    path("titles/<uuid:key>/", titles.title, name="title"),
    path("titles/<uuid:key>/certificate/", titles.certificate, name="certificate"),
    path("titles/<uuid:key>/renew/", titles.renew, name="renew"),
    path("titles/<uuid:key>/ask/", titles.ask_again, name="ask_again"),
    path("titles/<uuid:key>/tell/", titles.tell, name="tell"),
    path("titles/<uuid:key>/hear/", titles.hear, name="hear"),
    path("titles/<uuid:key>/draft/", titles.draft_revocation, name="draft_revocation"),
    path("titles/<uuid:key>/keep/", titles.drop_revocation, name="drop_revocation"),
    path("titles/<uuid:key>/revoke/", titles.revoke, name="revoke"),
    path("titles/<uuid:key>/tip/", public.tip, name="new_tip"),
    path("public/", public.public, name="public"),
    path("tips/", tips.tips, name="tips"),
    path("tips/<uuid:key>/", tips.one_tip, name="tip"),
    path("tips/<uuid:key>/close/", tips.close_tip, name="close_tip"),
    path("receipts/<str:token>/", public.tip_receipt, name="tip_receipt"),
]
