"""The lists every installation starts with are loaded in 0003, once their domains have words for the client."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("evaluaties", "0001_begin")]
    operations = []
