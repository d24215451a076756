"""Write fairs."""

from sanshe.fair.actions.book import change_riddle, check, enter_book, hang, print_slips, reprint
from sanshe.fair.actions.cards import forget, make_cards, renew_card
from sanshe.fair.actions.close import close_fair, count_stock, countersign, sign
from sanshe.fair.actions.desk import hand_out, look, put_back, seal, won, wrong
from sanshe.fair.actions.fair import add_good, bring, change_rule, hand_over, open_desk, plan_desk, plan_fair
from sanshe.fair.actions.play import answer, tear
from sanshe.fair.actions.ruling import agree, ask_answer, ask_void, make_good, refuse

__all__ = [
    "add_good", "agree", "answer", "ask_answer", "ask_void", "bring", "change_riddle", "change_rule", "check",
    "close_fair", "count_stock", "countersign", "enter_book", "forget", "hand_out", "hand_over", "hang", "look",
    "make_cards", "make_good", "open_desk", "plan_desk", "plan_fair", "print_slips", "put_back", "refuse",
    "renew_card", "reprint", "seal", "sign", "tear", "won", "wrong",
]  # fmt: skip
