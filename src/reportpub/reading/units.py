"""Units of measure in both languages by dimension, so that a distance is the same in miles as in kilometres.

Source: GB/T 15835-2011 leaves units to GB 3100; the factors are those of the SI Brochure (BIPM) and, for the units
of the market (市制), of the State Council order of 1984.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension, its size in the first unit of the dimension, whether conversions from it are exact."""

    dimension: str
    size: Fraction
    exact: bool = True


# Each line: size in the unit of the first line, Chinese names, English names without plural s; ~ marks what is rounded.
_TABLE = {
    "length": """
        1 米,公尺 | metre,meter,m
        0.001 毫米 | millimetre,millimeter,mm
        0.01 厘米,公分 | centimetre,centimeter,cm
        1000 公里,千米 | kilometre,kilometer,km
        0.000001 微米 | micrometre,micrometer,micron
        0.000000001 纳米 | nanometre,nanometer,nm
        ~500 里,华里 | li
        ~3.3333 丈 |
        ~0.33333 尺 |
        ~0.033333 寸 |
        ~1609.344 英里 | mile
        ~1852 海里 | nautical
        ~0.3048 英尺 | foot,feet,ft
        ~0.0254 英寸 | inch,inche,in
        ~0.9144 码 | yard""",
    "area": """
        1 平方米 | square metre,square meter,sq m,m²
        1000000 平方公里,平方千米 | square kilometre,square kilometer,sq km,km²
        10000 公顷 | hectare,ha
        ~666.667 亩 | mu
        ~4046.86 英亩 | acre
        ~0.092903 平方英尺 | square foot,square feet,sq ft
        ~2589988 平方英里 | square mile,sq mile""",
    "volume": """
        1 升 | litre,liter,l
        0.001 毫升 | millilitre,milliliter,ml
        1000 立方米 | cubic metre,cubic meter,m³
        ~3.7854 加仑 | gallon
        ~158.987 桶 | barrel""",
    "mass": """
        1 公斤,千克 | kilogram,kilo,kg
        0.001 克 | gram,g
        0.000001 毫克 | milligram,mg
        1000 吨,公吨 | tonne,ton,metric ton,metric tonne,t
        0.5 斤,市斤 | jin,catty
        0.05 两 | liang,tael
        ~0.453592 磅 | pound,lb
        ~0.0283495 盎司 | ounce,oz""",
    "power": """
        1 瓦 | watt,w
        1000 千瓦 | kilowatt,kw
        1000000 兆瓦 | megawatt,mw
        1000000000 吉瓦 | gigawatt,gw""",
    "energy": """
        1 千瓦时 | kilowatt-hour,kwh
        1000 兆瓦时 | megawatt-hour,mwh
        1000000 吉瓦时 | gigawatt-hour,gwh
        1000000000 太瓦时 | terawatt-hour,twh""",
    "temperature": """
        1 摄氏度,度 | degree,°c""",
    "picture": """
        1 像素 | pixel
        1000000 | megapixel""",
    "time": """
        1 秒,秒钟 | second,sec
        60 分钟 | minute,min
        3600 小时,个小时 | hour
        86400 天,日 | day
        604800 周,星期,个星期,礼拜 | week
        ~2629746 个月 | month
        ~7889238 季度,个季度 | quarter
        ~31556952 年,周年 | year
        ~315569520 | decade
        ~3155695200 世纪,个世纪 | century,centurie""",
}


def _table() -> tuple[dict[str, Unit], dict[str, Unit]]:
    chinese: dict[str, Unit] = {}
    english: dict[str, Unit] = {}
    for dimension, lines in _TABLE.items():
        for line in lines.strip().splitlines():
            names, _, foreign = line.partition("|")
            size, _, native = names.strip().partition(" ")
            unit = Unit(dimension, Fraction(size.lstrip("~")), not size.startswith("~"))
            chinese |= {name.strip(): unit for name in native.split(",") if name.strip()}
            english |= {name.strip(): unit for name in foreign.split(",") if name.strip()}
    return chinese, english


_CHINESE, _ENGLISH = _table()
COMPOUND = ("square", "cubic", "metric", "sq")
"""English words that make a unit only with the next one."""


def chinese_unit(name: str) -> Unit | None:
    """Return the unit a Chinese measure word or a symbol names, `None` where it counts things."""
    return _CHINESE.get(name) or _ENGLISH.get(name.lower())


def english_unit(noun: str) -> Unit | None:
    """Return the unit an English noun names, in the plural or not, `None` where it names things."""
    return _ENGLISH.get(noun) or _ENGLISH.get(noun.removesuffix("s"))


def prefixed(value: Fraction, unit: Unit) -> frozenset[Fraction]:
    """Return what an exact quantity comes to in the other exact units of its dimension: 576 megapixels are 576 million."""
    sizes = {
        other.size
        for other in (*_CHINESE.values(), *_ENGLISH.values())
        if other.dimension == unit.dimension and other.exact
    }
    return frozenset(value * unit.size / size for size in sizes) if unit.exact else frozenset()
