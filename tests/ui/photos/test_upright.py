"""However a camera was held, and in whatever format it says so, the photo is kept upright."""

import math

import pi_heif  # type: ignore[import-untyped]
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

from guide.ui.photos.heif_file import Box
from guide.ui.photos.reading import checked_format, read_photo
from tests.ui.photos import heic_samples
from tests.ui.photos.colour_samples import SEEN, file_of, patches, worst_difference
from tests.ui.photos.samples import camera_block

FORMATS = ["JPEG", "PNG", "WEBP", "TIFF"]

# How the upright picture is changed to lie in the file as each number says.
LYING = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def stored(data: bytes) -> QImage:
    return read_photo(data, checked_format(data))[0]


def lying(orientation: int, image_format: str) -> bytes:
    picture = patches().transpose(LYING[orientation]) if orientation in LYING else patches()
    return file_of(picture, image_format, exif=b"Exif\0\0" + camera_block(orientation))


@pytest.mark.parametrize("image_format", FORMATS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_kept_upright(orientation: int, image_format: str) -> None:
    image = stored(lying(orientation, image_format))
    assert (image.width(), image.height()) == patches().size
    assert worst_difference(image, SEEN) < 2


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_a_way_up_that_does_not_exist_is_upright(orientation: int) -> None:
    data = file_of(patches(), "JPEG", exif=b"Exif\0\0" + camera_block(orientation))
    assert worst_difference(stored(data), SEEN) < 2


TURNS: list[tuple[list[Box], QTransform]] = [
    ([], QTransform()),
    ([heic_samples.rotation(1)], QTransform().rotate(-90)),
    ([heic_samples.rotation(2)], QTransform().rotate(180)),
    ([heic_samples.rotation(3)], QTransform().rotate(90)),
    ([heic_samples.mirror(0)], QTransform().scale(1, -1)),
    ([heic_samples.mirror(1)], QTransform().scale(-1, 1)),
    ([heic_samples.rotation(1), heic_samples.mirror(1)], QTransform().scale(-1, 1).rotate(-90)),
    ([heic_samples.rotation(3), heic_samples.mirror(1)], QTransform().scale(-1, 1).rotate(90)),
]


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("properties", "turn"), TURNS)
def test_a_heic_photo_is_turned_by_its_own_properties(
    properties: list[Box], turn: QTransform, columns: int
) -> None:
    flat = stored(heic_samples.heic(columns=columns))
    turned = stored(heic_samples.heic(*properties, columns=columns))
    expected = flat.transformed(turn)
    assert turned.size() == expected.size()
    assert turned == expected.convertToFormat(turned.format())


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("properties", "turn"), TURNS)
def test_a_heic_photo_is_turned_as_its_library_turns_it(
    properties: list[Box], turn: QTransform, columns: int
) -> None:
    data = heic_samples.heic(*properties, columns=columns)
    theirs = pi_heif.open_heif(data).to_pillow().convert("RGB")
    ours = stored(data).convertToFormat(QImage.Format.Format_RGB888)
    assert theirs.size == (ours.width(), ours.height())
    seen = ours.scaled(8, 8, Qt.AspectRatioMode.IgnoreAspectRatio)
    for x, y in ((1, 1), (6, 1), (1, 6), (6, 6)):
        place = (x * theirs.width // 8 + theirs.width // 16, y * theirs.height // 8 + theirs.height // 16)
        colour = theirs.getpixel(place)
        assert isinstance(colour, tuple)
        got = seen.pixelColor(x, y)
        assert math.dist(colour, (got.red(), got.green(), got.blue())) < 12


def test_what_a_heic_photos_exif_says_of_its_way_up_has_been_done_already() -> None:
    assert stored(heic_samples.heic(exif=camera_block(6))) == stored(heic_samples.heic())


def test_a_heic_photo_is_cut_as_it_says() -> None:
    quarter = b"".join(value.to_bytes(4, "big") for value in (256, 1, 256, 1, 2**32 - 128, 1, 2**32 - 128, 1))
    image = stored(heic_samples.heic(Box(b"clap", quarter)))
    assert (image.width(), image.height()) == (256, 256)
    assert image == stored(heic_samples.heic()).copy(0, 0, 256, 256)


def test_the_last_tiles_of_a_grid_are_cut_off_where_the_picture_ends() -> None:
    image = stored(heic_samples.heic(columns=3, rows=2, size=(1300, 700)))
    assert (image.width(), image.height()) == (1300, 700)
