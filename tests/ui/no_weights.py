"""Weights for packs in which nothing is weighed."""

from guide.domain.conditions import Commonness, Frequency
from guide.domain.questions import AgeWeights, Weights

NO_WEIGHTS = Weights(
    frequency=dict.fromkeys(Frequency, 0.5),
    background={},
    usual_background=0.5,
    unmentioned=Frequency.RARE,
    prior=dict.fromkeys(Commonness, 0.0),
    age=AgeWeights(usual=0, seldom=0, outside=0),
    none_of_these=0,
    no_evidence=(),
    together=(),
    repeated=1,
    well=2,
    partly=1,
)
