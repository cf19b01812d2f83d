# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the red flags and of the guide: each id has some, they are easy to read, and no text of the program reassures falsely
or names an illness that the person would have.
"""
import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).parents[2]
KNOWLEDGE = json.loads((ROOT / "resources/knowledge/red_flags.json").read_text())
CARE = json.loads((ROOT / "resources/knowledge/care.json").read_text())
GUIDE = json.loads((ROOT / "resources/knowledge/guide.json").read_text())
WORDS = {path.stem: json.loads(path.read_text()) for path in (ROOT / "resources/knowledge/words").glob("*.json")}
ENGLISH = WORDS["en"]
QUESTIONS = [rule for rule in KNOWLEDGE["rules"] if "question" in rule]

MOST_WORDS = 15
HIGHEST_GRADE = 7.0
# id -> why this line may be harder to read
HARDER = {
    "advice.cx_pregnancy_emergency": "the maternity unit is called by its name, and first",
    "advice.cx_pregnancy_urgent": "the maternity unit is called by its name",
    "care_reasons.cryoglobulinaemia": "who has it knows it by its name",
    "care_reasons.cold_haemoglobinuria": "who has it knows it by its name",
    "advice.dr_otc_10d": "there is no shorter word for a pharmacist",
}
# Computed facts that never stand as a reason, with what stands there instead.
NO_REASON = {
    "major_injury": "the trigger",
    "pain_after_procedure": "procedure_recent",
    "episode_open": "nothing: it is no reason",
}
# Phrases about the person's state that no text may hold (clinical document, 9).
NEVER = [
    r"\bprobably just\b", r"\bnothing to worry about\b", r"\ball clear\b", r"\byou are safe\b", r"\byou're safe\b",
    r"\bit is safe\b", r"\bit's safe\b", r"\byou are fine\b", r"\byou're fine\b", r"\bno red flags found\b",
    r"(?<!do )\byou (probably |may |might )?have (a|an|the) ",
    r"\byou have (cauda equina|cancer(?! history)|sciatica|meningitis|sepsis|an infection|osteoporosis|arthritis)\b",
]


def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    if not word:
        return 1
    count = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if re.search(r"[^td]ed$", word) and count > 1:
        count -= 1
    return max(count, 1)


def sentences(text):
    return [part for part in re.split(r"(?<=[.?!:;])\s+", text.strip()) if re.search(r"[A-Za-z]", part)]


def words(text):
    return re.findall(r"[A-Za-z0-9][A-Za-z0-9'’.%/-]*", text)


def grade(text):
    """Flesch-Kincaid, of one text."""
    count = len(words(text))
    return 0.39 * count / max(len(sentences(text)), 1) + 11.8 * sum(map(syllables, words(text))) / count - 15.59


def program_texts():
    """Every text that the program can show: all values of all words, and the literals of tr()."""
    def values(node):
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict):
            for value in node.values():
                yield from values(value)
        elif isinstance(node, list):
            for value in node:
                yield from values(value)
    for name, document in WORDS.items():
        for text in values(document):
            yield f"words/{name}.json", text
    literals = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
    for folder in ("ui", "app"):
        for path in sorted((ROOT / folder).rglob("*.cpp")):
            for call in re.finditer(r"\b(?:tr|translate|QT_TR_NOOP)\(\s*" + literals, path.read_text()):
                yield str(path.relative_to(ROOT)), "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', call.group(1)))


class RedFlagWords(unittest.TestCase):
    def test_each_question_has_a_line(self):
        self.assertEqual({rule["id"] for rule in QUESTIONS} ^ set(ENGLISH["questions"]), set())
        self.assertEqual(set(ENGLISH["examples"]) - set(ENGLISH["questions"]), set())

    def test_each_rule_and_each_fact_has_a_reason(self):
        header = (ROOT / "core/knowledge/red_flags.h").read_text()
        names = re.search(r"kNames<ComputedFact> =\s*std::to_array<std::string_view>\(\{(.*?)\}\)", header, re.S)
        computed = set(re.findall(r'"(\w+)"', names.group(1)))
        needed = {rule["id"] for rule in KNOWLEDGE["rules"]} | (computed - set(NO_REASON)) | {"age", "pain", "open_long"}
        self.assertEqual(needed - set(ENGLISH["reasons"]), set())
        self.assertEqual(set(NO_REASON) & set(ENGLISH["reasons"]), set())

    def test_each_flag_item_and_open_matter_has_words(self):
        flags = {f"{rule['id']}_{flag}" for rule in QUESTIONS for flag in rule["question"].get("flags", [])}
        items = {f"{rule['id']}_{number}" for rule in QUESTIONS
                 for number in range(1, rule["question"].get("items", 0) + 1)}
        self.assertEqual(flags ^ set(ENGLISH["flags"]), set())
        self.assertEqual(items ^ set(ENGLISH["items"]), set())
        self.assertEqual(set(KNOWLEDGE["sign_off"]) ^ set(ENGLISH["sign_off"]), set())
        self.assertEqual(set(ENGLISH["advice"]) - {rule["id"] for rule in KNOWLEDGE["rules"]}, set())

    def test_each_reason_of_heat_and_cold_has_words_and_none_is_left_over(self):
        fixed = set(re.findall(r'string_view k\w+ = "(\w+)"', (ROOT / "core/care/decision.h").read_text()))
        self.assertGreater(len(fixed), 10)
        needed = fixed | {protocol["id"] for protocol in CARE["protocols"]}
        for limit in CARE["limits"]:
            needed |= set(limit.get("when", []))
            if "worked_out" in limit:
                needed.add(limit.get("counts_as", limit["id"]))
        self.assertEqual(needed ^ set(ENGLISH["care_reasons"]), set())

    def lines(self):
        for list_name in ("questions", "advice", "reasons", "care_reasons"):
            for id_, text in ENGLISH[list_name].items():
                yield f"{list_name}.{id_}", text
        source = (ROOT / "ui/wording/alerts.cpp").read_text()
        for text in re.findall(r'case Level::\w+: return tr\("([^"]*)"\)', source):
            yield f"level {text}", text

    def test_lines_are_short(self):
        long = [f"{name}: {len(words(part))} words: {part}" for name, text in self.lines() for part in sentences(text)
                if len(words(part)) > MOST_WORDS and name not in HARDER]
        self.assertEqual(long, [])

    def test_lines_are_easy_to_read(self):
        hard = [f"{name}: grade {grade(text):.1f}: {text}" for name, text in self.lines()
                if grade(text) > HIGHEST_GRADE and len(words(text)) > 3 and name not in HARDER]
        self.assertEqual(hard, [])

    def test_no_exception_outlives_its_need(self):
        lines = dict(self.lines())
        for name in HARDER:
            text = lines[name]
            self.assertTrue(grade(text) > HIGHEST_GRADE or any(len(words(p)) > MOST_WORDS for p in sentences(text)), name)

    def test_no_text_reassures_falsely_or_names_an_illness(self):
        texts = list(program_texts())
        self.assertGreater(len(texts), 500)
        found = [f"{place}: {text}" for place, text in texts for phrase in NEVER
                 if re.search(phrase, text, re.I)]
        self.assertEqual(found, [])

    def test_no_sentence_of_the_program_frightens_or_blames(self):
        phrases = [r"\bcan become chronic\b", r"\bif (you )?ignore", r"\byour (own )?fault\b", r"\bstreak\b"]
        found = [f"{place}: {text}" for place, text in program_texts() for phrase in phrases
                 if re.search(phrase, text, re.I)]
        self.assertEqual(found, [])


class GuideWords(unittest.TestCase):
    def test_each_card_topic_and_condition_has_words_and_none_is_left_over(self):
        cards = GUIDE["cards"]
        wanted = {
            "guide_topics": set(GUIDE["topics"]),
            "guide_titles": {card["id"] for card in cards},
            "guide_when": {id_ for card in cards for id_ in card.get("when", [])},
            "guide_not_when": {id_ for card in cards for id_ in card.get("not_when", [])},
        }
        for group, ids in wanted.items():
            self.assertEqual(ids ^ set(ENGLISH[group]), set(), group)
        told = {card["id"] for card in cards if "medicine_class" not in card}
        self.assertEqual(told - set(ENGLISH["guide_text"]), set())
        self.assertEqual(set(ENGLISH["guide_text"]) - wanted["guide_titles"], set())

    def lines(self):
        for group in ("guide_text", "guide_when", "guide_not_when"):
            for id_, text in ENGLISH[group].items():
                yield f"{group}.{id_}", text

    def test_sentences_are_short_and_easy_to_read(self):
        long = [f"{name}: {part}" for name, text in self.lines() for part in sentences(text)
                if len(words(part)) > MOST_WORDS]
        hard = [f"{name}: grade {grade(text):.1f}" for name, text in self.lines()
                if grade(text) > HIGHEST_GRADE and len(words(text)) > 3]
        self.assertEqual(long + hard, [])

    def test_the_words_name_the_numbers_that_the_program_uses(self):
        numbers = {row["id"]: row["value"] for row in GUIDE["numbers"]}
        text = ENGLISH["guide_text"]
        self.assertIn(f"Your pain is {numbers['most_pain']} or less", text["movement_gate"])
        self.assertIn(f"in for {numbers['breathe_in_seconds']} seconds", text["breathing_slow"])
        self.assertIn(f"out for {numbers['breathe_out_seconds']} seconds", text["breathing_slow"])
        self.assertIn(f"to {numbers['breathing_minutes']} minutes", text["breathing_slow"])

    def test_evidence_is_told_as_it_is(self):
        text = ENGLISH["guide_text"]
        self.assertIn("moderate evidence", text["heat_or_cold"])
        self.assertIn("little evidence, but some people find it helps", text["heat_or_cold"])
        self.assertIn("may help", text["prevention_sitting"])
        self.assertNotRegex(" ".join(text.values()), r"\bprevents\b")

    def test_no_card_names_a_dose(self):
        for id_, text in ENGLISH["guide_text"].items():
            self.assertNotRegex(text, r"\d+ ?(mg|milligram|tablet|pill|ml)", id_)


if __name__ == "__main__":
    unittest.main()
