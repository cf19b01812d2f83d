# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray: on a host of the test's own, which dies and returns."""
import pathlib
import re
import subprocess
import unittest

from desktop import DesktopTest

WATCHER = "org.kde.StatusNotifierWatcher"


class Tray(DesktopTest):
    def start_host(self):
        log = open(self.home / "host.log", "wb")
        self.addCleanup(log.close)
        # Debian's own Python has the bindings; another one on the path may not.
        host = subprocess.Popen(["/usr/bin/python3", pathlib.Path(__file__).with_name("tray_host.py")], env=self.env,
                                stdout=log, stderr=subprocess.DEVNULL)
        self.addCleanup(host.wait)
        self.addCleanup(host.kill)
        self.until(lambda: self.call(WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Peer.Ping") is not None)
        return host

    def call(self, name, path, method, *arguments):
        """What a method answers, as text; None where it fails."""
        done = subprocess.run(["gdbus", "call", "--session", "-d", name, "-o", path, "-m", method, *arguments],
                              env=self.env, capture_output=True)
        return done.stdout.decode() if done.returncode == 0 else None

    def item(self):
        """The bus name under which the program's icon registered."""
        names = (self.home / "host.log").read_text().split()
        return names[-1] if names else None

    def is_minimized(self):
        return any(b"Iconic" in subprocess.run(["xprop", "-id", window, "WM_STATE"], env=self.env,
                                               capture_output=True).stdout
                   for window in self.xdo("search", "--name", "^Unclench$").split())

    def choose(self, label):
        layout = self.call(self.item(), "/MenuBar", "com.canonical.dbusmenu.GetLayout", "0", "--", "-1", "[]")
        entry = re.search(r"\((?:int32 )?(\d+), \{[^{}]*'label': <'" + label + "'>", layout).group(1)
        self.call(self.item(), "/MenuBar", "com.canonical.dbusmenu.Event", entry, "clicked", "<''>", "0")

    def test_spasm_now_from_the_tray_is_two_actions(self):
        self.start_host()
        self.open_window()
        self.until(self.item)
        self.choose("_Spasm now")
        self.use_window()
        self.xdo("key", "--delay", "100", "7", "Return")
        self.until_pains([7])

    def test_closing_keeps_the_program_while_the_host_lives(self):
        host = self.start_host()
        window = self.open_window()
        self.until(self.item)
        self.xdo("key", "alt+F4")
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", "^Unclench$"))
        self.assertIsNone(window.poll())
        self.choose("_Spasm now")
        self.use_window()
        self.xdo("key", "--delay", "100", "5", "Return")
        self.until_pains([5])

        self.xdo("key", "alt+F4")
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", "^Unclench$"))
        host.kill()
        # Nobody could find it in a tray that is gone: it is in the list of windows again.
        self.until(self.is_minimized)
        self.assertIsNone(window.poll())

    def test_the_icon_comes_back_with_the_host(self):
        host = self.start_host()
        window = self.open_window()
        self.until(self.item)
        host.kill()
        host.wait()
        self.until(lambda: self.call(WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Peer.Ping") is None)
        self.start_host()
        self.until(self.item)
        self.choose("_Spasm now")
        self.use_window()
        self.xdo("key", "--delay", "100", "5", "Return")
        self.until_pains([5])
        self.xdo("key", "alt+F4")  # it has an icon again, so closing keeps it
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", "^Unclench$"))
        self.assertIsNone(window.poll())
        self.choose("_Open Unclench")
        self.use_window()

    def test_a_hidden_window_is_found_again_when_the_host_dies_and_returns(self):
        host = self.start_host()
        window = self.open_window()
        self.until(self.item)
        self.xdo("key", "alt+F4")
        self.until(lambda: not self.xdo("search", "--onlyvisible", "--name", "^Unclench$"))
        host.kill()
        host.wait()
        self.until(self.is_minimized)
        self.start_host()
        self.until(self.item)
        self.assertTrue(self.is_minimized())  # where the person can see it; nothing hides it again
        self.choose("_Open Unclench")
        self.use_window()
        self.assertIsNone(window.poll())

    def test_without_a_host_closing_ends_the_program(self):
        window = self.open_window()
        self.xdo("key", "alt+F4")
        self.assertEqual(window.wait(timeout=20), 0)


if __name__ == "__main__":
    unittest.main()
