"""A pack of two conditions and a few rules, built in Python: small enough to reason about."""

from guide.domain.ages import AgeLimits
from guide.domain.conditions import (
    Appearance,
    Commonness,
    Condition,
    Frequency,
    Glance,
    Statement,
    Urgency,
)
from guide.domain.pack import ContentPack, PackInfo, Region
from guide.domain.questions import (
    AgeWeights,
    Match,
    Option,
    Question,
    Rule,
    RuleGroup,
    TriageAction,
    Weights,
)

YOUNG = AgeLimits(before_days=91, before_months=3)
NEWBORN = AgeLimits(before_days=29)


def say(text: str) -> Statement:
    return Statement(text, ("S1",))


def condition(name: str, look: str, **changes: object) -> Condition:
    said = say(name)
    fields: dict[str, object] = {
        "id": name,
        "name": name.title(),
        "say": name,
        "parents_names": (f"{name} spots",),
        "one_line": f"Looks like {name}",
        "gist": said,
        "urgency": Urgency.HOME,
        "matched": True,
        "commonness": Commonness.COMMON,
        "ages": YOUNG,
        "glance": Glance(said, said, said, said, said, said),
        "begins": said,
        "symptoms": said,
        "appearance": Appearance((), said, said, said),
        "see_doctor": (),
        "helps": (),
        "do_not": (),
        "course": said,
        "cause": said,
        "how_common": said,
        "childcare": said,
        "professional": said,
        "look_alikes": (),
        "questions": (),
        "findings": {"look": {look: Frequency.ALWAYS}, "place": {"face": Frequency.USUAL}},
    }
    return Condition(**(fields | changes))  # type: ignore[arg-type]


def rule(name: str, action: str, **changes: object) -> Rule:
    return Rule(id=name, action=action, sign=f"sign {name}", why=say("why"), **changes)  # type: ignore[arg-type]


def action(name: str, level: Urgency) -> TriageAction:
    return TriageAction(name, level, f"do {name}", name, (say("do"),), "say", say("look again"))


def small_pack(**changes: object) -> ContentPack:
    """E1 all ages, E2 under 3 months, U1 same day, W1 lifts, H1 by white and face, R0 and N0 by default."""
    fields: dict[str, object] = {
        "info": PackInfo(
            "small", "Small", "en", "1", 1, "2026-11-22", "2027-11-22", "nobody", "not reviewed"
        ),
        "conditions": (condition("milia", "white"), condition("heat", "red")),
        "questions": (
            Question("look", "look", "Look?", "", "many", (Option("white", "White"), Option("red", "Red"))),
            Question(
                "place", "place", "Where?", "", "many", (Option("face", "Face"), Option("back", "Back"))
            ),
        ),
        "groups": (
            RuleGroup("breath", "emergency", "Breath?", "", "breath"),
            RuleGroup("heat", "emergency", "Heat?", "", "heat"),
            RuleGroup("today", "same-day", "Today?", ""),
        ),
        "rules": (
            rule("E1", "ambulance", group="breath"),
            rule("E2", "department", group="heat", ages=YOUNG),
            rule("U1", "same-day", group="today"),
            rule("W1", "book", group="today", lifts=True),
            rule("H1", "home", when=(Match("look", ("white",)), Match("place", ("face",))), ages=YOUNG),
            rule("R0", "book"),
            rule("N0", "same-day", ages=NEWBORN),
        ),
        "actions": (
            action("ambulance", Urgency.EMERGENCY),
            action("department", Urgency.EMERGENCY),
            action("same-day", Urgency.SAME_DAY),
            action("book", Urgency.ROUTINE),
            action("home", Urgency.HOME),
        ),
        "weights": Weights(
            frequency={
                Frequency.ALWAYS: 0.95,
                Frequency.USUAL: 0.7,
                Frequency.SOMETIMES: 0.3,
                Frequency.RARE: 0.05,
                Frequency.NEVER: 0.01,
            },
            background={"place": {"face": 0.5}},
            usual_background=0.2,
            unmentioned=Frequency.RARE,
            prior=dict.fromkeys(Commonness, 0.0),
            age=AgeWeights(usual=0.7, seldom=-0.7, outside=-3.0),
            none_of_these=1.0,
            together=(),
            repeated=0.5,
            no_evidence=(),
            well=2.5,
            partly=0.5,
        ),
        "sources": (),
        "regions": (
            Region("unknown", "Not chosen", "your number", "your number", "", "", "C", "mm", "A4", "", ()),
        ),
        "body": (),
    }
    return ContentPack(**(fields | changes))  # type: ignore[arg-type]
