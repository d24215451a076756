"""异议受理通知书, 异议答复书, 异议复核答复书. None of them names who objected."""

from sanshe.core.papers.types import Doc, Heading, Para, Signature

SIGNED = Signature(names=("{office}",), date="{date}", style="seal")
NUMBER = "异议编号 {number}"
ABOUT = "关于公示名单中{name}的异议（编号 {number}）"
POINT = "{points.no}．{points.text}：{points.verdict}。{points.found}"
ACCEPTED = Doc(
    "异议受理通知书",
    NUMBER,
    (
        Para("异议提出人：", "plain"),
        Para(ABOUT + "，{raised}收到，符合公示写明的条件，{accepted}受理。"),
        Heading("一、要查的事"),
        Para("{points.no}．{points.text}"),
        Heading("二、办理"),
        Para("由{who}办理，最迟 {answer_due} 24 时前书面答复。办理期间，{meanwhile}。"),
        Para("提出人的姓名和电话只有办理人能看到。查进度凭编号和手机号后四位。"),
        SIGNED,
    ),
    org="{office}",
)
ANSWER = Doc(
    "异议答复书",
    NUMBER,
    (
        Para(ABOUT + "，已经查清，答复如下："),
        Heading("一、查明的事"),
        Para(POINT),
        Heading("二、结果"),
        Para("异议{outcome}。{answer}"),
        Heading("三、复核"),
        Para("不同意的，最迟 {review_due} 24 时前可以申请复核一次，由没有办过这件事的人答复。"),
        SIGNED,
    ),
    org="{office}",
)
REVIEW = Doc(
    "异议复核答复书",
    NUMBER,
    (
        Para(ABOUT + "，{asked}申请复核。经没有办过这件事的人复核，答复如下："),
        Heading("一、查明的事"),
        Para(POINT),
        Heading("二、复核结果"),
        Para("异议{outcome}。{answer}"),
        Para("这是本次公示的最后答复。"),
        SIGNED,
    ),
    org="{office}",
)
