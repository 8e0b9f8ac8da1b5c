"""Draw the picture that other sites show beside a link to this one. Usage: social_card.py FONT RESULT."""

import sys

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
# Drawn larger and scaled down, because Pillow's own shapes have hard edges.
_SCALE = 3

_POST = "#143c33"
_AMBER = "#f6c453"
_WHITE = "#ffffff"
_PALE = "#d9e6e0"

_TITLE = ("Integration patterns", "for health and care")
_LEAD = ("Answer 3 questions and get the pattern that fits", "your flow of information, with the reasons.")
_FOOT = "Adapted from NHS England guidance. Not an NHS England site."


def draw(font_file: str) -> Image.Image:
    """Return the card.

    Args:
        font_file: The site's typeface, a variable font with one axis, the weight.
    """
    card = Image.new("RGB", (SIZE[0] * _SCALE, SIZE[1] * _SCALE), _POST)
    pen = ImageDraw.Draw(card)

    def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
        face = ImageFont.truetype(font_file, size * _SCALE)
        face.set_variation_by_axes([weight])
        return face

    def shape(points: list[tuple[float, float]], colour: str) -> None:
        pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def text(x: int, y: int, words: str, face: ImageFont.FreeTypeFont, colour: str) -> None:
        pen.text((x * _SCALE, y * _SCALE), words, font=face, fill=colour)

    # The post with its two arms, at the right edge.
    shape([(990, 90), (1014, 90), (1014, 630), (990, 630)], _PALE)
    shape([(900, 130), (1100, 130), (1150, 180), (1100, 230), (900, 230)], _AMBER)
    shape([(1104, 270), (904, 270), (854, 320), (904, 370), (1104, 370)], _WHITE)
    for line, words in enumerate(_TITLE):
        text(80, 120 + 84 * line, words, font(72, 750), _WHITE)
    for line, words in enumerate(_LEAD):
        text(80, 340 + 48 * line, words, font(34, 400), _PALE)
    text(80, 535, _FOOT, font(26, 400), _PALE)
    shape([(0, 612), (1200, 612), (1200, 630), (0, 630)], _AMBER)
    return card.resize(SIZE, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    draw(sys.argv[1]).save(sys.argv[2], optimize=True)
