"""The small report with a chapter of running text: paragraphs to move, part, join and take out."""

from pathlib import Path

from tests.small_report import change, copied

PARAGRAPHS = (
    ("roads", "修路架桥", "Roads", "公路", "roads"),
    ("water", "兴修水利", "Water", "水渠", "canals"),
    ("trees", "植树造林", "Trees", "林地", "woods"),
    ("paper", "造纸印书", "Paper", "书坊", "presses"),
    ("tea", "种茶制茶", "Tea", "茶园", "tea gardens"),
    ("boats", "造船行舟", "Boats", "船坞", "docks"),
    ("bells", "铸钟制器", "Bells", "铜坊", "foundries"),
    ("silk", "养蚕缫丝", "Silk", "桑园", "mulberry groves"),
)
"""Of each paragraph: id, lead in Chinese and English, and what it is about in either."""


LIST = """
  - id: crafts-list
    list:
      items:
        - {zh: 木工和石工, en: Joiners and masons}
        - {zh: 铁工和铜工, en: Smiths and founders}
        - {zh: 织工和染工, en: Weavers and dyers}
"""
PARAGRAPH = """\
  - id: crafts-NAME
    paragraph:
      lead: {zh: LEAD_ZH, en: LEAD_EN}
      zh: >-
        各地的ZH逐年增多，手艺人依靠ZH为生，学徒们跟随师傅辗转各处。
        到了冬天，ZH的活计少了，大家便回到{~office}附近的村子里修补工具。
      en: >-
        The EN of the country grow in number every year, and craftsmen live by their EN.
        In winter, when the EN have less work, all go back to {~office} and mend their tools.
"""


def longer(into: Path) -> Path:
    """Return a copy of the small report with one chapter more."""
    project = copied(into)
    change(project, "report.yaml", "02-outlook", "02-outlook, 03-crafts")
    text = "# 本章只供练习。\nid: crafts\ntitle: {zh: 百工, en: Crafts}\nblocks:" + LIST
    for words in PARAGRAPHS:
        paragraph = PARAGRAPH
        for name, said in zip(("NAME", "LEAD_ZH", "LEAD_EN", "ZH", "EN"), words, strict=True):
            paragraph = paragraph.replace(name, said)
        text += paragraph
    (project / "source/chapters/03-crafts.yaml").write_text(text, "utf-8")
    return project
