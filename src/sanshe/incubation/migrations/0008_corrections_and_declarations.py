"""Recorded facts of a stay can be struck with a reason; assessors declare before they read."""

import sanshe.incubation.enums.panel.panel
import sanshe.incubation.enums.stay.support
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incubation', '0007_applications_by_serial'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='receipt',
            name='a_scan_accounts_for_money_once',
        ),
        migrations.AddField(
            model_name='assessor',
            name='declared_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='assessor',
            name='relation',
            field=models.CharField(blank=True, choices=[(sanshe.incubation.enums.panel.panel.RelationKind['SELF_OR_KIN'], sanshe.incubation.enums.panel.panel.RelationKind['SELF_OR_KIN']), (sanshe.incubation.enums.panel.panel.RelationKind['SUPERVISOR'], sanshe.incubation.enums.panel.panel.RelationKind['SUPERVISOR']), (sanshe.incubation.enums.panel.panel.RelationKind['COOPERATION'], sanshe.incubation.enums.panel.panel.RelationKind['COOPERATION']), (sanshe.incubation.enums.panel.panel.RelationKind['FOUNDER'], sanshe.incubation.enums.panel.panel.RelationKind['FOUNDER']), (sanshe.incubation.enums.panel.panel.RelationKind['LEGAL_REPRESENTATIVE'], sanshe.incubation.enums.panel.panel.RelationKind['LEGAL_REPRESENTATIVE']), (sanshe.incubation.enums.panel.panel.RelationKind['SAME_PHONE'], sanshe.incubation.enums.panel.panel.RelationKind['SAME_PHONE']), (sanshe.incubation.enums.panel.panel.RelationKind['SAME_EMPLOYER'], sanshe.incubation.enums.panel.panel.RelationKind['SAME_EMPLOYER']), (sanshe.incubation.enums.panel.panel.RelationKind['SAME_ADDRESS'], sanshe.incubation.enums.panel.panel.RelationKind['SAME_ADDRESS']), (sanshe.incubation.enums.panel.panel.RelationKind['SAME_NAME'], sanshe.incubation.enums.panel.panel.RelationKind['SAME_NAME']), (sanshe.incubation.enums.panel.panel.RelationKind['AFFILIATE'], sanshe.incubation.enums.panel.panel.RelationKind['AFFILIATE'])], max_length=24),
        ),
        migrations.AddField(
            model_name='assessor',
            name='said',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='deskuse',
            name='struck_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='deskuse',
            name='struck_by',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='deskuse',
            name='struck_why',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='receipt',
            name='struck_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='receipt',
            name='struck_by',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='receipt',
            name='struck_why',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='resourcelink',
            name='struck_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='resourcelink',
            name='struck_by',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='resourcelink',
            name='struck_why',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='supervision',
            name='struck_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='supervision',
            name='struck_by',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='supervision',
            name='struck_why',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='supportgrant',
            name='struck_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='supportgrant',
            name='struck_by',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='supportgrant',
            name='struck_why',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddConstraint(
            model_name='assessor',
            constraint=models.CheckConstraint(condition=models.Q(('marked_at__isnull', True), ('relation', ''), _connector='OR'), name='who_stepped_aside_gives_no_marks'),
        ),
        migrations.AddConstraint(
            model_name='deskuse',
            constraint=models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='a_desk_struck_says_why'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='a_receipt_struck_says_why'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('state', sanshe.incubation.enums.stay.support.ReceiptState['REFUSED']), _negated=True), ('struck_at__isnull', True)), fields=('scan',), name='a_scan_accounts_for_money_once'),
        ),
        migrations.AddConstraint(
            model_name='resourcelink',
            constraint=models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='a_link_struck_says_why'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='a_supervision_struck_says_why'),
        ),
        migrations.AddConstraint(
            model_name='supportgrant',
            constraint=models.CheckConstraint(condition=models.Q(('struck_at__isnull', True), models.Q(('struck_why', ''), _negated=True), _connector='OR'), name='support_struck_says_why'),
        ),
    ]
