# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed at random moments of an answer that is an emergency: whenever the answer is in the diary,
the next start shows the emergency. The number of rounds comes from KILL_ROUNDS.
"""
import os
import random
import shutil
import sqlite3
import subprocess
import time
import unittest

from program import PROGRAM, ProgramTest, database

QUESTION = "rf_saddle_numbness"


class RedFlagKill(ProgramTest):
    def answer(self, data):
        return subprocess.Popen([PROGRAM, "answer", QUESTION, "yes", "--data", str(data)], env=self.env,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def has_answer(self, data):
        with sqlite3.connect(f"file:{database(data)}?mode=ro", uri=True) as diary:
            return diary.execute("SELECT count(*) FROM answer WHERE question = ? AND value = 'yes'",
                                 (QUESTION,)).fetchone()[0] > 0

    def test_an_answer_in_the_diary_is_an_emergency_after_a_kill(self):
        rounds = int(os.environ.get("KILL_ROUNDS", "20"))
        seed = int(os.environ.get("KILL_SEED", random.randrange(1 << 30)))
        rng = random.Random(seed)
        self.succeed("log", "4")
        whole = self.home / "whole"
        shutil.copytree(self.data, whole)
        begin = time.monotonic()
        self.assertEqual(self.answer(whole).wait(timeout=60), 0)
        lasts = time.monotonic() - begin
        self.assertTrue(self.has_answer(whole))
        killed = kept = 0
        for number in range(rounds):
            data = self.home / f"round{number}"
            shutil.copytree(self.data, data)
            begin = time.monotonic()
            process = self.answer(data)
            try:
                # Most of a run is its start: most kills hit the part that writes.
                process.wait(timeout=lasts * rng.uniform(0.3, 1.05))
                lasts = min(lasts, time.monotonic() - begin)  # the first one read the program from disk
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=60)
                killed += 1
            alerts = {alert["rule"]: alert for alert in self.ask("alerts", data=data)["alerts"]}
            has_answer = self.has_answer(data)
            kept += has_answer
            self.assertEqual(has_answer, QUESTION in alerts, f"KILL_SEED={seed}, round {number}")
            if has_answer:
                self.assertEqual(alerts[QUESTION]["level"], "emergency")
            self.succeed("verify", data=data)
            shutil.rmtree(data)
        self.assertGreater(killed, 0)
        print(f"{rounds} rounds, {killed} killed, {kept} answers kept, each with its emergency")


if __name__ == "__main__":
    unittest.main()
