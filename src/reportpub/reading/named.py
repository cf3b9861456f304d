"""What numbers are about, by the nouns of both languages: cases, people, ships, exports, provinces, countries."""

from __future__ import annotations

import re

from reportpub.reading.english_words import BODIES, CASES, PERSONS

_COUNTED = """
    people | 人,名,位,人口,人次 | person,people,men,women,man,woman,child,children,student,students,worker,workers,employee,employees,patient,patients,teacher,teachers,resident,residents,officer,officers,soldier,soldiers,troops,passenger,passengers,visitor,visitors,tourist,tourists,member,members,athlete,athletes,inhabitants
    ships | 艘 | ship,ships,vessel,vessels,boat,boats,warship,warships
    vehicles | 辆 | car,cars,vehicle,vehicles,bus,buses,truck,trucks,tank,tanks,taxi,taxis,lorry,lorries
    aircraft | 架 | aircraft,plane,planes,helicopter,helicopters,jet,jets,drone,drones
    buildings | 座,栋,幢 | building,buildings,house,houses,structure,structures,bridge,bridges,dam,dams
    rooms | 间 | room,rooms
    schools | 所 | school,schools,university,universities,college,colleges,hospital,hospitals
    trees | 棵,株 | tree,trees
    animals | 头,只,匹 | sheep,pig,pigs,cow,cows,cattle,horse,horses,dog,dogs,cat,cats,bird,birds,panda,pandas
    films | 部 | film,films,movie,movies,novel,novels
    matches | 场 | match,matches,game,games,concert,concerts,performance,performances,show,shows
    cases | 件,起,宗,案 | case,cases,lawsuit,lawsuits,incident,incidents,dispute,disputes
    companies | 家 | company,companies,firm,firms,enterprise,enterprises,bank,banks,factory,factories
    households | 户 | household,households,family,families
    age | 岁,周岁 |
    pieces | 封 | letter,letters
    dishes | 桌 | table,tables
"""


def _counted() -> tuple[dict[str, str], dict[str, str]]:
    both: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for name, nouns in (("people", PERSONS - BODIES), ("cases", CASES)):
        both[1].update(dict.fromkeys(nouns, name))
    for line in _COUNTED.strip().splitlines():
        name, *sides = (part.strip() for part in line.split("|"))
        for words, side in zip(both, sides, strict=True):
            words.update(dict.fromkeys(filter(None, side.split(",")), name))
    return both


COUNTED = _counted()
"""What a classifier and what an English noun counts, by name."""

_NOUNS = """
    patent | 专利 | patent
    trademark | 商标 | trademark
    copyright | 版权|著作权 | copyright
    geographical indication | 地理标志 | geographical indication|GIs?\\b
    variety | 品种 | variet
    database | 数据库 | database
    centre | 中心 | cent(?:er|re)s?\\b
    enterprise | 企业|公司 | enterprise|compan|firm
    officer | 执法人员|官兵 | officer
    body | 机构 | bod(?:y|ies)\\b|institution|agenc
    export | 出口 | export
    import | 进口 | import
    birth | 出生 | birth|born
    death | 死亡|遇难|丧生 | death|died|killed|dead
    injured | 受伤|伤者 | injur|wound|hurt
    missing | 失踪 | missing
    revenue | 营收|营业收入|销售收入 | revenue|sales
    profit | 利润 | profit
    urban | 城镇 | urban
    rural | 农村|乡村 | rural
    man | 男性|男生|男子 | m[ea]n\\b|male|boy
    woman | 女性|女生|女子 | wom[ea]n\\b|female|girl
    student | 学生|在校生 | student|pupil
    teacher | 教师|教职工 | teacher|staff
    school | 学校 | school
    hospital | 医院 | hospital
    license | 许可 | licen[cs]
    assignment | 转让 | assign
    application | 申请 | appli
    grant | 授权|授予 | grant
    invention | 发明 | invention
    design | 外观设计 | design
    utility model | 实用新型 | utility model
    arrest | 逮捕|批捕 | arrest
    prosecution | 起诉 | prosecut
    seizure | 查获|缴获|查扣 | seiz
    fine | 罚款|罚金 | fine[sd]?\\b
    loan | 贷款 | loan|lend
    deposit | 存款 | deposit
    investment | 投资 | invest
    consumption | 消费 | consum
    industry | 第二产业 | secondary|industr
    service | 服务业|第三产业 | tertiary|services?\\b
    agriculture | 第一产业|农业 | primary|agricultur
    wheat | 小麦 | wheat
    rice | 稻 | rice
    maize | 玉米 | maize|corn
    soybean | 大豆 | soy
    coal | 煤 | coal
    oil | 石油|原油 | oil\\b|crude|petrol
    gas | 天然气 | gas\\b
    wind | 风电|风力发电 | wind
    solar | 太阳能|光伏 | solar|photovoltaic
    nuclear | 核电 | nuclear
    hydro | 水电 | hydro
    gold | 金牌 | gold
    silver | 银牌 | silver
    bronze | 铜牌 | bronze
    rebound | 篮板 | rebound
    assist | 助攻 | assist
    steal | 抢断 | steal
    goal | 进球|破门 | goal
    undergraduate | 本科 | undergraduate|bachelor
    master | 硕士 | master
    doctoral | 博士 | doctoral|PhD
    international | 国际|留学 | international|foreign
    written | 笔试 | written
    interview | 面试 | interview
    length | 长度|全长|长 | long\\b|length
    width | 宽 | wide|width|breadth
    height | 高度|身高|海拔 | height|high\\b|tall|altitude|elevation
    weight | 重量|重 | weigh
    area | 面积 | area|cover
    population | 人口 | population|inhabitant
    high | 最高气温 | high
    low | 最低气温 | low
    fat | 脂肪 | fat\\b
    protein | 蛋白质 | protein
    sugar | 糖 | sugar
    salt | 盐 | salt
    flour | 面粉 | flour
    butter | 黄油 | butter
    milk | 牛奶 | milk
    adult | 成人|成年人 | adult
    child | 儿童|小孩|孩子 | child
    elderly | 老人|老年人 | elderly|senior|old people
    Beijing | 北京 | Beijing
    Shanghai | 上海 | Shanghai
    Guangzhou | 广州 | Guangzhou
    Shenzhen | 深圳 | Shenzhen
    Tianjin | 天津 | Tianjin
    Chongqing | 重庆 | Chongqing
    Hong Kong | 香港 | Hong Kong
    Macao | 澳门 | Macao|Macau
    Taiwan | 台湾 | Taiwan
    Guangdong | 广东 | Guangdong
    Jiangsu | 江苏 | Jiangsu
    Zhejiang | 浙江 | Zhejiang
    Shandong | 山东 | Shandong
    Sichuan | 四川 | Sichuan
    Henan | 河南 | Henan
    China | 中国|我国 | China|Chinese
    America | 美国 | America|United States|US\\b|U\\.S\\.
    Japan | 日本 | Japan
    Korea | 韩国 | Korea
    Germany | 德国 | German
    France | 法国 | France|French
    Britain | 英国 | Brit|UK\\b|United Kingdom
    Russia | 俄罗斯 | Russia
    India | 印度 | India
    Europe | 欧盟|欧洲|欧元区 | Europe|EU\\b|euro (?:area|zone)
    ASEAN | 东盟 | ASEAN
    Brazil | 巴西 | Brazil
    Dow | 道指|道琼斯 | Dow
    Nasdaq | 纳指|纳斯达克 | Nasdaq
    S&P | 标普 | S&P
    CPI | CPI|居民消费价格 | CPI|consumer price
    PPI | PPI|出厂价格 | PPI|producer price
"""


def _nouns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    nouns = {}
    for line in _NOUNS.strip().splitlines():
        name, zh, en = (part.strip() for part in line.split(" | "))
        nouns[name] = re.compile(zh), re.compile(rf"\b(?:{en})", re.IGNORECASE)
    return nouns


NOUNS = _nouns()
"""Nouns and names of reports and news, by what each language calls them."""
