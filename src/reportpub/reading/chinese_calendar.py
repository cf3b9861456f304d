"""The calendar and the clock in Chinese: years, decades, centuries, months, days, times of day."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading.chinese_quantity import made, whole_of
from reportpub.reading.han_numerals import HAN
from reportpub.reading.quantity import Measure, Quantity, Weight

_YEAR = re.compile(
    r"(?P<ad>公元前?|前)?(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}|(?<=前)\d{1,4})(?P<to>[—–\-~～至到、和与](?P<y2>\d{4}))?(?:年(?!级)|财年|学年|赛季)"
)
_SPAN = re.compile(r"(?P<y>\d{4})年?[—–\-~～至到](?P<y2>\d{4})(?=年)")
_DECADE = re.compile(
    rf"(?:(?P<c>\d{{1,2}}|[{HAN}]+)世纪|(?P<last>上个?世纪|本世纪))?(?P<d>\d0|[一二三四五六七八九]十)年代"
)
_CENTURY = re.compile(rf"(?P<half>半个)?(?P<c>\d{{1,2}}|[{HAN}]+)?(?P<count>个)?世纪")
_MONTH = re.compile(
    r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[正腊一二三四五六七八九])(?P<to>[—–\-~～至到、和与](?P<m2>1[0-2]|0?[1-9]|十[一二]?|[二三四五六七八九]))?月(?!球|亮|光|饼|票|薪|牙|台|收入|均|子)(?P<part>份|初|底|末|中旬|上旬|下旬)?(?:(?P<d>[12]?\d|3[01]|[一二三四五六七八九十廿卅]{1,3})(?:[—–\-~～至到](?P<d2>[12]?\d|3[01]|[一二三四五六七八九十]{1,3}))?(?:日|号|(?=[，。、；）)]|$)))?"
)
_DAY = re.compile(
    r"(?<![\d.])(?P<d>[12]?\d|3[01])(?P<to>[—–\-~～至到、和](?P<d2>[12]?\d|3[01]))?日(?!元|圆|均|本|益|常|子)"
)
_TIME = re.compile(
    rf"(?P<part>晚|早|夜|上午|下午|早上|早晨|晚上|凌晨|中午|傍晚|清晨|夜里|深夜|夜间|当晚|今晚|昨晚|清早|午后|晨)?(?P<h>2[0-4]|1\d|0?\d|[{HAN[:12]}两十]{{1,3}})(?P<u>[时点](?!间|候|期|装|钟头|刻|代|而|任)|[:：](?=[0-5]\d(?!\d)))零?(?P<m>[0-5]?\d(?=分|(?!\d))|[{HAN[:12]}十]{{1,3}}分|[二三四五]?十[{HAN[3:12]}]?|半|[一三]刻)?分?(?P<clock>钟|整)?"
)
_NOON, _DAYS = 12, 31


def _years(match: re.Match[str]) -> list[Quantity]:
    groups = match.groupdict()
    years = [groups["y"], groups.get("y2")]
    out = []
    for year in filter(None, years):
        value = whole_of(year)
        also = (
            (Fraction(1900 + value), Fraction(2000 + value)) if value < 100 and not groups.get("ad") else ()
        )
        out.append(made(match, value, Measure.YEAR, also=also, bound=None))
    return out


_SOLAR = frozenset(["民国", "明治", "大正", "昭和", "平成", "令和"])
"""Eras, of those below, whose months and days are those of the West."""
ERAS = {
    "洪武": 1368, "永乐": 1403, "宣德": 1426, "成化": 1465, "正德": 1506, "嘉靖": 1522, "万历": 1573, "崇祯": 1628,
    "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862,
    "光绪": 1875, "宣统": 1909, "民国": 1912, "贞观": 627, "开元": 713, "天宝": 742, "庆历": 1041, "元丰": 1078,
    "建元": -140, "元封": -110, "太初": -104, "建武": 25, "永平": 58, "建安": 196, "黄初": 220, "建兴": 223, "太康": 280, "永和": 345, "大业": 605, "武德": 618, "永徽": 650, "显庆": 656, "神龙": 705,
    "至德": 756, "大历": 766, "贞元": 785, "元和": 806, "长庆": 821, "会昌": 841, "大中": 847, "咸通": 860, "建隆": 960, "太平兴国": 976, "咸平": 998, "景德": 1004, "天圣": 1023, "景祐": 1034, "嘉祐": 1056, "治平": 1064, "熙宁": 1068, "元祐": 1086,
    "绍圣": 1094, "崇宁": 1102, "政和": 1111, "宣和": 1119, "靖康": 1126, "建炎": 1127, "绍兴": 1131, "隆兴": 1163, "乾道": 1165, "淳熙": 1174, "庆元": 1195, "嘉定": 1208, "淳祐": 1241, "咸淳": 1265, "中统": 1260, "至元": 1264, "大德": 1297, "至正": 1341, "建文": 1399, "洪熙": 1425, "正统": 1436, "景泰": 1450,
    "天顺": 1457, "弘治": 1488, "隆庆": 1567, "天启": 1621, "天聪": 1627,
    "明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019,
}  # fmt: skip
"""The first year of the eras most often met; a year of an era is said in English by either count."""
_ERA = re.compile(
    rf"(?:(?P<era>{'|'.join(ERAS)})|(?<=[公王帝皇宗祖]))(?P<n>元|\d{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})年"
)


def _era(match: re.Match[str]) -> list[Quantity]:
    count = 1 if match["n"] == "元" else whole_of(match["n"])
    also = (Fraction(ERAS[match["era"]] + count - 1),) if match["era"] else ()
    return [made(match, count, Measure.YEAR, weight=Weight.SOFT, bound=None, also=also)]


def _decade(match: re.Match[str]) -> list[Quantity]:
    decade = whole_of(match["d"])
    if match["c"]:
        value = (whole_of(match["c"]) - 1) * 100 + decade
        return [made(match, value, Measure.YEAR, also=(Fraction(decade),))]
    value = 1900 + decade
    return [
        made(
            match,
            value,
            Measure.YEAR,
            also=(Fraction(decade), Fraction(2000 + decade), Fraction(1800 + decade)),
        )
    ]


def _century(match: re.Match[str]) -> list[Quantity] | None:
    if match["half"]:
        return [made(match, 50, Measure.NUMBER, unit="年", weight=Weight.SOFT)]
    if not match["c"]:
        return None
    value = whole_of(match["c"])
    if match["count"]:
        return [
            made(
                match,
                value * 100,
                Measure.NUMBER,
                unit="年",
                also=(Fraction(value),),
                weight=Weight.SOFT if value == 1 else Weight.FIRM,
            )
        ]
    return [made(match, value, Measure.ORDINAL, bound=None)]


LUNAR = re.compile(
    rf"农历|阴历|旧历|腊月|正月|闰|初[一二三四五六七八九十]|(?:{'|'.join(era for era in ERAS if era not in _SOLAR)})[元{HAN}]{{1,4}}年"
)
"""What tells that months and days are those of the old calendar, which a translator turns into others."""


def _month(match: re.Match[str]) -> list[Quantity] | None:
    if (
        match["m"] in "一二三四五六七八九"
        and match.string[match.start() - 1 : match.start()] in "〇零一二三四五六七八九十"
    ):
        return None
    out = [made(match, whole_of(m), Measure.MONTH, bound=None) for m in (match["m"], match["m2"]) if m]
    out += [
        made(match, whole_of(d), Measure.DAY, bound=None)
        for d in (match["d"], match["d2"])
        if d and whole_of(d) <= _DAYS
    ]
    return out


def _day(match: re.Match[str]) -> list[Quantity]:
    return [made(match, whole_of(d), Measure.DAY, bound=None) for d in (match["d"], match["d2"]) if d]


def _time(match: re.Match[str]) -> list[Quantity] | None:
    if match["u"] in "点:：" and not (match["part"] or match["clock"] or match["m"]):
        return None
    if (
        match["u"] == "点"
        and not (match["part"] or match["clock"])
        and match["m"]
        and not match["m"].endswith(("分", "半", "刻"))
        and "十" not in match["m"]
    ):
        return None
    if match["u"] in ":：" and re.search(
        "比[为约是达]{0,2}$|比例|比率", match.string[max(0, match.start() - 6) : match.start()]
    ):
        return None
    hours = whole_of(match["h"])
    if hours > 24:
        return None
    said = match["m"] or ""
    minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(said) if said else 0
    if minutes is None:
        minutes = whole_of(said.rstrip("分"))
    value = Fraction(hours % _NOON) + Fraction(minutes, 60)
    also = (Fraction(hours),) if hours >= _NOON else ()
    return [made(match, value, Measure.TIME, bound=None, also=also)]


RULES = (
    (_ERA, _era),
    (_SPAN, _years),
    (_YEAR, _years),
    (_DECADE, _decade),
    (_CENTURY, _century),
    (_MONTH, _month),
    (_DAY, _day),
    (_TIME, _time),
)
"""Each pattern with what reads it, in the order they are tried."""
