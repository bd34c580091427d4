"""Colours are medical here: however a file writes them, what is stored shows the same in sRGB."""

import io
import math
from collections.abc import Sequence

import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColorSpace, QImage

from guide.ui.photos.reading import checked_format, read_photo
from guide.ui.photos.refusals import Reason, Refused
from tests.ui.photos import heic_samples
from tests.ui.photos.colour_samples import (
    PROFILES,
    SEEN,
    Colour,
    deep_png,
    deep_tiff,
    file_of,
    in_profile,
    ink_profile,
    patches,
    worst_difference,
)
from tests.ui.photos.samples import exif, segment

UNSEEN = 1.5
"""A difference no eye sees; a profile that is not heeded makes one of 6 to 40."""

GREYS: list[Colour] = [
    (luma,) * 3 for luma in patches().convert("L").resize((4, 2), Image.Resampling.NEAREST).tobytes()
]


def stored(data: bytes) -> QImage:
    return read_photo(data, checked_format(data))[0]


def difference(data: bytes, expected: Sequence[Colour] = SEEN) -> float:
    return worst_difference(stored(data), expected)


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_heeded(name: str, image_format: str) -> None:
    written = in_profile(patches(), PROFILES[name])
    assert difference(file_of(written, image_format, icc_profile=PROFILES[name])) < UNSEEN


def test_the_test_would_see_a_profile_that_is_not_heeded() -> None:
    for name in ("Display P3", "Adobe RGB", "ProPhoto"):
        assert difference(file_of(in_profile(patches(), PROFILES[name]), "PNG", icc_profile=None)) > 4


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_without_a_profile_colours_are_srgb(image_format: str) -> None:
    assert difference(file_of(patches(), image_format)) < UNSEEN


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "TIFF"])
def test_grey_stays_grey(image_format: str) -> None:
    assert difference(file_of(patches().convert("L"), image_format), GREYS) < UNSEEN


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "TIFF"])
def test_a_grey_pictures_own_curve_is_heeded(image_format: str) -> None:
    white, curve = QPointF(0.3127, 0.3290), QColorSpace.TransferFunction.Gamma
    profile = bytes(QColorSpace(white, curve, 1.8).iccProfile().data())
    expected = [(srgb_of(luma),) * 3 for luma, *_ in GREYS]
    assert difference(file_of(patches().convert("L"), image_format, icc_profile=profile), expected) < UNSEEN


def srgb_of(value: int) -> int:
    light = math.pow(value / 255, 1.8)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * math.pow(light, 1 / 2.4) - 0.055))


@pytest.mark.parametrize("profile", ["", "Display P3"])
def test_sixteen_bits_are_read(profile: str) -> None:
    icc = PROFILES.get(profile, b"")
    written = in_profile(patches(), icc) if icc else patches()
    assert difference(deep_png(written, icc)) < UNSEEN
    assert difference(deep_tiff(written, icc)) < UNSEEN


def test_sixteen_bits_of_grey_are_read() -> None:
    assert difference(deep_png(patches().convert("L")), GREYS) < UNSEEN
    assert difference(deep_tiff(patches().convert("L")), GREYS) < UNSEEN


@pytest.mark.parametrize("image_format", ["PNG", "TIFF"])
@pytest.mark.parametrize("profile", ["", "Adobe RGB"])
def test_a_palettes_colours_are_right(image_format: str, profile: str) -> None:
    icc = PROFILES.get(profile)
    written = in_profile(patches(), icc) if icc else patches()
    few = written.convert("P", palette=Image.Palette.ADAPTIVE, colors=16)
    assert difference(file_of(few, image_format, icc_profile=icc)) < UNSEEN


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "TIFF"])
def test_what_can_be_seen_through_lies_on_white(image_format: str) -> None:
    picture = in_profile(patches(), PROFILES["Display P3"]).convert("RGBA")
    assert difference(file_of(picture, image_format, icc_profile=PROFILES["Display P3"])) < UNSEEN
    picture = patches().convert("RGBA")
    picture.putalpha(128)
    half = [tuple(round(value * 128 / 255 + 127) for value in colour) for colour in SEEN]
    assert difference(file_of(picture, image_format), half) < UNSEEN


@pytest.mark.parametrize("image_format", ["JPEG", "TIFF"])
def test_printing_inks_are_read_by_their_profile(image_format: str) -> None:
    # Full inks or none: between the points of a profile's table every library goes its own way.
    inks = [(0, 0, 0, 0), (0, 0, 255, 0), (255, 0, 0, 0), (255, 0, 255, 0)]
    inks += [(0, 255, 0, 0), (0, 0, 0, 255), (255, 0, 0, 255), (0, 0, 255, 255)]
    written, profile = patches(inks, "CMYK"), ink_profile()
    printed = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    shown = ImageCms.profileToProfile(
        written, printed, ImageCms.createProfile("sRGB"), outputMode="RGB", renderingIntent=intent
    )
    assert shown is not None
    bytes_shown = shown.resize((4, 2), Image.Resampling.NEAREST).tobytes()
    expected = [tuple(bytes_shown[place : place + 3]) for place in range(0, 24, 3)]
    assert difference(file_of(written, image_format, icc_profile=profile), expected) < 2


def test_a_camera_that_says_adobe_rgb_only_in_its_exif_is_believed() -> None:
    data = file_of(in_profile(patches(), PROFILES["Adobe RGB"]), "JPEG", icc_profile=None)
    assert difference(data[:2] + segment(0xE1, b"Exif\0\0" + adobe_exif()) + data[2:]) < UNSEEN
    assert difference(data[:2] + exif() + data[2:]) > 4


def adobe_exif() -> bytes:
    """Three tables: the first leads to the second, that to the third, and there stands R03."""
    entry = b"\1\0"
    first = entry + b"\x69\x87\4\0\1\0\0\0\x1a\0\0\0" + b"\0" * 4
    second = entry + b"\x05\xa0\4\0\1\0\0\0\x2c\0\0\0" + b"\0" * 4
    third = entry + b"\1\0\2\0\4\0\0\0R03\0" + b"\0" * 4
    return b"II*\0\x08\0\0\0" + first + second + third


@pytest.mark.parametrize("broken", [b"", b"x" * 500, PROFILES["Display P3"][:200]])
def test_a_broken_profile_does_not_cost_the_photo(broken: bytes) -> None:
    for image_format in ("JPEG", "PNG", "WEBP"):
        assert difference(file_of(patches(), image_format, icc_profile=broken)) < UNSEEN


def test_a_tiff_in_colours_that_cannot_be_read_truly_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        stored(file_of(Image.new("LAB", (40, 40)), "TIFF"))
    assert refused.value.reason is Reason.RAW


def heic_in(told: bytes) -> bytes:
    return heic_samples.heic(tile=[heic_samples.colours(told)])


@pytest.mark.parametrize("name", PROFILES)
def test_a_heic_photos_profile_is_heeded(name: str) -> None:
    source = ImageCms.ImageCmsProfile(io.BytesIO(PROFILES[name]))
    shown = ImageCms.profileToProfile(
        patches(),
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    assert shown is not None
    values = shown.resize((4, 2), Image.Resampling.NEAREST).tobytes()
    expected = [tuple(values[place : place + 3]) for place in range(0, 24, 3)]
    assert difference(heic_in(b"prof" + PROFILES[name]), expected) < 2


def test_a_heic_photos_colour_codes_are_heeded() -> None:
    assert difference(heic_in(heic_samples.NCLX_SRGB)) < UNSEEN
    p3 = heic_in(b"nclx\0\x0c\0\x0d\0\x06\x80")
    assert worst_difference(stored(p3), SEEN) > 4
    assert stored(p3) == stored(
        heic_samples.heic(heic_samples.colours(b"nclx\0\x0c\0\x0d\0\x06\x80"), tile=[])
    )


@pytest.mark.parametrize("curve", [16, 18])
def test_colours_that_depend_on_the_screen_are_refused(curve: int) -> None:
    with pytest.raises(Refused) as refused:
        stored(heic_in(bytes((*b"nclx", 0, 9, 0, curve, 0, 9, 0x80))))
    assert refused.value.reason is Reason.HDR
