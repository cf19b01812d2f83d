# SPDX-License-Identifier: GPL-3.0-or-later
""""Saved" is true: the program is killed at random moments while it logs, and every record that it
acknowledged is there. The number of rounds comes from KILL_ROUNDS.
"""
import json
import os
import random
import subprocess
import time
import unittest

from program import PROGRAM, ProgramTest


class Kill(ProgramTest):
    def test_every_acknowledged_record_is_there(self):
        rounds = int(os.environ.get("KILL_ROUNDS", "20"))
        seed = int(os.environ.get("KILL_SEED", random.randrange(1 << 30)))
        rng = random.Random(seed)
        command = [PROGRAM, "log", "5", "--json", "--note", "y" * 3000, "--data", str(self.data)]
        acknowledged = []
        killed = 0
        began = time.monotonic()
        for _ in range(3):
            self.succeed("log", "5")
        one = (time.monotonic() - began) / 3  # from start to exit, on this machine
        for _ in range(rounds):
            lasts = rng.uniform(0.1 * one, 4 * one)
            # Logs one after the other until it is killed, with whatever it is doing at that moment.
            loop = subprocess.Popen(["sh", "-c", 'while "$@"; do :; done', "sh", *command], env=self.env,
                                    stdout=subprocess.PIPE, start_new_session=True)
            try:
                loop.wait(timeout=lasts)
            except subprocess.TimeoutExpired:
                os.killpg(loop.pid, 9)
                killed += 1
            decoder = json.JSONDecoder()
            text = loop.communicate()[0].decode().strip()
            while text:
                try:
                    saved, end = decoder.raw_decode(text)
                except json.JSONDecodeError:
                    break  # half printed: nobody was told
                acknowledged.append(saved["id"])
                text = text[end:].strip()
            self.succeed("verify")
        found = {reading["id"] for reading in self.readings()}
        self.assertEqual([r for r in acknowledged if r not in found], [], f"KILL_SEED={seed}")
        self.assertEqual(killed, rounds)
        self.assertTrue(acknowledged)
        print(f"{rounds} rounds, {killed} killed, {len(acknowledged)} acknowledged, {len(found)} found, none lost")


if __name__ == "__main__":
    unittest.main()
