# SPDX-License-Identifier: GPL-3.0-or-later
"""`unclench export fhir` writes what the examples beside this file hold, byte for byte, and no more than was asked for.

The histories are made with the command line at fixed times. Ids and the times of the export itself differ from run to
run: ids are numbered in the order in which they appear, the times are left out. After a wanted change:
UNCLENCH_PROGRAM=... tests/exchange/fhir_test.py --write, and read the difference.
"""
import contextlib
import json
import os
import pathlib
import re
import sqlite3
import stat
import subprocess
import sys
import unittest
import uuid

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "world"))

from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest, database

EXAMPLES = HERE / "fhir_examples"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

# name -> (the commands, the options of the export)
HISTORIES = {
    "one_spasm": ((
        "log 7 --region lower_back:left --trigger twisting --at 2024-03-04T08:00",
        "pain 5 --at-rest --at 2024-03-04T12:00",
        "symptom leg_tingling --side left --change new --since 2 --at 2024-03-04T12:05",
        "function walk 2 --at 2024-03-04T12:10",
        "took ibuprofen --dose 400mg --at 2024-03-04T12:15",
        "end --at 2024-03-04T18:30",
        "log 4 --at 2024-03-05T10:00",
    ), ()),
    "care_and_answers": ((
        "cold 15 --kind pack --pain 6 --pain-after 4 --skin pink --felt better --at 2024-03-04T09:00",
        "answer rf_saddle_numbness no --at 2024-03-04T10:00",
        "answer rf_fever unsure --at 2024-03-04T10:01",
        "answer rf_foot_drop skipped --at 2024-03-04T10:01",
        "measure temperature 38.5 C --at 2024-03-04T10:02",
        "measure weight 80 kg --at 2024-03-04T10:03",
        "procedure 10 --at 2024-03-04T10:04",
        "no-pain --at 2024-02-20T12:00",
        "profile medicine Magnesium",
    ), ()),
    "with_notes_and_name": ((
        "log 3 --note Lifting_a_box --at 2024-03-04T08:00",
        "end --at 2024-03-04T09:00",
        "visit add 2024-03-10T09:00 --with Dr_Weber --goal Sleep --question Is_work_safe?",
        "visit done --said Keep_moving --to-do Walk",
        "visit add 2099-01-15T10:00",
        "profile name Ada_Example --at 2024-03-04T08:00",
        "profile birth_year 1980 --at 2024-03-04T08:00",
        "background diagnoses Lumbago",
        "background allergies Latex_<gloves>_&_nickel",
    ), ("--notes", "--name")),
}


def stable(text):
    """Without what differs from run to run."""
    numbers = {}
    text = UUID.sub(lambda found: "00000000-0000-4000-8000-%012d" % numbers.setdefault(found[0], len(numbers) + 1), text)
    # When a warning that the first command brings up ended by itself depends on the real clock.
    text = re.sub(r"(Raised|holds,) \d+ \w+ \d{4} \d\d:\d\d\.", r"\1 (time).", text)
    return re.sub(r'"(timestamp|recorded|date)":"[^"]+"', r'"\1":"(time)"', text)


class FhirExport(ProgramTest):
    def made(self, name):
        commands, options = HISTORIES[name]
        for command in commands:
            first, *words = command.split()
            if first == "background":
                self.tell_background(*words)
            else:
                self.succeed(first, *words)
        target = self.home / f"{name}.json"
        self.succeed("export", "fhir", target, *options)
        return target

    def tell_background(self, topic, text):
        """Straight into the file: there is no command for it."""
        at = 1709535600000
        with contextlib.closing(sqlite3.connect(database(self.data))) as connection, connection:
            connection.execute("INSERT INTO background VALUES (?, ?, ?, '0123456789ab', NULL, ?, 60, ?, ?)",
                               (str(uuid.uuid5(uuid.NAMESPACE_URL, topic)), at, at, at, topic, text))

    def test_the_examples_come_out_byte_for_byte(self):
        for name in HISTORIES:
            with self.subTest(name):
                self.data = self.home / name
                example = EXAMPLES / f"{name}.json"
                made = stable(self.made(name).read_text(encoding="utf-8"))
                if "--write" in sys.argv:
                    example.write_text(made, encoding="utf-8")
                self.assertEqual(made.splitlines(), example.read_text(encoding="utf-8").splitlines())
                self.assertEqual(made, example.read_text(encoding="utf-8"))

    def test_a_bundle_is_for_this_user_alone_whatever_the_umask_says(self):
        self.succeed("log", 5)
        target = self.home / "diary.json"

        before = os.umask(0)
        try:
            self.succeed("export", "fhir", target)
        finally:
            os.umask(before)

        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o600)

    def test_it_is_counted_and_says_what_is_not_in_it(self):
        self.succeed("log", 5, "--note", "secret")
        target = self.home / "diary.json"

        said = self.succeed("export", "fhir", target)
        told = self.ask("export", "fhir", target)

        self.assertIn("Your notes are not in it.", said)
        self.assertNotIn("secret", target.read_text())
        self.assertEqual(told["resources"], {"Composition": 1, "Observation": 2, "Patient": 1, "Provenance": 1})
        self.assertEqual(told["texts"], 0)
        self.assertFalse(told["notes"])
        self.assertEqual(len(json.loads(target.read_text())["entry"]), 5)

    def test_what_was_written_for_a_doctor_is_in_it_and_that_is_said(self):
        self.succeed("no-pain")
        self.tell_background("diagnoses", "Disc, said Dr Weber")
        target = self.home / "diary.json"

        said = self.succeed("export", "fhir", target)

        self.assertIn("diagnoses", said)
        cover = json.loads(target.read_text())["entry"][0]["resource"]
        self.assertEqual([section["title"] for section in cover["section"]],
                         ["Spasms and pain", "What a doctor said that it is"])
        self.assertIn("<p>Disc, said Dr Weber</p>", cover["section"][1]["text"]["div"])

    def test_a_warning_is_told_in_the_words_that_were_shown(self):
        self.succeed("answer", "rf_saddle_numbness", "yes")
        target = self.home / "diary.json"

        self.succeed("export", "fhir", target)

        cover = json.loads(target.read_text())["entry"][0]["resource"]
        warnings = cover["section"][0]
        self.assertEqual(warnings["title"], "What the program warned of")
        self.assertRegex(warnings["text"]["div"], r"<ul><li>Emergency: .* Raised .* Open\.</li></ul>")
        for name in ("cauda", "Cauda", "equina"):
            self.assertNotIn(name, target.read_text())

    def test_another_file_is_left_alone(self):
        self.succeed("log", 5)
        target = self.home / "diary.json"
        target.write_text('{"resourceType":"Bundle"}')

        self.fail_with(1, "export", "fhir", target, says="no such export")
        self.fail_with(1, "export", "fhir", self.home, says="folder")
        self.fail_with(3, "export", "fhir", self.home / "none" / "diary.json", says="not there")

        self.assertEqual(target.read_text(), '{"resourceType":"Bundle"}')

    def test_options_of_other_forms_are_not_understood(self):
        target = self.home / "diary.json"
        self.fail_with(2, "export", "fhir", target, "--sections", "spasms", says="json and csv")
        self.fail_with(2, "export", "fhir", target, "--breaks", says="ics alone")
        self.fail_with(2, "export", "ics", target, "--name", says="never holds your name")
        self.fail_with(2, "export", "json", target, "--name", says="--for-others")
        self.fail_with(2, "export", "fhir", target, "--notes", "--no-notes", says="both")
        self.assertFalse(target.exists())

    @needs_mount
    def test_a_full_disk_leaves_what_was_there(self):
        stick = self.home / "stick"
        stick.mkdir()
        note = self.home / "note"
        note.write_text("x" * 100_000)
        self.succeed("log", 5)
        target = stick / "diary.json"
        export = f'"{PROGRAM}" export fhir "{target}" --notes --data "{self.data}"'
        script = (f'mount -t tmpfs -o size=64k tmpfs "{stick}"; {export} >&2; before=$(cksum < "{target}"); '
                  f'"{PROGRAM}" log 5 --note-file "{note}" --data "{self.data}" >/dev/null; '
                  f'{export} 2>"{self.home}/error" >/dev/null; '
                  f'echo $?; test "$(cksum < "{target}")" = "$before" && echo same; ls -A "{stick}"')

        done = subprocess.run([*mounted("true"), "sh", "-c", script], env=self.env, capture_output=True, timeout=60)

        self.assertEqual(done.stdout.decode().split(), ["3", "same", "diary.json"], done.stderr.decode())
        self.assertIn("full", (self.home / "error").read_text())


if __name__ == "__main__":
    unittest.main(argv=[one for one in sys.argv if one != "--write"])
