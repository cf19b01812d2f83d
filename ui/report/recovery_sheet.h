// SPDX-License-Identifier: GPL-3.0-or-later
// One page with the recovery key of an encrypted backup, to be printed and put away.
#pragma once

#include <QStringList>

#include <chrono>
#include <memory>

class QTextDocument;

namespace unclench::ui::report {

struct RecoverySheet {
    /// Of the backup, without its way there.
    QString fileName;
    std::chrono::local_days made{};
    /// Of the key.
    QStringList lines;
};

/// Black on white, one page on any usual paper, with what it is, what it opens and how to use it.
[[nodiscard]] std::unique_ptr<QTextDocument> recoveryPage(const RecoverySheet& sheet);

} // namespace unclench::ui::report
