"""What somebody reads who brings a photo we do not keep; the parent and the child that looks into files say the same."""

HEIC = (
    "Dit is een foto in het formaat HEIC van je telefoon. Dat bewaren we niet. Kies op een iPhone Instellingen, Camera, "
    "Structuren, “Meest compatibel” en neem de foto opnieuw. Of maak een schermafdruk van de foto en kies die."
)
