// SPDX-License-Identifier: GPL-3.0-or-later
// Progress counted in steps that are all alike.
#pragma once

#include "core/store/progress.h"

#include <cstdint>

namespace unclench {

class RowProgress {
public:
    /// `total`: how many steps there will be, or more.
    RowProgress(const Progress& progress, std::int64_t total) : m_progress(progress), m_total(total)
    {
    }

    /// Throws Cancelled.
    void step(std::int64_t steps = 1)
    {
        constexpr std::int64_t kBetween = 256; // whoever looks need not see each
        const std::int64_t before = m_done;
        m_done += steps;
        if (m_done / kBetween != before / kBetween && m_total > 0) {
            tell(m_progress, static_cast<double>(m_done < m_total ? m_done : m_total) /
                                 static_cast<double>(m_total));
        }
    }

private:
    const Progress& m_progress;
    std::int64_t m_total;
    std::int64_t m_done = 0;
};

} // namespace unclench
