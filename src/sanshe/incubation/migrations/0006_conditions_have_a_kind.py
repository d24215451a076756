"""A condition says by itself what an application can show for it; until now its number said so."""

from django.db import migrations, models

USUAL = {
    "在本区做服务，或打算在本区做": "where",
    "已登记、已备案，或三人以上正在筹办": "standing",
    "有一位负责人和一位联系人": "people",
    "近两年没有受过民政部门行政处罚，没有列入活动异常名录、严重违法失信名单；已登记的，上一年度年检合格": "clean",
    "服务内容合法，不含须另行许可的活动；一份服务设想：为谁、做什么、怎么知道有用": "lawful",
    "负责人签名的承诺页": "undertaking",
}


def fill(apps, schema_editor):
    rule = apps.get_model("incubation", "EligibilityRule")
    for text, kind in USUAL.items():
        rule.objects.filter(text=text).update(kind=kind)


class Migration(migrations.Migration):
    dependencies = [("incubation", "0005_stay")]

    operations = [
        migrations.AddField(
            model_name="eligibilityrule",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[(kind, kind) for kind in ("where", "standing", "people", "clean", "lawful", "undertaking")],
                default="",
                max_length=12,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
