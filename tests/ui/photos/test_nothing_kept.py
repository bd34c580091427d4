"""Of a photo the picture and its day are kept, and not one byte of what else the file tells."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from guide.ui.photos.importer import read_photo_now
from guide.ui.photos.plain_jpeg import plain_size
from tests.ui.photos.colour_samples import PROFILES, file_of, patches, png_chunk
from tests.ui.photos.heic_samples import colours, heic
from tests.ui.photos.samples import (
    APPENDED,
    CAMERA,
    COMMENT,
    PLACE,
    camera_block,
    encoded,
    saved,
    segment,
    two_colours,
)

TOLD, NOTES, PRESS, INSIDE = b"XMPMARKER", b"NOTESMARKER", b"PRESSMARKER", b"INSIDEMARKER"
SECRETS: tuple[bytes, ...] = (COMMENT, CAMERA, APPENDED, PLACE, TOLD, NOTES, PRESS, INSIDE)
SECRETS += (b"Exif", b"GPS", b"http", b"ICC_PROFILE", b"Display P3", b"acsp", b"2026:11:03", b"ftyp")

XMP = b"<x:xmpmeta xmlns:x='http://ns.adobe.com/'>" + TOLD + b"</x:xmpmeta>"
PROFILE = PROFILES["Display P3"]
VIDEO = b"\0\0\0\x18ftypmp42" + APPENDED * 50
BLOCK = b"Exif\0\0" + camera_block(6) + NOTES


def jpeg() -> bytes:
    """A motion photo: all segments that cameras write, a small picture within, and a video behind."""
    data = file_of(patches(), "JPEG", exif=BLOCK, icc_profile=PROFILE)
    small = encoded(two_colours(40, 20), "JPEG")
    more = segment(0xFE, COMMENT) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
    more += segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x20\x1c\2\x50\0\x0b" + PRESS)
    more += segment(0xE2, b"MPF\0" + INSIDE) + segment(0xE0, b"JFXX\0\x10" + small + INSIDE)
    return data[:2] + more + data[2:] + encoded(two_colours(), "JPEG") + VIDEO


def png() -> bytes:
    texts = PngInfo()
    texts.add_text("Comment", COMMENT.decode())
    texts.add_text("Location", PLACE.decode(), zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = file_of(patches(), "PNG", exif=BLOCK, icc_profile=PROFILE, pnginfo=texts)
    own = png_chunk(b"prVt", INSIDE) + png_chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(PRESS))
    return data[:33] + own + data[33:] + APPENDED


def webp() -> bytes:
    return file_of(patches(), "WEBP", exif=BLOCK, icc_profile=PROFILE, xmp=XMP) + APPENDED


def tiff() -> bytes:
    tags = {270: COMMENT.decode(), 305: CAMERA.decode(), 700: XMP, 33723: PRESS, 37724: INSIDE}
    second = Image.new("RGB", (8, 8))
    return (
        file_of(patches(), "TIFF", tiffinfo=tags, icc_profile=PROFILE, save_all=True, append_images=[second])
        + APPENDED
    )


def photo_of_a_phone() -> bytes:
    told = [colours(b"prof" + PROFILE)]
    return heic(columns=2, rows=2, tile=told, exif=BLOCK[6:], xmp=XMP) + VIDEO


@pytest.mark.parametrize("sample", [jpeg, png, webp, tiff, photo_of_a_phone])
def test_nothing_but_the_picture_is_kept(sample: Callable[[], bytes], tmp_path: Path) -> None:
    data = sample()
    assert sum(secret in data for secret in SECRETS) >= 4
    photo = read_photo_now(saved(tmp_path, "photo", data))
    for stored in (photo.jpeg, photo.thumbnail):
        assert [secret for secret in SECRETS if secret in stored] == []
        assert plain_size(stored) is not None


@pytest.mark.parametrize("sample", [jpeg, png, webp, tiff, photo_of_a_phone])
def test_the_parents_own_file_is_left_as_it_was(sample: Callable[[], bytes], tmp_path: Path) -> None:
    path = saved(tmp_path, "photo", sample())
    before = path.stat()
    read_photo_now(path)
    assert path.read_bytes() == sample()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_picture_is_stored_as_the_same_bytes_whatever_it_came_with(tmp_path: Path) -> None:
    plain = read_photo_now(saved(tmp_path, "plain", file_of(patches(), "PNG")))
    described = read_photo_now(
        saved(tmp_path, "described", file_of(patches(), "PNG", exif=b"Exif\0\0" + camera_block()))
    )
    assert plain.jpeg == described.jpeg
    assert plain.thumbnail == described.thumbnail
