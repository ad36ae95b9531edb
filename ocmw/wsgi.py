import os

from django.core.wsgi import get_wsgi_application

from ocmw.ui.logboek import vang_de_rest
from ocmw.ui.schijf import houd_databank_open

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocmw.settings")
# This process answers pages: the settings give its queries an end.
os.environ.setdefault("OCMW_WEB", "True")
application = get_wsgi_application()
vang_de_rest()
houd_databank_open()
