"""What mypy cannot know of this house.

Our middleware gives each request two names. A table by a StrEnum may be asked by the stored text of its member.

Facts that several calls share are kept in one dict and handed on by `**`; mypy knows no single type of such a dict's
values. What is written out in a call stays checked, what comes by `**` is not.
"""

from collections.abc import Callable

from mypy.nodes import ARG_NAMED, ARG_STAR2, MDEF, CallExpr, MypyFile, SymbolTableNode, Var
from mypy.plugin import ClassDefContext, FunctionSigContext, MethodSigContext, Plugin
from mypy.types import AnyType, CallableType, FunctionLike, Instance, Type, TypeOfAny, get_proper_type

REQUEST = "django.http.request"
GIVEN = {"actor": "sanshe.core.kit.access.Actor", "received_at": "datetime.datetime"}
BY_TEXT = {f"{owner}.{name}" for owner in ("builtins.dict", "typing.Mapping") for name in ("__getitem__", "get")}
ANY = AnyType(TypeOfAny.special_form)


class House(Plugin):
    """All of the above."""

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        return [(10, "sanshe.core.kit.access", -1), (10, "datetime", -1)] if file.fullname == REQUEST else []

    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        return _give if fullname == f"{REQUEST}.HttpRequest" else None

    def get_function_signature_hook(self, fullname: str) -> Callable[[FunctionSigContext], FunctionLike] | None:
        return _unpacked if fullname.startswith("sanshe.") else None

    def get_method_signature_hook(self, fullname: str) -> Callable[[MethodSigContext], FunctionLike] | None:
        return _by_text if fullname in BY_TEXT else None


def _give(context: ClassDefContext) -> None:
    info = context.cls.info
    for name, what in GIVEN.items():
        known: Type | None = context.api.named_type_or_none(what)
        one = Var(name, known or ANY)
        one.info = info
        one._fullname = f"{info.fullname}.{name}"
        info.names[name] = SymbolTableNode(MDEF, one)


def _unpacked(context: FunctionSigContext) -> FunctionLike:
    call, signature = context.context, context.default_signature
    if not isinstance(call, CallExpr) or ARG_STAR2 not in call.arg_kinds or not isinstance(signature, CallableType):
        return signature
    written = {name for name, kind in zip(call.arg_names, call.arg_kinds, strict=True) if kind == ARG_NAMED}
    places = sum(name is None and kind != ARG_STAR2 for name, kind in zip(call.arg_names, call.arg_kinds, strict=True))
    types = [
        one if name in written or number < places else ANY
        for number, (name, one) in enumerate(zip(signature.arg_names, signature.arg_types, strict=True))
    ]
    return signature.copy_modified(arg_types=types)


def _by_text(context: MethodSigContext) -> FunctionLike:
    table, signature = get_proper_type(context.type), context.default_signature
    key = get_proper_type(table.args[0]) if isinstance(table, Instance) and table.args else None
    if not isinstance(key, Instance) or not key.type.has_base("enum.StrEnum"):
        return signature
    return signature.copy_modified(
        arg_types=[context.api.named_generic_type("builtins.str", []), *signature.arg_types[1:]]
    )


def plugin(version: str) -> type[Plugin]:
    return House
