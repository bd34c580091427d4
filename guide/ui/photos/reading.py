"""A photo of any format we take, from its bytes to clean pixels; only ever done in the child process."""

from PySide6.QtGui import QImage

from guide.ui.photos.camera_data import CameraData, camera_data, read_exif
from guide.ui.photos.formats import HEIC, JPEG, TIFF, format_of, is_raw, jpeg_is_endless, jpeg_is_whole
from guide.ui.photos.pixels import LONG_EDGE, load_reader, read_picture, rebuilt
from guide.ui.photos.refusals import Reason, Refused


def checked_format(data: bytes) -> str:
    """By the first bytes, before anything is decoded."""
    if not data:
        raise Refused(Reason.EMPTY)
    image_format = format_of(data)
    if image_format is None:
        raise Refused(Reason.NOT_A_PHOTO)
    if image_format == TIFF and is_raw(data):
        raise Refused(Reason.RAW)
    if image_format == JPEG and jpeg_is_endless(data):
        raise Refused(Reason.DAMAGED)
    # Qt takes a JPEG that was cut short for whole and leaves the rest grey.
    if image_format == JPEG and not jpeg_is_whole(data):
        raise Refused(Reason.INCOMPLETE)
    return image_format


def prepare(image_format: str) -> None:
    """Open all that reading this format and writing the result will need."""
    load_reader(JPEG)
    if image_format == HEIC:
        # Costs time and memory that the other formats need not pay.
        import guide.ui.photos.heic  # noqa: F401
    else:
        load_reader(image_format)


def read_photo(data: bytes, image_format: str) -> tuple[QImage, CameraData]:
    if image_format == HEIC:
        from guide.ui.photos.heic import read_heic

        image, exif = read_heic(data, LONG_EDGE)
        return rebuilt(image), read_exif(exif)
    camera = camera_data(data, image_format)
    return read_picture(data, image_format, camera), camera
