from django.db import migrations, models

ALL = "read:self read:desk read:history"


def name_scopes(apps, schema_editor):
    """What a token could do before was named more broadly; everything that it could have opened is named now."""
    apps.get_model("accounts", "Token").objects.filter(scope__in=("read", "write")).update(scope=ALL)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_keep_preferences_and_tokens'),
    ]

    operations = [
        migrations.AlterField(
            model_name='token',
            name='scope',
            field=models.CharField(max_length=100),
        ),
        migrations.RunPython(name_scopes, migrations.RunPython.noop),
    ]
