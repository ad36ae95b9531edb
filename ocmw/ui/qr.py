"""A link that a phone reads from paper."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M


def qr_als_svg(adres: str) -> SafeString:
    """The code as one black path on white, with the quiet zone of four modules that the standard asks."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(adres)
    modules = code.get_matrix()
    zijde = len(modules)
    stukken = "".join(f"M{x} {y}h1v1h-1z" for y, rij in enumerate(modules) for x, zwart in enumerate(rij) if zwart)
    # Numbers and letters of ours only: nothing of the address itself stands in the path.
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" shape-rendering="crispEdges" aria-hidden="true">'
        '<rect width="{0}" height="{0}" fill="#fff"/><path d="{1}" fill="#000"/></svg>',
        zijde,
        mark_safe(stukken),
    )
