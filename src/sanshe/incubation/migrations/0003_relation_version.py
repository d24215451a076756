from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incubation", "0002_leaving_midway")]

    operations = [
        migrations.AddField(
            model_name="relation",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
    ]
