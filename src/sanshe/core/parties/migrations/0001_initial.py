import django.db.models.deletion
import sanshe.core.kit.ids
import sanshe.core.parties.enums
import sanshe.core.privacy.fields
import sanshe.core.rows.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(db_index=True, max_length=60)),
                ('same_name', sanshe.core.rows.fields.SameName(db_index=True, default='', editable=False, max_length=60)),
                ('kind', models.CharField(choices=[(sanshe.core.parties.enums.Kind['ASSOCIATION'], sanshe.core.parties.enums.Kind['ASSOCIATION']), (sanshe.core.parties.enums.Kind['SERVICE'], sanshe.core.parties.enums.Kind['SERVICE']), (sanshe.core.parties.enums.Kind['FOUNDATION'], sanshe.core.parties.enums.Kind['FOUNDATION']), (sanshe.core.parties.enums.Kind['OTHER'], sanshe.core.parties.enums.Kind['OTHER']), (sanshe.core.parties.enums.Kind['FORMING'], sanshe.core.parties.enums.Kind['FORMING']), (sanshe.core.parties.enums.Kind['ENTERPRISE'], sanshe.core.parties.enums.Kind['ENTERPRISE']), (sanshe.core.parties.enums.Kind['PUBLIC_BODY'], sanshe.core.parties.enums.Kind['PUBLIC_BODY'])], max_length=12)),
                ('registration', models.CharField(choices=[(sanshe.core.parties.enums.Registration['REGISTERED'], sanshe.core.parties.enums.Registration['REGISTERED']), (sanshe.core.parties.enums.Registration['FILED'], sanshe.core.parties.enums.Registration['FILED']), (sanshe.core.parties.enums.Registration['NONE'], sanshe.core.parties.enums.Registration['NONE'])], max_length=12)),
                ('credit_code', models.CharField(blank=True, max_length=18)),
                ('filing_number', models.CharField(blank=True, max_length=40)),
                ('certificate_until', models.DateField(null=True)),
                ('field', models.CharField(blank=True, max_length=20)),
                ('address', models.CharField(blank=True, max_length=120)),
                ('employer', models.CharField(blank=True, max_length=60)),
                ('supervisor_unit', models.CharField(blank=True, max_length=60)),
                ('annual_check', models.CharField(blank=True, max_length=30)),
                ('party_group', models.CharField(blank=True, max_length=60)),
                ('party_members', models.PositiveSmallIntegerField(null=True)),
                ('head_name', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('head_name_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('head_phone', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('head_phone_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('contact_name', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('contact_name_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('contact_phone', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('contact_phone_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('bank_account', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=40)),
                ('registered_at', models.DateTimeField()),
                ('proven_at', models.DateTimeField(null=True)),
                ('former_name', models.CharField(blank=True, max_length=60)),
                ('merge_asked_by', models.UUIDField(null=True)),
                ('merge_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
                ('merge_why', models.CharField(blank=True, max_length=200)),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
                ('renamed_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['area_path', 'name'], name='organisation_by_area_name')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('credit_code', ''), _negated=True), fields=('credit_code',), name='one_organisation_per_credit_code'), models.CheckConstraint(condition=models.Q(models.Q(('registration', sanshe.core.parties.enums.Registration['REGISTERED']), _negated=True), models.Q(('credit_code', ''), _negated=True), _connector='OR'), name='a_registered_organisation_has_its_code')],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=60)),
                ('former_name', models.CharField(blank=True, max_length=60)),
                ('side', models.CharField(choices=[(sanshe.core.parties.enums.Side['RUNS'], sanshe.core.parties.enums.Side['RUNS']), (sanshe.core.parties.enums.Side['APPROVES'], sanshe.core.parties.enums.Side['APPROVES'])], max_length=10)),
                ('number_prefix', models.CharField(max_length=10)),
                ('short_prefix', models.CharField(max_length=4)),
                ('letters', models.CharField(max_length=8)),
                ('phone', models.CharField(max_length=30)),
                ('address', models.CharField(max_length=120)),
                ('hours', models.CharField(max_length=120)),
                ('masthead', models.CharField(blank=True, max_length=40)),
                ('operator', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('name',), name='one_office_of_a_name'), models.UniqueConstraint(fields=('letters',), name='one_office_of_these_letters')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('name_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('phone', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('phone_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('known_at', models.DateTimeField()),
                ('used_at', models.DateTimeField()),
                ('destroyed_at', models.DateTimeField(null=True)),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='parties.person')),
            ],
            options={
                'indexes': [models.Index(fields=['area_path', '-known_at', 'id'], name='persons_of_a_district')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('phone_index', ''), _negated=True), fields=('area_path', 'phone_index'), name='one_person_a_telephone_and_district')],
            },
        ),
    ]
