"""The ledger of applications is in the order of its numbers: a page of it is read from an index, however many there are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incubation", "0002_assessment_to_follow_up")]

    operations = [
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["number", "id"], name="applications_by_number"),
        ),
    ]
