# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for one test: a screen, a window manager and a session bus, driven by real keys and clicks."""
import atexit
import functools
import os
import pathlib
import re
import subprocess
import time

from program import PROGRAM, ProgramTest

SCREEN = (1280, 800)


@functools.cache
def start_window_manager():
    """One for the whole run: a second would find the first still at its place."""
    manager = subprocess.Popen(["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(manager.wait)
    atexit.register(manager.kill)


class DesktopTest(ProgramTest):
    """Needs DISPLAY and a session bus: the test is started by xvfb-run and dbus-run-session."""

    def setUp(self):
        super().setUp()
        self.env |= {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
                     if name in os.environ}
        start_window_manager()
        self.until(lambda: b"window id" in subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.env, capture_output=True).stdout)

    def start(self, command, **more):
        process = subprocess.Popen(command, env=self.env | more, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def open_window(self, *arguments, prefix=(), is_first_start=False, is_offered=True, **more):
        """`is_offered`: starting with the desktop was offered before, so the window does not ask."""
        if not is_first_start:
            self.run_program("profile", "first_start_done", "yes")
            if is_offered:
                self.run_program("profile", "autostart_offered", "yes")
        process = self.start([*prefix, PROGRAM, "--data", str(self.data), *arguments], **more)
        self.use_window()
        return process

    def use_window(self):
        """Waits until the window is there, and puts the keyboard on it."""
        self.until(lambda: self.xdo("search", "--onlyvisible", "--name", "^Unclench$"))
        self.window = self.xdo("search", "--onlyvisible", "--name", "^Unclench$").split()[-1]
        self.xdo("windowactivate", "--sync", self.window)

    def xdo(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)], env=self.env, capture_output=True, timeout=30)
        return done.stdout.decode().strip()

    def until(self, holds, seconds=30):
        """Asks again and again; each question takes a while of its own, so nothing sleeps here."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                self.fail("it never became so")

    def until_pains(self, pains):
        self.until(lambda: [r["pain"] for r in self.readings()] == pains)

    def leave_questions(self):
        """A new spasm is followed by its questions: *Later today*."""
        self.xdo("key", "--delay", "200", "alt+l")

    def geometry(self):
        shell = self.xdo("getwindowgeometry", "--shell", self.window)
        return {key: int(value) for key, value in (line.split("=") for line in shell.splitlines())}

    def click_on_scale(self, pain):
        """The middle of a number of *Spasm now*: the eleven share the width of the page inside its margins."""
        at = self.geometry()
        left, right, top = 158, 38, 98
        width = (at["WIDTH"] - left - right) / 11
        self.xdo("mousemove", at["X"] + left + int(width * (pain + 0.5)), at["Y"] + top, "click", 1)


def timers_of(pid):
    """What the process's timers are set to, in the kernel's words; nothing where none is armed."""
    armed = []
    for info in pathlib.Path(f"/proc/{pid}/fdinfo").iterdir():
        try:
            text = info.read_text()
        except FileNotFoundError:
            continue  # closed since it was listed
        if "it_value" in text and "it_value: (0, 0)" not in text:
            armed.append(text)
    return armed


def seconds_left(timer):
    """Until a timer of `timers_of` goes off."""
    return int(re.search(r"it_value: \((\d+),", timer).group(1))
