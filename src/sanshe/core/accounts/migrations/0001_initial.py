import django.db.models.deletion
import sanshe.core.kit.ids
import sanshe.core.privacy.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Role',
            fields=[
                ('code', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('codes', models.JSONField(default=list)),
                ('seeded', models.JSONField(default=list)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('username', models.CharField(max_length=60, null=True, unique=True)),
                ('name', sanshe.core.privacy.fields.EncryptedText(default='', max_length=60)),
                ('name_blind', sanshe.core.privacy.fields.BlindIndex(db_index=True, default='', editable=False, max_length=64)),
                ('phone', sanshe.core.privacy.fields.EncryptedText(max_length=20, null=True)),
                ('phone_blind', sanshe.core.privacy.fields.BlindIndex(editable=False, max_length=64, null=True, unique=True)),
                ('staff_number', models.CharField(default='', max_length=30)),
                ('is_staff', models.BooleanField(default=False)),
                ('is_active', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('username__isnull', False), ('phone_blind__isnull', False), _connector='OR'), name='a_user_has_a_username_or_a_phone')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Failure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=64)),
                ('device', models.CharField(default='', max_length=64)),
                ('count', models.PositiveIntegerField(default=0)),
                ('since', models.DateTimeField()),
                ('locked_until', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'device'), name='one_count_of_failures')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('until', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='PhoneCode',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('phone_blind', models.CharField(db_index=True, max_length=64)),
                ('device', models.CharField(db_index=True, max_length=64)),
                ('use', models.CharField(default='accounts.sign_in', max_length=40)),
                ('about', models.CharField(blank=True, max_length=64)),
                ('code_hash', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('slot', models.BigIntegerField()),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('used_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('phone_blind', 'slot'), name='one_code_a_minute_for_a_phone')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('organisation', models.UUIDField(db_index=True, null=True)),
                ('duty', models.CharField(default='', max_length=60)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('appointed_by', models.UUIDField(null=True)),
                ('ended_by', models.UUIDField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                ('role', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='accounts.role')),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['role', 'area_path'], name='appointment_role_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='a_term_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('ends__isnull', True), ('organisation__isnull', True)), fields=('user', 'role', 'area_path'), name='one_open_term_of_a_role_and_area'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('ends__isnull', True), ('organisation__isnull', False)), fields=('user', 'role', 'organisation'), name='one_open_term_of_a_role_and_organisation')],
            },
        ),
        migrations.CreateModel(
            name='Stash',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('mark', models.CharField(db_index=True, max_length=64)),
                ('fields', sanshe.core.privacy.fields.EncryptedText()),
                ('path', models.CharField(max_length=300)),
                ('back', models.CharField(max_length=300)),
                ('had_files', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Token',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('label', models.CharField(max_length=60)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('until', models.DateTimeField()),
                ('made_by', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='accounts.appointment')),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('mark', models.CharField(max_length=64)),
                ('first_seen_at', models.DateTimeField()),
                ('last_seen_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('mark', 'user'), name='a_device_knows_a_user_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('kind', models.CharField(max_length=60)),
                ('matter', models.UUIDField()),
                ('title', models.CharField(max_length=200)),
                ('url', models.CharField(max_length=300)),
                ('opened_at', models.DateTimeField()),
                ('handed_by', models.UUIDField(null=True)),
                ('handed_at', models.DateTimeField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='accounts.appointment')),
                ('to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('handed_at__isnull', True), ('settled_at__isnull', True)), fields=('kind', 'matter'), name='a_matter_waits_for_one_successor_once'), models.CheckConstraint(condition=models.Q(('handed_at__isnull', True), ('to__isnull', False), _connector='OR'), name='what_was_handed_over_has_a_receiver')],
                'indexes': [],
            },
        ),
    ]
