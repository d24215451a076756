"""A kept form is always a whole one: no page sends parts of itself any more."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [migrations.RemoveField(model_name="stash", name="is_part")]
