"""Addresses of fairs."""

from django.urls import path

from sanshe.fair.views import book, close, desk, fair, play, ruling

app_name = "fair"
urlpatterns = [
    path("", fair.home, name="home"),
    path("new/", fair.new, name="new"),
    path("<uuid:key>/", fair.fair, name="fair"),
    path("<uuid:key>/rule/", fair.rule, name="rule"),
    path("<uuid:key>/ready/", fair.ready, name="ready"),
    path("<uuid:key>/goods/", fair.add_good, name="add_good"),
    path("<uuid:key>/desks/", fair.plan_desk, name="plan_desk"),
    path("<uuid:key>/stocks/", fair.bring, name="bring"),
    path("<uuid:key>/book/", book.book, name="book"),
    path("<uuid:key>/book/check/", book.check, name="check"),
    path("<uuid:key>/book/<int:number>/", book.riddle, name="riddle"),
    path("<uuid:key>/book/<int:number>/change/", book.change_riddle, name="change_riddle"),
    path("<uuid:key>/book/<int:number>/reprint/", book.reprint, name="reprint"),
    path("<uuid:key>/slips/", book.slips, name="slips"),
    path("<uuid:key>/hang/", book.hang, name="hang"),
    path("<uuid:key>/cards/", book.cards, name="cards"),
    path("<uuid:key>/cards/renew/", book.renew_card, name="renew_card"),
    path("<uuid:key>/end/", close.end, name="close"),
    path("<uuid:key>/end/close/", close.close, name="close_fair"),
    path("<uuid:key>/end/count/<uuid:stock>/", close.count, name="count"),
    path("<uuid:key>/end/sign/", close.sign, name="sign"),
    path("<uuid:key>/end/countersign/", close.countersign, name="countersign"),
    path("<uuid:key>/board/", play.board, name="board"),
    path("<uuid:key>/riddles/<int:number>/", play.slip, name="slip"),
    path("desks/<uuid:key>/", desk.desk, name="desk"),
    path("desks/<uuid:key>/open/", desk.open_desk, name="open_desk"),
    path("desks/<uuid:key>/look/", desk.look, name="look"),
    path("desks/<uuid:key>/won/", desk.won, name="won"),
    path("desks/<uuid:key>/wrong/", desk.wrong, name="wrong"),
    path("desks/<uuid:key>/back/", desk.put_back, name="put_back"),
    path("desks/<uuid:key>/hand-out/", desk.hand_out, name="hand_out"),
    path("desks/<uuid:key>/seal/", desk.seal, name="seal"),
    path("desks/<uuid:key>/answers/", desk.ask_answer, name="ask_answer"),
    path("desks/<uuid:key>/voids/", desk.ask_void, name="ask_void"),
    path("rulings/<uuid:key>/", ruling.ruling, name="ruling"),
    path("rulings/<uuid:key>/agree/", ruling.agree, name="agree"),
    path("rulings/<uuid:key>/refuse/", ruling.refuse, name="refuse"),
    path("rulings/<uuid:key>/make-good/", ruling.make_good, name="make_good"),
    path("cards/<str:token>/", play.card, name="card"),
    path("cards/<str:token>/<int:number>/", play.answer, name="answer"),
]
