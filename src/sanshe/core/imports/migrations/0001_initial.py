import django.db.models.deletion
import sanshe.core.imports.enums
import sanshe.core.kit.ids
import sanshe.core.privacy.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Matching',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('importer', models.CharField(max_length=100)),
                ('heads', models.CharField(max_length=64)),
                ('columns', models.JSONField(default=dict)),
                ('said_at', models.DateTimeField()),
                ('said_by', models.UUIDField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('area_path', 'importer', 'heads'), name='one_matching_of_a_set_of_heads_in_an_area')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('importer', models.CharField(max_length=100)),
                ('digest', models.CharField(max_length=64)),
                ('purpose', models.CharField(max_length=64)),
                ('context', models.JSONField(default=dict)),
                ('name', models.CharField(max_length=200)),
                ('size', models.PositiveIntegerField()),
                ('encoding', models.CharField(default='', max_length=20)),
                ('note', models.CharField(default='', max_length=200)),
                ('columns', models.JSONField(default=list)),
                ('state', models.CharField(choices=[(sanshe.core.imports.enums.RunState['COLUMNS'], sanshe.core.imports.enums.RunState['COLUMNS']), (sanshe.core.imports.enums.RunState['OPEN'], sanshe.core.imports.enums.RunState['OPEN']), (sanshe.core.imports.enums.RunState['APPLIED'], sanshe.core.imports.enums.RunState['APPLIED'])], default=sanshe.core.imports.enums.RunState['OPEN'], max_length=10)),
                ('read_at', models.DateTimeField()),
                ('read_by', models.UUIDField(null=True)),
                ('applied_at', models.DateTimeField(null=True)),
                ('applied_by', models.UUIDField(null=True)),
                ('spot', models.JSONField(default=dict)),
                ('with_hidden', models.BooleanField(default=False)),
                ('matching', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='imports.matching')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('importer', 'digest', 'purpose'), name='the_same_file_is_one_import')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('no', models.PositiveIntegerField()),
                ('values', sanshe.core.privacy.fields.EncryptedText()),
                ('state', models.CharField(choices=[(sanshe.core.imports.enums.RowState['GOOD'], sanshe.core.imports.enums.RowState['GOOD']), (sanshe.core.imports.enums.RowState['MEND'], sanshe.core.imports.enums.RowState['MEND']), (sanshe.core.imports.enums.RowState['SKIP'], sanshe.core.imports.enums.RowState['SKIP']), (sanshe.core.imports.enums.RowState['DUPLICATE'], sanshe.core.imports.enums.RowState['DUPLICATE']), (sanshe.core.imports.enums.RowState['APPLIED'], sanshe.core.imports.enums.RowState['APPLIED']), (sanshe.core.imports.enums.RowState['MERGED'], sanshe.core.imports.enums.RowState['MERGED']), (sanshe.core.imports.enums.RowState['SKIPPED'], sanshe.core.imports.enums.RowState['SKIPPED'])], max_length=10)),
                ('faults', models.JSONField(default=list)),
                ('duplicate_of', models.CharField(default='', max_length=200)),
                ('went', models.CharField(default='', max_length=200)),
                ('url', models.CharField(default='', max_length=300)),
                ('mended', models.JSONField(default=list)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='imports.importrun')),
                ('is_left_out', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['run', 'state', 'no'], name='rows_of_an_import')],
                'constraints': [models.UniqueConstraint(fields=('run', 'no'), name='one_import_row_a_line')],
            },
        ),
        migrations.CreateModel(
            name='ImportTable',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('is_shown', models.BooleanField(default=True)),
                ('cells', sanshe.core.privacy.fields.EncryptedText(default='')),
                ('fault', models.CharField(default='', max_length=60)),
                ('facts', models.JSONField(default=dict)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tables', to='imports.importrun')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('run', 'place'), name='one_table_a_place_of_a_file')],
                'indexes': [],
            },
        ),
    ]
