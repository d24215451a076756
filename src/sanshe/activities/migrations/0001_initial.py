import django.db.models.deletion
import sanshe.activities.enums
import sanshe.core.kit.ids
import sanshe.core.privacy.fields
import sanshe.core.rows.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=60)),
                ('same_name', sanshe.core.rows.fields.SameName(db_index=True, default='', editable=False, max_length=60)),
                ('address', models.CharField(blank=True, max_length=100)),
                ('door', models.CharField(max_length=16, unique=True)),
                ('opened_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['area_path', 'opened_at'],
                'constraints': [models.UniqueConstraint(fields=('area_path', 'same_name'), name='one_station_of_a_name_and_place')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=60)),
                ('same_name', sanshe.core.rows.fields.SameName(db_index=True, default='', editable=False, max_length=60)),
                ('kind', models.CharField(choices=[(sanshe.activities.enums.GroupKind['CHOIR'], sanshe.activities.enums.GroupKind['CHOIR']), (sanshe.activities.enums.GroupKind['BAND'], sanshe.activities.enums.GroupKind['BAND']), (sanshe.activities.enums.GroupKind['DANCE'], sanshe.activities.enums.GroupKind['DANCE']), (sanshe.activities.enums.GroupKind['OPERA'], sanshe.activities.enums.GroupKind['OPERA']), (sanshe.activities.enums.GroupKind['TAICHI'], sanshe.activities.enums.GroupKind['TAICHI']), (sanshe.activities.enums.GroupKind['WRITING'], sanshe.activities.enums.GroupKind['WRITING']), (sanshe.activities.enums.GroupKind['CRAFT'], sanshe.activities.enums.GroupKind['CRAFT']), (sanshe.activities.enums.GroupKind['OTHER'], sanshe.activities.enums.GroupKind['OTHER'])], max_length=8)),
                ('is_loud', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[(sanshe.activities.enums.GroupState['FORMING'], sanshe.activities.enums.GroupState['FORMING']), (sanshe.activities.enums.GroupState['FILED'], sanshe.activities.enums.GroupState['FILED']), (sanshe.activities.enums.GroupState['ACTIVE'], sanshe.activities.enums.GroupState['ACTIVE']), (sanshe.activities.enums.GroupState['SUSPENDED'], sanshe.activities.enums.GroupState['SUSPENDED']), (sanshe.activities.enums.GroupState['DISSOLVED'], sanshe.activities.enums.GroupState['DISSOLVED'])], default=sanshe.activities.enums.GroupState['FORMING'], max_length=9)),
                ('number', models.PositiveIntegerField(null=True)),
                ('formed_at', models.DateTimeField()),
                ('filed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='activities.station')),
            ],
            options={
                'ordering': ['station_id', 'formed_at'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', sanshe.activities.enums.GroupState['DISSOLVED']), _negated=True), fields=('station', 'same_name'), name='one_group_of_a_name_and_station'), models.UniqueConstraint(fields=('station', 'number'), name='one_group_of_a_number_and_station'), models.CheckConstraint(condition=models.Q(('state__in', [sanshe.activities.enums.GroupState['FORMING'], sanshe.activities.enums.GroupState['DISSOLVED']]), ('number__isnull', False), _connector='OR'), name='no_group_is_filed_without_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('may_share', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[(sanshe.activities.enums.BookingState['CONFIRMED'], sanshe.activities.enums.BookingState['CONFIRMED']), (sanshe.activities.enums.BookingState['ARRIVED'], sanshe.activities.enums.BookingState['ARRIVED']), (sanshe.activities.enums.BookingState['FINISHED'], sanshe.activities.enums.BookingState['FINISHED']), (sanshe.activities.enums.BookingState['CANCELLED'], sanshe.activities.enums.BookingState['CANCELLED']), (sanshe.activities.enums.BookingState['RELEASED'], sanshe.activities.enums.BookingState['RELEASED']), (sanshe.activities.enums.BookingState['DISPLACED'], sanshe.activities.enums.BookingState['DISPLACED'])], default=sanshe.activities.enums.BookingState['CONFIRMED'], max_length=9)),
                ('booked_at', models.DateTimeField()),
                ('booked_by', models.UUIDField(null=True)),
                ('over_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, max_length=200)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='activities.group')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='activities.station')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(fields=['station', 'starts_at'], name='bookings_of_a_station'), models.Index(fields=['state', 'starts_at'], name='bookings_to_be_kept')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='a_booking_ends_behind_its_start')],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('post', models.CharField(choices=[(sanshe.activities.enums.Post['LEADER'], sanshe.activities.enums.Post['LEADER']), (sanshe.activities.enums.Post['DEPUTY'], sanshe.activities.enums.Post['DEPUTY']), (sanshe.activities.enums.Post['MEMBER'], sanshe.activities.enums.Post['MEMBER'])], default=sanshe.activities.enums.Post['MEMBER'], max_length=6)),
                ('name', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('name_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('person', models.UUIDField(null=True)),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='activities.group')),
            ],
            options={
                'ordering': ['joined_at', 'id'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at__isnull', True), ('post', sanshe.activities.enums.Post['LEADER'])), fields=('group',), name='one_leader_of_a_group'), models.UniqueConstraint(condition=models.Q(('left_at__isnull', True), models.Q(('name_index', ''), _negated=True)), fields=('group', 'name_index'), name='one_line_of_a_roster_and_name')],
            },
        ),
        migrations.CreateModel(
            name='Miss',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.UUIDField(null=True)),
                ('struck_why', models.CharField(blank=True, max_length=200)),
                ('missed_at', models.DateTimeField()),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='misses', to='activities.booking')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='misses', to='activities.group')),
            ],
            options={
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='no_miss_lifted_without_a_reason'), models.UniqueConstraint(fields=('booking',), name='one_miss_a_booking')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('origin', models.CharField(choices=[(sanshe.activities.enums.Origin['WALK_IN'], sanshe.activities.enums.Origin['WALK_IN']), (sanshe.activities.enums.Origin['BOOKED'], sanshe.activities.enums.Origin['BOOKED'])], max_length=7)),
                ('state', models.CharField(choices=[(sanshe.activities.enums.SessionState['OPEN'], sanshe.activities.enums.SessionState['OPEN']), (sanshe.activities.enums.SessionState['CLOSED'], sanshe.activities.enums.SessionState['CLOSED']), (sanshe.activities.enums.SessionState['SIGNED'], sanshe.activities.enums.SessionState['SIGNED']), (sanshe.activities.enums.SessionState['VOID'], sanshe.activities.enums.SessionState['VOID'])], default=sanshe.activities.enums.SessionState['OPEN'], max_length=6)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('seen', models.PositiveSmallIntegerField(null=True)),
                ('signed_at', models.DateTimeField(null=True)),
                ('signed_by', models.UUIDField(null=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('booking', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='session', to='activities.booking')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='activities.station')),
            ],
            options={
                'ordering': ['opened_at', 'id'],
                'indexes': [models.Index(fields=['station', 'opened_at'], name='sessions_of_a_station')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.activities.enums.SessionState['SIGNED']), _negated=True), models.Q(('seen__isnull', False), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='no_session_is_signed_uncounted')],
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(blank=True, max_length=60)),
                ('same_name', sanshe.core.rows.fields.SameName(db_index=True, default='', editable=False, max_length=60)),
                ('heads', models.PositiveSmallIntegerField(null=True)),
                ('channel', models.CharField(choices=[(sanshe.activities.enums.Channel['DOOR'], sanshe.activities.enums.Channel['DOOR']), (sanshe.activities.enums.Channel['KEEPER'], sanshe.activities.enums.Channel['KEEPER'])], max_length=6)),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(null=True)),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='activities.group')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='activities.session')),
            ],
            options={
                'ordering': ['joined_at', 'id'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at__isnull', True), models.Q(('same_name', ''), _negated=True)), fields=('session', 'same_name'), name='one_part_of_a_session_and_name')],
            },
        ),
        migrations.CreateModel(
            name='Joining',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(blank=True, max_length=60)),
                ('same_name', sanshe.core.rows.fields.SameName(db_index=True, default='', editable=False, max_length=60)),
                ('heads', models.PositiveSmallIntegerField()),
                ('channel', models.CharField(choices=[(sanshe.activities.enums.Channel['DOOR'], sanshe.activities.enums.Channel['DOOR']), (sanshe.activities.enums.Channel['KEEPER'], sanshe.activities.enums.Channel['KEEPER'])], max_length=6)),
                ('state', models.CharField(choices=[(sanshe.activities.enums.JoiningState['ASKED'], sanshe.activities.enums.JoiningState['ASKED']), (sanshe.activities.enums.JoiningState['AGREED'], sanshe.activities.enums.JoiningState['AGREED']), (sanshe.activities.enums.JoiningState['DECLINED'], sanshe.activities.enums.JoiningState['DECLINED']), (sanshe.activities.enums.JoiningState['LAPSED'], sanshe.activities.enums.JoiningState['LAPSED'])], default=sanshe.activities.enums.JoiningState['ASKED'], max_length=8)),
                ('asked_at', models.DateTimeField()),
                ('part', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joining', to='activities.part')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joinings', to='activities.session')),
            ],
            options={
                'ordering': ['asked_at', 'id'],
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.activities.enums.JoiningState['AGREED']), _negated=True), ('part__isnull', False), _connector='OR'), name='who_may_join_takes_part')],
            },
        ),
        migrations.CreateModel(
            name='JoiningAnswer',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('is_yes', models.BooleanField()),
                ('answered_at', models.DateTimeField()),
                ('joining', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='activities.joining')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.part')),
            ],
            options={
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('joining', 'part'), name='one_answer_of_a_part')],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.UUIDField(null=True)),
                ('struck_why', models.CharField(blank=True, max_length=200)),
                ('noted_at', models.DateTimeField()),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='activities.member')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='activities.part')),
            ],
            options={
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='no_presence_struck_without_a_reason'), models.UniqueConstraint(condition=models.Q(('struck_at__isnull', True)), fields=('part', 'member'), name='one_presence_a_part_and_member')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('kind', models.CharField(choices=[(sanshe.activities.enums.Heads['NAMED'], sanshe.activities.enums.Heads['NAMED']), (sanshe.activities.enums.Heads['TOLD'], sanshe.activities.enums.Heads['TOLD']), (sanshe.activities.enums.Heads['SEEN'], sanshe.activities.enums.Heads['SEEN'])], max_length=5)),
                ('by_n', models.SmallIntegerField()),
                ('why', models.CharField(max_length=200)),
                ('noted_at', models.DateTimeField()),
                ('noted_by', models.UUIDField(null=True)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='activities.session')),
            ],
            options={
                'ordering': ['noted_at', 'id'],
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('why', ''), _negated=True), models.Q(('by_n', 0), _negated=True)), name='a_correction_says_what_and_why')],
            },
        ),
        migrations.CreateModel(
            name='Space',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('place_no', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=30)),
                ('sound', models.CharField(choices=[(sanshe.activities.enums.Sound['OPEN'], sanshe.activities.enums.Sound['OPEN']), (sanshe.activities.enums.Sound['PROOF'], sanshe.activities.enums.Sound['PROOF']), (sanshe.activities.enums.Sound['SILENT'], sanshe.activities.enums.Sound['SILENT'])], default=sanshe.activities.enums.Sound['OPEN'], max_length=6)),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spaces', to='activities.station')),
            ],
            options={
                'ordering': ['station_id', 'place_no'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('station', 'place_no'), name='one_space_of_a_station_and_number'), models.UniqueConstraint(fields=('station', 'name'), name='one_space_of_a_station_and_name')],
            },
        ),
        migrations.CreateModel(
            name='HoursChange',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.UUIDField(null=True)),
                ('struck_why', models.CharField(blank=True, max_length=200)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('is_open', models.BooleanField()),
                ('ground', models.CharField(max_length=100)),
                ('noted_at', models.DateTimeField()),
                ('space', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.space')),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='activities.station')),
            ],
            options={
                'ordering': ['noted_at', 'id'],
                'indexes': [models.Index(fields=['station', 'starts_at'], name='changes_of_hours')],
                'constraints': [models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='no_change_of_hours_struck_without_a_reason'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='a_change_ends_behind_its_start')],
            },
        ),
        migrations.CreateModel(
            name='HeadLimit',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.UUIDField(null=True)),
                ('struck_why', models.CharField(blank=True, max_length=200)),
                ('percent', models.PositiveSmallIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('ground', models.CharField(max_length=100)),
                ('noted_at', models.DateTimeField()),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='limits', to='activities.station')),
            ],
            options={
                'indexes': [],
                'constraints': [models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='no_limit_of_heads_struck_without_a_reason'), models.CheckConstraint(condition=models.Q(('percent__gte', 1), ('percent__lte', 100)), name='a_limit_is_a_share_of_the_whole')],
            },
        ),
        migrations.CreateModel(
            name='Timetable',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('starts_on', models.DateField()),
                ('published_at', models.DateTimeField()),
                ('published_by', models.UUIDField(null=True)),
                ('station', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='timetables', to='activities.station')),
            ],
            options={
                'ordering': ['station_id', 'starts_on', 'published_at'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='TimetableSpan',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
                ('timetable', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spans', to='activities.timetable')),
            ],
            options={
                'ordering': ['weekday', 'opens'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('timetable', 'weekday', 'opens'), name='one_span_of_a_weekday_and_start'), models.CheckConstraint(condition=models.Q(('closes__gt', models.F('opens'))), name='a_span_closes_behind_its_opening'), models.CheckConstraint(condition=models.Q(('weekday__gte', 1), ('weekday__lte', 7)), name='a_span_is_of_a_weekday')],
            },
        ),
        migrations.CreateModel(
            name='Zone',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('place_no', models.PositiveSmallIntegerField()),
                ('name', models.CharField(blank=True, max_length=30)),
                ('capacity', models.PositiveSmallIntegerField(null=True)),
                ('space', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='zones', to='activities.space')),
            ],
            options={
                'ordering': ['space__place_no', 'place_no'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('space', 'place_no'), name='one_zone_of_a_space_and_number'), models.CheckConstraint(condition=models.Q(('capacity__isnull', True), ('capacity__gt', 0), _connector='OR'), name='a_zone_holds_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Use',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='activities.session')),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='activities.zone')),
            ],
            options={
                'ordering': ['since', 'id'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('zone',), name='one_session_at_a_time_in_a_zone')],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('starts_at', models.DateTimeField()),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claims', to='activities.booking')),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='activities.zone')),
            ],
            options={
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('zone', 'starts_at'), name='one_claim_of_a_zone_and_quarter')],
            },
        ),
        migrations.CreateModel(
            name='BookedZone',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='zones', to='activities.booking')),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='activities.zone')),
            ],
            options={
                'ordering': ['zone__space__place_no', 'zone__place_no'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('booking', 'zone'), name='one_line_of_a_booking_and_zone')],
            },
        ),
    ]
