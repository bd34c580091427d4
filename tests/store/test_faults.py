"""The quick part of what ``python3 resources/dev.py faults`` tries for long: nothing is lost in any of it."""

import os
import signal
from pathlib import Path

import pytest

from tests.store.faults import cuts, damage, failing, kills, others
from tests.store.faults.figures import Figure, table
from tests.store.faults.flows import FLOWS
from tests.store.processes import can

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="needs fork and kill -9"),
    pytest.mark.usefixtures("soon_quiet"),
]
needs_strace = pytest.mark.skipif(not can(["strace", "true"]), reason="needs strace")

# Of the rest test_crashes.py and test_rekey_faults.py try every call.
KILLED = {
    "clear what was half made": 1,
    "export": 3,
    "backup": 101,
    "restore": 67,
    "merge": 11,
    "edit": 2,
    "attach": 2,
    "move": 3,
    "bring back": 5,
    "draft": 3,
    "settings": 1,
    "migrate from 1": 9,
}
ENDED = {"add": 5, "merge": 7, "export": 4, "restore": 61, "renew key": 61}
CUT = [
    "backup",
    "restore",
    "undo restore",
    "merge",
    "add",
    "delete child",
    "purge",
    "settings",
    "migrate from 1",
    "migrate from 2",
    "add, locked",
]
FAILING = {
    "add": 5,
    "attach": 7,
    "settings": 1,
    "migrate from 1": 17,
    "renew key": 101,
    "change passphrase": 1,
    "merge": 23,
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    return Figure(request.node.name)


def demand_none_lost(figure: Figure, least: int) -> None:
    assert figure.lost == 0, table([figure.end()])
    assert figure.cases >= least


@pytest.mark.parametrize("flow", KILLED)
def test_killed_at_any_call_what_is_found_is_as_before_or_as_after(
    home: Path, figure: Figure, flow: str
) -> None:
    kills.at_every_call(FLOWS[flow], home, figure, stride=KILLED[flow], last=6)
    demand_none_lost(figure, 4)


def test_killed_at_any_time_of_a_day_all_that_was_called_done_is_there(home: Path, figure: Figure) -> None:
    kills.at_any_time(home, 30, 8, figure)
    demand_none_lost(figure, 30)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_at_any_time_of_a_day_all_that_was_called_done_is_there(
    home: Path, figure: Figure, how: int
) -> None:
    kills.at_any_time(home, 8, 9, figure, how=how)
    demand_none_lost(figure, 8)


@needs_strace
@pytest.mark.parametrize("flow", ENDED)
def test_ended_after_any_system_call_what_is_found_is_as_before_or_as_after(
    home: Path, figure: Figure, flow: str
) -> None:
    cuts.ended_in_a_flow(flow, home, figure, stride=ENDED[flow], last=6)
    demand_none_lost(figure, 8)


@needs_strace
@pytest.mark.parametrize("flow", CUT)
def test_after_a_power_cut_what_is_found_is_as_before_or_as_after(
    home: Path, figure: Figure, flow: str
) -> None:
    cuts.in_a_flow(flow, home, 20, figure)
    demand_none_lost(figure, 20)


@needs_strace
def test_after_a_power_cut_in_a_day_all_that_was_called_done_is_there(home: Path, figure: Figure) -> None:
    cuts.in_a_day(2, home, 80, figure)
    demand_none_lost(figure, 80)


@needs_strace
def test_a_second_power_cut_while_the_first_is_put_right_loses_nothing_either(
    home: Path, figure: Figure
) -> None:
    cuts.twice(4, home, figure, 3)
    demand_none_lost(figure, 3)


@needs_strace
def test_on_a_disk_where_syncing_does_nothing_the_same_search_finds_losses(
    home: Path, figure: Figure
) -> None:
    cuts.in_a_day(1, home, 40, figure, honest=False)
    assert figure.lost > 10


@pytest.mark.parametrize("fault", failing.FAULTS)
@pytest.mark.parametrize("flow", FAILING)
def test_whichever_call_fails_it_is_said_calmly_and_nothing_is_half_done(
    home: Path, figure: Figure, flow: str, fault: str
) -> None:
    failing.at_every_call(FLOWS[flow], fault, home, figure, stride=FAILING[flow])
    demand_none_lost(figure, 1 if "read" in fault else 3)


@pytest.mark.parametrize("flow", ["add", "purge", "migrate from 2"])
def test_where_files_cannot_grow_it_is_said_and_nothing_is_half_done(
    home: Path, figure: Figure, flow: str
) -> None:
    failing.with_little_room(FLOWS[flow], home, figure)
    demand_none_lost(figure, 10)


@pytest.mark.parametrize("flow", ["add"])
def test_where_memory_runs_out_nothing_is_half_done(home: Path, figure: Figure, flow: str) -> None:
    failing.with_little_memory(FLOWS[flow], home, figure, step=2**19)
    demand_none_lost(figure, 12)


@pytest.mark.parametrize("locked", [False, True], ids=["without a passphrase", "with one"])
def test_a_damaged_file_is_refused_or_shows_what_is_right(home: Path, figure: Figure, locked: bool) -> None:
    damage.to_the_diary(home, 100, figure, with_passphrase=locked)
    demand_none_lost(figure, 90)


def test_a_folder_copied_while_it_is_in_use_is_as_it_once_was_or_refused(home: Path, figure: Figure) -> None:
    others.copied_while_in_use(home, 15, figure)
    demand_none_lost(figure, 5)


def test_windows_opened_at_once_never_write_to_one_diary(home: Path, figure: Figure) -> None:
    others.second_windows(home, 15, figure)
    demand_none_lost(figure, 15)


def test_a_file_copied_beside_the_log_of_another_time_is_as_it_once_was_or_refused(
    home: Path, figure: Figure
) -> None:
    others.copied_at_different_times(home, 9, figure)
    demand_none_lost(figure, 80)
