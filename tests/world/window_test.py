# SPDX-License-Identifier: GPL-3.0-or-later
"""The window under real clicks and keys, read back from the file."""
import subprocess
import unittest

from desktop import DesktopTest, seconds_left, timers_of
from program import PROGRAM


class Window(DesktopTest):
    def test_one_click_saves_a_spasm(self):
        self.open_window()
        self.click_on_scale(7)
        self.until_pains([7])
        self.assertTrue(self.ask("history")["episodes"][0]["open"])

    def test_the_first_start_is_left_by_one_press(self):
        self.open_window(is_first_start=True)
        self.xdo("key", "--delay", "200", "alt+b")
        self.click_on_scale(6)
        self.until_pains([6])
        self.run_program("end")
        self.xdo("key", "ctrl+q")
        self.open_window(is_first_start=True)
        self.click_on_scale(5)  # not asked again
        self.until_pains([6, 5])

    def test_who_is_in_pain_logs_before_the_first_questions(self):
        self.open_window(is_first_start=True)
        self.xdo("key", "--delay", "200", "alt+s", "9", "Return")
        self.until_pains([9])

    def test_the_desktop_action_takes_a_digit_and_return(self):
        self.open_window("--spasm")
        self.xdo("key", "8", "Return")
        self.until_pains([8])
        self.leave_questions()
        self.xdo("key", "--delay", "200", "alt+s", "1", "0", "Return")
        self.until_pains([8, 10])

    def test_a_second_start_raises_the_first_and_ends(self):
        first = self.open_window()
        self.xdo("windowminimize", "--sync", self.window)
        self.succeed("--spasm")
        self.until(lambda: self.xdo("getactivewindow") == self.window)
        self.xdo("key", "3", "Return")
        self.until_pains([3])
        self.assertIsNone(first.poll())

    def test_a_change_from_the_command_line_is_seen_at_once(self):
        self.open_window()
        self.succeed("log", 6)
        # The button is only there where the window shows the open spasm.
        self.until(lambda: self.xdo("key", "alt+o") == "" and not self.ask("history")["episodes"][0]["open"])

    def test_without_a_bus_it_is_seen_when_the_window_is_used_again(self):
        self.env["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
        self.open_window()
        self.succeed("log", 6)

        def used_again():  # a change of focus that is over at once is none to Qt: so again, as a person would
            self.xdo("windowminimize", "--sync", self.window)
            self.xdo("windowactivate", "--sync", self.window)
            self.xdo("key", "alt+o")
            return not self.ask("history")["episodes"][0]["open"]

        self.until(used_again)

    def test_pain_now_and_its_end_by_keyboard_alone(self):
        self.open_window("--spasm")
        self.xdo("key", "9", "Return")
        self.until_pains([9])
        self.leave_questions()
        self.xdo("key", "--delay", "200", "alt+p", "4", "Return")  # as fast as a person
        self.until_pains([9, 4])
        self.xdo("key", "alt+o")
        self.until(lambda: not self.ask("history")["episodes"][0]["open"])

    def test_undo_and_redo(self):
        self.open_window("--spasm")
        self.xdo("key", "9", "Return")
        self.until_pains([9])
        self.xdo("key", "ctrl+z")
        self.until_pains([])
        self.xdo("key", "ctrl+shift+z")
        self.until_pains([9])
        self.xdo("key", "alt+u")
        self.until_pains([])

    def test_undo_never_hides_what_another_program_added(self):
        self.open_window("--spasm")
        self.xdo("key", "9", "Return")
        self.until_pains([9])
        self.succeed("pain", 4)
        self.xdo("key", "ctrl+z")
        self.succeed("pain", 3)
        self.until_pains([9, 4, 3])
        self.succeed("verify")

    def test_what_was_saved_in_the_window_survives_kill_9(self):
        for pain in (1, 2, 3):
            window = self.open_window("--spasm")
            self.xdo("key", str(pain), "Return")
            self.until_pains(list(range(1, pain + 1)))
            window.kill()
            window.wait()
            self.succeed("verify")

    def test_closing_the_window_ends_the_program(self):
        window = self.open_window()
        self.xdo("key", "ctrl+q")
        self.assertEqual(window.wait(timeout=10), 0)

    def test_a_diary_that_cannot_be_opened_is_said_and_tried_again(self):
        self.succeed("log", 4)
        self.wait_for_copies()  # with the file open, they would keep what is destroyed here
        file = self.data / "unclench.db"
        whole = file.read_bytes()
        file.write_bytes(b"garbage" * 2000)
        self.open_window()
        file.write_bytes(whole)
        # Both again and again: a key that comes before the window is ready is lost.
        self.until(lambda: self.xdo("key", "alt+t") == self.xdo("key", "alt+o") == ""
                   and not self.ask("history")["episodes"][0]["open"])

    def test_nothing_is_due_but_midnight_and_nothing_while_hidden(self):
        self.succeed("profile", "sitting_on", "no")
        window = self.open_window()
        self.until(lambda: len(timers_of(window.pid)) == 2)  # the boot time of it, and a clock that is set
        self.assertTrue(any(60 < seconds_left(timer) <= 25 * 3600 for timer in timers_of(window.pid)))
        self.xdo("windowminimize", "--sync", self.window)
        self.until(lambda: not timers_of(window.pid))

    def test_an_open_spasm_ticks_only_while_it_is_seen(self):
        self.succeed("log", 6)
        self.succeed("profile", "sitting_on", "no")
        window = self.open_window()
        self.until(lambda: len(timers_of(window.pid)) == 2)
        self.xdo("windowminimize", "--sync", self.window)
        # What the rules wait for is an hour away or more; the minutes are nobody's while it is hidden.
        self.until(lambda: all(seconds_left(timer) > 600 for timer in timers_of(window.pid)))


class Network(DesktopTest):
    SOCKETS = ["strace", "-f", "-qq", "-e", "trace=socket", "-o"]

    def families(self, trace):
        lines = [line for line in trace.read_text().splitlines() if "socket(" in line]
        return lines, [line for line in lines if "AF_UNIX" not in line]

    def test_the_running_program_opens_no_internet_socket(self):
        trace = self.home / "trace"
        window = self.open_window("--spasm", prefix=[*self.SOCKETS, str(trace)])
        self.xdo("key", "9", "Return")
        self.until_pains([9])
        self.xdo("key", "ctrl+q")
        window.wait(timeout=20)
        opened, foreign = self.families(trace)
        self.assertTrue(opened, "the trace saw not even the display's socket")
        self.assertEqual(foreign, [])

    def test_a_command_opens_no_internet_socket(self):
        trace = self.home / "trace"
        self.succeed("log", 5, prefix=[*self.SOCKETS, str(trace)])
        self.assertEqual(self.families(trace)[1], [])

    def test_no_network_library_is_linked(self):
        libraries = subprocess.run(["ldd", PROGRAM], capture_output=True, check=True).stdout.decode()
        self.assertIn("libQt6Core", libraries)
        for library in ("Qt6Network", "libcurl", "libssl", "libgssapi", "libproxy"):
            self.assertNotIn(library, libraries)


if __name__ == "__main__":
    unittest.main()
