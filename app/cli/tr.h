// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the command line, translated: none of its functions belongs to a QObject.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace unclench::app::cli {

[[nodiscard]] inline QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace unclench::app::cli
