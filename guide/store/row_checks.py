"""Whether every row of the other diary is one that this program could have written."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from guide.domain.changes import Kind
from guide.store.journal import row_from
from guide.store.sql import merge
from guide.store.sql.tables import COLUMNS
from guide.store.things import thing_from
from guide.store.values import moment_from
from guide.store.version import Version

_LONGEST_ID = 64
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


def check_rows(rows: Callable[[str], Iterator[tuple[Any, ...]]]) -> None:
    """ValueError and its like where one is not; ``rows`` gives what a statement finds."""
    for kind in Kind:
        for values in rows(merge.ALL_ROWS[kind]):
            _check_row(kind, dict(zip(COLUMNS[kind], values, strict=True)))
    for values in rows(merge.WHOLE_CHANGES):
        _check_change(*values)
    for kind, row_id, version, content, found_by, settled_by in rows(merge.CONFLICTS):
        row = row_from(content)
        _check_row(Kind(kind), row)
        _demand((row["id"], Version(Kind(kind), row).name) == (row_id, version))
        _demand(len(found_by) <= _LONGEST_ID and len(settled_by or "") <= _LONGEST_ID)


def _check_row(kind: Kind, row: dict[str, Any]) -> None:
    thing_from(kind, row)
    _demand(0 < len(row["id"]) <= _LONGEST_ID)
    times = [row["created_utc"], row["changed_utc"]] + [row["deleted_utc"]] * (row["deleted_utc"] is not None)
    _demand(all(_UTC.fullmatch(each) for each in times))


def _check_change(
    change_id: str, action_id: str, device: str, at: str, zone: str, utc: str, kind: str, row_id: str,
    before: str | None, after: str, undoes: str | None, verb: str,
) -> None:  # fmt: skip
    moment_from(at, zone)
    _demand(_UTC.fullmatch(utc) is not None)
    for text in (before, after):
        if text is not None:
            row = row_from(text)
            _check_row(Kind(kind), row)
            _demand(row["id"] == row_id and set(row) == set(COLUMNS[kind]))
    _demand(all(len(each) <= _LONGEST_ID for each in (change_id, action_id, device, undoes or "")))


def _demand(sound: bool) -> None:
    if not sound:
        raise ValueError("not as this program writes it")
