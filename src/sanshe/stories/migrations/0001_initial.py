import django.db.models.deletion
import sanshe.core.kit.ids
import sanshe.core.privacy.fields
import sanshe.stories.enums
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Lead',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('title', models.CharField(max_length=60)),
                ('why', models.CharField(blank=True, max_length=200)),
                ('case_number', models.CharField(blank=True, max_length=20)),
                ('teller', models.UUIDField(db_index=True, null=True)),
                ('teller_name', sanshe.core.privacy.fields.EncryptedText(max_length=20)),
                ('part', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(choices=[(sanshe.stories.enums.LeadState['WAITING'], sanshe.stories.enums.LeadState['WAITING']), (sanshe.stories.enums.LeadState['WILLING'], sanshe.stories.enums.LeadState['WILLING']), (sanshe.stories.enums.LeadState['UNWILLING'], sanshe.stories.enums.LeadState['UNWILLING']), (sanshe.stories.enums.LeadState['WRITTEN'], sanshe.stories.enums.LeadState['WRITTEN'])], default=sanshe.stories.enums.LeadState['WAITING'], max_length=9)),
                ('proposed_at', models.DateTimeField()),
                ('proposed_by', models.UUIDField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('forgotten_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('district', models.CharField(max_length=6)),
                ('number', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=60)),
                ('kick', models.CharField(blank=True, max_length=60)),
                ('deck', models.CharField(blank=True, max_length=200)),
                ('teller', models.UUIDField(null=True)),
                ('teller_name', sanshe.core.privacy.fields.EncryptedText(blank=True, max_length=20)),
                ('part', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(choices=[(sanshe.stories.enums.State['WRITING'], sanshe.stories.enums.State['WRITING']), (sanshe.stories.enums.State['CHECKED'], sanshe.stories.enums.State['CHECKED']), (sanshe.stories.enums.State['MASKED'], sanshe.stories.enums.State['MASKED']), (sanshe.stories.enums.State['REVIEWED'], sanshe.stories.enums.State['REVIEWED']), (sanshe.stories.enums.State['PUBLISHED'], sanshe.stories.enums.State['PUBLISHED']), (sanshe.stories.enums.State['WITHDRAWN'], sanshe.stories.enums.State['WITHDRAWN']), (sanshe.stories.enums.State['EXPIRED'], sanshe.stories.enums.State['EXPIRED'])], default=sanshe.stories.enums.State['WRITING'], max_length=9)),
                ('traits', models.JSONField(default=dict)),
                ('begun_at', models.DateTimeField()),
                ('written_by', models.UUIDField(null=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('checked_by', models.UUIDField(null=True)),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('reviewed_by', models.UUIDField(null=True)),
                ('published_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('lead', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='story', to='stories.lead')),
            ],
            options={
                'ordering': ['-begun_at', '-pk'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('district', 'number'), name='one_story_of_a_number_and_district'), models.CheckConstraint(condition=models.Q(models.Q(('state', sanshe.stories.enums.State['PUBLISHED']), _negated=True), models.Q(('checked_by__isnull', False), ('published_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='no_story_published_without_a_check_and_a_review')],
            },
        ),
        migrations.CreateModel(
            name='Sentence',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.CharField(blank=True, max_length=300)),
                ('basis', models.CharField(choices=[(sanshe.stories.enums.Basis['NONE'], sanshe.stories.enums.Basis['NONE']), (sanshe.stories.enums.Basis['EVENT'], sanshe.stories.enums.Basis['EVENT']), (sanshe.stories.enums.Basis['SOURCES'], sanshe.stories.enums.Basis['SOURCES']), (sanshe.stories.enums.Basis['FEELING'], sanshe.stories.enums.Basis['FEELING'])], default=sanshe.stories.enums.Basis['NONE'], max_length=7)),
                ('case_kind', models.CharField(blank=True, max_length=60)),
                ('case_key', models.UUIDField(null=True)),
                ('case_number', models.CharField(blank=True, max_length=20)),
                ('event', models.CharField(blank=True, max_length=60)),
                ('sources', models.CharField(blank=True, max_length=100)),
                ('person', models.UUIDField(null=True)),
                ('digest', models.CharField(max_length=64)),
                ('omitted_at', models.DateTimeField(null=True)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sentences', to='stories.story')),
            ],
            options={
                'ordering': ['story_id', 'number'],
                'indexes': [],
                'constraints': [models.UniqueConstraint(fields=('story', 'number'), name='one_sentence_a_number_of_a_story'), models.CheckConstraint(condition=models.Q(('omitted_at__isnull', True), ('text', ''), _connector='OR'), name='nothing_is_left_of_an_omitted_sentence'), models.CheckConstraint(condition=models.Q(models.Q(('basis', sanshe.stories.enums.Basis['EVENT']), _negated=True), ('case_key__isnull', False), _connector='OR'), name='no_event_cited_without_its_case')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=sanshe.core.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('area_path', models.CharField(db_index=True, max_length=15)),
                ('old', models.CharField(blank=True, max_length=300)),
                ('new', models.CharField(blank=True, max_length=300)),
                ('reason', models.CharField(max_length=200)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.UUIDField(null=True)),
                ('sentence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='stories.sentence')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='stories.story')),
            ],
            options={
                'ordering': ['made_at', 'pk'],
                'indexes': [],
                'constraints': [],
            },
        ),
    ]
