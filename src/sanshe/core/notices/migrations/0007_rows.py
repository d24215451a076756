"""The number of a text and the version that guards a change get the names of all rows."""

from django.db import migrations, models

import sanshe.core.kit.ids


class Migration(migrations.Migration):
    dependencies = [("notices", "0006_mail")]

    operations = [
        migrations.RenameField("publicnotice", "version", "version_no"),
        migrations.RenameField("publicnotice", "lock", "version"),
        *(
            migrations.AlterField(
                model,
                "id",
                models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False),
            )
            for model in ("publicnotice", "message")
        ),
    ]
