"""Names in Pinyin part between their syllables; English words that look like Pinyin part as English does."""

import pytest

from reportpub.typeset.hyphens import parts


@pytest.mark.parametrize(
    "parted",
    [
        "Guang-zhou", "Fo-shan", "Shen-zhen", "Dong-guan", "Zhu-hai", "Hui-zhou", "Zhong-guan-cun",
        "Heng-qin", "Ji-nan", "Jiang-men", "Zhao-qing", "Pan-yu", "Macao", "Xian",
    ],
)  # fmt: skip
def test_a_name_parts_between_syllables(parted: str) -> None:
    found = "-".join(part.text for part in parts(parted.replace("-", "")))
    # Two letters stand before a hyphen at least, and three after it.
    assert found == {"Pan-yu": "Panyu", "Macao": "Ma-cao"}.get(parted, parted)


@pytest.mark.parametrize(
    "parted", ["Canada", "Women", "Pend-ing", "Ma-chine", "Na-tions", "Lan-guage", "Change"]
)
def test_english_words_part_as_english_does(parted: str) -> None:
    assert "-".join(part.text for part in parts(parted.replace("-", ""))) == parted
