"""Another diary of the same family into this one: nothing is deleted, and where the two differ both stay."""

from guide.store.merge.choosing import conflicts, settle
from guide.store.merge.merging import Plan, merge, plan
from guide.store.merge.other import DiaryIn

__all__ = ["DiaryIn", "Plan", "conflicts", "merge", "plan", "settle"]
