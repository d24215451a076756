"""Readings by pypinyin, and the two databases' own languages of asking. Tokens hold letters, digits and Chinese."""

from functools import lru_cache

from sanshe.core.search.rules import is_han, runs
from sanshe.core.search.types import Term

# Readings that a dictionary of phrases misses: surnames, and characters that names use both ways.
ALSO = {
    "单": "shan", "仇": "qiu", "曾": "zeng", "解": "xie", "区": "ou", "查": "zha", "盖": "ge", "朴": "piao", "尉": "yu",
    "召": "shao", "翟": "zhai", "宿": "su", "缪": "miao", "冼": "xian", "乐": "yue", "行": "hang", "长": "zhang",
    "重": "chong", "调": "tiao", "传": "zhuan", "藏": "zang", "朝": "zhao", "都": "dou", "会": "kuai", "谌": "shen",
}  # fmt: skip


@lru_cache(maxsize=4096)
def readings(title: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of each Chinese run of a title; twice for a run with a character that is read two ways."""
    from pypinyin import lazy_pinyin  # its tables take 0.2 s and 30 MB: not for a process that writes no titles

    found: list[tuple[str, ...]] = []
    for run in filter(is_han, runs(title)):
        read = lazy_pinyin(run, errors=list)  # type: ignore[arg-type]  # documented so
        plain = tuple(one for one in read if one)
        other = tuple(ALSO.get(character, one) for character, one in zip(run, plain, strict=False))
        found += dict.fromkeys((plain, other))
    return tuple(found)


def fts5(terms: tuple[Term, ...]) -> str:
    """A query of SQLite's FTS5: phrases in quotation marks, a star behind a beginning."""
    return " AND ".join(f'"{" ".join(term.tokens)}"{"*" if term.is_prefix else ""}' for term in terms)


def tsquery(terms: tuple[Term, ...]) -> str:
    """A query for PostgreSQL's to_tsquery."""
    words = (" <-> ".join(f"'{token}'{':*' * term.is_prefix}" for token in term.tokens) for term in terms)
    return " & ".join(f"({word})" for word in words)
