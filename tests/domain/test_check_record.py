"""A finished check as the diary keeps it."""

from datetime import UTC, datetime

import pytest

from guide.domain.check_record import record_check
from guide.domain.checklist import Answers
from guide.domain.diary import Moment
from tests.domain.small_pack import small_pack

DONE = Moment(datetime(2026, 11, 18, 9, 0, tzinfo=UTC), "UTC")


@pytest.mark.parametrize("celsius", [None, 38.4])
def test_the_temperature_that_was_measured_is_kept_with_it(celsius: float | None) -> None:
    answers = Answers(None, temperature_c=celsius)
    assert record_check("k", small_pack(), answers, "mia", DONE, "Advice").temperature_c == celsius
