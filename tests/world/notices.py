# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop with a notification service of the test's own, which can be read and pressed."""
import json
import pathlib
import subprocess

from desktop import DesktopTest


class NoticesTest(DesktopTest):
    def start_service(self, *arguments):
        """A new one begins a log of its own."""
        self.log = self.home / "notices.log"
        log = open(self.log, "wb")
        self.addCleanup(log.close)
        # Debian's own Python has the bindings; another one on the path may not.
        service = subprocess.Popen(["/usr/bin/python3", pathlib.Path(__file__).with_name("notice_service.py"),
                                    *arguments], env=self.env, stdout=log, stderr=subprocess.DEVNULL)
        self.addCleanup(service.wait)
        self.addCleanup(service.kill)
        self.until(lambda: b"ready" in self.log.read_bytes())
        return service

    def notices(self):
        return [json.loads(line) for line in self.log.read_text().splitlines() if "title" in line]

    def tell_service(self, method, *arguments):
        subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.Notifications", "-o",
                        "/org/freedesktop/Notifications", "-m", f"org.freedesktop.Notifications.{method}",
                        *arguments], env=self.env, capture_output=True, check=True)
