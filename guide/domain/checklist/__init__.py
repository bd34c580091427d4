"""The symptom check: triage by rules alone, and beside it what can look like this, with reasons."""

from guide.domain.checklist.answers import Answers, SignAnswer
from guide.domain.checklist.assessment import Assessment, assess
from guide.domain.checklist.changes import Change
from guide.domain.checklist.evidence import AGE_REASON, NONE_OF_THESE, Candidate, Reason, Tier, rank
from guide.domain.checklist.triage import (
    applying_rules,
    asked_rules,
    is_asked,
    is_emergency,
    measured,
    with_signs_denied,
)

__all__ = [
    "AGE_REASON",
    "NONE_OF_THESE",
    "Answers",
    "Assessment",
    "Candidate",
    "Change",
    "Reason",
    "SignAnswer",
    "Tier",
    "applying_rules",
    "asked_rules",
    "assess",
    "is_asked",
    "is_emergency",
    "measured",
    "rank",
    "with_signs_denied",
]
