"""What the child process answers, believed by the window only as far as its bytes prove it."""

import json
from datetime import datetime
from typing import Any

from guide.domain.diary import NewPhoto
from guide.ui.photos.pixels import LONG_EDGE, THUMBNAIL_EDGE
from guide.ui.photos.plain_jpeg import plain_size
from guide.ui.photos.refusals import Reason, Refused

MOST_ANSWER = 32_000_000

_MOST_HEAD = 1_000


def photo_from_answer(answer: bytes) -> NewPhoto:
    line, _, body = answer.partition(b"\n")
    head = _head_of(line)
    if head.get("ok") is not True:
        raise Refused(_reason_of(head))
    try:
        jpeg, thumbnail = body[: head["jpeg_size"]], body[head["jpeg_size"] :]
        if len(thumbnail) != head["thumb_size"]:
            raise ValueError("the photo's bytes are not as long as announced")
        width, height = _proved(jpeg, LONG_EDGE)
        _proved(thumbnail, THUMBNAIL_EDGE)
        return NewPhoto(jpeg, thumbnail, width, height, _clock_time(head["taken"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(Reason.STOPPED) from error


def _head_of(line: bytes) -> dict[str, Any]:
    try:
        head = json.loads(line) if len(line) <= _MOST_HEAD else None
    except (ValueError, RecursionError):
        head = None
    return head if isinstance(head, dict) else {}


def _reason_of(head: dict[str, Any]) -> Reason:
    try:
        return Reason(str(head.get("reason")))
    except ValueError:
        return Reason.STOPPED


def _proved(jpeg: bytes, edge: int) -> tuple[int, int]:
    """Its size, if it is a picture and nothing else: no place, no camera, no comment, nothing appended."""
    size = plain_size(jpeg)
    if size is None or min(size) < 1 or max(size) > edge:
        raise ValueError("not a plain picture of the agreed size")
    return size


def _clock_time(taken: str | None) -> datetime | None:
    time = datetime.fromisoformat(taken) if taken is not None else None
    if time is not None and time.tzinfo is not None:
        raise ValueError("a camera's clock knows no zone")
    return time
