// SPDX-License-Identifier: GPL-3.0-or-later
// The words of ui/wording, translated: none of its functions belongs to a QObject.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace unclench::ui::wording {

[[nodiscard]] inline QString tr(const char* text)
{
    return QCoreApplication::translate("Wording", text);
}

} // namespace unclench::ui::wording
