"""Photos with mistakes in them, the same on each run, and what the child process makes of each."""

import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from PIL import Image

from guide.ui.photos import child
from guide.ui.photos.answer import photo_from_answer
from guide.ui.photos.reading import prepare
from guide.ui.photos.refusals import Refused
from tests.ui.photos.colour_samples import PROFILES, deep_png, deep_tiff, file_of, png_chunk
from tests.ui.photos.heic_samples import colours, heic, rotation
from tests.ui.photos.samples import camera_block

LIMIT_SECONDS = 10

_PROFILE, _BLOCK = PROFILES["Display P3"], b"Exif\0\0" + camera_block(6)
# Values at which counts, sizes and offsets go wrong.
_TRICKY = (0, 1, 0x7F, 0x80, 0xFE, 0xFF)


def originals(image_format: str) -> list[bytes]:
    noise = Image.merge("RGB", [Image.effect_noise((120, 80), 60)] * 3)
    whole = {"exif": _BLOCK, "icc_profile": _PROFILE}
    if image_format == "HEIC":
        told = [colours(b"prof" + _PROFILE)]
        return [heic(exif=_BLOCK[6:]), heic(rotation(1), columns=2, tile=told, exif=_BLOCK[6:])]
    found = [file_of(noise, image_format, **whole), file_of(noise.convert("L"), image_format)]
    if image_format == "JPEG":
        found += [file_of(noise, "JPEG", progressive=True), file_of(noise.convert("CMYK"), "JPEG")]
    if image_format == "PNG":
        found += [deep_png(noise, _PROFILE), file_of(noise.convert("P"), "PNG")]
    if image_format == "WEBP":
        found += [file_of(noise, "WEBP", lossless=False), file_of(noise.convert("RGBA"), "WEBP")]
    if image_format == "TIFF":
        found += [deep_tiff(noise, _PROFILE), file_of(noise, "TIFF", compression="tiff_lzw")]
    return found


def mutated(image_format: str, number: int, samples: list[bytes]) -> bytes:
    chance = random.Random(f"{image_format} {number}")
    data = bytearray(samples[number % len(samples)])
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        # More often near the start, where sizes and tables are.
        place = int(len(data) * chance.random() ** chance.choice((1, 3)))
        _spoil(data, min(place, len(data) - 1), chance)
    # Otherwise a PNG's checksums would turn nearly all away at the door.
    return _with_true_checksums(bytes(data)) if image_format == "PNG" and number % 3 else bytes(data)


def _with_true_checksums(png: bytes) -> bytes:
    place, parts = 8, [png[:8]]
    while place + 12 <= len(png):
        size = int.from_bytes(png[place : place + 4], "big")
        content = png[place + 8 : place + 8 + size]
        parts.append(png_chunk(png[place + 4 : place + 8], content))
        place += size + 12
    return b"".join(parts)


def _spoil(data: bytearray, place: int, chance: random.Random) -> None:
    kind = chance.randrange(6)
    if kind == 0:
        data[place] ^= 1 << chance.randrange(8)
    elif kind == 1:
        data[place] = chance.choice(_TRICKY)
    elif kind == 2:
        data[place : place + 4] = bytes(chance.choices(_TRICKY, k=len(data[place : place + 4])))
    elif kind == 3:
        data[place : place + chance.randrange(1, 40)] = b""
    elif kind == 4:
        data[place:place] = data[place : place + chance.randrange(1, 400)]
    else:
        del data[max(place, len(data) // 3) :]
    if not data:
        data.append(0)


def outcomes(image_format: str, numbers: range, folder: Path) -> Counter[str]:
    samples, seen = originals(image_format), Counter[str]()
    for number in numbers:
        path = folder / f"{image_format}-{number}"
        path.write_bytes(mutated(image_format, number, samples))
        seen[_outcome(path)] += 1
        path.unlink()
    return seen


def _outcome(path: Path) -> str:
    """A copy of this process reads it as the child does; starting one anew for each would take far longer."""
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os._exit(child.main(path))
    os.close(writing)
    answer = _all_of(reading, copy)
    os.close(reading)
    status = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    if status:
        return "hung" if status == -signal.SIGKILL else f"died {status}"
    try:
        photo_from_answer(answer)
    except Refused as refused:
        return refused.reason.value
    return "photo"


def _all_of(reading: int, copy: int) -> bytes:
    answer, end = b"", time.monotonic() + LIMIT_SECONDS
    while select.select([reading], [], [], max(0, end - time.monotonic()))[0]:
        part = os.read(reading, 1 << 20)
        if not part:
            return answer
        answer += part
    os.kill(copy, signal.SIGKILL)
    return b""


if __name__ == "__main__":
    name, first, last, place = sys.argv[1:]
    prepare(name.lower())
    found = outcomes(name, range(int(first), int(last)), Path(place))
    sys.stdout.write(json.dumps(found))
