# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting everything: all of it is gone, nothing of others is, and what it cannot reach is said."""
import os
import pty
import subprocess
import unittest

from desktop import DesktopTest
from program import PROGRAM, database


class Forgetting(DesktopTest):
    def setUp(self):
        super().setUp()
        self.usual = self.home / "share" / "unclench"
        self.run_program("log", 7, "--note", "nobody shall read this", data=self.usual)
        self.run_program("make-daily-copy", data=self.usual)
        (self.usual / "pictures").mkdir(mode=0o700, exist_ok=True)
        (self.usual / "pictures" / "bridge.png").write_bytes(b"a picture")
        (self.usual / "damaged-2026-03-02T080000.db").write_bytes(b"nobody shall read this")
        self.wait_for_copies(self.usual)

    def everything(self):
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*")
                      if path.is_file() and "runtime" not in path.parts)

    def test_nothing_of_the_program_is_left(self):
        config = self.home / "config"
        (config / "unclench").mkdir(parents=True)
        (config / "unclench" / "window.ini").write_text("[General]\n")
        (config / "autostart").mkdir()
        (config / "autostart" / "org.unclench.Unclench.desktop").write_text("[Desktop Entry]\n")
        (config / "autostart" / "another.desktop").write_text("[Desktop Entry]\n")

        said = self.succeed("forget-everything", "--yes", data=self.usual)

        self.assertEqual(self.everything(), ["config/autostart/another.desktop"])
        self.assertFalse(self.usual.exists())
        self.assertIn("cannot reach", said)

    def test_what_others_put_there_stays(self):
        (self.usual / "letter.txt").write_text("mine")
        outside = self.home / "outside"
        outside.mkdir()
        (outside / "photo.png").write_bytes(b"mine too")
        (self.usual / "pictures" / "link").symlink_to(outside)

        said = self.succeed("forget-everything", "--yes", data=self.usual)

        self.assertEqual(self.everything(), ["outside/photo.png", "share/unclench/letter.txt"])
        self.assertIn(f"still in {self.usual}: letter.txt", said)

    def test_another_folder_leaves_the_usual_diary_and_what_it_uses(self):
        self.succeed("log", 5)

        said = self.ask("forget-everything", "--yes")

        self.assertTrue(said["common_files_kept"])
        self.assertFalse(self.data.exists())
        self.assertTrue(database(self.usual).exists())
        self.assertTrue((self.home / "state" / "unclench" / "unclench.log").exists())

    def test_where_backups_go_is_said(self):
        stick = self.home / "stick"
        stick.mkdir()
        self.succeed("backup", "--keep-in", stick, data=self.usual)

        said = self.ask("forget-everything", "--yes", data=self.usual)

        self.assertEqual(said["elsewhere"], [str(stick)])
        self.assertTrue(list(stick.iterdir()), "what it cannot promise it must not touch")

    def test_without_a_word_nothing_is_deleted(self):
        before = self.everything()
        self.fail_with(1, "forget-everything", data=self.usual, says="--yes", stdin=b"forget\n")
        self.assertEqual(self.everything(), before)

    def answer(self, word):
        ours, theirs = pty.openpty()
        process = subprocess.Popen([PROGRAM, "forget-everything", "--data", str(self.usual)], env=self.env,
                                   stdin=theirs, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        os.write(ours, word.encode() + b"\n")
        error = process.communicate(timeout=60)[1]
        os.close(ours)
        os.close(theirs)
        return process.returncode, error.decode()

    def test_the_word_is_asked_for_on_a_terminal(self):
        status, error = self.answer("no")
        self.assertEqual(status, 1)
        self.assertIn("forget", error)
        self.assertTrue(database(self.usual).exists())

        status, error = self.answer("forget")
        self.assertEqual(status, 0, error)
        self.assertFalse(self.usual.exists())

    def test_an_open_window_is_in_the_way(self):
        self.succeed("log", 5)
        self.wait_for_copies()
        window = self.open_window()
        self.fail_with(1, "forget-everything", "--yes", says="Quit it")
        self.assertTrue(database(self.data).exists())
        self.xdo("key", "ctrl+q")
        window.wait(timeout=30)
        self.succeed("forget-everything", "--yes")
        self.assertFalse(self.data.exists())

    def test_nothing_there_is_no_fault(self):
        said = self.ask("forget-everything", "--yes", data=self.home / "nowhere")
        self.assertFalse((self.home / "nowhere").exists())
        self.assertEqual(said["left"], [])

    @unittest.skipIf(os.geteuid() == 0, "nothing keeps root from deleting")
    def test_what_cannot_be_deleted_is_named(self):
        (self.usual / "copies").chmod(0o500)
        self.addCleanup((self.usual / "copies").chmod, 0o700)
        self.fail_with(3, "forget-everything", "--yes", data=self.usual, says="copies")
        self.assertFalse(database(self.usual).exists())


if __name__ == "__main__":
    unittest.main()
