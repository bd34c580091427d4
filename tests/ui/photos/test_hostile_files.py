"""Bombs, files in disguise and broken files are refused in a sentence; honest giants are taken in."""

import os
import socket
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from guide.ui.photos.formats import jpeg_is_endless
from guide.ui.photos.importer import read_photo_now
from guide.ui.photos.reading import checked_format, read_photo
from guide.ui.photos.refusals import Reason, Refused, refusal
from tests.ui.photos.colour_samples import deep_tiff, file_of, patches, png_chunk
from tests.ui.photos.heic_samples import heic
from tests.ui.photos.reading_of import refused
from tests.ui.photos.samples import encoded, huge_png, lying_jpeg, phone_photo, saved, two_colours

SVG = b'<svg xmlns="http://www.w3.org/2000/svg">' + b'<use href="#a"/>' * 60 + b"</svg>"
DISGUISED = {
    "svg": SVG,
    "svg with a header": b'<?xml version="1.0"?>' + SVG,
    "svg after spaces": b" " * 50 + SVG,
    "svgz": b"\x1f\x8b\x08" + zlib.compress(SVG),
    "html": b"<!DOCTYPE html><img src=x>",
    "pdf": b"%PDF-1.7\n",
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n",
    "eps with a preview": b"\xc5\xd0\xd3\xc6" + b"\0" * 60,
    "fits": b"SIMPLE  =                    T",
    "ico": b"\0\0\1\0\1\0",
    "cur": b"\0\0\2\0\1\0",
    "icns": b"icns\0\0\1\0",
    "psd": b"8BPS\0\1",
    "gif": b"GIF89a\1\0\1\0",
    "bmp": b"BM" + b"\0" * 60,
    "xpm": b"/* XPM */ static char *a[] = {",
    "xbm": b"#define a_width 8\n#define a_height 8\n",
    "ppm": b"P6 9999 9999 255\n",
    "pbm": b"P4 9 9\n",
    "tga": b"\0\0\2" + b"\0" * 60,
    "mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
    "quicktime": b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
    "avif": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf",
    "avif by its second name": b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1",
    "jpeg 2000": b"\0\0\0\x0cjP  \r\n\x87\n",
    "jpeg xl": b"\xff\x0a" + b"\0" * 60,
    "avi": b"RIFF\0\0\0\0AVI LIST",
    "sound": b"RIFF\0\0\0\0WAVEfmt ",
    "exr": b"\x76\x2f\x31\x01",
    "elf": b"\x7fELF\2\1\1",
    "windows program": b"MZ\x90\0",
    "mac program": b"\xcf\xfa\xed\xfe",
    "script": b"#!/bin/sh\nrm -rf ~\n",
    "zip": b"PK\3\4",
    "sqlite": b"SQLite format 3\0",
    "big tiff": b"II+\0\x08\0\0\0",
    "words": b"dear diary\n" * 50,
    "zeros": b"\0" * 5_000,
    "only the start of a jpeg": b"\xff\xd8",
}


@pytest.mark.parametrize("data", DISGUISED.values(), ids=DISGUISED)
def test_what_is_no_photo_is_known_by_its_content(data: bytes) -> None:
    with pytest.raises(Refused) as why:
        checked_format(data)
    assert why.value.reason is Reason.NOT_A_PHOTO


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.heic", "photo.tif"])
def test_an_svg_in_disguise_is_refused_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    assert refused(saved(tmp_path, name, SVG)) == refusal(Reason.NOT_A_PHOTO, name)


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_is_read_whatever_it_is_called(image_format: str, tmp_path: Path) -> None:
    assert read_photo_now(saved(tmp_path, "virus.exe", file_of(patches(), image_format))).width == 256


def tiff_of(*tags: tuple[int, int, int, int]) -> bytes:
    table = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + table + b"\x08\0\0\0" + b"\0" * 500


SQUARE = ((256, 4, 1, 64), (257, 4, 1, 64), (258, 3, 1, 8), (259, 3, 1, 1))


@pytest.mark.parametrize(
    "tags",
    [
        [*SQUARE, (262, 3, 1, 32803)],
        [*SQUARE, (262, 3, 1, 34892)],
        [*SQUARE, (262, 3, 1, 2), (50706, 1, 4, 0x401)],
        [(254, 4, 1, 1), *SQUARE, (262, 3, 1, 2)],
    ],
    ids=["sensor values", "linear sensor values", "dng", "small preview first"],
)
def test_a_raw_file_is_not_taken_for_its_small_preview(tags: list[tuple[int, int, int, int]]) -> None:
    with pytest.raises(Refused) as why:
        checked_format(tiff_of(*tags))
    assert why.value.reason is Reason.RAW


def repeated_scans() -> bytes:
    data = file_of(patches(), "JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * 3_000 + data[-2:]


def tiles_of(columns: int, rows: int, edge: int) -> bytes:
    return heic(columns=columns, rows=rows, tile_size=(edge, edge))


def endless_text() -> bytes:
    data = encoded(two_colours(), "PNG")
    text = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 100_000_000))
    return data[:33] + text * 3 + data[33:]


BOMBS = {
    "png of 400 megapixels": (huge_png(20_000), Reason.TOO_MANY_PIXELS),
    "png of 249 megapixels": (huge_png(15_800), Reason.TOO_MANY_PIXELS),
    "jpeg of 4 gigapixels": (lying_jpeg(65_000), Reason.TOO_MANY_PIXELS),
    "jpeg of a few bytes that says 484 megapixels": (lying_jpeg(22_000), Reason.INCOMPLETE),
    "jpeg drawn 3,000 times": (repeated_scans(), Reason.DAMAGED),
    "tiff of 3.6 gigapixels": (
        tiff_of((256, 4, 1, 60_000), (257, 4, 1, 60_000), *SQUARE[2:], (262, 3, 1, 1), (273, 4, 1, 200)),
        Reason.TOO_MANY_PIXELS,
    ),
    "tiff whose tables go in a circle": (tiff_of(*SQUARE, (262, 3, 1, 1)), Reason.DAMAGED),
    "heic of one tile of 85 megapixels": (heic(size=(9_216, 9_216)), Reason.TOO_MANY_PIXELS),
    "heic of 4 gigapixels": (heic(size=(65_000, 65_000)), Reason.TOO_MANY_PIXELS),
    "heic of more pixels than numbers": (heic(size=(2**32 - 1, 2**32 - 1)), Reason.TOO_MANY_PIXELS),
    "heic of one tile that says 60 megapixels": (heic(size=(8_000, 7_500)), Reason.DAMAGED),
    "heic of odd tiles that must stay large": (tiles_of(15, 15, 999), Reason.TOO_MANY_PIXELS),
    "heic of too many tiles": (tiles_of(120, 120, 16), Reason.DAMAGED),
    "heic whose tiles are not what they say": (tiles_of(4, 4, 1_024), Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "reason"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused(data: bytes, reason: Reason, tmp_path: Path) -> None:
    assert len(data) < 2_000_000
    assert refused(saved(tmp_path, "a.jpg", data), limit_ms=3_000) == refusal(reason, "a.jpg")


def test_endless_text_in_a_photo_is_not_read(tmp_path: Path) -> None:
    assert read_photo_now(saved(tmp_path, "a.png", endless_text()), limit_ms=3_000).width == 400


@pytest.mark.parametrize("image_format", ["WEBP", "PNG"])
def test_of_ten_thousand_moving_pictures_the_first_is_taken(image_format: str, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (16, 16), (number % 256, number // 256, 0)) for number in range(2_000)]
    data = file_of(frames[0], image_format, save_all=True, append_images=frames[1:])
    assert read_photo_now(saved(tmp_path, "a", data), limit_ms=3_000).width == 16


def test_a_jpeg_in_ordinary_steps_is_not_endless() -> None:
    assert not jpeg_is_endless(file_of(patches(), "JPEG", progressive=True))


@pytest.mark.parametrize(
    ("width", "height"), [(8_064, 6_048), (12_000, 9_000), (16_320, 12_240), (20_000, 3_000)]
)
def test_an_honest_giant_is_taken_in(width: int, height: int, tmp_path: Path) -> None:
    photo = read_photo_now(saved(tmp_path, "a.jpg", encoded(two_colours(width, height), "JPEG")))
    assert (photo.width, photo.height) == (1_600, round(1_600 * height / width))


def test_a_heic_photo_of_200_megapixels_is_taken_in(tmp_path: Path) -> None:
    photo = read_photo_now(saved(tmp_path, "a.heic", heic(columns=32, rows=24, size=(16_320, 12_240))))
    assert (photo.width, photo.height) == (1_600, 1_200)


@pytest.mark.parametrize("percent", range(1, 100, 7))
@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF", "HEIC"])
def test_a_photo_of_which_a_part_is_missing_is_refused(image_format: str, percent: int) -> None:
    noisy = Image.merge("RGB", [Image.effect_noise((160, 120), 60)] * 3)
    data = heic(columns=2) if image_format == "HEIC" else file_of(noisy, image_format)
    with pytest.raises(Refused):
        short = data[: len(data) * percent // 100]
        read_photo(short, checked_format(short))


def test_a_jpeg_with_a_hole_that_ends_as_it_should_is_refused(tmp_path: Path) -> None:
    noisy = file_of(Image.merge("RGB", [Image.effect_noise((400, 300), 60)] * 3), "JPEG")
    holed = noisy[: len(noisy) // 2] + noisy[-2:]
    assert refused(saved(tmp_path, "a.jpg", holed)) == refusal(Reason.INCOMPLETE, "a.jpg")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with names here")
def test_what_is_no_ordinary_file_is_refused_without_waiting(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.jpg"))
        assert refused(tmp_path / "s.jpg", limit_ms=3_000)
    for device in ("/dev/zero", "/dev/tty", "/dev/full", "/proc/self/environ"):
        if Path(device).exists():
            assert refused(Path(device), limit_ms=3_000)


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize("name", ["a\nb.jpg", "\u202egpj.exe", "-m", "é ü.jpg", "%s{0}.jpg", "x" * 250])
def test_a_strange_name_is_no_obstacle(name: str, tmp_path: Path) -> None:
    assert read_photo_now(saved(tmp_path, name, phone_photo())).width == 400


def test_sixteen_bits_of_everything_are_no_bomb(tmp_path: Path) -> None:
    assert read_photo_now(saved(tmp_path, "a.tif", deep_tiff(patches()))).width == 256
