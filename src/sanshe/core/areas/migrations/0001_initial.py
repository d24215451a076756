import django.db.models.deletion
import sanshe.core.areas.enums
import sanshe.core.kit.ids
import sanshe.core.rows.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='TreeVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(default=0)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('path', models.CharField(max_length=15, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=12, unique=True)),
                ('level', models.CharField(choices=[(sanshe.core.areas.enums.Level['PROVINCE'], sanshe.core.areas.enums.Level['PROVINCE']), (sanshe.core.areas.enums.Level['CITY'], sanshe.core.areas.enums.Level['CITY']), (sanshe.core.areas.enums.Level['DISTRICT'], sanshe.core.areas.enums.Level['DISTRICT']), (sanshe.core.areas.enums.Level['SUBDISTRICT'], sanshe.core.areas.enums.Level['SUBDISTRICT']), (sanshe.core.areas.enums.Level['COMMUNITY'], sanshe.core.areas.enums.Level['COMMUNITY'])], max_length=12)),
                ('name', models.CharField(max_length=60)),
                ('former_code', models.CharField(blank=True, max_length=12)),
                ('former_name', models.CharField(blank=True, max_length=60)),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='areas.area')),
                ('ended_on', models.DateField(null=True)),
                ('into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.area')),
                ('renamed_on', models.DateField(null=True)),
            ],
            options={
                'ordering': ['path'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Compound',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=60)),
                ('walk_no', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['area_path', 'walk_no', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('area_path', 'name'), name='one_compound_of_a_name')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Premises',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(choices=[(sanshe.core.areas.enums.PremisesKind['SHOP'], sanshe.core.areas.enums.PremisesKind['SHOP']), (sanshe.core.areas.enums.PremisesKind['HOUSEHOLD'], sanshe.core.areas.enums.PremisesKind['HOUSEHOLD']), (sanshe.core.areas.enums.PremisesKind['COURTYARD'], sanshe.core.areas.enums.PremisesKind['COURTYARD']), (sanshe.core.areas.enums.PremisesKind['WAREHOUSE'], sanshe.core.areas.enums.PremisesKind['WAREHOUSE']), (sanshe.core.areas.enums.PremisesKind['GATEHOUSE'], sanshe.core.areas.enums.PremisesKind['GATEHOUSE'])], max_length=10)),
                ('code', models.CharField(max_length=30)),
                ('name', models.CharField(max_length=60)),
                ('same_name', sanshe.core.rows.fields.SameName(db_index=True, default='', editable=False, max_length=60)),
                ('building', models.CharField(blank=True, max_length=20)),
                ('unit', models.CharField(blank=True, max_length=20)),
                ('room', models.CharField(blank=True, max_length=20)),
                ('walk_no', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[(sanshe.core.areas.enums.PremisesState['LISTED'], sanshe.core.areas.enums.PremisesState['LISTED']), (sanshe.core.areas.enums.PremisesState['VACANT'], sanshe.core.areas.enums.PremisesState['VACANT']), (sanshe.core.areas.enums.PremisesState['SHUT'], sanshe.core.areas.enums.PremisesState['SHUT']), (sanshe.core.areas.enums.PremisesState['MOVED_OUT'], sanshe.core.areas.enums.PremisesState['MOVED_OUT']), (sanshe.core.areas.enums.PremisesState['REFITTING'], sanshe.core.areas.enums.PremisesState['REFITTING']), (sanshe.core.areas.enums.PremisesState['DEMOLISHED'], sanshe.core.areas.enums.PremisesState['DEMOLISHED']), (sanshe.core.areas.enums.PremisesState['NOT_THERE'], sanshe.core.areas.enums.PremisesState['NOT_THERE']), (sanshe.core.areas.enums.PremisesState['MERGED'], sanshe.core.areas.enums.PremisesState['MERGED'])], default=sanshe.core.areas.enums.PremisesState['LISTED'], max_length=12)),
                ('occupied_since', models.DateField(null=True)),
                ('compound', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='premises', to='areas.compound')),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='areas.premises')),
            ],
            options={
                'ordering': ['area_path', 'compound__walk_no', 'compound_id', 'walk_no', 'code'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('area_path', 'code'), name='one_premises_of_a_code'), models.CheckConstraint(condition=models.Q(models.Q(('merged_into__isnull', False), ('state', sanshe.core.areas.enums.PremisesState['MERGED'])), models.Q(models.Q(('state', sanshe.core.areas.enums.PremisesState['MERGED']), _negated=True), ('merged_into', None)), _connector='OR'), name='merged_premises_say_into_which')],
            },
        ),
        migrations.CreateModel(
            name='PremisesChange',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('state', models.CharField(choices=[(sanshe.core.areas.enums.PremisesState['LISTED'], sanshe.core.areas.enums.PremisesState['LISTED']), (sanshe.core.areas.enums.PremisesState['VACANT'], sanshe.core.areas.enums.PremisesState['VACANT']), (sanshe.core.areas.enums.PremisesState['SHUT'], sanshe.core.areas.enums.PremisesState['SHUT']), (sanshe.core.areas.enums.PremisesState['MOVED_OUT'], sanshe.core.areas.enums.PremisesState['MOVED_OUT']), (sanshe.core.areas.enums.PremisesState['REFITTING'], sanshe.core.areas.enums.PremisesState['REFITTING']), (sanshe.core.areas.enums.PremisesState['DEMOLISHED'], sanshe.core.areas.enums.PremisesState['DEMOLISHED']), (sanshe.core.areas.enums.PremisesState['NOT_THERE'], sanshe.core.areas.enums.PremisesState['NOT_THERE']), (sanshe.core.areas.enums.PremisesState['MERGED'], sanshe.core.areas.enums.PremisesState['MERGED'])], max_length=12)),
                ('on', models.DateField()),
                ('why', models.CharField(max_length=200)),
                ('noted_at', models.DateTimeField()),
                ('premises', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='areas.premises')),
            ],
            options={
                'ordering': ['-on', '-noted_at', '-pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='KeyDecision',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('ground', models.CharField(max_length=200)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('end_ground', models.CharField(blank=True, max_length=200)),
                ('compound', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='key_decisions', to='areas.compound')),
            ],
            options={
                'ordering': ['-starts_on', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ends_on', None)), fields=('compound',), name='one_open_key_decision'), models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='no_key_decision_ends_before_it_starts'), models.CheckConstraint(condition=models.Q(('ends_on', None), models.Q(('end_ground', ''), _negated=True), _connector='OR'), name='no_key_decision_ends_unsaid')],
                'indexes': [],
            },
        ),
    ]
