"""Papers that were made, sets of them, and the approval of templates."""

import sanshe.core.kit.ids
import sanshe.core.privacy.fields
from django.db import migrations, models


def approve_what_stands(apps, schema_editor):
    """What was saved before there was approval is in use, and stays so."""
    apps.get_model("ledgers", "DocumentTemplate").objects.update(approved_at=models.F("saved_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('ledgers', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='documenttemplate',
            name='approved_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='documenttemplate',
            name='approved_by',
            field=models.UUIDField(null=True),
        ),
        migrations.RunPython(approve_what_stands, migrations.RunPython.noop),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=100)),
                ('subject', models.UUIDField()),
                ('case', models.CharField(max_length=100)),
                ('case_id', models.UUIDField()),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('name', models.CharField(max_length=200)),
                ('template_version', models.PositiveIntegerField(default=0)),
                ('tree', sanshe.core.privacy.fields.EncryptedText()),
                ('digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'case_id', 'code', '-made_at'], name='papers_of_a_case')],
                'constraints': [models.UniqueConstraint(fields=('code', 'subject', 'digest'), name='the_same_paper_is_made_once')],
            },
        ),
        migrations.CreateModel(
            name='PaperSet',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=100)),
                ('case', models.CharField(max_length=100)),
                ('case_id', models.UUIDField()),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('subjects', models.JSONField(default=list)),
                ('job', models.UUIDField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('asked_by', models.UUIDField(null=True)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('file', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'case_id', 'code'], name='paper_sets_of_a_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('finished_at__isnull', True), ('cancelled_at__isnull', True), _connector='OR'), name='a_set_is_finished_or_cancelled')],
            },
        ),
    ]
