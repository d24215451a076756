"""The live session: a version for the phones, minutes added and pauses, and which device typed last."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("incubation", "0003_applications_by_number")]

    operations = [
        migrations.AddField(
            model_name="panel",
            name="turns",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="sheet",
            name="device",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="slot",
            name="added",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="slot",
            name="paused_at",
            field=models.DateTimeField(null=True),
        ),
    ]
