import django.db.models.deletion
import sanshe.core.kit.ids
import sanshe.core.privacy.fields
import sanshe.core.signing.enums
import sanshe.pledges.enums
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
        ('signing', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=60)),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField()),
                ('months', models.PositiveSmallIntegerField(default=12)),
                ('state', models.CharField(choices=[(sanshe.pledges.enums.CampaignState['OPEN'], sanshe.pledges.enums.CampaignState['OPEN']), (sanshe.pledges.enums.CampaignState['CLOSED'], sanshe.pledges.enums.CampaignState['CLOSED'])], default=sanshe.pledges.enums.CampaignState['OPEN'], max_length=6)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-opens_on', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='no_campaign_closes_before_it_opens')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=60)),
                ('body', models.TextField(max_length=2000)),
                ('article', models.CharField(max_length=100)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lessons', to='pledges.campaign')),
            ],
            options={
                'ordering': ['campaign_id', 'number'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('campaign', 'number'), name='one_lesson_a_number')],
            },
        ),
        migrations.CreateModel(
            name='PledgeText',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=40)),
                ('opening', models.CharField(blank=True, max_length=200)),
                ('clauses', models.TextField(max_length=2000)),
                ('change', models.CharField(blank=True, max_length=200)),
                ('is_other_meaning', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[(sanshe.pledges.enums.TextState['DRAFT'], sanshe.pledges.enums.TextState['DRAFT']), (sanshe.pledges.enums.TextState['IN_FORCE'], sanshe.pledges.enums.TextState['IN_FORCE']), (sanshe.pledges.enums.TextState['REPLACED'], sanshe.pledges.enums.TextState['REPLACED']), (sanshe.pledges.enums.TextState['DROPPED'], sanshe.pledges.enums.TextState['DROPPED'])], default=sanshe.pledges.enums.TextState['DRAFT'], max_length=8)),
                ('drafted_at', models.DateTimeField()),
                ('drafted_by', models.UUIDField(null=True)),
                ('approved_by', models.UUIDField(null=True)),
                ('in_force_at', models.DateTimeField(null=True)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='pledges.campaign')),
            ],
            options={
                'ordering': ['campaign_id', 'number'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('campaign', 'number'), name='one_version_a_number'), models.UniqueConstraint(condition=models.Q(('state', sanshe.pledges.enums.TextState['IN_FORCE'])), fields=('campaign',), name='one_version_in_force'), models.UniqueConstraint(condition=models.Q(('state', sanshe.pledges.enums.TextState['DRAFT'])), fields=('campaign',), name='one_draft_of_a_text'), models.CheckConstraint(condition=models.Q(('state__in', [sanshe.pledges.enums.TextState['DRAFT'], sanshe.pledges.enums.TextState['DROPPED']]), ('in_force_at__isnull', False), _connector='OR'), name='no_version_in_force_without_its_moment')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveSmallIntegerField()),
                ('starts_at', models.DateTimeField()),
                ('place', models.CharField(max_length=60)),
                ('heads', models.PositiveIntegerField(null=True)),
                ('taken', models.PositiveIntegerField(default=0)),
                ('left', models.PositiveIntegerField(default=0)),
                ('held_at', models.DateTimeField(null=True)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='pledges.campaign')),
                ('lessons', models.ManyToManyField(related_name='sessions', to='pledges.lesson')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
            ],
            options={
                'ordering': ['campaign_id', 'number'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('campaign', 'number'), name='one_session_a_number'), models.CheckConstraint(condition=models.Q(('left__lte', models.F('taken'))), name='no_more_left_than_was_taken'), models.CheckConstraint(condition=models.Q(('held_at__isnull', True), ('heads__gte', 1), _connector='OR'), name='no_session_held_without_its_heads')],
            },
        ),
        migrations.CreateModel(
            name='PaperSheet',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('signed_on', models.DateField()),
                ('scan', models.CharField(max_length=64)),
                ('entered_at', models.DateTimeField()),
                ('entered_by', models.UUIDField(null=True)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='pledges.campaign')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pledges.pledgetext')),
                ('session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='pledges.session')),
            ],
            options={
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(('scan', ''), _negated=True), name='no_sheet_without_its_scan')],
            },
        ),
        migrations.CreateModel(
            name='Pledge',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('grade', models.CharField(choices=[(sanshe.core.signing.enums.Grade['OWN_KEY'], sanshe.core.signing.enums.Grade['OWN_KEY']), (sanshe.core.signing.enums.Grade['OWN_PHONE'], sanshe.core.signing.enums.Grade['OWN_PHONE']), (sanshe.core.signing.enums.Grade['WITNESSED'], sanshe.core.signing.enums.Grade['WITNESSED'])], max_length=10)),
                ('state', models.CharField(choices=[(sanshe.pledges.enums.PledgeState['STANDS'], sanshe.pledges.enums.PledgeState['STANDS']), (sanshe.pledges.enums.PledgeState['WITHDRAWN'], sanshe.pledges.enums.PledgeState['WITHDRAWN']), (sanshe.pledges.enums.PledgeState['RENEWED'], sanshe.pledges.enums.PledgeState['RENEWED']), (sanshe.pledges.enums.PledgeState['VOID'], sanshe.pledges.enums.PledgeState['VOID'])], default=sanshe.pledges.enums.PledgeState['STANDS'], max_length=9)),
                ('number', models.CharField(max_length=20)),
                ('phone_index', models.CharField(blank=True, max_length=64)),
                ('track_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('signed_at', models.DateTimeField()),
                ('effective_at', models.DateTimeField()),
                ('ends_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ground', models.CharField(blank=True, choices=[(sanshe.pledges.enums.Ground['NOT_THE_PERSON'], sanshe.pledges.enums.Ground['NOT_THE_PERSON']), (sanshe.pledges.enums.Ground['DOUBLE'], sanshe.pledges.enums.Ground['DOUBLE']), (sanshe.pledges.enums.Ground['NO_WITNESS'], sanshe.pledges.enums.Ground['NO_WITNESS']), (sanshe.pledges.enums.Ground['UNDER_AGE'], sanshe.pledges.enums.Ground['UNDER_AGE'])], max_length=14)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='pledges.campaign')),
                ('renews', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='renewed_by', to='pledges.pledge')),
                ('sheet', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='pledges.papersheet')),
                ('signature', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='signing.signature')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='pledges.pledgetext')),
                ('session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='pledges.session')),
            ],
            options={
                'indexes': [models.Index(fields=['campaign', 'state', 'effective_at'], name='pledges_in_force')],
                'constraints': [models.UniqueConstraint(fields=('campaign', 'number'), name='one_pledge_a_number'), models.UniqueConstraint(condition=models.Q(('state', sanshe.pledges.enums.PledgeState['STANDS']), models.Q(('phone_index', ''), _negated=True)), fields=('campaign', 'phone_index'), name='one_standing_pledge_a_telephone'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('state', sanshe.pledges.enums.PledgeState['STANDS'])), models.Q(models.Q(('state__in', [sanshe.pledges.enums.PledgeState['STANDS'], sanshe.pledges.enums.PledgeState['VOID']]), _negated=True), ('ended_at__isnull', False)), models.Q(('ended_at__isnull', False), ('state', sanshe.pledges.enums.PledgeState['VOID']), models.Q(('ground', ''), _negated=True)), _connector='OR'), name='a_pledge_that_ended_says_when_and_a_void_one_why')],
            },
        ),
        migrations.CreateModel(
            name='Collective',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.UUIDField(null=True)),
                ('struck_why', models.CharField(blank=True, max_length=200)),
                ('heads', models.PositiveIntegerField()),
                ('photo', models.CharField(max_length=64)),
                ('counted_at', models.DateTimeField()),
                ('counted_by', models.UUIDField(null=True)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='collectives', to='pledges.session')),
            ],
            options={
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='no_collective_struck_without_a_reason'), models.CheckConstraint(condition=models.Q(('heads__gte', 1), models.Q(('photo', ''), _negated=True)), name='no_collective_without_its_photo')],
            },
        ),
        migrations.CreateModel(
            name='DriverCount',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.UUIDField(null=True)),
                ('struck_why', models.CharField(blank=True, max_length=200)),
                ('drivers', models.PositiveIntegerField()),
                ('as_of', models.DateField()),
                ('given_at', models.DateTimeField()),
                ('given_by', models.UUIDField(null=True)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='driver_counts', to='pledges.campaign')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['campaign', 'unit', '-as_of'], name='driver_counts_of_a_unit')],
                'constraints': [models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='no_driver_count_struck_without_a_reason'), models.CheckConstraint(condition=models.Q(('drivers__gte', 1)), name='no_driver_count_of_nobody')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('joined_at', models.DateTimeField()),
                ('count_by', models.DateField()),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='pledges.campaign')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('campaign', 'unit'), name='a_unit_takes_part_once')],
                'indexes': [],
            },
        ),
    ]
