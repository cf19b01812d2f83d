# SPDX-License-Identifier: GPL-3.0-or-later
"""`unclench insights` counts what docs/insights.md says: ten made-up histories, each counted by the program and again
without it."""
import contextlib
import math
import pathlib
import sqlite3
import sys
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "world"))

import independent
import made_up
from program import ProgramTest, database


def periods(seed):
    """Of the large history also short ones, which come to each minimum one by one."""
    yield from ((), ("--from", "2025-06-01", "--to", "2025-12-31"))
    if seed == 10:
        yield from (("--from", "2025-06-01", "--to", f"2025-06-{day:02}") for day in range(1, 25))


def differences(said, counted, path=""):
    """(path, what the program says, what is counted here) where they are not the same."""
    if isinstance(said, dict) and isinstance(counted, dict) and said.keys() == counted.keys():
        return [d for key in counted for d in differences(said[key], counted[key], f"{path}.{key}")]
    if isinstance(said, list) and isinstance(counted, list) and len(said) == len(counted):
        return [d for i in range(len(said)) for d in differences(said[i], counted[i], f"{path}[{i}]")]
    if isinstance(counted, float) and isinstance(said, (int, float)) and not isinstance(said, bool):
        return [] if math.isclose(said, counted, rel_tol=1e-6, abs_tol=1e-6) else [(path, said, counted)]
    return [] if said == counted and type(said) is type(counted) else [(path, said, counted)]


def shown(answer):
    """Of each figure, and of each that may be silent inside another, whether it is there."""
    yield from ((name, answer[name][key] is not None) for name, key in (
        ("hours", "counts"), ("places", "places"), ("length", "median_ms"), ("half", "median_ms"),
        ("triggers", "triggers")))
    yield from (("place_worst", p["median_worst"] is not None) for p in answer["places"]["places"] or [])
    if answer["half"]["n"] >= 5:
        yield "half_reached", answer["half"]["median_ms"] is not None
    for row in answer["helped"]:
        yield f"helped_{row['kind']}", row["median_change"] is not None
        if row["n"] >= 6:
            yield "noticed_better", row["noticed"] == "better"
            yield "noticed_worse", row["noticed"] == "worse"
    yield from ((f"sitting_{name}", s["median_difference_min"] is not None) for name, s in answer["sitting"].items())


class Insights(ProgramTest):
    def diary(self, seed):
        folder = self.home / f"history-{seed}"
        self.succeed("no-pain", "--at", "2026-01-01T10:00", data=folder)
        made_up.write(database(folder), seed)
        return folder

    def test_the_program_and_an_independent_count_agree(self):
        seen = set()
        for seed in made_up.CHARACTERS:
            folder = self.diary(seed)
            for period in periods(seed):
                said = self.ask("insights", *period, data=folder)
                with contextlib.closing(sqlite3.connect(database(folder))) as connection:
                    counted = independent.compute(connection, said["now_utc_ms"], **{
                        name.replace("_utc", ""): at for name, at in said["period"].items()})
                seen.update(shown(counted))
                with self.subTest(history=seed, period=period):
                    wrong = differences(said, counted)
                    if wrong:
                        self.fail(f"{len(wrong)} differ:" + "".join(
                            f"\n  {path[1:]}: the program says {a}, the count {b}" for path, a, b in wrong[:5]))
        # So that it cannot pass emptily: each figure is there at least once, and silent at least once.
        figures = {name for name, _ in seen}
        self.assertEqual(len(figures), 15)
        self.assertEqual({(name, there) for name in figures for there in (True, False)} - seen, set())


if __name__ == "__main__":
    unittest.main()
