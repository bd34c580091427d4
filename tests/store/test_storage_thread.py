"""One thread works with the file: in order, from whatever thread it is asked, and never after the end."""

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.store.storage_thread import IsWanted, StorageThread
from tests.store.families import BACK, MIA, fill, note


def test_saving_from_many_threads_at_once_keeps_everything(store: DiaryStore) -> None:
    fill(store)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: store.save_note(note(f"note of {number}")), range(40)))
    assert len(store.notes(BACK.id)) == 41
    assert store.count_notes(BACK.id) == 41


def test_all_jobs_are_done_by_one_thread_in_the_order_they_came() -> None:
    thread = StorageThread()
    done: list[tuple[int, str]] = []
    futures = [
        thread.submit(lambda n=number: done.append((n, threading.current_thread().name)))  # type: ignore[misc]
        for number in range(50)
    ]
    futures[-1].result(10)
    thread.stop()
    assert done == [(number, "diary") for number in range(50)]


def test_what_is_submitted_is_answered_later(store: DiaryStore) -> None:
    store.submit(DiaryStore.save_child, MIA)
    assert store.submit(DiaryStore.children).result(10) == [MIA]


def test_an_error_reaches_whoever_asked_and_the_thread_goes_on(store: DiaryStore) -> None:
    refused = store.submit(DiaryStore.save_child, replace(MIA, skin_tone=9))
    with pytest.raises(GuideError, match="still on screen"):
        refused.result(10)
    store.save_child(MIA)
    assert store.children() == [MIA]


def test_closing_finishes_what_was_asked_for_before(folder: Path) -> None:
    store = DiaryStore.open(folder)
    for number in range(20):
        store.submit(DiaryStore.save_child, replace(MIA, id=str(number)))
    store.close()
    with DiaryStore.open(folder) as store:
        assert len(store.children()) == 20


def test_after_closing_everything_says_that_the_diary_is_closed(folder: Path) -> None:
    store = DiaryStore.open(folder)
    store.close()
    with pytest.raises(GuideError, match="diary is closed"):
        store.save_child(MIA)
    with pytest.raises(GuideError, match="diary is closed"):
        store.submit(DiaryStore.children)


def test_a_thread_that_was_stopped_takes_no_job_that_nobody_would_do() -> None:
    thread = StorageThread()
    thread.stop()
    with pytest.raises(GuideError, match="diary is closed"):
        thread.submit(lambda: 7)


def test_a_diary_that_was_forgotten_does_not_stay_locked(folder: Path) -> None:
    store = DiaryStore.open(folder)
    store.save_child(MIA)
    thread = store.thread
    del store
    gc.collect()
    assert thread.stopped
    with DiaryStore.open(folder) as again:
        assert again.children() == [MIA]


def test_quiet_work_gives_way_to_whoever_asks_and_is_done_in_the_end() -> None:
    thread = StorageThread()
    begun, done = threading.Event(), threading.Event()
    turns: list[str] = []

    def work(is_wanted: IsWanted) -> bool:
        begun.set()
        while len(turns) < 1:
            if is_wanted():
                return False
        done.set()
        return True

    thread.when_quiet(work)
    assert begun.wait(10)
    thread.run(lambda: turns.append("asked"))
    assert done.wait(10)
    thread.stop()


def test_quiet_work_that_fails_stops_nothing() -> None:
    thread = StorageThread()
    failed = threading.Event()

    def work(is_wanted: IsWanted) -> bool:
        failed.set()
        raise RuntimeError

    thread.when_quiet(work)
    assert failed.wait(10)
    assert thread.run(lambda: 7) == 7
    thread.stop()
