"""Single faults of the lines that weigh, that measure, and that change when a rule holds or is asked."""

from tests.content.fault import BEADS, CASES, CHECKLIST, PATCHES, SIGNS, WEIGHTS, Fault

_WHEN = "      - {question: place, any_of: [back]}\n"
_ASKED_IF = "lifts: no\n    asked_if: [{question: look, any_of: [beads]}]"

WEIGHING = [
    Fault(
        "background of no question", WEIGHTS, "  place: {", "  plase: {", "plase:", "Did you mean 'place'?"
    ),
    Fault("background of no option", WEIGHTS, "face: 0.5", "fase: 0.5", "fase", "Did you mean 'face'?"),
    Fault("background of an answer is 0", WEIGHTS, "face: 0.5", "face: 0", "face: |0", "above 0 and at most"),
    Fault("answer of everyone and more", WEIGHTS, "face: 0.5", "face: 1.5", "1.5, back", "at most 1, found"),
    Fault("shares of one choice", WEIGHTS, "beads: 0.5", "beads: 0.2", "look: {", "they sum to 0.7."),
    Fault("share left to the usual", WEIGHTS, "beads: 0.5, ", "", "look: {", "they sum to 0.75."),
    Fault("repeated above 1", WEIGHTS, "repeated: 0.6", "repeated: 6", "repeated: |6", "at most 1, found 6"),
    Fault(
        "together with no question", WEIGHTS, "[[look, place]]", "[[look, plase]]", "plase", "Did you mean"
    ),
    Fault("together with itself", WEIGHTS, "[[look, place]]", "[[look, look]]", "[[look, |look", "twice"),
    Fault("alone together", WEIGHTS, "[[look, place]]", "[[look]]", "[|[look]", "nothing to go together"),
    Fault("no evidence of nothing", WEIGHTS, "no_evidence: []", "no_evidence: [loook]", "loook", "'look'?"),
    Fault("seldom above usual", WEIGHTS, "seldom: -0.7", "seldom: 7", "seldom: |7", "more than 'usual'"),
    Fault("outside above seldom", WEIGHTS, "outside: -3.5", "outside: 0", "outside: |0", "than 'seldom'"),
]
AGES = [
    Fault(
        "usual before its ages",
        PATCHES,
        "ages: {from_days: 28}",
        "ages: {from_days: 28}\nusual_ages: {from_days: 27}",
        "usual_ages: |{",
        "must lie within 'ages'",
    ),
    Fault(
        "usual after its ages",
        BEADS,
        "ages: {before_months: 3}",
        "ages: {before_months: 3}\nusual_ages: {before_months: 4}",
        "usual_ages: |{",
        "must lie within 'ages'",
    ),
    Fault(
        "usual at no age",
        BEADS,
        "ages: {before_months: 3}",
        "ages: {before_months: 3}\nusual_ages: {from_days: 9, before_days: 9}",
        "usual_ages: |{",
        "no child is of this age",
    ),
]
RULES = [
    Fault(
        "limits the wrong way round",
        SIGNS,
        "lifts: no",
        "temperature: {from_c: 39, below_c: 38}",
        "below_c: |38",
        "'below_c' must be more than 'from_c'",
    ),
    Fault(
        "temperature in Fahrenheit",
        SIGNS,
        "lifts: no",
        "temperature: {from_c: 100.4}",
        "100.4",
        "from 30 to 45 °C, found 100.4",
    ),
    Fault("no temperature", SIGNS, "lifts: no", "temperature: {}", "|{}", "add 'from_c: …' or 'below_c: …'"),
    Fault(
        "temperature of a rule that is not asked",
        SIGNS,
        "sign: Pale",
        "temperature: {from_c: 38}\n    sign: Pale",
        "temperature: {from",
        "'temperature' works only for a rule that is asked",
    ),
    Fault("grave sign not always asked", SIGNS, "lifts: no", _ASKED_IF, "asked_if", "'same-day' is always"),
    Fault(
        "not asked anyway",
        SIGNS,
        "sign: Pale",
        "asked_if: [{question: look, any_of: [beads]}]\n    sign: Pale",
        "asked_if: [{",
        "'asked_if' works only for a rule that is asked",
    ),
    Fault(
        "asked for no answer",
        SIGNS,
        "action: see-today\n    group: skin\n",
        "action: book-visit\n    group: skin\n    asked_if: [{question: look, any_of: [baeds]}]\n",
        "baeds",
        "Did you mean 'beads'?",
    ),
    Fault(
        "unless without when",
        SIGNS,
        "lifts: no",
        "unless: [{question: look, any_of: [beads]}]",
        "unless: [{",
        "'unless' works only beside 'when', or in a home rule",
    ),
    Fault(
        "also without when",
        SIGNS,
        "lifts: no",
        "also: [{question: look, any_of: [beads]}]",
        "also: [{",
        "'also' works only beside 'when', or in a home rule",
    ),
    Fault(
        "unless always",
        SIGNS,
        _WHEN,
        f"{_WHEN}    unless: [{{question: place, any_of: [face, back]}}]\n",
        "unless: [|{",
        "the rule can never hold",
    ),
    Fault(
        "unless of no option",
        SIGNS,
        _WHEN,
        f"{_WHEN}    unless: [{{question: place, any_of: [fase]}}]\n",
        "fase",
        "Did you mean 'face'?",
    ),
    Fault("gate at an emergency", SIGNS, "short: blue", "gate: Ill?\n    short: blue", "gate", "by itself"),
    Fault(
        "measured twice",
        SIGNS,
        '    help: ""\n  - id: skin\n    stage: same-day\n',
        '    help: ""\n    measure: temperature\n'
        "  - id: skin\n    stage: emergency\n    short: sore\n    measure: temperature\n",
        "short: sore\n    |measure",
        "the group 'very-ill' of this stage measures already",
    ),
    Fault(
        "unknown measure", SIGNS, "stage: same-day", "stage: same-day\n    measure: wait", "wait", "of temp"
    ),
]
NUMBERS = [
    Fault("few questions", CHECKLIST, "questions:\n", "most_questions: 4\nquestions:\n", "4", "5 and 20"),
    Fault("many questions", CHECKLIST, "questions:\n", "most_questions: 21\nquestions:\n", "21", "5 and 20"),
    Fault("hot case", CASES, "age_days: 60", "temperature_c: 101.3", "101.3", "from 30 to 45 °C"),
    Fault(
        "case with two of one", CASES, "{look: [beads]", "{look: [beads, patches]", "{look: |[", "only one"
    ),
    Fault("case of what", CASES, "age_days: 60", "condition: bead", "bead\n", "no condition 'bead'. Did you"),
    Fault(
        "skin of no tone", CASES, "age_days: 60", "skin: blue", "skin: |blue", "one of light, brown, black"
    ),
]
LINES = WEIGHING + AGES + RULES + NUMBERS
