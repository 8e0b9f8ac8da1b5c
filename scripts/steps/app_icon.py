"""Draw the icon of the installed site from its favicon, because some systems accept no SVG.

Usage: app_icon.py SVG SIZE RESULT.
"""

import sys
import xml.etree.ElementTree as ET

from PIL import Image, ImageDraw

# Drawn larger and scaled down, because Pillow's own shapes have hard edges.
_SCALE = 4
_SVG = "{http://www.w3.org/2000/svg}"


def draw(favicon: str, size: int) -> Image.Image:
    """Return the icon. Its background fills the square, since systems cut icons to shapes of their own.

    Args:
        favicon: An SVG file with a rectangle as the background and polygons on it.
        size: Width and height in pixels.
    """
    picture = ET.parse(favicon).getroot()  # noqa: S314 - a file of this repository
    unit = size * _SCALE / float(picture.attrib["viewBox"].split()[2])
    ground = next(picture.iter(f"{_SVG}rect"))
    icon = Image.new("RGB", (size * _SCALE, size * _SCALE), ground.attrib["fill"])
    pen = ImageDraw.Draw(icon)
    for polygon in picture.iter(f"{_SVG}polygon"):
        points = [float(number) * unit for number in polygon.attrib["points"].replace(",", " ").split()]
        pen.polygon(points, fill=polygon.attrib["fill"])
    return icon.resize((size, size), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    draw(sys.argv[1], int(sys.argv[2])).save(sys.argv[3], optimize=True)
