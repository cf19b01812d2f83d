# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a person and a script use it: words, exit statuses, times."""
import json
import subprocess
import unittest

from program import PROGRAM, ProgramTest


class CommandLine(ProgramTest):
    def test_a_spasm_is_logged_and_found_again(self):
        saved = self.ask("log", 7, "--region", "lower_back:left", "--trigger", "twisting", "--first", "--note", "in bed")

        episode, = self.ask("history")["episodes"]
        self.assertEqual(episode["id"], saved["episode"])
        self.assertEqual(episode["regions"], [{"id": "lower_back", "side": "left"}])
        self.assertEqual(episode["triggers"], ["twisting"])
        self.assertIs(episode["first_ever"], True)
        reading, = episode["readings"]
        self.assertEqual((reading["pain"], reading["note"], reading["at"]), (7, "in bed", saved["at"]))

    def test_while_one_is_open_log_adds_a_reading_and_joins_regions(self):
        self.succeed("log", 7, "--region", "neck", "--trigger", "bending")
        said = self.succeed("log", 5, "--region", "hip:right", "--trigger", "twisting")

        self.assertIn("open spasm", said)
        episode, = self.ask("history")["episodes"]
        self.assertEqual([r["id"] for r in episode["regions"]], ["neck", "hip"])
        self.assertEqual(episode["triggers"], ["bending", "twisting"])
        self.assertEqual([r["pain"] for r in episode["readings"]], [7, 5])

    def test_options_stand_before_or_after_the_command(self):
        self.run_program("--json", "--note", "first", "log", 3)
        self.run_program("log", "--note", "second", 4)
        subprocess.run([PROGRAM, "--data", str(self.data), "--note", "log", "log", "5"], env=self.env, check=True,
                       capture_output=True)

        self.assertEqual([r["note"] for r in self.readings()], ["first", "second", "log"])

    def test_numbers_out_of_range_and_words_not_known_exit_with_2(self):
        self.fail_with(2, "log", 11, says="0 (none) to 10")
        self.fail_with(2, "log", -1)
        self.fail_with(2, "log", "seven")
        self.fail_with(2, "log")
        self.fail_with(2, "log", 7, "--region", "elbow", says="lower_back")
        self.fail_with(2, "log", 7, "--region", "neck:up")
        self.fail_with(2, "log", 7, "--trigger", "magic")
        self.fail_with(2, "log", 7, "--at", "yesterday", says="2026-03-02T08:00")
        self.fail_with(2, "log", 7, "--at", "2026-02-30T08:00")
        self.fail_with(2, "dance")
        self.fail_with(2, "status", "--at", "2026-01-01T10:00", says="--at")
        self.fail_with(2, "log", 7, "--from", "2026-01-01")
        self.fail_with(2, "history", "--from", "2026-02-01", "--to", "2026-01-01", says="--from lies after --to")
        self.fail_with(2, "measure", "temperature", 38, "kg")
        self.fail_with(2, "measure", "temperature", 300, "C")
        self.fail_with(2, "function", "walk", 4)
        self.fail_with(2, "profile", "shoe_size", 44, says="emergency_number")
        self.assertEqual(self.ask("history")["episodes"], [])

    def test_what_is_understood_and_refused_exits_with_1_and_says_why(self):
        self.fail_with(1, "pain", 4, says="No spasm is open")
        self.fail_with(1, "end", says="No spasm is open")
        self.fail_with(1, "log", 7, "--at", "2036-01-01T10:00", says="future")
        self.succeed("log", 7, "--at", "2026-03-02T08:00")
        self.fail_with(1, "log", 7, "--at", "2026-03-02T07:59:59", says="2026-03-02T08:00:00+01:00")
        self.fail_with(1, "end", "--at", "2026-03-02T07:00", says="2026-03-02T08:00:00+01:00")
        self.fail_with(1, "no-pain", says="open since")
        self.assertEqual(len(self.readings()), 1)

    def test_a_spasm_that_returns_within_24_hours_is_the_same_one(self):
        self.succeed("log", 7, "--at", "2026-03-02T08:00")
        self.succeed("end", "--at", "2026-03-02T10:00")
        again = self.ask("log", 5, "--at", "2026-03-03T09:59:59")
        self.assertEqual(again["outcome"], "went_on")
        self.succeed("end", "--at", "2026-03-03T11:00")
        self.assertEqual(self.ask("log", 5, "--at", "2026-03-04T11:00")["outcome"], "began")

        later, first = self.ask("history")["episodes"]
        self.assertEqual([b["end"] for b in first["bouts"]], ["2026-03-02T10:00:00+01:00", "2026-03-03T11:00:00+01:00"])
        self.assertTrue(later["open"])

    def test_local_times_that_the_clock_change_skips_or_doubles_name_both_offsets(self):
        for time in ("2026-03-29T02:30", "2025-10-26T02:30"):
            error = self.fail_with(1, "log", 7, "--at", time)
            self.assertIn(time + "+01:00", error)
            self.assertIn(time + "+02:00", error)

        first = self.ask("log", 7, "--at", "2025-10-26T02:30+02:00")
        second = self.ask("log", 6, "--at", "2025-10-26T02:30+01:00")
        self.assertEqual(first["at"], "2025-10-26T02:30:00+02:00")
        self.assertEqual(second["at"], "2025-10-26T02:30:00+01:00")
        self.assertEqual([r["pain"] for r in self.readings()], [7, 6])

    def test_a_period_counts_its_days_in_local_time(self):
        for day in ("2026-01-09T23:59", "2026-01-11T00:00", "2026-01-13T12:00"):
            self.succeed("log", 3, "--at", day)
            self.succeed("end", "--at", day)
        onsets = [e["onset"][:10] for e in self.ask("history", "--from", "2026-01-10", "--to", "2026-01-13")["episodes"]]
        self.assertEqual(onsets, ["2026-01-13", "2026-01-11"])

    def test_notes_come_back_as_typed(self):
        notes = ["שלום ‏ עולם", "🙂 \"quoted\", comma", "two\nlines\tand a tab", "=1+1", " spaces ", "-7", "x" * 100_000]
        for note in notes:
            self.succeed("log", 3, f"--note={note}")
        self.assertEqual([r["note"] for r in self.readings()], notes)

    def test_a_note_of_a_megabyte_is_kept_and_a_longer_one_refused(self):
        note = ("äöü\n" * 149_797)[: 1024 * 1024].encode()[: 1024 * 1024 - 8].decode(errors="ignore")
        self.succeed("log", 3, "--note-file", "-", stdin=note.encode())
        self.fail_with(2, "log", 3, "--note-file", "-", stdin=b"x" * (1024 * 1024 + 1), says="1048576")
        self.fail_with(2, "log", 3, "--note-file", "-", stdin=b"a\0b", says="NUL")
        self.fail_with(2, "log", 3, "--note-file", "-", stdin=b"\xff\xfe", says="UTF-8")
        self.fail_with(2, "log", 3, "--note-file", self.home / "missing", says="cannot be read")
        self.assertEqual([r["note"] for r in self.readings()], [note])

    def test_a_note_that_is_not_utf8_is_refused(self):
        done = subprocess.run([PROGRAM.encode(), b"log", b"3", b"--note", b"\xe4", b"--data", str(self.data).encode()],
                              env=self.env, capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"UTF-8", done.stderr)

    def test_everything_can_be_told_without_a_spasm(self):
        self.succeed("symptom", "leg_tingling", "--side", "left", "--change", "new", "--since", 3)
        self.succeed("function", "walk", 3)
        self.succeed("measure", "temperature", "100.4", "F")
        self.succeed("measure", "weight", "71.5", "kg")
        self.succeed("procedure", 30)
        self.succeed("condition", "osteoporosis", "yes")
        for key, value in (("age", 40), ("pregnant_weeks", 12), ("clinician_ok", "heat:raynaud"),
                           ("emergency_number", "112"), ("medicine", "warfarin:anticoagulant"), ("pace", "alt_hw")):
            self.succeed("profile", key, value)
        history = self.ask("history")
        self.assertEqual(history["episodes"], [])
        self.assertEqual(history["symptoms"][0]["side"], "left")
        self.assertEqual(history["functions"][0]["level"], 3)
        self.assertEqual([m["value"] for m in history["measurements"]], [38.0, 71.5])
        self.assertEqual(history["conditions"][0]["condition"], "osteoporosis")
        self.assertEqual(history["medicines"][0]["use"], "regular")
        self.assertIn({"key": "clinician_ok", "value": "heat:raynaud"},
                      [{"key": p["key"], "value": p["value"]} for p in history["profile"]])

    def test_a_class_shows_its_cautions_in_full_once_and_in_one_line_later(self):
        first = self.succeed("took", "tizanidine", "--class", "muscle_relaxant")
        later = self.succeed("took", "Tizanidine")
        self.assertIn("Do not drive or use machines.", first)
        self.assertGreater(first.count("\n"), later.count("\n"))
        self.assertIn("Do not drive.", later)
        self.assertIn("--class", self.succeed("took", "something"))

    def test_a_day_without_pain_is_a_record_and_stands_once(self):
        self.succeed("no-pain")
        self.assertTrue(self.ask("no-pain")["was_there"])
        self.assertEqual(len(self.ask("history")["pain_free_days"]), 1)

    def test_help_and_version_need_no_diary(self):
        for arguments in (["--help"], ["log", "--help"], ["--version"]):
            done = subprocess.run([PROGRAM, *arguments], env=self.env, capture_output=True)
            self.assertEqual(done.returncode, 0, arguments)
            self.assertTrue(done.stdout)
        self.assertFalse(self.data.exists())
        self.assertFalse((self.home / "share" / "unclench").exists())

    def test_the_folder_is_in_the_home_where_none_is_named(self):
        subprocess.run([PROGRAM, "log", "7"], env=self.env, check=True, capture_output=True)
        self.assertTrue((self.home / "share" / "unclench" / "unclench.db").exists())

    def test_output_that_cannot_be_written_is_no_success(self):
        self.succeed("log", 7)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "history", "--data", str(self.data)], env=self.env, stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 3)


class Insights(ProgramTest):
    def test_an_empty_diary_has_none_and_says_how_many_it_takes(self):
        answer = self.ask("insights")
        self.assertEqual(answer["episodes"], 0)
        self.assertIsNone(answer["hours"]["counts"])
        self.assertEqual(answer["helped"], [])
        said = self.run_program("insights").stdout.decode()
        self.assertIn("0 of 8 spasms that it takes", said)

    def test_they_keep_to_the_period(self):
        self.succeed("log", "7", "--at", "2026-01-05T10:00")
        self.succeed("end", "--at", "2026-01-05T12:00")
        self.assertEqual(self.ask("insights", "--from", "2026-01-05")["episodes"], 1)
        self.assertEqual(self.ask("insights", "--from", "2026-01-06")["episodes"], 0)

    def test_a_period_that_ends_before_it_begins_is_refused(self):
        self.fail_with(2, "insights", "--from", "2026-02-01", "--to", "2026-01-01", says="--from lies after --to")


class Visits(ProgramTest):
    def visits(self):
        return self.ask("visit", "list")["visits"]

    def test_one_is_prepared_finished_and_followed_by_the_next(self):
        saved = self.ask("visit", "add", "2026-03-02T09:00", "--with", "Dr Weber", "--goal", "Sleep through",
                         "--question", "Why at night?", "--question", "Is work safe?")
        self.assertEqual((saved["saved"], saved["at"], saved["was_there"]),
                         ("visit", "2026-03-02T09:00:00+01:00", False))
        visit, = self.visits()
        self.assertEqual(visit, {
            "id": saved["id"], "at": saved["at"], "provider": "Dr Weber", "goal": "Sleep through",
            "questions": ["Why at night?", "Is work safe?"], "from_day": "", "to_day": "",
            "sections": ["where", "strength", "course", "spasms", "nerves", "injury", "treatment"], "is_long": False,
            "shown_name": "none", "is_over": False, "said": "", "to_do": ""})

        done = self.ask("visit", "done", "--said", "Keep moving", "--to-do", "Walk each day",
                        "--next", "2036-04-01T09:00")
        self.assertEqual((done["id"], done["next"]), (saved["id"], "2036-04-01T09:00:00+02:00"))
        ahead, over = self.visits()
        self.assertEqual((ahead["provider"], ahead["at"], ahead["is_over"]), ("Dr Weber", done["next"], False))
        self.assertEqual((over["is_over"], over["said"], over["to_do"]), (True, "Keep moving", "Walk each day"))
        self.succeed("visit", "done", "2026-03-02T09:00", "--to-do", "")
        self.assertEqual(self.visits()[1]["to_do"], "")

    def test_those_ahead_come_first_the_soonest_first_then_those_over_the_latest_first(self):
        for time in ("2026-03-02T09:00", "2026-03-03T09:00", "2036-03-05T09:00", "2036-03-04T09:00"):
            self.succeed("visit", "add", time)
        self.succeed("visit", "done")
        self.succeed("visit", "done")
        self.assertEqual([v["at"][:10] for v in self.visits()], ["2036-03-04", "2036-03-05", "2026-03-03", "2026-03-02"])

    def test_a_person_sees_one_line_each_and_its_goal(self):
        self.assertIn("No visit is written down", self.succeed("visit", "list"))
        self.succeed("visit", "add", "2024-03-02T09:00", "--with", "Dr Weber", "--goal", "Sleep\nthrough")
        self.assertEqual(self.succeed("visit", "list"), "Sat 2 Mar 2024 09:00, Dr Weber, not done yet\n    Sleep through\n")
        self.succeed("visit", "done")
        self.assertIn("Dr Weber, over\n", self.succeed("visit", "list"))

    def test_the_same_minute_and_provider_is_the_same_visit(self):
        first = self.ask("visit", "add", "2036-03-02T09:00", "--with", "Dr Weber", "--goal", "Sleep through")
        again = self.ask("visit", "add", "2036-03-02T09:00:30", "--with", "dr weber")
        self.assertEqual((again["id"], again["was_there"]), (first["id"], True))
        changed = self.ask("visit", "add", "2036-03-02T09:00", "--with", "Dr Weber", "--question", "Why at night?")
        self.assertEqual((changed["id"], changed["was_there"]), (first["id"], False))
        self.succeed("visit", "add", "2036-03-02T09:00", "--with", "Physiotherapy")
        self.assertEqual([(v["provider"], v["goal"], v["questions"]) for v in self.visits()],
                         [("Dr Weber", "Sleep through", ["Why at night?"]), ("Physiotherapy", "", [])])

    def test_one_is_named_by_its_time_or_by_the_beginning_of_its_id(self):
        first = self.ask("visit", "add", "2026-03-02T09:00")["id"]
        self.ask("visit", "add", "2026-03-02T09:00", "--with", "Physiotherapy")
        self.fail_with(2, "visit", "done", "2026-03-02T09:00", says="More than one")
        self.fail_with(2, "visit", "done", "2026-03-02T10:00", says="visit list --json")
        self.fail_with(2, "visit", "done", first[:7], says="visit list --json")
        self.fail_with(2, "visit", "done", "ffffffff-ffff", says="no visit")
        self.assertEqual(self.ask("visit", "done", first.upper())["id"], first)
        self.assertTrue(self.ask("visit", "done", first)["was_there"])

    def test_what_cannot_be_done_says_what_to_do(self):
        self.fail_with(1, "visit", "done", says="No visit is written down")
        self.succeed("visit", "add", "2036-03-02T09:00")
        self.fail_with(1, "visit", "done", says="still ahead")
        self.fail_with(1, "visit", "done", "2036-03-02T09:00", says="still ahead")
        self.succeed("visit", "add", "2026-03-02T09:00")
        self.fail_with(1, "visit", "done", "--next", "2026-03-01T09:00", says="before this one")
        self.fail_with(1, "visit", "add", "2026-03-29T02:30", says="2026-03-29T02:30+02:00")
        self.fail_with(1, "visit", "done", "--next", "2026-10-25T02:30", says="happened twice")
        self.fail_with(2, "visit", "add", says="Say when")
        self.fail_with(2, "visit", "add", "tomorrow", says="2026-03-02T08:00")
        self.fail_with(2, "visit", "add", "2026-03-02T09:00", "--at", "2026-03-02T08:00", says="--at")
        self.fail_with(2, "visit", "list", "--at", "2026-03-02T08:00", says="--at")
        self.fail_with(2, "visit", "list", "--from", "2026-03-02", says="--from")
        self.fail_with(2, "visit", "add", "2026-03-02T09:00", "--said", "x", says="--said")
        self.fail_with(2, "visit", "list", "2026-03-02T09:00", says="takes no")
        self.fail_with(2, "visit", "prepare", says="add, list or done")
        self.fail_with(2, "visit", says="DO")
        self.fail_with(2, "visit", "add", "2026-03-02T10:00", "--goal", "x" * 20_001, says="20000")
        self.fail_with(2, "visit", "add", "2026-03-02T10:00", *["--question", "Why?"] * 4, says="three questions")
        self.assertEqual([v["is_over"] for v in self.visits()], [False, False])

    def test_a_visit_ahead_touches_nothing_else(self):
        self.succeed("visit", "add", "2036-03-02T09:00")
        self.assertEqual(self.ask("symptom", "fever")["clock_behind"], False)
        self.assertEqual(self.ask("history")["episodes"], [])

    def test_what_a_doctor_asks_is_told_once_and_taken_back_with_an_empty_text(self):
        for key in ("first_began", "diagnoses", "tests_done", "other_conditions", "allergies"):
            self.assertEqual(self.ask("profile", key, f"my {key}")["saved"], "profile")
        self.succeed("profile", "allergies", "")
        told = [(b["topic"], b["text"]) for b in self.ask("history")["background"]]
        self.assertEqual(told[0], ("first_began", "my first_began"))
        self.assertEqual(told[-1], ("allergies", ""))
        self.assertEqual(len(told), 6)
        self.fail_with(2, "profile", "diagnoses", "x" * 20_001, says="20000")
        self.fail_with(1, "profile", "diagnoses", "disc", "--at", "2036-01-01T10:00", says="future")


class Replay(ProgramTest):
    def scenario(self, *steps, **more):
        file = self.home / "scenario.json"
        file.write_text(json.dumps({"id": "Z1", "title": "t", "start": "2026-03-02T08:00:00+01:00", "steps": steps} | more))
        return file

    start = {"at": "0m", "do": "episode.start", "regions": [{"id": "neck"}], "pain": 5}

    def test_an_expectation_that_does_not_hold_fails_by_name(self):
        file = self.scenario(self.start, {"at": "90m", "do": "observe", "expect": {"episodes": {"total": 2}}})
        done = self.run_program("replay", file)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.decode(), "FAIL Z1 +1h30m: expected episodes.total 2, got 1\n0 passed, 1 failed\n")

    def test_a_refused_step_is_seen_once(self):
        file = self.scenario({"at": "0m", "do": "pain", "value": 3}, {"at": "1m", "do": "observe"},
                             {"at": "2m", "do": "observe"})
        self.assertEqual([o["refused"] for o in self.ask("replay", file)], [["no_episode"], None])

    def test_a_file_that_does_not_fit_names_the_step_and_what_is_wrong(self):
        observe = {"at": "1d", "do": "observe"}
        for steps, says in (
                ([self.start | {"pain": 11}, observe], "step 0: episode.start: pain"),
                ([self.start | {"colour": "red"}, observe], "unknown field colour"),
                ([{"at": "0m", "do": "sing"}, observe], "unknown do"),
                ([observe, self.start], "step 1"),
                ([{"at": "1h", "do": "suspend", "for": "2h"}, {"at": "2h", "do": "observe"}], "step 1"),
                ([{"at": "soon", "do": "observe"}], "at cannot be"),
                ([self.start], "observe"),
                ([], "steps")):
            self.fail_with(2, "replay", self.scenario(*steps), says=says)
        (self.home / "broken.json").write_text("{")
        self.fail_with(2, "replay", self.home / "broken.json", says="broken.json")
        self.fail_with(2, "replay", self.home / "missing.json", says="missing.json")


if __name__ == "__main__":
    unittest.main()
