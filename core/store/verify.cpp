// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/store/database.h"
#include "core/store/verify_parts.h"
#include "core/store/wholeness.h"

#include <algorithm>

namespace unclench {

void addFinding(std::vector<Finding>& findings,
                Finding::Check check,
                std::string where,
                std::int64_t count)
{
    if (count <= 0) {
        return;
    }
    const auto same = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.check == check && finding.where == where;
    });
    if (same != findings.end()) {
        same->count += static_cast<int>(count);
    } else {
        findings.push_back({check, std::move(where), static_cast<int>(count), {}});
    }
}

std::vector<Finding> verify(Database& database,
                            const Vocabulary& vocabulary,
                            const RedFlags& rules,
                            const Moment& now,
                            const Progress& progress)
{
    // The shares of the work, as ten years take it.
    constexpr double kFile = 0.4;
    constexpr double kRecords = 0.4;
    std::vector<Finding> findings;
    if (const FileCheck file = checkFile(database); file.state != FileState::Whole) {
        const auto check = file.state == FileState::IndexesOff ? Finding::Check::IndexesOff
                                                               : Finding::Check::FileBroken;
        return {
            {check, file.complaint, 1, {}}}; // what a broken file says about the rest means nothing
    }
    verifySchema(database, findings);
    if (std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.check == Finding::Check::SchemaOff;
        })) {
        return findings; // the questions below are put to tables as this version makes them
    }
    tell(progress, kFile);
    verifyRecords(
        database, vocabulary, rules, now,
        [&](double share) { return !progress || progress(kFile + kRecords * share); }, findings);
    tell(progress, kFile + kRecords);
    verifyTies(database, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return weightOf(a.check) < weightOf(b.check);
    });
    tell(progress, 1);
    return findings;
}

} // namespace unclench
