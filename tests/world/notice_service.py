# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification service that writes what it is asked to show, one JSON object a line, and presses what it is told to.

With `slow` as argument it answers nothing until it is told to.
"""
import json
import sys
import time

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"


class Service(dbus.service.Object):
    last = 0
    is_slow = "slow" in sys.argv
    waiting = []

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return ["actions", "body"]

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u", async_callbacks=("answer", "refuse"))
    def Notify(self, app, replaces, icon, title, body, actions, hints, timeout, answer, refuse):
        Service.last = int(replaces) or Service.last + 1
        number = dbus.UInt32(Service.last)
        print(json.dumps({"id": Service.last, "replaces": int(replaces), "title": title, "body": body,
                          "actions": list(actions), "urgency": int(hints["urgency"]), "timeout": int(timeout),
                          "boot": time.clock_gettime(time.CLOCK_BOOTTIME)}),
              flush=True)
        if self.is_slow:
            self.waiting.append(lambda: answer(number))
        else:
            answer(number)

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, number):
        print(json.dumps({"closed": int(number)}), flush=True)
        self.NotificationClosed(number, 3)

    @dbus.service.method(NAME)
    def Press(self):
        """The test's own: the person presses the last one."""
        self.ActionInvoked(Service.last, "default")

    @dbus.service.method(NAME, in_signature="s")
    def PressButton(self, action):
        """The test's own: the person presses a button of the last one."""
        self.ActionInvoked(Service.last, action)

    @dbus.service.method(NAME)
    def Answer(self):
        """The test's own: the service wakes up and answers."""
        Service.is_slow = False
        while self.waiting:
            self.waiting.pop(0)()

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, action):
        pass

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
service = Service(bus, "/org/freedesktop/Notifications")
name = dbus.service.BusName(NAME, bus)
print(json.dumps({"ready": True}), flush=True)
GLib.MainLoop().run()
sys.exit(0)
