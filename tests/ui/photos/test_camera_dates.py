"""The day a camera wrote is proposed where it can be true; nothing else of what it wrote is used."""

from datetime import UTC, datetime, timedelta

import pytest

from guide.ui.photos.camera_data import camera_data, read_exif
from guide.ui.photos.formats import format_of
from guide.ui.photos.reading import checked_format, read_photo
from tests.ui.photos.colour_samples import file_of, patches
from tests.ui.photos.heic_samples import heic
from tests.ui.photos.samples import camera_block

WRITTEN, TAKEN = "2026:11:03 19:12:05", datetime.fromisoformat("2026-11-03T19:12:05")


def photo(image_format: str, taken: str = WRITTEN) -> bytes:
    block = camera_block(taken=taken)
    if image_format == "HEIC":
        return heic(exif=block)
    return file_of(patches(), image_format, exif=b"Exif\0\0" + block)


def proposed(data: bytes) -> datetime | None:
    return read_photo(data, checked_format(data))[1].taken


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF", "HEIC"])
def test_the_date_taken_is_proposed(image_format: str) -> None:
    assert proposed(photo(image_format)) == TAKEN


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_without_a_date_proposes_none(image_format: str) -> None:
    assert proposed(file_of(patches(), image_format)) is None


@pytest.mark.parametrize(
    "written",
    [
        "1970:01:01 00:00:00",
        "2026:13:40 10:00:00",
        "2026:02:29 10:00:00",
        "0000:00:00 00:00:00",
        "    :  :     :  :  ",
        "2026-11-03 19:12:05",
        "yesterday evening!!",
        "",
    ],
)
@pytest.mark.parametrize("image_format", ["JPEG", "HEIC"])
def test_a_date_that_cannot_be_true_is_left_out(written: str, image_format: str) -> None:
    assert proposed(photo(image_format, written)) is None


def test_a_date_in_the_future_is_left_out() -> None:
    later = datetime.now(UTC) + timedelta(days=3)
    assert read_exif(camera_block(taken=f"{later:%Y:%m:%d %H:%M:%S}")).taken is None


def test_a_camera_in_a_zone_that_is_ahead_is_believed() -> None:
    ahead = datetime.now(UTC).replace(tzinfo=None, microsecond=0) + timedelta(hours=14)
    assert read_exif(camera_block(taken=f"{ahead:%Y:%m:%d %H:%M:%S}")).taken == ahead


def test_an_hour_that_the_clocks_skipped_is_proposed_as_it_was_written() -> None:
    skipped = "2026:03:29 02:30:00"
    assert read_exif(camera_block(taken=skipped)).taken == datetime.fromisoformat("2026-03-29T02:30:00")


def test_a_block_in_the_other_byte_order_is_read() -> None:
    assert read_exif(_motorola("2026:11:03 19:12:05")).taken == TAKEN


def _motorola(taken: str) -> bytes:
    date = taken.encode() + b"\0"
    first = b"\0\1\x87\x69\0\4\0\0\0\1\0\0\0\x1a" + b"\0" * 4
    return b"MM\0*\0\0\0\x08" + first + b"\0\1\x90\x03\0\2\0\0\0\x14\0\0\0\x2c" + b"\0" * 4 + date


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_damaged_camera_data_gives_no_error(image_format: str) -> None:
    data = photo(image_format)
    start = data.index(b"II*\0")
    for place in range(start, min(start + 160, len(data))):
        for value in (0, 0x7F, 0xFF):
            broken = bytearray(data)
            broken[place] = value
            camera_data(bytes(broken), format_of(data) or "")


def test_tables_that_lead_to_themselves_end() -> None:
    entry = b"\1\0\x69\x87\4\0\1\0\0\0\x08\0\0\0" + b"\0" * 4
    assert read_exif(b"II*\0\x08\0\0\0" + entry).taken is None
