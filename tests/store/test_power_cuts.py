"""When the power goes while a passphrase is set or changed, the diary is the old or the new one, whole."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.errors import GuideError
from tests.store.power_cuts import recorded
from tests.store.processes import can, python
from tests.store.rekey_kills import JOBS, NEW, OLD, found, prepare

FROM_THEN_ON = ("/keys.json", "/current")
needs_strace = pytest.mark.skipif(not can(["strace", "true"]), reason="needs strace")


def images(home: Path, job: str, honest: bool) -> Iterator[Path]:
    """Disks cut at moments chosen by chance: a few while the copy is filled, many while it is switched to."""
    chance = random.Random(7)
    prepare(home / "data", JOBS[job][0])
    late = job == "change"
    steps = recorded(home / "data", home / "calls", python("rekey_job", job, home / "data"), honest)
    for number, disk in enumerate(steps):
        # Once a name of ours is new, key files are written, folders switched or cleared.
        late = late or any(each.path.endswith(FROM_THEN_ON) for each in disk.names_since)
        for again in range(3 if late else int(chance.random() < 0.05)):
            image = home / f"image-{number}-{again}"
            disk.lay_out(image, chance)
            yield image


def found_after_cuts(home: Path, job: str, honest: bool = True) -> list[dict[str, object]]:
    return [look(image) for image in images(home, job, honest)]


def look(image: Path) -> dict[str, object]:
    try:
        return found(image)
    except GuideError as error:
        return {"opens with": str(error)}
    finally:
        shutil.rmtree(image)


@needs_strace
@pytest.mark.parametrize(
    ("job", "before", "after"),
    [("set", "nothing", NEW), ("renew", OLD, NEW), ("change", OLD, NEW), ("remove", OLD, "nothing")],
)
def test_after_a_power_cut_the_diary_is_the_old_or_the_new_one_and_the_next_start_ends_it(
    tmp_path: Path, job: str, before: str, after: str
) -> None:
    states = found_after_cuts(tmp_path, job)
    assert len(states) > 20
    assert {state["opens with"] for state in states} == {before, after}
    assert len({json.dumps(state["same"]) for state in states}) == 1
    assert all(state["finished"] and state["left"] == [] for state in states)
    assert all(state["clear"] == [] for state in states if state["opens with"] != "nothing")


@needs_strace
def test_on_a_disk_where_syncing_does_nothing_the_same_search_finds_losses(tmp_path: Path) -> None:
    states = found_after_cuts(tmp_path, "set", honest=False)
    assert {state["opens with"] for state in states} - {"nothing", NEW}
