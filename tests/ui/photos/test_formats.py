"""What a photo file says of itself is read from its bytes, and believed only where it can be true."""

from datetime import UTC, datetime, timedelta

import pytest

from guide.ui.photos.formats import date_taken, format_of, jpeg_is_whole
from tests.ui.photos.samples import encoded, phone_photo, two_colours


@pytest.mark.parametrize("name", ["jpeg", "png", "webp", "tiff"])
def test_the_format_is_known_by_content(name: str) -> None:
    assert format_of(encoded(two_colours(), name)) == name


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='x'/>", b"%PDF-1.7", b"GIF89a", b"BM1234", b"\0\0\0\x18ftypisom"]
)
def test_anything_else_is_no_photo(data: bytes) -> None:
    assert format_of(data) is None


def test_an_iphone_photo_is_recognised() -> None:
    assert format_of(b"\0\0\0\x18ftypheic\0\0\0\0") == "heic"


def test_appended_data_does_not_make_a_jpeg_incomplete() -> None:
    assert jpeg_is_whole(phone_photo())


def test_a_thumbnails_end_mark_does_not_make_a_jpeg_whole() -> None:
    data = phone_photo()
    thumbnail = encoded(two_colours(40, 20), "JPEG")
    with_thumbnail = data[:2] + b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail + data[2:]
    assert jpeg_is_whole(with_thumbnail)
    assert not jpeg_is_whole(with_thumbnail[:-2000])


def test_the_date_taken_is_read() -> None:
    assert date_taken(phone_photo(taken="2026:11:03 19:12:05")) == datetime.fromisoformat(
        "2026-11-03T19:12:05"
    )


@pytest.mark.parametrize(
    "written",
    ["1970:01:01 00:00:00", "2026:13:40 10:00:00", "0000:00:00 00:00:00", "yesterday evening!!", ""],
)
def test_a_date_that_cannot_be_true_is_left_out(written: str) -> None:
    assert date_taken(phone_photo(taken=written)) is None


def test_a_date_in_the_future_is_left_out() -> None:
    later = datetime.now(UTC) + timedelta(days=3)
    assert date_taken(phone_photo(taken=f"{later:%Y:%m:%d %H:%M:%S}")) is None


def test_damaged_camera_data_gives_no_date_and_no_error() -> None:
    data = phone_photo()
    start = data.index(b"Exif")
    for place in range(start, start + 160):
        for value in (0, 0x7F, 0xFF):
            broken = bytearray(data)
            broken[place] = value
            date_taken(bytes(broken))
