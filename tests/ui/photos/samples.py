"""Photo files made here, honest and hostile."""

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

COMMENT = b"COMMENTMARKER"
CAMERA = b"CAMERAMARKER"
APPENDED = b"APPENDEDMARKER"
PLACE = b"GPSMARKER"
LEFT, RIGHT = QColor(200, 60, 60), QColor(60, 60, 200)


def two_colours(width: int = 400, height: int = 200) -> QImage:
    """Left half red, right half blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(LEFT)
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width - width // 2, height, RIGHT)
    painter.end()
    return image


def encoded(image: QImage, image_format: str) -> bytes:
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(image_format.lower().encode()))
    writer.setQuality(95)
    assert writer.write(image)
    return bytes(content.data())


def decoded(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def camera_block(orientation: int = 1, taken: str = "2026:11:03 19:12:05") -> bytes:
    """What a phone writes beside the picture: a maker, a way up, a date, and a place on earth."""
    maker, date = CAMERA + b"\0", taken.encode("ascii") + b"\0"
    maker_at, folder_at = 62, 62 + len(maker)
    date_at, gps_at = folder_at + 18, folder_at + 18 + len(date)
    main = struct.pack("<H", 4)
    main += struct.pack("<HHII", 0x010F, 2, len(maker), maker_at)
    main += struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    main += struct.pack("<HHII", 0x8769, 4, 1, folder_at)
    main += struct.pack("<HHII", 0x8825, 4, 1, gps_at) + struct.pack("<I", 0)
    tiff = (b"II*\0" + struct.pack("<I", 8) + main).ljust(maker_at, b"\0") + maker
    tiff += struct.pack("<HHHIII", 1, 0x9003, 2, len(date), date_at, 0) + date
    return tiff + struct.pack("<HHHI4sI", 1, 0x0001, 2, 2, b"N\0\0\0", 0) + PLACE


def exif(orientation: int = 1, taken: str = "2026:11:03 19:12:05") -> bytes:
    return segment(0xE1, b"Exif\0\0" + camera_block(orientation, taken))


def phone_photo(
    image: QImage | None = None, orientation: int = 1, taken: str = "2026:11:03 19:12:05"
) -> bytes:
    """A JPEG with all that a phone puts into it."""
    data = encoded(image or two_colours(), "JPEG")
    extras = exif(orientation, taken) + segment(0xFE, COMMENT)
    return data[:2] + extras + data[2:] + APPENDED


def huge_png(edge: int) -> bytes:
    """A black square of one bit a pixel: a few dozen kilobytes that unfold to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    row = b"\0" * (edge // 8 + 1)
    rows = b"".join(packer.compress(row) for _ in range(edge)) + packer.flush()
    header = struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def lying_jpeg(edge: int) -> bytes:
    """A small picture that says it is a huge one."""
    data = bytearray(encoded(two_colours(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", edge, edge)
    return bytes(data)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
