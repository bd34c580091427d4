"""The printed recovery code: six groups of letters and digits that say themselves which one is mistyped."""

import re
import secrets

from guide.errors import GuideError

# No two of these look alike in print or in handwriting: O and 0, I, L and 1, Z and 2, S and 5, B and 8, U and
# V are left out. Their number is prime, which is what lets the last sign of a group find every single wrong
# one and every two that changed places.
SIGNS = "ACDEFGHJKMNPQRTWXY34679"
GROUPS = 6
LENGTH = 6
_BETWEEN = re.compile(r"[\s\-‐‑‒–—−_.,:;/]+")
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")
_HELP = "Please compare it with the printed sheet; nothing was changed."


def new_code() -> str:
    """Thirty signs by chance, some 135 bits, and six that check them."""
    return "-".join(_with_check(_chance(), place) for place in range(GROUPS))


def read_code(typed: str) -> str:
    """The code as it was made, however it was typed; GuideError says which group is wrong."""
    groups = _groups(typed.upper())
    wrong = [place for place, group in enumerate(groups) if not _fits(group, place)]
    if wrong:
        raise GuideError(_said(wrong))
    return "-".join(groups)


def _groups(typed: str) -> list[str]:
    groups = [group for group in _BETWEEN.split(typed) if group]
    together = "".join(groups)
    if len(together) == GROUPS * LENGTH and any(len(group) != LENGTH for group in groups):
        return [together[start : start + LENGTH] for start in range(0, len(together), LENGTH)]
    if len(groups) != GROUPS:
        raise GuideError(
            f"The recovery code has {GROUPS} groups of {LENGTH} letters and digits; {len(together)} of"
            f" {GROUPS * LENGTH} signs were typed. {_HELP}"
        )
    return groups


def _chance() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH - 1))


def _with_check(signs: str, place: int) -> str:
    return next(signs + last for last in SIGNS if _fits(signs + last, place))


def _fits(group: str, place: int) -> bool:
    """The place counts as well, so that two groups typed in each other's place are found."""
    if len(group) != LENGTH or not set(group) <= set(SIGNS):
        return False
    total = sum(weight * SIGNS.index(sign) for weight, sign in enumerate(group, start=1))
    return total % len(SIGNS) == place + 1


def _said(wrong: list[int]) -> str:
    names = [_ORDER[place] for place in wrong]
    if len(names) == 1:
        return f"The {names[0]} group of the recovery code is wrong. {_HELP}"
    return f"The {', '.join(names[:-1])} and {names[-1]} group of the recovery code are wrong. {_HELP}"
