"""Single faults for the small pack: what is changed, where the problem must be reported, what it must say."""

from tests.content.fault import (
    BEADS,
    BODY,
    CASES,
    CHECKLIST,
    INFO,
    PATCHES,
    REGIONS,
    SIGNS,
    SOURCES,
    WEIGHTS,
    Fault,
)
from tests.content.faults_of_content import CONTENT
from tests.content.faults_of_lines import LINES

SHAPE = [
    Fault("no such stage", BEADS, "appearance:\n", "appearance:\n  typical: dusk\n", "dusk", "has no stage"),
    Fault(
        "unknown on Home", INFO, "front_page: [beads]", "front_page: [bead]", "bead]", "Did you mean 'beads'?"
    ),
    Fault("misspelt key", BEADS, "helps:", "helpz:", "helpz", "Did you mean 'helps'?"),
    Fault("unknown key", BEADS, "urgency: home", "urgency: home\ndose: 5", "dose", "'dose' is not a name"),
    Fault("unknown inner key", BEADS, "[book]}", "[book], by: me}", "by: me", "Known here: text, sources"),
    Fault("missing key", BEADS, "one_line: Tiny white beads\n", "", "id: beads", "'one_line' is missing"),
    Fault(
        "missing inner key",
        BEADS,
        "gist: {text: They do no harm., ",
        "gist: {",
        "gist: |{",
        "'text' is missing",
    ),
    Fault(
        "list for a text", BEADS, "name: Beads", "name: [Beads]", "[Beads]", "expected a text, found a list"
    ),
    Fault("nothing for a text", BEADS, "name: Beads", "name:", "name:|", "'name' is empty"),
    Fault("text for a list", BEADS, "[Milk spots]", "Milk spots", "Milk spots", "expected a list"),
    Fault("nothing for a list", BEADS, "[What are these?]", "", "questions:|", "found nothing"),
    Fault("text for a group", BEADS, "{before_months: 3}", "3 months", "3 months", "such as 'from_days: …'"),
    Fault(
        "text for a table", BEADS, "{face: usual, back: sometimes}", "face", "place: |face", "'name: value'"
    ),
    Fault("map for a text", BEADS, "[What are these?]", "[What: these]", "[|What", "put quotation marks"),
    Fault(
        "half a day",
        PATCHES,
        "from_days: 28",
        "from_days: 1.5",
        "1.5",
        "whole number such as 28, found '1.5'",
    ),
    Fault("octal days", PATCHES, "from_days: 28", "from_days: 010", "010", "expected a whole number"),
    Fault("days with a unit", PATCHES, "from_days: 28", "from_days: 28 days", "28 days", "found '28 days'"),
    Fault("decimal comma", BODY, "ry: 30.5", "ry: '30,5'", "'30,5'", "a number such as 2 or 0.5"),
    Fault("not a number", BODY, "ry: 30.5", "ry: .nan", ".nan", "a number such as 2 or 0.5"),
    Fault("power of ten", BODY, "ry: 30.5", "ry: 3e1", "3e1", "a number such as 2 or 0.5"),
    Fault("endless number", BODY, "ry: 30.5", f"ry: {'9' * 5000}", "9999", "999…'"),
    Fault("maybe", BEADS, "matched: yes", "matched: maybe", "maybe", "expected yes or no, found 'maybe'"),
    Fault("on", BEADS, "matched: yes", "matched: on", "matched: |on", "expected yes or no"),
    Fault("unknown level", BEADS, "urgency: home", "urgency: hom", "hom", "Did you mean 'home'?"),
    Fault("unknown elevation", BEADS, "raised", "rised", "rised", "Did you mean 'raised'?"),
    Fault("unknown frequency", BEADS, "always", "allways", "allways", "Did you mean 'always'?"),
    Fault("unknown key word", WEIGHTS, "usual: 0.7", "often: 0.7", "often", "expected one of always, usual"),
]
REFERENCES = [
    Fault("id is not the file", BEADS, "id: beads", "id: bead", "id: |bead", "the file's name without .yaml"),
    Fault(
        "id twice", BODY, "id: back-back", "id: front-face", "{id: |front-face, name: Back", "lines 2 and 3"
    ),
    Fault(
        "option twice",
        CHECKLIST,
        "text: Back}",
        "text: Back}\n      - {id: face, text: Again}",
        "{id: |face, text: Again",
        "lines 25 and 27",
    ),
    Fault(
        "source twice",
        SOURCES,
        "- id: paper",
        "- {id: book, organisation: A, title: B, seen: 2026-11-21}\n  - id: paper",
        "{id: |book",
        "on lines 2 and 6",
    ),
    Fault("case twice", CASES, "id: ben", "id: mia", "id: |mia\n    family: Ben", "is used twice"),
    Fault("unknown source", BEADS, "[book, paper]", "[book, papre]", "papre", "Did you mean 'paper'?"),
    Fault("unknown source of a rule", SIGNS, "[paper]", "[pap]", "[|pap]", "no source 'pap'"),
    Fault("unknown source of a region", REGIONS, "[book]", "[boook]", "boook", "Did you mean 'book'?"),
    Fault("no source", BEADS, "    sources: [book]", "    sources: []", "sources: |[]", "name at least one"),
    Fault(
        "no source of an action",
        SIGNS,
        "Ring., sources: [book]",
        "Ring., sources: []",
        "|[]",
        "a source is missing",
    ),
    Fault("unknown look-alike", BEADS, "id: patches,", "id: patchs,", "patchs", "Did you mean 'patches'?"),
    Fault("its own look-alike", BEADS, "id: patches,", "id: beads,", "{id: |beads", "its own look-alike"),
    Fault("unknown question", BEADS, "  look:\n", "  looks:\n", "looks:", "no question 'looks'"),
    Fault(
        "unknown option",
        BEADS,
        "face: usual",
        "fase: usual",
        "fase",
        "the question 'place' has no option 'fase'",
    ),
    Fault(
        "unknown action",
        SIGNS,
        "action: see-today",
        "action: see-tody",
        "see-tody",
        "Did you mean 'see-today'?",
    ),
    Fault(
        "unknown group", SIGNS, "group: very-ill", "group: very-il", "group: |very-il", "no group 'very-il'"
    ),
    Fault("rule of no question", SIGNS, "question: look", "question: lok", "lok,", "no question 'lok'"),
    Fault("rule of no option", SIGNS, "any_of: [back]", "any_of: [bak]", "[|bak]", "Did you mean 'back'?"),
    Fault("body part of no option", BODY, "place: back", "place: bak", "place: |bak", "Did you mean 'back'?"),
    Fault("case of no rule", CASES, "yes: [fever]", "yes: [fevr]", "[|fevr]", "Did you mean 'fever'?"),
    Fault(
        "case of a rule not asked",
        CASES,
        "tell: [sore]",
        "tell: [nothing]",
        "[|nothing]",
        "no rule that is asked has the id",
    ),
    Fault("case expects no rule", CASES, "rule: sore", "rule: sor", "rule: |sor", "no rule 'sor'"),
    Fault(
        "case of no condition",
        CASES,
        "three: [beads]",
        "three: [bead]",
        "three: [|bead]",
        "no condition 'bead'",
    ),
    Fault("case of no question", CASES, "{look: [patches]", "{luck: [patches]", "luck", "no question 'luck'"),
    Fault(
        "case of no option", CASES, "{look: [patches]", "{look: [patch]", "look: [|patch]", "question 'look'"
    ),
]
TRIAGE = [
    Fault("level without action", SIGNS, "level: routine", "level: home", "actions:", "level 'routine'"),
    Fault(
        "group without rule",
        SIGNS,
        "rules:\n",
        "  - {id: more, stage: same-day, ask: Is it so?, help: ''}\nrules:\n",
        "{id: |more",
        "no rule belongs to",
    ),
    Fault(
        "asked rule with when",
        SIGNS,
        "lifts: no",
        "when: [{question: place, any_of: [face]}]",
        "when: [{",
        "make two rules",
    ),
    Fault(
        "lifts unasked", SIGNS, "sign: Pale", "lifts: yes\n    sign: Pale", "lifts: yes", "'lifts' works only"
    ),
    Fault(
        "two answers of one",
        SIGNS,
        "question: place, any_of: [back]",
        "question: look, any_of: [beads]",
        "when:",
        "can never hold",
    ),
    Fault("when of nothing", SIGNS, "any_of: [back]", "any_of: []", "any_of: |[]", "empty list"),
    Fault(
        "no last rule",
        SIGNS,
        "sign: None of these.",
        "sign: None.\n    ages: {from_days: 2}",
        "rules:",
        "no rule is left",
    ),
    Fault(
        "rule for no age",
        SIGNS,
        "{before_days: 91, before_months: 3}",
        "{from_days: 91, before_days: 91}",
        "{from_days",
        "ends before it begins",
    ),
]
VALUES = [
    Fault(
        "least above most",
        BEADS,
        "{least: 3, most: 6}",
        "{least: 8, most: 6}",
        "least: |8",
        "'least' (8) is more than",
    ),
    Fault("size of 0", BEADS, "{least: 1, most: 2.5}", "{least: 0, most: 2.5}", "least: |0", "more than 0"),
    Fault("halo of 0", CHECKLIST, "{least: 2, most: 5}", "{least: -2, most: 5}", "least: |-2", "more than 0"),
    Fault(
        "empty ages",
        BEADS,
        "{before_months: 3}",
        "{from_days: 100, before_months: 3}",
        "{from_days",
        "ends before",
    ),
    Fault("negative age", PATCHES, "from_days: 28", "from_days: -1", "from_days: |-1", "cannot be below 0"),
    Fault(
        "negative age of a case",
        CASES,
        "age_days: 20",
        "age_days: -20",
        "age_days: |-20",
        "cannot be below 0",
    ),
    Fault("no such day", SOURCES, "2026-11-20", "2026-02-30", "2026-02-30", "expected a date"),
    Fault("date the other way", INFO, "2027-05-22", "22.05.2027", "22.05", "expected a date such as"),
    Fault("date without dashes", REGIONS, "2026-11-22", "20261122", "20261122", "expected a date"),
    Fault("review before", INFO, "review_by: 2027", "review_by: 2025", "review_by: |2025", "must come after"),
    Fault("another schema", INFO, "schema: 1", "schema: 2", "schema: |2", "this program reads schema 1"),
    Fault("outside the picture", BODY, "y: 80", "y: 280", "y: |280", "between 0 and 200"),
    Fault("no width", BODY, "rx: 20", "rx: 0", "rx: |0", "more than 0"),
    Fault(
        "frequency missing", WEIGHTS, "  rare: 0.05\n", "", "frequency:", "'rare' is missing in this table"
    ),
    Fault(
        "commonness missing", WEIGHTS, "  common: -0.5\n", "", "prior:", "'common' is missing in this table"
    ),
    Fault("frequency of 0", WEIGHTS, "never: 0.005", "never: 0", "never: |0", "above 0 and at most 1"),
    Fault("frequency above 1", WEIGHTS, "always: 0.95", "always: 95", "always: |95", "above 0 and at most 1"),
    Fault("background of 0", WEIGHTS, "background: 0.25", "background: 0", "background: |0", "above 0"),
    Fault("usual above always", WEIGHTS, "usual: 0.7", "usual: 0.99", "usual: |0.99", "less than 'always'"),
    Fault("partly above well", WEIGHTS, "partly: 0.5", "partly: 5", "partly: |5", "not be more than 'well'"),
]
FAULTS = SHAPE + REFERENCES + TRIAGE + VALUES + CONTENT + LINES
