# SPDX-License-Identifier: GPL-3.0-or-later
"""`unclench export fhir` writes what the examples beside this file hold, byte for byte, and no more than was asked for.

The histories are made with the command line at fixed times. Ids and the two times of the export itself differ from run to
run: ids are numbered in the order in which they appear, the times are left out. After a wanted change:
UNCLENCH_PROGRAM=... tests/exchange/fhir_test.py --write, and read the difference.
"""
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "world"))

from bad_worlds_test import mounted, needs_mount
from program import PROGRAM, ProgramTest

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
    ), ("--notes", "--name")),
}


def stable(text):
    """Without what differs from run to run."""
    numbers = {}
    text = UUID.sub(lambda found: "00000000-0000-4000-8000-%012d" % numbers.setdefault(found[0], len(numbers) + 1), text)
    return re.sub(r'"(timestamp|recorded)":"[^"]+"', r'"\1":"(time)"', text)


class FhirExport(ProgramTest):
    def made(self, name):
        commands, options = HISTORIES[name]
        for command in commands:
            self.succeed(*command.split())
        target = self.home / f"{name}.json"
        self.succeed("export", "fhir", target, *options)
        return target

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
        self.assertEqual(told["resources"], {"Observation": 2, "Patient": 1, "Provenance": 1})
        self.assertFalse(told["notes"])
        self.assertEqual(len(json.loads(target.read_text())["entry"]), 4)

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
        self.fail_with(2, "export", "ics", target, "--name", says="fhir alone")
        self.fail_with(2, "export", "json", target, "--name", says="fhir alone")
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
