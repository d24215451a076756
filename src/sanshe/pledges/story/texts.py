"""What the campaign of the story says: its two versions, its three cases."""

TITLE = "拒绝酒驾承诺书"
OPENING = "我开车，也住在这里。为了自己，为了别人，我自愿承诺："
FIRST = "隔夜酒未醒，不驾车。"
SECOND = "隔夜酒没有醒透，不开车。"
CLAUSES = (
    "喝酒不开车，开车不喝酒。摩托车、电动三轮车也算车。",
    FIRST,
    "不劝开车的人喝酒，不把车借给喝了酒的人，不坐酒后驾驶的车。",
    "同桌有人喝了酒要开车，我拦住他，帮他叫代驾、打车或者给家里打电话。",
    "劝家里人、同事和我一样做到。",
)
CHANGE = "只把一句说得更明白：“隔夜酒未醒，不驾车”改成“隔夜酒没有醒透，不开车”。意思没变。"
LESSONS = (
    (
        "隔夜酒，清早送货",
        "头天晚上喝酒，睡了一觉，清早送货时照样测出饮酒。酒精从身体里退得慢，睡醒不等于酒醒。",
        "道路交通安全法第九十一条第一款",
    ),
    (
        "只挪一个车位",
        "饭后只想把车挪一个车位。停车场里开动车，也是驾驶，照样按酒后驾驶处理。",
        "道路交通安全法第一百一十九条、第九十一条",
    ),
    (
        "车借给了喝酒的人",
        "明知朋友喝了酒，还把车借给他。出了事，借车的人按过错一起担责。",
        "道路交通安全法第二十二条、民法典第一千二百零九条",
    ),
)


def clauses(second: bool = False) -> str:
    """The clauses of a version, a line each."""
    return "\n".join(SECOND if second and one == FIRST else one for one in CLAUSES)
