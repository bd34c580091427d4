"""A refused photo is told in calm words, with its name plain and short."""

from guide.ui.photos.refusals import Reason, refusal, shown_name


def test_a_long_or_tricky_file_name_is_shown_short_and_plain() -> None:
    assert shown_name("a" * 300 + ".jpg") == "a" * 27 + "…" + "a" * 8 + ".jpg"
    assert "\u202e" not in shown_name("photo\u202egpj.exe")


def test_a_refusal_says_what_happened_what_was_kept_and_what_to_do() -> None:
    assert refusal(Reason.NOT_A_PHOTO, "notes.jpg") == (
        "“notes.jpg” is not a photo this program can read. "
        "Nothing was added. Please choose a JPEG, HEIC, PNG, WebP or TIFF picture."
    )
