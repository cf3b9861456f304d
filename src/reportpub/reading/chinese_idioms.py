"""Chinese idioms and sayings that hold a numeral: a translator may count as they do, or say it in other words."""

from __future__ import annotations

import re

from reportpub.reading.chinese_quantity import made
from reportpub.reading.han_numerals import HAN, NUMERAL, value_of
from reportpub.reading.quantity import Measure, Quantity, Weight

_IDIOM = re.compile(
    r"([一二三四五六七八九十百千万])\1([一二两三四五六七八九十百千万])\2|说一千道一万|十有八九|十之[七八][八九]|[一三九]层之台|九层高台|一寸光阴一寸金|"
    r"五十步笑百步|三个臭皮匠|[一两三]个和尚|百闻不如一见|半斤八两|百尺竿头|百步穿杨|百里挑一|万变不离其宗|"
    r"九死一生|十拿九稳|十万火急|十万八千里|三十六计|八九不离十|三十年河东|四十不惑|五十知天命|七十二变|三百六十行|九霄云外|四大皆空|"
    r"十年树木|百年树人|十年寒窗|十年磨一剑|三人行|三顾茅庐|三寸不烂|三天打鱼|两天晒网|两面三刀|两袖清风|三言两语|三长两短|三令五申|"
    r"四分五裂|四舍五入|四面楚歌|五体投地|五谷丰登|五湖四海|六亲不认|七零八落|七手八脚|七拼八凑|七窍生烟|八仙过海|九九归一|"
    r"十恶不赦|十指连心|百发百中|百感交集|百战百胜|百依百顺|百思不解|百年好合|千载难逢|千钧一发|千变万化|千篇一律|千言万语|千山万水|"
    r"千真万确|千秋万代|千姿百态|千疮百孔|千锤百炼|千里迢迢|千里之[行外堤]|千金|千军易得|万紫千红|万水千山|万籁俱寂|万家灯火|万人空巷|"
    r"一五一十|一传十|十传百|一目十行|一日千里|一落千丈|一泻千里|一刻千金|一诺千金|一字千金|一呼百应|一了百了|一通百通|以一当十|"
    r"乱七八糟|杂七杂八|横七竖八|七七八八|九牛二虎|三教九流|三姑六婆|三头六臂|三从四德|四书五经|五脏六腑|五光十色|三六九等|"
    r"二百五|三脚猫|二话不说|二话没说|不二法门|独一无二|数一数二|略知一二|一清二[楚白]|一穷二白|一干二净|一来二去|接二连三|说一不二"
)


def _idiom(match: re.Match[str]) -> list[Quantity] | None:
    """Return the numerals of an idiom, none of which must have its like; 二百五十万 is none."""
    if match.group()[-1] in HAN and re.match(f"[{HAN}余多几]", match.string[match.end() :]):
        return None
    found = []
    for numeral in NUMERAL.finditer(match.group()):
        value = value_of(numeral.group())[0]
        found.append(made(match, value, Measure.NUMBER, weight=Weight.SOFT, bound=None, hedged=True))
    return found


RULES = ((_IDIOM, _idiom),)
"""Each pattern with what reads it, in the order they are tried."""
