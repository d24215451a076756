
import django.db.models.deletion
import sanshe.core.kit.ids
import sanshe.incubation.enums.agreement.agreement
import sanshe.core.sheets.enums
import sanshe.incubation.enums.stay.resource
import sanshe.incubation.enums.stay.supervision
import sanshe.incubation.enums.stay.support
import sanshe.incubation.enums.stay.training
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incubation', '0004_live_session'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('people', models.PositiveSmallIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DeskUse',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('no', models.PositiveSmallIntegerField()),
                ('capacity', models.PositiveSmallIntegerField()),
                ('room', models.CharField(blank=True, max_length=30)),
                ('from_on', models.DateField()),
                ('released_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('no', models.PositiveSmallIntegerField()),
                ('what', models.CharField(max_length=120)),
                ('by_day', models.DateField()),
                ('done_on', models.DateField(null=True)),
                ('evidence', models.CharField(blank=True, max_length=300)),
                ('noted_at', models.DateTimeField(null=True)),
                ('noted_by', models.UUIDField(null=True)),
            ],
            options={
                'ordering': ['no'],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('state', models.CharField(choices=[(sanshe.core.sheets.enums.SheetState['DRAFT'], sanshe.core.sheets.enums.SheetState['DRAFT']), (sanshe.core.sheets.enums.SheetState['SUBMITTED'], sanshe.core.sheets.enums.SheetState['SUBMITTED']), (sanshe.core.sheets.enums.SheetState['RETURNED'], sanshe.core.sheets.enums.SheetState['RETURNED']), (sanshe.core.sheets.enums.SheetState['AGREED'], sanshe.core.sheets.enums.SheetState['AGREED'])], default=sanshe.core.sheets.enums.SheetState['DRAFT'], max_length=10)),
                ('fields', models.JSONField(default=dict)),
                ('due_on', models.DateField()),
                ('is_late', models.BooleanField(default=False)),
                ('saved_at', models.DateTimeField()),
                ('handed_at', models.DateTimeField(null=True)),
                ('handed_by', models.UUIDField(null=True)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('judged_at', models.DateTimeField(null=True)),
                ('judged_by', models.UUIDField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='QuarterlyReport',
            fields=[
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('state', models.CharField(choices=[(sanshe.core.sheets.enums.SheetState['DRAFT'], sanshe.core.sheets.enums.SheetState['DRAFT']), (sanshe.core.sheets.enums.SheetState['SUBMITTED'], sanshe.core.sheets.enums.SheetState['SUBMITTED']), (sanshe.core.sheets.enums.SheetState['RETURNED'], sanshe.core.sheets.enums.SheetState['RETURNED']), (sanshe.core.sheets.enums.SheetState['AGREED'], sanshe.core.sheets.enums.SheetState['AGREED'])], default=sanshe.core.sheets.enums.SheetState['DRAFT'], max_length=10)),
                ('fields', models.JSONField(default=dict)),
                ('due_on', models.DateField()),
                ('is_late', models.BooleanField(default=False)),
                ('saved_at', models.DateTimeField()),
                ('handed_at', models.DateTimeField(null=True)),
                ('handed_by', models.UUIDField(null=True)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('judged_at', models.DateTimeField(null=True)),
                ('judged_by', models.UUIDField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('no', models.PositiveSmallIntegerField()),
                ('from_on', models.DateField()),
                ('facts', models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('state', models.CharField(choices=[(sanshe.incubation.enums.stay.support.ReceiptState['GIVEN'], sanshe.incubation.enums.stay.support.ReceiptState['GIVEN']), (sanshe.incubation.enums.stay.support.ReceiptState['CHECKED'], sanshe.incubation.enums.stay.support.ReceiptState['CHECKED']), (sanshe.incubation.enums.stay.support.ReceiptState['REFUSED'], sanshe.incubation.enums.stay.support.ReceiptState['REFUSED'])], default=sanshe.incubation.enums.stay.support.ReceiptState['GIVEN'], max_length=8)),
                ('cents', models.PositiveBigIntegerField()),
                ('what', models.CharField(max_length=120)),
                ('spent_on', models.DateField()),
                ('scan', models.UUIDField()),
                ('given_at', models.DateTimeField()),
                ('given_by', models.UUIDField(null=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('checked_by', models.UUIDField(null=True)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='ResourceLink',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('state', models.CharField(choices=[(sanshe.incubation.enums.stay.resource.LinkState['PROPOSED'], sanshe.incubation.enums.stay.resource.LinkState['PROPOSED']), (sanshe.incubation.enums.stay.resource.LinkState['LINKED'], sanshe.incubation.enums.stay.resource.LinkState['LINKED']), (sanshe.incubation.enums.stay.resource.LinkState['ENDED'], sanshe.incubation.enums.stay.resource.LinkState['ENDED'])], default=sanshe.incubation.enums.stay.resource.LinkState['PROPOSED'], max_length=10)),
                ('from_kind', models.CharField(choices=[(sanshe.incubation.enums.stay.resource.Five['COMMUNITY'], sanshe.incubation.enums.stay.resource.Five['COMMUNITY']), (sanshe.incubation.enums.stay.resource.Five['ORGANISATION'], sanshe.incubation.enums.stay.resource.Five['ORGANISATION']), (sanshe.incubation.enums.stay.resource.Five['SOCIAL_WORKER'], sanshe.incubation.enums.stay.resource.Five['SOCIAL_WORKER']), (sanshe.incubation.enums.stay.resource.Five['VOLUNTEER'], sanshe.incubation.enums.stay.resource.Five['VOLUNTEER']), (sanshe.incubation.enums.stay.resource.Five['CHARITY'], sanshe.incubation.enums.stay.resource.Five['CHARITY'])], max_length=14)),
                ('from_name', models.CharField(max_length=60)),
                ('to_kind', models.CharField(choices=[(sanshe.incubation.enums.stay.resource.Five['COMMUNITY'], sanshe.incubation.enums.stay.resource.Five['COMMUNITY']), (sanshe.incubation.enums.stay.resource.Five['ORGANISATION'], sanshe.incubation.enums.stay.resource.Five['ORGANISATION']), (sanshe.incubation.enums.stay.resource.Five['SOCIAL_WORKER'], sanshe.incubation.enums.stay.resource.Five['SOCIAL_WORKER']), (sanshe.incubation.enums.stay.resource.Five['VOLUNTEER'], sanshe.incubation.enums.stay.resource.Five['VOLUNTEER']), (sanshe.incubation.enums.stay.resource.Five['CHARITY'], sanshe.incubation.enums.stay.resource.Five['CHARITY'])], max_length=14)),
                ('to_name', models.CharField(max_length=60)),
                ('what', models.CharField(max_length=200)),
                ('quarters', models.PositiveIntegerField(null=True)),
                ('goods', models.CharField(blank=True, max_length=120)),
                ('cents', models.PositiveBigIntegerField(null=True)),
                ('linked_on', models.DateField(null=True)),
                ('ended_on', models.DateField(null=True)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('proposed_at', models.DateTimeField()),
                ('proposed_by', models.UUIDField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='Supervision',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('held_on', models.DateField()),
                ('quarters', models.PositiveSmallIntegerField()),
                ('function', models.CharField(choices=[(sanshe.incubation.enums.stay.supervision.Function['ADMINISTRATIVE'], sanshe.incubation.enums.stay.supervision.Function['ADMINISTRATIVE']), (sanshe.incubation.enums.stay.supervision.Function['EDUCATIONAL'], sanshe.incubation.enums.stay.supervision.Function['EDUCATIONAL']), (sanshe.incubation.enums.stay.supervision.Function['SUPPORTIVE'], sanshe.incubation.enums.stay.supervision.Function['SUPPORTIVE'])], max_length=16)),
                ('agreed', models.CharField(max_length=500)),
                ('follow_up', models.CharField(blank=True, max_length=200)),
                ('follow_up_on', models.DateField(null=True)),
                ('followed_at', models.DateTimeField(null=True)),
                ('followed_by', models.UUIDField(null=True)),
                ('followed_words', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='SupportGrant',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('cents', models.PositiveBigIntegerField()),
                ('spent', models.PositiveBigIntegerField(default=0)),
                ('purpose', models.CharField(max_length=120)),
                ('given_on', models.DateField()),
                ('given_by', models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Training',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('state', models.CharField(choices=[(sanshe.incubation.enums.stay.training.TrainingState['PLANNED'], sanshe.incubation.enums.stay.training.TrainingState['PLANNED']), (sanshe.incubation.enums.stay.training.TrainingState['HELD'], sanshe.incubation.enums.stay.training.TrainingState['HELD']), (sanshe.incubation.enums.stay.training.TrainingState['CALLED_OFF'], sanshe.incubation.enums.stay.training.TrainingState['CALLED_OFF'])], default=sanshe.incubation.enums.stay.training.TrainingState['PLANNED'], max_length=10)),
                ('title', models.CharField(max_length=60)),
                ('place', models.CharField(max_length=60)),
                ('trainer', models.CharField(blank=True, max_length=120)),
                ('starts_at', models.DateTimeField()),
                ('quarters', models.PositiveSmallIntegerField()),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('planned_at', models.DateTimeField()),
                ('planned_by', models.UUIDField(null=True)),
                ('recorded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.UUIDField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.AddField(
            model_name='agreement',
            name='archive_box',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='agreement',
            name='archive_scan',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='archived_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='archived_by',
            field=models.UUIDField(null=True),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('archived_at__isnull', True), models.Q(('state', sanshe.incubation.enums.agreement.agreement.AgreementState['SIGNED']), models.Q(models.Q(('archive_box', ''), _negated=True), ('archive_scan__isnull', False), _connector='OR')), _connector='OR'), name='an_archived_agreement_is_signed_and_lies_somewhere'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='deskuse',
            name='batch',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='desks', to='incubation.batch'),
        ),
        migrations.AddField(
            model_name='deskuse',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='desks', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='plan',
            name='entry',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='incubation.plan'),
        ),
        migrations.AddField(
            model_name='quarterlyreport',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='resourcelink',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='supervision',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='supportgrant',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='incubation.entry'),
        ),
        migrations.AddField(
            model_name='receipt',
            name='grant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='incubation.supportgrant'),
        ),
        migrations.AddField(
            model_name='training',
            name='batch',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trainings', to='incubation.batch'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='training',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='incubation.training'),
        ),
        migrations.AddConstraint(
            model_name='deskuse',
            constraint=models.UniqueConstraint(condition=models.Q(('released_on__isnull', True)), fields=('batch', 'no'), name='a_desk_is_held_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='deskuse',
            constraint=models.CheckConstraint(condition=models.Q(('no__gte', 1), ('no__lte', models.F('capacity'))), name='a_desk_is_one_of_those_the_batch_has'),
        ),
        migrations.AddIndex(
            model_name='plan',
            index=models.Index(fields=['area_path', 'state'], name='plan_by_area_and_state'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('state', sanshe.core.sheets.enums.SheetState['DRAFT']), ('handed_at__isnull', False), _connector='OR'), name='a_plan_handed_in_has_its_time'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.core.sheets.enums.SheetState['AGREED']), _negated=True), ('judged_at__isnull', False), _connector='OR'), name='an_agreed_plan_has_its_time'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.core.sheets.enums.SheetState['AGREED']), _negated=True), models.Q(('judged_by', models.F('handed_by')), _negated=True), _connector='OR'), name='a_plan_is_agreed_by_another'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('plan', 'no'), name='one_milestone_per_plan_and_number'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('done_on__isnull', True), models.Q(('evidence', ''), _negated=True), _connector='OR'), name='a_reached_milestone_says_where_it_is_seen'),
        ),
        migrations.AddIndex(
            model_name='quarterlyreport',
            index=models.Index(fields=['area_path', 'state'], name='report_by_area_and_state'),
        ),
        migrations.AddConstraint(
            model_name='quarterlyreport',
            constraint=models.UniqueConstraint(fields=('entry', 'no'), name='one_report_per_entry_and_number'),
        ),
        migrations.AddConstraint(
            model_name='quarterlyreport',
            constraint=models.CheckConstraint(condition=models.Q(('state', sanshe.core.sheets.enums.SheetState['DRAFT']), ('handed_at__isnull', False), _connector='OR'), name='a_report_handed_in_has_its_time'),
        ),
        migrations.AddConstraint(
            model_name='quarterlyreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.core.sheets.enums.SheetState['AGREED']), _negated=True), ('judged_at__isnull', False), _connector='OR'), name='a_report_agreed_has_its_time'),
        ),
        migrations.AddConstraint(
            model_name='quarterlyreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.core.sheets.enums.SheetState['AGREED']), _negated=True), models.Q(('judged_by', models.F('handed_by')), _negated=True), _connector='OR'), name='a_report_is_accepted_by_another'),
        ),
        migrations.AddIndex(
            model_name='resourcelink',
            index=models.Index(fields=['entry', 'proposed_at'], name='link_by_entry_and_time'),
        ),
        migrations.AddConstraint(
            model_name='resourcelink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('from_kind', models.F('to_kind')), _negated=True), models.Q(('from_name', models.F('to_name')), _negated=True), _connector='OR'), name='a_link_has_two_ends'),
        ),
        migrations.AddConstraint(
            model_name='resourcelink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.incubation.enums.stay.resource.LinkState['LINKED']), _negated=True), ('linked_on__isnull', False), _connector='OR'), name='a_link_made_has_its_day'),
        ),
        migrations.AddConstraint(
            model_name='resourcelink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.incubation.enums.stay.resource.LinkState['ENDED']), _negated=True), ('ended_on__isnull', False), _connector='OR'), name='a_link_ended_has_its_day'),
        ),
        migrations.AddIndex(
            model_name='supervision',
            index=models.Index(fields=['entry', 'held_on'], name='supervision_by_entry_and_day'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('quarters__gte', 1), ('quarters__lte', 32)), name='a_supervision_lasts_a_while'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('follow_up', ''), ('follow_up_on__isnull', True)), models.Q(models.Q(('follow_up', ''), _negated=True), ('follow_up_on__gte', models.F('held_on'))), _connector='OR'), name='a_follow_up_has_its_day'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('followed_at__isnull', True), ('follow_up_on__isnull', False), _connector='OR'), name='only_a_follow_up_is_followed'),
        ),
        migrations.AddConstraint(
            model_name='supportgrant',
            constraint=models.CheckConstraint(condition=models.Q(('cents__gte', 1)), name='support_is_an_amount'),
        ),
        migrations.AddConstraint(
            model_name='supportgrant',
            constraint=models.CheckConstraint(condition=models.Q(('spent__lte', models.F('cents'))), name='support_is_never_overspent'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.CheckConstraint(condition=models.Q(('cents__gte', 1)), name='a_receipt_is_an_amount'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.CheckConstraint(condition=models.Q(('checked_by__isnull', True), models.Q(('checked_by', models.F('given_by')), _negated=True), _connector='OR'), name='a_receipt_is_checked_by_another'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.UniqueConstraint(condition=models.Q(('state', sanshe.incubation.enums.stay.support.ReceiptState['REFUSED']), _negated=True), fields=('scan',), name='a_scan_accounts_for_money_once'),
        ),
        migrations.AddIndex(
            model_name='training',
            index=models.Index(fields=['batch', 'starts_at'], name='training_by_batch_and_start'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(('quarters__gte', 1)), name='a_training_lasts'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.incubation.enums.stay.training.TrainingState['HELD']), _negated=True), ('recorded_at__isnull', False), _connector='OR'), name='a_training_held_was_recorded'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('training', 'entry'), name='an_organisation_is_invited_to_a_training_once'),
        ),
    ]
