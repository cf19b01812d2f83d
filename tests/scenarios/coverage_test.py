# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of red_flags.json has a scenario in which it holds, one in which it does not, and both sides of each
of its numbers; coverage.json says which. What it says is held against what those scenarios expect.
"""
import json
import pathlib
import re
import unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
KNOWLEDGE = json.loads((ROOT / "resources/knowledge/red_flags.json").read_text())
COVERAGE = json.loads((HERE / "coverage.json").read_text())
SCENARIOS = {scenario["id"]: scenario for path in sorted(HERE.glob("*.json"))
             if path.name != "coverage.json"
             for scenario in json.loads(path.read_text())}
NUMBERS = ("age_at_least", "age_below", "pain_at_least", "open_hours", "at_least")
# Thresholds that a computed fact uses, where it is no threshold of its own name.
OF_FACT = {
    "fever_measured": ["fever_celsius"], "weight_drop": ["weight_loss_percent", "weight_loss_days"],
    "both_legs": ["both_legs_days"], "major_injury": ["injury_days"], "procedure_recent": ["procedure_days"],
    "pain_after_procedure": ["procedure_days"], "cannot_upright": ["cannot_after_hours", "cannot_lasts_hours"],
    "pregnant_preterm": ["preterm_weeks"], "long_lasting": ["inflammatory_days", "inflammatory_age"],
    "inflammatory_items": ["inflammatory_items"], "pain_this_week": ["still_there_days"],
    "no_recent_reading": ["recent_hours"], "worsening": ["worsening_days", "worsening_rise", "worsening_pain"],
    "worsening_fast": ["worsening_fast_rise", "worsening_fast_pain"],
    "severe_rest": ["severe_rest_pain", "severe_least_hours", "severe_most_hours"],
    "very_severe": ["very_severe_pain", "severe_least_hours", "severe_most_hours"],
    "frequent": ["frequent_onsets", "frequent_days"], "recurrent": ["frequent_onsets", "recurrent_days"],
    "daily_interference": ["interference_days", "interference_window_days", "interference_span_days"],
    "hard_to_walk": ["hard_to_walk_days"],
    "selfcare_not_helping": ["selfcare_sessions", "selfcare_hours", "selfcare_change"],
    "otc_days": ["otc_days", "otc_window_days"],
}
# Rules that hang on a fact with numbers, whose numbers are tried at the rule that has the fact for itself.
ELSEWHERE = {
    "cx_cancer_pain": {"severe_rest_pain", "severe_least_hours", "severe_most_hours"},  # dr_severe_rest
    "cx_thoracic_plus": {"severe_rest_pain", "severe_least_hours", "severe_most_hours"},  # dr_severe_rest
    "cx_immune_new_severe": {"fever_celsius"},  # rf_fever; here it must not be
    "rf_minor_injury": {"injury_days"},  # rf_major_trauma; here it must not be
}


def expectations(scenario_id):
    return [step["expect"] for step in SCENARIOS[scenario_id]["steps"] if step["do"] == "observe" and "expect" in step]


def holds(expect, rule, level=None):
    if rule in expect.get("includes", {}):
        return level is None or expect["includes"][rule] == level
    return level is None and (rule in expect.get("check_ins", []) or rule in expect.get("asks", []))


def is_absent(expect, rule, level=None):
    if expect.get("none") or rule in expect.get("excludes", []) or rule in expect.get("check_ins_not", []) \
            or rule in expect.get("asks_not", []):
        return True
    return level is not None and rule in expect.get("includes", {}) and expect["includes"][rule] != level


def numbers_of(clause, facts):
    """The thresholds and numbers under a condition; facts are looked into, other rules are not."""
    if isinstance(clause, str):
        if clause in facts:
            return numbers_of(facts[clause], facts)
        return set(OF_FACT.get(clause, []))
    found = set()
    for key, value in clause.items():
        if key in NUMBERS and isinstance(value, int):
            found.add(f"{key}:{value}")
        if key in ("all", "any", "of"):
            for part in value:
                found |= numbers_of(part, facts)
        if key in ("not", "unless", "new"):
            found |= numbers_of(value, facts)
    return found


class Coverage(unittest.TestCase):
    def test_each_rule_has_a_positive_and_a_negative(self):
        rules = {rule["id"] for rule in KNOWLEDGE["rules"]}
        self.assertEqual(rules ^ set(COVERAGE["rules"]), set())
        for rule, row in COVERAGE["rules"].items():
            self.assertTrue(row["positive"], f"{rule} has no scenario in which it holds")
            self.assertTrue(row["negative"], f"{rule} has no scenario in which it does not hold")

    def test_the_scenarios_expect_what_the_table_says(self):
        for rule, row in COVERAGE["rules"].items():
            for scenario in row["positive"]:
                self.assertTrue(any(holds(e, rule) for e in expectations(scenario)), f"{scenario}: {rule} never holds")
            for scenario in row["negative"]:
                self.assertTrue(any(is_absent(e, rule) for e in expectations(scenario)), f"{scenario}: {rule} is never absent")
                self.assertFalse(any(rule in e.get("includes", {}) for e in expectations(scenario)), f"{scenario}: {rule}")

    def test_both_sides_of_a_boundary_differ(self):
        for row in COVERAGE["boundaries"]:
            level = row.get("level")
            self.assertTrue(any(holds(e, row["rule"], level) for e in expectations(row["on"])), row)
            self.assertTrue(any(is_absent(e, row["rule"], level) for e in expectations(row["off"])), row)

    def test_each_number_of_each_rule_has_both_sides(self):
        facts = {fact["id"]: fact["when"] for fact in KNOWLEDGE["facts"]}
        tried = {(row["rule"], row["of"]) for row in COVERAGE["boundaries"]}
        missing = []
        for rule in KNOWLEDGE["rules"]:
            needed = numbers_of(rule.get("when", {}), facts)
            for escalation in rule.get("escalate", []):
                needed |= numbers_of(escalation["when"], facts)
            if rule.get("question", {}).get("two_weeks"):
                needed |= {"two_weeks_days", "known_for_days"}
            needed |= numbers_of(rule.get("question", {}).get("asked_by", {}), facts)
            needed -= ELSEWHERE.get(rule["id"], set())
            missing += [(rule["id"], number) for number in sorted(needed) if (rule["id"], number) not in tried]
        self.assertEqual(missing, [])

    def test_each_threshold_has_both_sides(self):
        thresholds = {row["id"] for row in KNOWLEDGE["thresholds"]}
        tried = {row["of"] for row in COVERAGE["boundaries"] if not re.search(":", row["of"])}
        self.assertEqual(thresholds - tried, set(), "a threshold that no two scenarios tell apart")


if __name__ == "__main__":
    unittest.main()
