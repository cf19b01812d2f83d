# SPDX-License-Identifier: GPL-3.0-or-later
"""A note is being typed while the world does something else: nothing of it is lost."""
import errno
import os
import pathlib
import unittest

from accessible import AccessibleTest
from bad_worlds_test import mounted, needs_mount


class TypingTest(AccessibleTest):
    def open_details(self, prefix=()):
        window = self.open_window("--spasm", prefix=prefix)
        self.xdo("key", "7", "Return")
        self.until(lambda: self.press("Later today"))
        self.until(lambda: self.press("Add details"))
        self.until(lambda: self.focus("Note"))
        return window

    def type_note(self, text):
        self.xdo("type", "--delay", "20", text)
        self.until(lambda: self.text("Note") == text)

    def note(self, **options):
        return self.ask("history", **options)["episodes"][0]["note"]


class Meanwhile(TypingTest):
    def test_the_command_line_ends_the_spasm_meanwhile(self):
        self.open_details()
        self.type_note("half a sentence")
        self.succeed("end")
        self.until(lambda: self.says("Spasm from"))
        self.assertEqual(self.text("Note"), "half a sentence")
        self.xdo("type", "--delay", "20", " and the rest")
        self.until(lambda: self.text("Note") == "half a sentence and the rest")
        self.until(lambda: self.press("Done"))
        self.until(lambda: self.note() == "half a sentence and the rest")
        episode = self.ask("history")["episodes"][0]
        self.assertFalse(episode["open"])
        self.assertEqual([r["pain"] for r in episode["readings"]], [7])
        self.succeed("verify")

    def test_the_program_is_ended_meanwhile(self):
        window = self.open_details()
        self.type_note("half a sentence")
        self.xdo("key", "ctrl+q")
        self.assertEqual(window.wait(timeout=20), 0)
        self.assertEqual(self.note(), "half a sentence")

    def test_the_system_ends_the_program_meanwhile(self):
        window = self.open_details()
        self.type_note("half a sentence")
        window.terminate()
        self.assertEqual(window.wait(timeout=20), 0)
        self.assertEqual(self.note(), "half a sentence")


@needs_mount
class FullDisk(TypingTest):
    def inside(self, window):
        """A command prefix that runs in the mount namespace of the window."""
        user = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        return ["nsenter", "--target", str(window.pid), "--mount", *user]

    def fill(self, window):
        """Fills the disk as the window sees it; what that wrote, to be removed."""
        filler = pathlib.Path(f"/proc/{window.pid}/root{self.data}/filler")
        with open(filler, "wb", buffering=0) as file:
            for size in (65536, 512):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError as error:
                    self.assertEqual(error.errno, errno.ENOSPC)
        return filler

    def test_the_disk_is_full_and_has_room_again(self):
        self.data.mkdir()
        small = mounted(f'mount -t tmpfs -o size=2m tmpfs "{self.data}"; '
                        f'"{os.environ["UNCLENCH_PROGRAM"]}" profile first_start_done yes --data "{self.data}" >/dev/null')
        window = self.open_details(prefix=small)
        inside = self.inside(window)
        filler = self.fill(window)
        note = "bad night " * 40  # more than fits into what is left of the last page
        self.type_note(note)
        self.until(lambda: self.press("Done"))
        self.until(lambda: self.says("full"))
        self.assertIsNone(self.note(prefix=inside))

        self.xdo("key", "alt+F4")
        self.until(lambda: self.press("Add details"))  # it stays: something is not saved
        self.until(lambda: self.text("Note") == note)

        filler.unlink()
        self.until(lambda: self.focus("Note"))
        self.until(lambda: self.press("Done"))
        self.until(lambda: self.note(prefix=inside) == note)
        self.succeed("verify", prefix=inside)


if __name__ == "__main__":
    unittest.main()
