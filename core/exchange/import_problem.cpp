// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_problem.h"

namespace unclench {

void ImportProblems::add(ImportProblem problem)
{
    ++m_count;
    if (m_first.size() < kMostKept) {
        problem.given.resize(std::min(problem.given.size(), kMostQuoted));
        m_first.push_back(std::move(problem));
    }
}

} // namespace unclench
