# SPDX-License-Identifier: GPL-3.0-or-later
"""Red flags from the command line: told, asked, answered, closed, in text and as JSON."""
import unittest

from program import ProgramTest


class Alerts(ProgramTest):
    def open_alerts(self):
        return {alert["rule"]: alert["state"] for alert in self.ask("alerts")["alerts"]}

    def levels(self):
        return {alert["rule"]: alert["level"] for alert in self.ask("alerts")["alerts"]}

    def test_what_was_just_told_is_answered_at_once(self):
        said = self.succeed("symptom", "saddle_numbness")
        self.assertIn("Please get help now.", said)
        self.assertIn("between the legs", said)

    def test_status_leads_with_the_highest_level(self):
        self.succeed("log", 5)
        self.succeed("answer", "rf_leg_pain_one", "yes")
        self.succeed("answer", "rf_fever", "yes")
        self.succeed("answer", "rf_bladder_incontinence", "yes")
        lines = self.succeed("status").splitlines()
        self.assertTrue(lines[0].startswith("Please get help now."), lines[0])
        self.assertIn("Please speak to a health professional today.", lines[2])
        self.assertIn("Book an appointment.", lines[3])
        status = self.ask("status")
        self.assertEqual(status["highest"], "emergency")
        self.assertEqual([a["level"] for a in status["alerts"]], ["emergency", "urgent", "soon"])

    def test_no_alert_is_never_called_all_clear(self):
        self.assertIn("This is not a medical check.", self.succeed("alerts"))
        self.assertEqual(self.ask("alerts"), {"alerts": [], "asks": [], "closed": []})

    def test_an_emergency_is_closed_by_seen_or_mistake_alone(self):
        self.succeed("answer", "rf_saddle_numbness", "yes")
        self.fail_with(1, "close", "rf_saddle_numbness", "dismissed", says="within hours")
        self.fail_with(1, "snooze", "rf_saddle_numbness", 1, says="cannot wait")
        self.assertEqual(self.open_alerts(), {"rf_saddle_numbness": "open"})
        self.assertIn("get help again", self.succeed("close", "rf_saddle_numbness", "seen"))
        self.assertEqual(self.open_alerts(), {})
        closed = self.ask("alerts")["closed"]
        self.assertEqual([(a["rule"], a["closing"]) for a in closed], [("rf_saddle_numbness", "seen")])
        self.assertEqual([s["change"] for s in closed[0]["steps"]], ["raised", "closed"])

    def test_a_mistake_takes_the_answer_back_and_keeps_it(self):
        self.succeed("answer", "rf_fever", "yes")
        self.succeed("condition", "injects_drugs", "yes")
        self.assertIn("cx_fever_high_risk", self.open_alerts())
        self.succeed("close", "cx_fever_high_risk", "mistake")
        self.assertEqual(self.open_alerts(), {})

    def test_for_today_waits_twelve_hours_once(self):
        self.succeed("answer", "rf_fever", "yes")
        self.fail_with(1, "snooze", "rf_fever", 13, says="12 hours")
        self.succeed("snooze", "rf_fever", 12)
        self.assertEqual(self.open_alerts(), {"rf_fever": "snoozed"})
        self.fail_with(1, "snooze", "rf_fever", 1, says="once already")

    def test_fahrenheit_is_a_fever_too(self):
        self.succeed("log", 4)
        self.succeed("measure", "temperature", 100.4, "F")
        self.assertEqual(self.open_alerts(), {"rf_fever": "open"})
        self.fail_with(2, "measure", "temperature", 98.6, "C", says="30 and 45")
        self.assertEqual(self.open_alerts(), {"rf_fever": "open"})

    def test_what_is_not_known_is_named(self):
        self.fail_with(2, "answer", "rf_hiccups", "yes", says="alerts --questions")
        self.fail_with(2, "answer", "rf_fever", "perhaps", says="yes, no, unsure")
        self.fail_with(2, "answer", "rf_fever", "taken_back", says="yes, no, unsure")
        self.fail_with(2, "answer", "rf_fever", "yes", "--detail", "blue", says="blue")
        self.fail_with(2, "close", "rf_hiccups", "seen", says="rf_hiccups")
        self.fail_with(2, "close", "rf_fever", "ended", says="seen, mistake or dismissed")
        self.fail_with(1, "close", "rf_fever", "seen")
        self.assertEqual(self.open_alerts(), {})

    def test_the_questions_have_their_ids(self):
        questions = self.ask("alerts", "--questions")["questions"]
        self.assertGreater(len(questions), 30)
        self.assertTrue(all(q["question"].endswith("?") for q in questions))

    def test_a_past_emergency_of_today_is_raised_and_of_last_month_is_asked(self):
        self.succeed("answer", "rf_saddle_numbness", "yes", "--at", "2026-01-05T10:00")
        document = self.ask("alerts")
        self.assertEqual(document["alerts"], [])
        self.assertEqual(document["asks"], ["rf_saddle_numbness"])

    def test_what_alone_would_be_an_emergency_of_last_month_stands_lower_and_is_asked(self):
        self.succeed("answer", "rf_kidney", "yes", "--detail", "confused", "--at", "2026-01-05T10:00")
        self.assertEqual(self.levels(), {"rf_kidney": "urgent"})
        self.assertEqual(self.ask("alerts")["asks"], ["rf_kidney"])
        self.succeed("answer", "rf_kidney", "yes", "--detail", "confused")
        self.assertEqual(self.levels(), {"rf_kidney": "emergency"})
        self.assertEqual(self.ask("alerts")["asks"], [])

    def test_a_combination_of_last_month_asks_what_it_stands_on(self):
        self.succeed("symptom", "leg_numbness", "--side", "left", "--at", "2026-01-05T10:00")
        self.succeed("symptom", "fever", "--at", "2026-01-06T10:00")
        self.assertNotIn("emergency", self.levels().values())
        self.assertEqual(self.ask("alerts")["asks"], ["rf_leg_one_neuro", "rf_fever"])
        self.succeed("answer", "rf_fever", "yes")
        self.assertEqual(self.levels()["cx_fever_neuro"], "emergency")
        self.assertEqual(self.ask("alerts")["asks"], [])

    def test_contradicting_answers_are_both_kept_and_the_later_stands(self):
        self.succeed("answer", "rf_fever", "yes")
        self.succeed("answer", "rf_fever", "no")
        self.assertEqual(self.open_alerts(), {})
        self.assertEqual([a["closing"] for a in self.ask("alerts")["closed"]], ["ended"])


if __name__ == "__main__":
    unittest.main()
