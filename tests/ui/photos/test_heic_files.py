"""Of a HEIC file only plain picture tiles reach the decoder; all else is refused or dropped."""

import _pi_heif  # type: ignore[import-not-found]
import pytest

from guide.ui.photos.heif_file import Box
from guide.ui.photos.reading import checked_format, read_photo
from guide.ui.photos.refusals import Refused
from tests.ui.photos import heic_samples
from tests.ui.photos.colour_samples import PROFILES
from tests.ui.photos.heic_samples import heic


@pytest.mark.parametrize("kind", [b"av01", b"jpeg", b"unci", b"mski", b"iovl", b"iden"])
@pytest.mark.parametrize("columns", [1, 2])
def test_a_heic_file_whose_picture_is_of_another_kind_is_refused(kind: bytes, columns: int) -> None:
    data = heic(kind=kind, columns=columns)
    with pytest.raises(Refused):
        read_photo(data, checked_format(data))


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("part", ["tile", "whole"])
def test_a_heic_file_that_demands_what_is_not_known_is_refused(part: str, columns: int) -> None:
    unknown = Box(b"cmpC", b"\0" * 8)
    whole, tile = ([unknown], []) if part == "whole" else ([], [unknown])
    data = heic(*whole, tile=tile, columns=columns)
    with pytest.raises(Refused):
        read_photo(data, checked_format(data))


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """All that the HEIC decoder is given from now on."""
    found: list[bytes] = []
    real = _pi_heif.load_file

    def noting(data: bytes, *how: object) -> object:
        found.append(data)
        return real(data, *how)

    monkeypatch.setattr("guide.ui.photos.heic.load_file", noting)
    return found


def test_the_heic_decoder_sees_nothing_of_the_file_but_tiles(given: list[bytes]) -> None:
    turned, profile = heic_samples.rotation(1), heic_samples.colours(b"prof" + PROFILES["sRGB"])
    data = heic(turned, tile=[profile], columns=2, exif=b"II*\0INSIDEMARKER", xmp=b"INSIDEMARKER")
    data += Box(b"uuid", b"INSIDEMARKER" * 20).whole
    read_photo(data, checked_format(data))
    assert len(given) == 2
    hidden = (b"INSIDEMARKER", b"irot", b"grid", b"Exif", b"acsp")
    assert not any(word in each for each in given for word in hidden)


def test_of_far_too_many_tiles_none_is_decoded(given: list[bytes]) -> None:
    data = heic(columns=120, rows=120, tile_size=(16, 16))
    with pytest.raises(Refused):
        read_photo(data, checked_format(data))
    assert given == []
