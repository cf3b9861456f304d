"""What Chinese classifiers count, as far as a classifier alone tells; the office names it better later."""

from __future__ import annotations

from collections.abc import Mapping

_NOUNS: Mapping[str, tuple[str, str, str]] = {
    "件": ("item", "item", "items"),
    "家": ("body", "body", "bodies"),
    "个": ("unit", "unit", "units"),
    "项": ("project", "project", "projects"),
    "人": ("person", "person", "people"),
    "名": ("member", "person", "people"),
    "位": ("individual", "person", "people"),
    "人次": ("turn", "person-time", "person-times"),
    "家次": ("service", "time", "times"),
    "次": ("time", "time", "times"),
    "起": ("incident", "case", "cases"),
    "宗": ("matter", "case", "cases"),
    "批": ("lot", "batch", "batches"),
    "批次": ("batch", "batch", "batches"),
    "场": ("event", "event", "events"),
    "期": ("session", "session", "sessions"),
    "届": ("edition", "edition", "editions"),
    "条": ("entry", "entry", "entries"),
    "篇": ("text", "text", "texts"),
    "张": ("sheet", "sheet", "sheets"),
    "支": ("product", "product", "products"),
    "所": ("institution", "institution", "institutions"),
    "户": ("household", "household", "households"),
    "亩": ("mu", "mu", "mu"),
    "种": ("kind", "kind", "kinds"),
    "类": ("class", "class", "classes"),
    "部": ("work", "work", "works"),
    "份": ("copy", "copy", "copies"),
    "台": ("machine", "machine", "machines"),
    "艘": ("vessel", "vessel", "vessels"),
    "辆": ("vehicle", "vehicle", "vehicles"),
    "公里": ("kilometer", "kilometer", "kilometers"),
    "吨": ("tonne", "tonne", "tonnes"),
    "倍": ("fold", "time", "times"),
}


def unit_id(classifier: str) -> str:
    """Return the id of the unit of a classifier; one of no table is named by its characters."""
    known = _NOUNS.get(classifier)
    return known[0] if known else "unit-" + "-".join(f"{ord(c):x}" for c in classifier[:4])


def noun(classifier: str, said: str) -> tuple[str, str]:
    """Return the English noun of a classifier, singular and plural; `said` is the one beside the number."""
    known = _NOUNS.get(classifier)
    if known:
        return known[1], known[2]
    return (said or "unit", said or "units")
