import django.db.models.deletion
import sanshe.core.areas.enums
import sanshe.core.kit.ids
import sanshe.patrol.enums
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('areas', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=60)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('scope_note', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[(sanshe.patrol.enums.ProgrammeState['OPEN'], sanshe.patrol.enums.ProgrammeState['OPEN']), (sanshe.patrol.enums.ProgrammeState['CLOSED'], sanshe.patrol.enums.ProgrammeState['CLOSED'])], default=sanshe.patrol.enums.ProgrammeState['OPEN'], max_length=8)),
                ('opened_at', models.DateTimeField()),
                ('opened_by', models.UUIDField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='a_season_ends_behind_its_start')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[(sanshe.patrol.enums.RoundKind['FULL'], sanshe.patrol.enums.RoundKind['FULL']), (sanshe.patrol.enums.RoundKind['KEY'], sanshe.patrol.enums.RoundKind['KEY'])], max_length=6)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('state', models.CharField(choices=[(sanshe.patrol.enums.RoundState['PLANNED'], sanshe.patrol.enums.RoundState['PLANNED']), (sanshe.patrol.enums.RoundState['RUNNING'], sanshe.patrol.enums.RoundState['RUNNING']), (sanshe.patrol.enums.RoundState['CLOSED'], sanshe.patrol.enums.RoundState['CLOSED'])], default=sanshe.patrol.enums.RoundState['PLANNED'], max_length=8)),
                ('frozen_at', models.DateTimeField(null=True)),
                ('frozen_by', models.UUIDField(null=True)),
                ('frame_digest', models.CharField(blank=True, max_length=64)),
                ('closed_at', models.DateTimeField(null=True)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='patrol.programme')),
            ],
            options={
                'ordering': ['programme_id', 'number'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('programme', 'number'), name='one_round_of_a_number'), models.UniqueConstraint(condition=models.Q(('state', sanshe.patrol.enums.RoundState['RUNNING'])), fields=('programme',), name='one_running_round_of_a_programme'), models.CheckConstraint(condition=models.Q(('state', sanshe.patrol.enums.RoundState['PLANNED']), models.Q(('frozen_at__isnull', False), models.Q(('frame_digest', ''), _negated=True)), _connector='OR'), name='no_round_runs_without_a_frozen_frame')],
            },
        ),
        migrations.CreateModel(
            name='FrameChange',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('is_new', models.BooleanField()),
                ('reason', models.CharField(max_length=200)),
                ('on', models.DateField()),
                ('premises', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.premises')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='patrol.round')),
            ],
            options={
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('round', 'premises'), name='one_change_a_premises_and_round'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='no_change_of_a_frame_without_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Stop',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(choices=[(sanshe.core.areas.enums.PremisesKind['SHOP'], sanshe.core.areas.enums.PremisesKind['SHOP']), (sanshe.core.areas.enums.PremisesKind['HOUSEHOLD'], sanshe.core.areas.enums.PremisesKind['HOUSEHOLD']), (sanshe.core.areas.enums.PremisesKind['COURTYARD'], sanshe.core.areas.enums.PremisesKind['COURTYARD']), (sanshe.core.areas.enums.PremisesKind['WAREHOUSE'], sanshe.core.areas.enums.PremisesKind['WAREHOUSE']), (sanshe.core.areas.enums.PremisesKind['GATEHOUSE'], sanshe.core.areas.enums.PremisesKind['GATEHOUSE'])], max_length=10)),
                ('is_added', models.BooleanField(default=False)),
                ('worker', models.UUIDField(null=True)),
                ('assigned_at', models.DateTimeField(null=True)),
                ('compound', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.compound')),
                ('premises', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.premises')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='patrol.round')),
            ],
            options={
                'indexes': [models.Index(fields=['round', 'area_path'], name='stops_of_a_round_by_area'), models.Index(fields=['worker', 'round'], name='stops_of_a_worker')],
                'constraints': [models.UniqueConstraint(fields=('round', 'premises'), name='one_stop_a_premises_and_round')],
            },
        ),
    ]
