"""{% fixed %}…{% endfixed %}: a part of every page that depends on nothing but the language, walked once for each."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.tag
def fixed(parser: Parser, token: Token) -> "Fixed":
    inside = parser.parse(("endfixed",))
    parser.delete_first_token()
    return Fixed(inside)


class Fixed(template.Node):
    def __init__(self, inside: NodeList) -> None:
        self.inside = inside
        self.texts: dict[str | None, SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        language = get_language()
        if language not in self.texts:
            self.texts[language] = self.inside.render(context.new())
        return self.texts[language]
