"""Queries that mean harm, or look like it: each is done or refused, and in which time."""

HOSTILE = {
    "any tokens, any number": "[]*",
    "nested quantifiers": "((([]*)*)+)*",
    "nested quantifiers before a word": '(([]*)+ "peace"?)* "unicorns"',
    "the longest of everything": "(?longest) []*",
    "a gap without end": '"peace" []* "war"',
    "gaps in gaps": '("peace" []* "war" []*)* "treaty" []* "nuclear"',
    "everything within a document": '"the" []* "of" within document',
    "everything that contains a word": '[]* containing "peace"',
    "what contains no word": '(?longest) []* not containing "peace"',
    "ten thousand alternatives": " | ".join(f'"w{n}"' for n in range(10_000)),
    "ten thousand phrases": " | ".join(f'"of" "w{n}"' for n in range(10_000)),
    "ten thousand words in an expression": '"' + "|".join(f"w{n}" for n in range(10_000)) + '"',
    "an expression that backtracks elsewhere": '"(a+)+(b|ab)*c|(e|e)*x"',
    "an expression too large": '"(a{1000}){1000}"',
    "repetitions of repetitions": "(([]{0,1000}){0,1000}){0,1000}",
    "labels at all places": "x:[] []* y:[] []* z:[] :: x.word = y.word & y.word != z.word",
    "a million tokens": "[]" * 1_000_000,
}
