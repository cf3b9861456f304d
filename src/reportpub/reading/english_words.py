"""The words around an English number: qualifiers, scales, currencies, units, and phrases that count nothing."""

from __future__ import annotations

import re

from reportpub.reading.english_numerals import BIG

BEFORE = re.compile(
    r"(?:(?P<over>\bover|\bmore than|\babove|\bexceed(?:s|ed|ing)?|\bin excess of|\bat least|\bupwards? of|\bno (?:fewer|less) than"
    r"|\bnot (?:less|fewer) than|\b(?:greater|higher|larger|longer|older|bigger) than|\bsurpass(?:es|ed|ing)?|\btopp(?:ed|ing)|\btops|\b(?:to|could|will|would|may|might|can|should) (?:top|pass|cross)"
    r"|\ba minimum of|\bbeyond|\b(?:well|just|slightly|far) over|\bcross(?:ed|ing)|\bpass(?:ed|ing)|\bminimum of|\bbroke through)"
    r"|(?P<under>\bnearly|\balmost|\bclose to|\bunder|\b(?:less|fewer|lower|smaller|shorter|younger) than|\bbelow|\bapproach(?:ing|ed|es)|\bclos(?:ed|es|ing) in on|\bat most"
    r"|\bno (?:more|higher|larger|later|longer) than|\bnot (?:more|higher) than|\bnot exceed(?:ing)?|\bnot to exceed|\bshy of|\bshort of|\bnearing"
    r"|\bnear|\bjust under|\ba maximum of|\bmaximum of|\bnot even|\bbarely)"
    r"|(?P<about>\babout|\baround|\bapproximately|\bsome|\broughly|\bcirca|\ban estimated|\bestimated at|\bestimated|\bc\.|\bapprox\.|\bor so"
    r"|\bin the region of)"
    r"|(?P<hedged>\bup to|\bas (?:many|much|high|low|few|little|long|large) as|\bwithin|\bpast|\binto))"
    r"(?: (?:about|some|an estimated|a record|a total of|a further|another|even|its|their|the))?"
    r"(?: ?(?:RMB|CNY|US\$|HK\$|A\$|C\$|USD|\$|€|£|¥|EUR|GBP))?\s*$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"(?P<over>-plus\b|\+|-odd\b| plus\b(?! (?:up|an?|the|another|\d|[$€£]))| or (?:more|above|over|older|higher|longer|greater|better)\b| and (?:above|over|older|up(?! to)|upwards?|more)\b"
    r"| upwards?\b| odd\b)"
    r"|(?P<under> or (?:less|fewer|below|under|younger|lower)\b| and (?:under|below|younger)\b)"
    r"|(?P<about> or so\b| or thereabouts\b)",
    re.IGNORECASE,
)
UP = re.compile(
    r"\b(?:up|rose|risen|rises?|rising|increas(?:e|es|ed|ing)|grew|grown|grows?|growing|growth|gain(?:ed|s)?|climb(?:ed|ing)?|jump(?:ed|ing)?|surg(?:ed|ing)|"
    r"soared|advanced|expand(?:ed|ing)|improved|higher)(?: (?:by|of|to|about|over|nearly|more than|almost|around|some|at least|just over|a))*\s*$",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:down|fell|fallen|falls?|falling|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:ped|s|ping)?|dropped|lower|reduc(?:ed|tion|ing)|shrank|shrunk|"
    r"slid|slipped|cut|plunged|tumbled|contract(?:ed|ing))(?: (?:by|of|to|about|over|nearly|more than|almost|around|some|at least|just over|a))*\s*$",
    re.IGNORECASE,
)
UP_AFTER = re.compile(
    r"\s*(?:year-on-year |annual |rise|increase|growth|gain|jump|surge|more\b|higher)", re.IGNORECASE
)
DOWN_AFTER = re.compile(
    r"\s*(?:year-on-year |annual )?(?:fall|decrease|decline|drop|reduction|cut|lower|fewer|less\b)",
    re.IGNORECASE,
)

CURRENCIES = {
    "rmb": "CNY", "cny": "CNY", "yuan": "CNY", "¥": "CNY", "renminbi": "CNY", "$": "USD", "us$": "USD", "usd": "USD",
    "dollars": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euros": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP",
    "pounds": "GBP", "hk$": "HKD", "hkd": "HKD", "a$": "AUD", "c$": "CAD", "yen": "JPY", "won": "KRW", "rubles": "RUB",
    "roubles": "RUB", "rupees": "INR", "francs": "CHF",
}  # fmt: skip
_MONTHS = "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec"
MONTHS = {name: n for n, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_M = "|".join(sorted((m for m in MONTHS if m != "may"), key=len, reverse=True))
MONTH = rf"(?:(?i:{_M})\b\.?|May\b)"

PHRASES = re.compile(
    r"(?:per|every|each|a) second(?=[,.;:)]|$| (?:and|or|as|to|from|with|in|at|on|for)\b)|[Nn]ine times out of ten|[Tt]wo heads are better|[Ss]ix of one|[Hh]alf a dozen of the other|[Tt]wo birds|[Cc]loud nine|sixes and sevens|"
    r"[Ff]orty winks|[Ss]aves nine|to the nines|nine yards|[Tt]wo minds|two and two together|[Ee]leventh hour|[Ss]eventh heaven|[Nn]ine lives|"
    r"thousand and one|hundred and one\b(?! [a-z]+s\b)|[Ff]ive-[Yy]ear [Pp]lan|[Oo]ne Belt,? One Road|[Tt]wo [Ss]essions|[Oo]ne-stop|[Oo]ne of|[Nn]o one|[Ss]ome ?one|[Aa]ny ?one|[Ee]very ?one|"
    r"[Oo]ne another|[Oo]ne by one|[Oo]ne-on-one|[Tt]wo-way|[Tt]hird[- ]part(?:y|ies)|[Tt]hird [Ww]orld|[Ss]econd[- ]hand|[Ss]plit second|[Ff]irst-class|[Ff]irst-hand|"
    r"[Ff]ifty-fifty|24/7|[Nn]ine-to-five|[Ss]even [Ss]eas|[Tt]hree Gorges|[Tt]hree-dimensional|3D\b|[Ff]our-letter|[Ss]ix-pack|[Hh]alf-?time|"
    r"[Hh]alfway|[Hh]alf-?heart|[Bb]ehalf|[Zz]ero[- ]tolerance|[Zz]ero-?sum|[Nn]et[- ]zero|[Ff]ront-?runner|[Tt]en-pin|[Cc]ross-?fire|[Ff]irst (?:[Ll]ady|[Aa]id|[Nn]ame)|"
    r"[Ss]quare one|[Aa]t one with|[Ff]or one\b|[Oo]ne day\b|[Oo]ne-size|[Ss]econd to none|[Ff]our-wheel|[Tt]hree Kingdoms|[Cc]atch-22|[Oo]ne more|"
    rf"[Tt]he one\b(?![- ](?:{BIG}))|[Tt]hat one\b|[Tt]his one\b|[Ss]emi-?final|[Qq]uarter-?final(?:s|ist)?|[Ll]ast [Qq]uarter|[Hh]eadquarter\w*|[Qq]uarterly|[Qq]uarterback"
)
BODIES = frozenset(
    (
        "enterprise enterprises company companies firm firms household households family families "
        "business businesses "
    ).split()
)
PERSONS = (
    frozenset(
        (
            "person persons people officer officers suspect suspects student students worker workers "
            "employee employees man men woman women child children teacher teachers resident residents "
            "doctor doctors patient patients farmer farmers member members lawyer lawyers judge judges "
            "soldier soldiers staff defendant defendants individual individuals candidate candidates "
            "volunteer volunteers mediator mediators expert experts scientist scientists engineer engineers "
            "researcher researchers player players athlete athletes personnel adults adult boys girls "
            "citizens prosecutors inspectors "
        ).split()
    )
    | BODIES
)
"""Those that are counted by heads, bodies of people among them."""
TURNS = frozenset(
    (
        "time times visit visits trip trips person-time person-times deployment deployments attendance "
        "attendances session sessions occasion occasions journey journeys ride rides admission "
        "admissions enterprise-time enterprise-times instance instances visitor visitors passenger "
        "passengers tourist tourists arrival arrivals viewer viewers view views participation "
        "participations enrollment enrollments man-times "
    ).split()
)
CASES = frozenset(["case", "cases", "lawsuit", "lawsuits", "incident", "incidents", "dispute", "disputes"])
STOPS = frozenset(
    (
        "in to by for from with at on who that which were was are is and or have had has of during after "
        "before as than into under through over since across while when where but if will would can "
        "could per each "
    ).split()
)
"""Words at which the noun behind a number has ended."""
COUNTABLE = PERSONS | CASES | TURNS
PLURAL = frozenset(w for w in COUNTABLE if w.endswith("s")) | {
    "people",
    "men",
    "women",
    "children",
    "staff",
    "personnel",
}
"""Nouns of `COUNTABLE` that stand behind any number but one."""
