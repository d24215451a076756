"""A place for one answer that only a higher floor knows: it fills the hook while the apps are made ready."""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Hook(Generic[Asked, Answer]):
    """Called like the function that fills it; until then it answers by `default`. Filling it again replaces."""

    def __init__(self, default: Callable[Asked, Answer]) -> None:
        self._default = self._source = default

    def fill(self, source: Callable[Asked, Answer]) -> None:
        self._source = source

    def clear(self) -> None:
        self._source = self._default

    def __call__(self, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        return self._source(*args, **named)
