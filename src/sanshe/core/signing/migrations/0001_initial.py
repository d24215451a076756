import django.db.models.deletion
import sanshe.core.kit.ids
import sanshe.core.privacy.fields
import sanshe.core.signing.enums
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ShownText',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('sm3', models.CharField(max_length=64)),
                ('content', sanshe.core.privacy.fields.EncryptedText(blank=True)),
                ('kept_at', models.DateTimeField()),
                ('destroyed_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(max_length=60)),
                ('subject', models.UUIDField()),
                ('length', models.PositiveIntegerField(default=0)),
                ('head', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject'), name='one_chain_a_matter')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('number', models.PositiveIntegerField()),
                ('grade', models.CharField(choices=[(sanshe.core.signing.enums.Grade['OWN_KEY'], sanshe.core.signing.enums.Grade['OWN_KEY']), (sanshe.core.signing.enums.Grade['OWN_PHONE'], sanshe.core.signing.enums.Grade['OWN_PHONE']), (sanshe.core.signing.enums.Grade['WITNESSED'], sanshe.core.signing.enums.Grade['WITNESSED'])], max_length=10)),
                ('variant', models.CharField(blank=True, max_length=20)),
                ('name', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('name_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('phone', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('phone_index', sanshe.core.privacy.fields.BlindIndex(db_index=True, editable=False, max_length=64)),
                ('salt', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=64)),
                ('signer', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
                ('code', models.UUIDField(null=True, unique=True)),
                ('device', models.CharField(blank=True, db_index=True, max_length=64)),
                ('witness', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('paper', models.CharField(blank=True, max_length=64)),
                ('proof', models.CharField(max_length=64)),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('keep_until', models.DateField(db_index=True)),
                ('destroyed_at', models.DateTimeField(null=True)),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='signing.chain')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='signing.showntext')),
            ],
            options={
                'ordering': ['chain_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('chain', 'number'), name='one_signature_a_number_of_a_chain'), models.CheckConstraint(condition=models.Q(models.Q(('grade', sanshe.core.signing.enums.Grade['OWN_PHONE']), _negated=True), ('code__isnull', False), _connector='OR'), name='no_own_phone_without_a_code'), models.CheckConstraint(condition=models.Q(models.Q(('grade', sanshe.core.signing.enums.Grade['WITNESSED']), _negated=True), models.Q(('paper', ''), _negated=True), _connector='OR'), name='no_witnessed_signature_without_its_paper')],
                'indexes': [],
            },
        ),
    ]
