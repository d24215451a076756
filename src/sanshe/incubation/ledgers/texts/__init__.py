"""The papers of incubation as they come with the app, as trees with {blanks}; edited in the product from there on."""

from sanshe.incubation.ledgers.texts import application, call, panel, result, stay

TEXTS = {**call.TEXTS, **application.TEXTS, **panel.TEXTS, **result.TEXTS, **stay.TEXTS}
