"""A check on its way is kept for each child, until it is forgotten."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Moment
from guide.errors import GuideError
from guide.store.connection import run
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from tests.store.families import MIA, check_draft, moment
from tests.store.test_round_trips import TEXTS, reopened

DRAFT = check_draft()


def test_a_draft_comes_back_after_closing(store: DiaryStore, folder: Path) -> None:
    store.keep_check_draft(DRAFT)
    with reopened(store, folder) as store:
        assert store.check_draft(MIA.id) == DRAFT


def test_each_child_has_its_own_draft_and_so_has_no_child(store: DiaryStore) -> None:
    nobodys = replace(DRAFT, child_id="", kept=Moment(datetime(2026, 11, 22, 3, tzinfo=UTC), "UTC"))
    store.keep_check_draft(DRAFT)
    store.keep_check_draft(nobodys)
    assert (store.check_draft(MIA.id), store.check_draft("")) == (DRAFT, nobodys)
    assert store.check_draft("another") is None


def test_a_draft_kept_again_takes_the_place_of_the_one_before(store: DiaryStore) -> None:
    later = CheckDraft(MIA.id, moment(22), {"signs": {}})
    store.keep_check_draft(DRAFT)
    store.keep_check_draft(later)
    assert store.check_draft(MIA.id) == later


def test_a_draft_that_is_forgotten_is_gone_and_the_others_stay(store: DiaryStore) -> None:
    store.keep_check_draft(DRAFT)
    store.keep_check_draft(replace(DRAFT, child_id=""))
    store.forget_check_draft(MIA.id)
    store.forget_check_draft(MIA.id)
    assert store.check_draft(MIA.id) is None
    assert store.check_draft("") is not None


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_of_every_kind_comes_back_in_a_draft(store: DiaryStore, text: str) -> None:
    store.keep_check_draft(replace(DRAFT, content={"text": text, text: [text]}))
    draft = store.check_draft(MIA.id)
    assert draft is not None
    assert draft.content == {"text": text, text: [text]}


def nested(depth: int) -> list[object]:
    inside: list[object] = []
    for _ in range(depth):
        inside = [inside]
    return inside


@pytest.mark.parametrize("value", [float("nan"), nested(20_000)], ids=["no number", "nested"])
def test_what_no_file_can_hold_is_refused_and_the_draft_before_stays(
    store: DiaryStore, value: object
) -> None:
    store.keep_check_draft(DRAFT)
    with pytest.raises(GuideError):
        store.keep_check_draft(replace(DRAFT, content={"temperature_c": value}))
    assert store.check_draft(MIA.id) == DRAFT


def test_a_damaged_draft_is_said_in_words(store: DiaryStore, folder: Path) -> None:
    store.keep_check_draft(DRAFT)
    store.close()
    database = open_database(folder / FILE_NAME)
    run(database.connection, "UPDATE check_drafts SET content = '[]'")
    database.close()
    with DiaryStore.open(folder) as store, pytest.raises(GuideError, match="cannot be read"):
        store.check_draft(MIA.id)
