"""Pictures of known colours in every way a file can tell them, and how far two colours are apart."""

import io
import math
import struct
import zlib
from collections.abc import Sequence

from PIL import Image, ImageCms
from PySide6.QtGui import QColorSpace, QImage

Colour = tuple[int, ...]

# Skin, redness, a white spot, dark skin, grey, green, almost white, almost black.
SEEN: tuple[Colour, ...] = (
    *((224, 172, 150), (200, 60, 60), (245, 235, 225), (90, 60, 45)),
    *((128, 128, 128), (60, 120, 60), (250, 250, 250), (20, 20, 20)),
)
COLUMNS, PATCH = 4, 64

PROFILES = {
    name: bytes(QColorSpace(space).iccProfile().data())
    for name, space in (
        ("Display P3", QColorSpace.NamedColorSpace.DisplayP3),
        ("Adobe RGB", QColorSpace.NamedColorSpace.AdobeRgb),
        ("ProPhoto", QColorSpace.NamedColorSpace.ProPhotoRgb),
        ("sRGB", QColorSpace.NamedColorSpace.SRgb),
    )
}


def patches(colours: Sequence[Colour] = SEEN, mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (COLUMNS * PATCH, -(-len(colours) // COLUMNS) * PATCH))
    for number, colour in enumerate(colours):
        row, column = divmod(number, COLUMNS)
        place = (column * PATCH, row * PATCH, (column + 1) * PATCH, (row + 1) * PATCH)
        picture.paste(colour if len(colour) > 1 else colour[0], place)
    return picture


def in_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """The same colours written in the numbers of another colour space, by a library that is not Qt."""
    target = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    converted = ImageCms.profileToProfile(
        picture, ImageCms.createProfile("sRGB"), target, outputMode=picture.mode
    )
    assert converted is not None
    return converted


def file_of(picture: Image.Image, image_format: str, **options: object) -> bytes:
    sharp: dict[str, object] = {"subsampling": 0} if picture.mode == "RGB" else {}
    best: dict[str, dict[str, object]] = {"JPEG": {"quality": 97, **sharp}, "WEBP": {"lossless": True}}
    content = io.BytesIO()
    picture.save(content, image_format, **(best.get(image_format, {}) | options))
    return content.getvalue()


def worst_difference(image: QImage, expected: Sequence[Colour]) -> float:
    """Of the middles of the patches, as CIE 1976 differences; what an eye just sees is about 2."""
    across, down = image.width() / COLUMNS, image.height() / -(-len(expected) // COLUMNS)
    differences = []
    for number, colour in enumerate(expected):
        row, column = divmod(number, COLUMNS)
        seen = image.pixelColor(int((column + 0.5) * across), int((row + 0.5) * down))
        differences.append(math.dist(_lab((seen.red(), seen.green(), seen.blue())), _lab(colour)))
    return max(differences)


def deep_png(picture: Image.Image, profile: bytes = b"") -> bytes:
    """Sixteen bits for each number."""
    kind = {"L": 0, "RGB": 2, "LA": 4, "RGBA": 6}[picture.mode]
    rows = b"".join(
        b"\0" + _doubled(picture.crop((0, row, picture.width, row + 1)).tobytes(), ">")
        for row in range(picture.height)
    )
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", *picture.size, 16, kind, 0, 0, 0))]
    chunks += [(b"iCCP", b"x\0\0" + zlib.compress(profile))] if profile else []
    chunks += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(name, content) for name, content in chunks)


def deep_tiff(picture: Image.Image, profile: bytes = b"") -> bytes:
    values = _doubled(picture.tobytes(), "<")
    samples = len(picture.getbands())
    tags = [(256, 4, 1, picture.width), (257, 4, 1, picture.height), (258, 3, samples, 0), (259, 3, 1, 1)]
    tags += [(262, 3, 1, 2 if samples > 1 else 1), (273, 4, 1, 0), (277, 3, 1, samples)]
    tags += [(278, 4, 1, picture.height), (279, 4, 1, len(values))]
    tags += [(34675, 7, len(profile), 0)] if profile else []
    bits_at = 8 + 2 + 12 * len(tags) + 4
    places = {258: bits_at if samples > 1 else 16, 34675: bits_at + 8, 273: bits_at + 8 + len(profile)}
    table = b"".join(struct.pack("<HHII", *tag[:3], places.get(tag[0], tag[3])) for tag in tags)
    bits = struct.pack(f"<{samples}H", *[16] * samples).ljust(8, b"\0")
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + table + b"\0" * 4 + bits + profile + values


def png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def ink_profile() -> bytes:
    """A small profile for four inks, whose colours are unlike those that would be guessed without it."""
    grid = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    table = b"".join(_lab16(_ink_colour(*inks)) for inks in grid)
    curve = struct.pack(">HH", 0, 65535)
    matrix = struct.pack(">9i", *(0x10000 if number % 4 == 0 else 0 for number in range(9)))
    lut = b"mft2\0\0\0\0\4\3\2\0" + matrix + struct.pack(">HH", 2, 2) + curve * 4 + table + curve * 3
    text = b"text\0\0\0\0ink\0"
    description = b"desc\0\0\0\0\0\0\0\4ink\0".ljust(94, b"\0")
    white = b"XYZ \0\0\0\0" + struct.pack(">iii", 0xF6D6, 0x10000, 0xD32D)
    parts = {b"desc": description, b"cprt": text, b"wtpt": white, b"A2B0": lut, b"A2B1": lut}
    return _profile(b"prtr", b"CMYK", b"Lab ", parts)


def _profile(kind: bytes, space: bytes, through: bytes, parts: dict[bytes, bytes]) -> bytes:
    place, table, body = 128 + 4 + 12 * len(parts), b"", b""
    for name, content in parts.items():
        padded = content.ljust(-(-len(content) // 4) * 4, b"\0")
        table += name + struct.pack(">II", place + len(body), len(content))
        body += padded
    head = b"\0" * 8 + b"\2\x20\0\0" + kind + space + through + b"\0" * 12 + b"acsp" + b"\0" * 28
    head += struct.pack(">iii", 0xF6D6, 0x10000, 0xD32D)
    whole = head.ljust(128, b"\0") + struct.pack(">I", len(parts)) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def _ink_colour(c: int, m: int, y: int, k: int) -> tuple[float, float, float]:
    dark = 0.25 if k else 1.0
    return (
        (100 - 30 * c - 35 * m - 8 * y) * dark,
        (-30 * c + 60 * m - 4 * y) * dark,
        (-40 * c + 70 * y) * dark,
    )


def _lab16(lab: tuple[float, float, float]) -> bytes:
    lightness, a, b = lab
    return struct.pack(">HHH", round(lightness * 652.8), round((a + 128) * 256), round((b + 128) * 256))


def _doubled(values: bytes, order: str) -> bytes:
    return struct.pack(f"{order}{len(values)}H", *(value * 257 for value in values))


def _lab(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (_linear(value / 255) for value in colour)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    curved = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)]
    return 116 * curved[1] - 16, 500 * (curved[0] - curved[1]), 200 * (curved[1] - curved[2])


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
