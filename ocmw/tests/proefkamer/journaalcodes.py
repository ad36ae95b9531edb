from ocmw.journaal.journaalcodes import Journaalcode

PROEF_GEHOUDEN = Journaalcode("proef_gehouden", "hield een proefgesprek")
