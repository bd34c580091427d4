"""What the YAML parser complains of, in words for people who do not know the parser."""

import yaml

_GENERAL = "this line does not fit here; look at its indentation and quotation marks, and at the line above."
_QUOTE = "put quotation marks around the whole text."

# Pieces of the parser's own sentences, the C parser's and the Python one's, the more exact first.
_WORDS = (
    (
        "mapping values are not allowed",
        f"there is a second ':' on this line, or it is indented wrongly; {_QUOTE}",
    ),
    ("mapping keys are not allowed", f"there is a '?' or ':' that does not fit here; {_QUOTE}"),
    ("sequence entries are not allowed", f"there is a '- ' that does not fit here; {_QUOTE}"),
    (
        "could not find expected ':'",
        "a ':' is missing after the name on this line, or the line is not indented.",
    ),
    ("unknown escape character", "this '\\' is not understood; write '\\\\' or use single quotation marks."),
    ("invalid unicode character escape", "this '\\u…' stands for no character; write the character itself."),
    ("unexpected end of stream", "a quotation mark opens here and is never closed."),
    ("unexpected document indicator", "a quotation mark opens here and is never closed."),
    ("cannot start any token", f"a text cannot begin with this character; {_QUOTE}"),
    ("' or ']'", "a '[' opens here and is never closed with ']'."),
    ("' or '}'", f"a '{{' opens here and is never closed with '}}'; {_QUOTE}"),
    ("unknown directive", "lines that begin with '%' are not used here; delete this line."),
    ("alphabetic or numeric character", f"a text cannot begin with '*' or '&'; {_QUOTE}"),
)
# Where the beginning of the open piece helps more than the place where the parser gave up.
_AT_BEGINNING = (
    "unexpected end of stream",
    "unexpected document indicator",
    "' or ']'",
    "' or '}'",
    "expected ':'",
)


def plain_words(error: Exception) -> tuple[int, int, str]:
    """Line, column and sentence."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 1, 1, _GENERAL
    said = (error.problem or "").casefold()
    message = next((words for piece, words in _WORDS if piece in said), _GENERAL)
    mark = error.problem_mark
    if error.context_mark and any(piece in said for piece in _AT_BEGINNING):
        mark = error.context_mark
    return (mark.line + 1, mark.column + 1, message) if mark else (1, 1, message)
