"""What a photo file says of itself is read from its bytes, and believed only where it can be true."""

import pytest

from guide.ui.photos.formats import format_of, jpeg_is_whole
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
