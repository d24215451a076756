import django.db.models.deletion
import sanshe.core.calendar.enums
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Year',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('loaded_at', models.DateTimeField()),
                ('loaded_by', models.UUIDField(null=True)),
                ('source', models.CharField(blank=True, max_length=60)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='SpecialDay',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[(sanshe.core.calendar.enums.Special['REST'], sanshe.core.calendar.enums.Special['REST']), (sanshe.core.calendar.enums.Special['MAKE_UP'], sanshe.core.calendar.enums.Special['MAKE_UP'])], max_length=8)),
                ('name', models.CharField(blank=True, max_length=30)),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='days', to='calendar.year')),
            ],
            options={
                'ordering': ['day'],
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='WorkSpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
            ],
            options={
                'ordering': ['-starts_on', 'opens'],
                'constraints': [models.UniqueConstraint(fields=('starts_on', 'opens'), name='one_span_of_working_time_opens_at_a_time'), models.CheckConstraint(condition=models.Q(('opens__lt', models.F('closes'))), name='working_time_closes_after_it_opened')],
                'indexes': [],
            },
        ),
    ]
