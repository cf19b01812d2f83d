// SPDX-License-Identifier: GPL-3.0-or-later
// The report as one document for a browser or a screen reader: well-formed, with all that it needs
// in it.
#pragma once

#include "ui/report/content.h"
#include "ui/report/long_tables.h"

#include <functional>

class QIODevice;

namespace unclench::ui::report {

/// False: `progress` said to stop, or the device failed.
[[nodiscard]] bool writeHtml(QIODevice& device,
                             const Contents& contents,
                             const std::vector<LongTable>& tables,
                             bool hasLongVersion,
                             const std::function<bool(double)>& progress);

/// Headings and lines for a portal or an e-mail.
[[nodiscard]] QString plainText(const Contents& contents);

} // namespace unclench::ui::report
