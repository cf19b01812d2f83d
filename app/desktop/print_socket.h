// SPDX-License-Identifier: GPL-3.0-or-later
// Printing without a network: before any QPrinter is made.
#pragma once

#include <QtGlobal>

namespace unclench::app {

/// Without this, asking for the printers opens connections to port 631.
inline void printOverLocalSocket()
{
    constexpr const char* kServer = "CUPS_SERVER";
    if (!qEnvironmentVariableIsSet(kServer)) {
        qputenv(kServer, "/run/cups/cups.sock");
    }
}

} // namespace unclench::app
