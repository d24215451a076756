"""Addresses of stories."""

from django.urls import path

from sanshe.stories.views import draft, leads, public

app_name = "stories"
urlpatterns = [
    path("", leads.home, name="home"),
    path("leads/new/", leads.propose, name="propose"),
    path("leads/<uuid:key>/begin/", leads.begin, name="begin"),
    path("leads/<uuid:key>/<str:word>/", leads.answer, name="answer"),
    path("drafts/<uuid:key>/", draft.story, name="story"),
    path("drafts/<uuid:key>/head/", draft.head, name="head"),
    path("drafts/<uuid:key>/sentences/new/", draft.add, name="add"),
    path("drafts/<uuid:key>/sentences/<uuid:pk>/", draft.rewrite, name="rewrite"),
    path("drafts/<uuid:key>/sentences/<uuid:pk>/drop/", draft.drop, name="drop"),
    path("drafts/<uuid:key>/sentences/<uuid:pk>/correct/", draft.correct, name="correct"),
    path("drafts/<uuid:key>/check/", draft.check, name="check"),
    path("drafts/<uuid:key>/mask/", draft.mask, name="mask"),
    path("drafts/<uuid:key>/review/", draft.review, name="review"),
    path("drafts/<uuid:key>/return/", draft.send_back, name="send_back"),
    path("drafts/<uuid:key>/publish/", draft.publish, name="publish"),
    path("drafts/<uuid:key>/withdraw/", draft.withdraw, name="withdraw"),
    path("public/", public.listing, name="list"),
    path("public/<uuid:key>/", public.read, name="read"),
]
