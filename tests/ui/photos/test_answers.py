"""The window believes the child process only what the bytes of its answer prove."""

import json

import pytest

from guide.ui.photos.answer import photo_from_answer
from guide.ui.photos.plain_jpeg import plain_size
from guide.ui.photos.refusals import Reason, Refused
from tests.ui.photos.colour_samples import file_of, patches
from tests.ui.photos.samples import APPENDED, COMMENT, encoded, exif, segment, two_colours

JPEG = encoded(two_colours(400, 200), "JPEG")
SMALL = encoded(two_colours(320, 160), "JPEG")


def answer(jpeg: bytes = JPEG, thumbnail: bytes = SMALL, **head: object) -> bytes:
    said = {"ok": True, "taken": None, "jpeg_size": len(jpeg), "thumb_size": len(thumbnail)} | head
    return json.dumps(said).encode() + b"\n" + jpeg + thumbnail


def why_not(data: bytes) -> Reason:
    with pytest.raises(Refused) as refused:
        photo_from_answer(data)
    return refused.value.reason


def test_a_plain_photo_is_believed() -> None:
    photo = photo_from_answer(answer(taken="2026-11-03T19:12:05"))
    assert (photo.jpeg, photo.thumbnail, photo.width, photo.height) == (JPEG, SMALL, 400, 200)
    assert photo.taken is not None


@pytest.mark.parametrize(
    "more",
    [
        segment(0xFE, COMMENT),
        exif(),
        segment(0xE2, b"ICC_PROFILE\0\1\1" + b"x" * 200),
        segment(0xED, b"Photoshop 3.0\0"),
        segment(0xE0, b"JFXX\0\x10"),
        segment(0xEF, b""),
        segment(0xC4, b"\0" * 3_000),
        JPEG,
        b"\xff",
    ],
)
def test_a_photo_with_room_for_anything_else_is_not_believed(more: bytes) -> None:
    for told in (JPEG[:2] + more + JPEG[2:], JPEG[:-2] + more + JPEG[-2:], JPEG + more):
        assert plain_size(told) is None
        assert why_not(answer(told)) is Reason.STOPPED
        assert why_not(answer(thumbnail=told)) is Reason.STOPPED


def test_a_jpeg_whose_header_holds_a_small_picture_is_not_plain() -> None:
    at = JPEG.index(b"JFIF")
    header = JPEG[at - 2 : at + 12] + b"\1\1" + b"xyz"
    told = JPEG[: at - 2] + (len(header) - 2 + 2).to_bytes(2, "big") + header[2:] + JPEG[at + 14 :]
    assert plain_size(told) is None


def test_a_stepwise_jpeg_is_plain_too() -> None:
    assert plain_size(file_of(patches(), "JPEG", progressive=True)) == patches().size


@pytest.mark.parametrize("place", range(0, 700, 7))
def test_a_plain_jpeg_that_was_altered_gives_a_size_or_nothing(place: int) -> None:
    for value in (0, 0xC0, 0xDA, 0xE1, 0xFE, 0xFF):
        told = bytearray(JPEG)
        told[place] = value
        size = plain_size(bytes(told))
        assert size is None or len(size) == 2
    assert plain_size(JPEG[:place]) is None


def test_a_photo_larger_than_agreed_is_not_believed() -> None:
    assert why_not(answer(encoded(two_colours(1700, 10), "JPEG"))) is Reason.STOPPED
    assert why_not(answer(thumbnail=encoded(two_colours(330, 10), "JPEG"))) is Reason.STOPPED


@pytest.mark.parametrize("taken", [7, "soon", "2026-11-03T19:12:05+02:00", ["2026"]])
def test_a_strange_date_is_not_believed(taken: object) -> None:
    assert why_not(answer(taken=taken)) is Reason.STOPPED


@pytest.mark.parametrize("size", [0, -1, True, "9", None, 10**30, len(JPEG) - 1])
def test_strange_sizes_are_not_believed(size: object) -> None:
    assert why_not(answer(jpeg_size=size)) is Reason.STOPPED


def test_an_answer_longer_than_announced_is_not_believed() -> None:
    assert why_not(answer() + APPENDED) is Reason.STOPPED


@pytest.mark.parametrize("head", [b"", b"[]", b"{", b'{"ok": false}', b'{"ok": 1}', b"[" * 900, b"x" * 2_000])
def test_nonsense_is_a_child_that_stopped(head: bytes) -> None:
    assert why_not(head + b"\n" + JPEG) is Reason.STOPPED


def test_a_refusal_is_passed_on() -> None:
    assert why_not(b'{"ok": false, "reason": "raw"}\n') is Reason.RAW
