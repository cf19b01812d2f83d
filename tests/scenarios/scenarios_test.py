# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays every scenario of this folder with the built program.
"""
import json
import os
import pathlib
import subprocess
import unittest

HERE = pathlib.Path(__file__).parent
PROGRAM = os.environ["UNCLENCH_PROGRAM"]
NOT_SCENARIOS = {"coverage.json"}


def scenario_files():
    return sorted(path for path in HERE.glob("*.json") if path.name not in NOT_SCENARIOS)


class Scenarios(unittest.TestCase):
    def test_all_pass(self):
        unexpected = []
        played = 0
        # One process for each file, two at a time.
        files = scenario_files()
        for pair in zip(files[::2], files[1::2] + [None] * (len(files) % 2)):
            running = [(path, subprocess.Popen([PROGRAM, "replay", str(path)], stdout=subprocess.PIPE,
                                               stderr=subprocess.PIPE, text=True)) for path in pair if path]
            for path, process in running:
                out, error = process.communicate(timeout=300)
                self.assertIn(process.returncode, (0, 1), f"{path.name}: {error}")
                for line in out.splitlines()[:-1]:
                    played += 1
                    if not line.startswith("ok "):
                        unexpected.append(f"{path.name}: {line}")
        self.assertEqual(unexpected, [])
        self.assertGreater(played, 600)

    def test_each_id_stands_once(self):
        ids = [scenario["id"] for path in scenario_files() for scenario in json.loads(path.read_text())]
        self.assertEqual(sorted({i for i in ids if ids.count(i) > 1}), [])


if __name__ == "__main__":
    unittest.main()
