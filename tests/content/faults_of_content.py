"""Single faults of what the pack says: claims, words, countries, things left out, and the language."""

from tests.content.fault import BEADS, CASES, CHECKLIST, CLAIMS, GLOSSARY, REGIONS, SIGNS, SOURCES, Fault

CONTENT = [
    Fault("unknown verdict", CLAIMS, "verdict: wrong", "verdict: wrnog", "wrnog", "Did you mean 'wrong'?"),
    Fault("claim of no condition", CLAIMS, "[beads,", "[bead,", "[|bead,", "Did you mean 'beads'?"),
    Fault("claim without source", CLAIMS, "sources: [paper]", "sources: []", "sources: |[]", "name at least"),
    Fault("claim without fact", CLAIMS, "Squeezing them makes the skin sore.", "''", "''", "'text' is empty"),
    Fault("word twice", GLOSSARY, "word: crust", "word: Lesions", "Lesions", "explained by 'lesion' too"),
    Fault("word id twice", GLOSSARY, "id: crust", "id: lesion", "{id: |lesion", "on lines 2 and 6"),
    Fault("word of no source", GLOSSARY, "[book]}}", "[bok]}}", "[|bok]", "Did you mean 'book'?"),
    Fault("unknown length", REGIONS, "length: mm", "length: cm", "cm", "expected one of mm, in"),
    Fault("unknown temperature", REGIONS, "temperature: C", "temperature: K", "K", "one of C, F"),
    Fault("unknown paper", REGIONS, "paper: A4", "paper: A5", "A5", "expected one of A4, Letter"),
    Fault("bare 111", REGIONS, "number: 112", "number: 111", "number: |111", "without its country"),
    Fault(
        "bare advice line",
        REGIONS,
        'advice: ""',
        "advice: Ring 1800 022 222",
        "Ring",
        "a number stands here without its country",
    ),
    Fault("bare 111 elsewhere", SIGNS, "text: Book.", "text: Ring 111.", "Ring 111", "add the country"),
    Fault(
        "begins missing",
        BEADS,
        "begins: {text: At any time., sources: [book]}\n",
        "",
        "id: beads",
        "'begins' is missing",
    ),
    Fault("question without a short name", CHECKLIST, "    short: Look\n", "", "id: look", "'short'"),
    Fault("emergency without a short name", SIGNS, "    short: blue lips\n", "", "id: very-ill", "'short'"),
    Fault(
        "question not weighed", BEADS, "  place: {face: usual, back: sometimes}\n", "", "findings", "'place'"
    ),
    Fault("answer not weighed", BEADS, "face: usual, ", "", "place", "'face' is missing here"),
    Fault(
        "source nobody names",
        SOURCES,
        "- id: paper",
        "- {id: shelf, organisation: A, title: B, seen: 2026-11-21}\n  - id: paper",
        "{id: |shelf",
        "no statement names the source 'shelf'",
    ),
    Fault("knows it of a child", BEADS, "Wait.", "Your child has milia.", "Your", "'your child has': only"),
    Fault("suffering", BEADS, "They fade.", "Many suffer from it.", "Many", "'suffer from'"),
    Fault("false comfort", BEADS, "They fade.", "There is nothing to worry about.", "There", "worry is not"),
    Fault("promise", BEADS, "They fade.", "They definitely fade.", "They def", "nobody can promise that"),
    Fault("left to fill in", BEADS, "name: Beads", "name: FILL IN", "FILL IN", "still to be filled in"),
    Fault("empty text", BEADS, "text: They do no harm.", "text: ''", "text: |''", "'text' is empty"),
    Fault("blank text", BEADS, "text: Wait.", "text: '  '", "text: |'  '", "'text' is empty"),
    Fault("empty item", BEADS, "[What are these?]", "['']", "questions: [|''", "'questions' is empty"),
    Fault("nothing to do", SIGNS, "do: [{text: Ring., sources: [book]}]", "do: []", "do: |[]", "empty list"),
    Fault("claim", BEADS, "They do no harm.", "Your  baby\n  has milia.", "Your", "says 'your baby has'"),
    Fault("claim of a case", CASES, "Ben is hot.", "Ben got a Diagnosis.", "Ben got", "says 'diagnos…'"),
]
