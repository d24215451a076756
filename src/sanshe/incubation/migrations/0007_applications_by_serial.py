"""The ledger of applications follows the serial within the batch, which has an index; as text 03-1000 came before 03-101."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("incubation", "0006_conditions_have_a_kind")]

    operations = [migrations.RemoveIndex(model_name="application", name="applications_by_number")]
