"""theme1.xml and fontTable.xml: where a brand is changed, and how to replace a face that is not there.

The East Asian face of the theme stays empty: the entry for the script Hans names it, as in Word's own themes.
Source: ECMA-376 part 1, 20.1.6 (themes) and 17.8.3 (fonts).
"""

from __future__ import annotations

from functools import cache

from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE, escaped


@cache
def theme_xml(look: Look) -> str:
    """Return the theme: colours of the report, heading faces and text faces."""
    colours = {
        "dk2": look.navy,
        "lt2": look.tint,
        "accent1": look.red,
        "accent2": look.navy,
        "accent3": look.blue,
        "accent4": look.slate,
        "accent5": look.teal,
        "accent6": look.ochre,
        "hlink": look.blue,
        "folHlink": look.slate,
    }
    named = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return (
        f'{PROLOGUE}<a:theme xmlns:a="{drawing}" name="reportpub">'
        '<a:themeElements><a:clrScheme name="reportpub">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/>'
        '</a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/>'
        f'</a:lt1>{named}</a:clrScheme><a:fontScheme name="reportpub">'
        f"<a:majorFont>{_faces(look.sans, look.hei)}</a:majorFont>"
        f"<a:minorFont>{_faces(look.serif, look.song)}</a:minorFont>"
        f'</a:fontScheme><a:fmtScheme name="reportpub"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{plain * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def fonts_xml(look: Look) -> str:
    """Return the font table: other names and the classification by which a missing face is replaced."""
    faces = (
        (look.song, "SimSun", "02010600030101010101", "86", "auto"),
        (look.hei, "SimHei", "02010609060101010101", "86", "modern"),
        (look.kai, "KaiTi", "02010609060101010101", "86", "modern"),
        (look.serif, "", "02020603050405020304", "00", "roman"),
        (look.sans, "", "020B0604020202020204", "00", "swiss"),
    )
    told = ""
    for name, other, panose, charset, family in faces:
        also = f'<w:altName w:val="{other}"/>' if other else ""
        told += (
            f'<w:font w:name="{escaped(name)}">{also}<w:panose1 w:val="{panose}"/>'
            f'<w:charset w:val="{charset}"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        )
    return f"{PROLOGUE}<w:fonts {NAMESPACES}>{told}</w:fonts>"


def _faces(latin: str, han: str) -> str:
    return (
        f'<a:latin typeface="{escaped(latin)}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{escaped(han)}"/>'
    )
