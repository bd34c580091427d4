"""Numbers as a parent types them; ValueError where it is not one that could be meant."""

from guide.ui.wording import number_typed

MOST_COUNTED = 999
MOST_MILLIMETRES = 500
# What a thermometer can show, to catch a slipped key or the other unit; it says nothing about the child.
THERMOMETER_C = (30.0, 45.0)


def count_typed(text: str) -> int | None:
    number = _number(text)
    if number is None:
        return None
    if number != int(number) or number > MOST_COUNTED:
        raise ValueError("not a count")
    return int(number)


def millimetres_typed(text: str) -> float | None:
    number = _number(text)
    if number is not None and not 0 < number <= MOST_MILLIMETRES:
        raise ValueError("not a size in millimetres")
    return number


def celsius_typed(text: str, unit: str) -> float | None:
    """``unit`` is the family's: "C" or "F"."""
    number = _number(text)
    if number is None:
        return None
    celsius = round((number - 32) * 5 / 9, 2) if unit == "F" else number
    if not THERMOMETER_C[0] <= celsius <= THERMOMETER_C[1]:
        raise ValueError("not a temperature a thermometer shows")
    return celsius


def _number(text: str) -> float | None:
    if not text.strip():
        return None
    number = number_typed(text)
    if number is None:
        raise ValueError("not a number")
    return number
