// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_parts.h"

#include "core/diary/check.h"
#include "core/knowledge/text.h"
#include "core/store/record_table.h"
#include "core/store/verify_found.h"

#include <algorithm>
#include <set>

namespace unclench {

namespace {

/// Two clocks of one person may differ by so much without a word.
constexpr std::chrono::minutes kVerifySlack{5};

using Checks = std::set<Finding::Check>;

/// Texts and times of any record.
class MemberCheck {
public:
    MemberCheck(Checks& faults, const Moment& now) : m_faults(faults), m_now(now) {}

    template <class T>
    void operator()(const char*, const T&)
    {
    }
    void operator()(const char*, const std::string& text)
    {
        if (faultOf(text, std::string::npos) != TextFault::None) {
            m_faults.insert(Finding::Check::TextUnfit);
        }
    }
    void operator()(const char* name, const std::optional<std::string>& text)
    {
        if (text) {
            (*this)(name, *text);
        }
    }
    void operator()(const char*, const Moment& at)
    {
        if (at.utc > m_now.utc + kVerifySlack) {
            m_faults.insert(Finding::Check::InFuture);
        }
    }
    void operator()(const char* name, const std::optional<Moment>& at)
    {
        if (at && std::string_view{name} != "until") { // a snooze is about what comes
            (*this)(name, *at);
        }
    }

private:
    Checks& m_faults;
    const Moment& m_now;
};

/// What the journal would refuse, by what it means for somebody who looks.
void addProblem(Checks& faults, RecordKind kind, const Problem& problem)
{
    switch (problem.kind) {
    case ProblemKind::UnknownId: faults.insert(Finding::Check::UnknownWord); break;
    case ProblemKind::UnknownKey: faults.insert(Finding::Check::UnknownSetting); break;
    case ProblemKind::NotUtf8:
    case ProblemKind::HoldsNul:
    case ProblemKind::TooLong: faults.insert(Finding::Check::TextUnfit); break;
    case ProblemKind::EndBeforeBegin: faults.insert(Finding::Check::EndBeforeBegin); break;
    case ProblemKind::InTheFuture: break; // MemberCheck sees it, and with some slack
    default:
        faults.insert(kind == RecordKind::Report    ? Finding::Check::ReportUnreadable
                      : kind == RecordKind::Setting ? Finding::Check::SettingUnfit
                                                    : Finding::Check::ValueUnfit);
    }
}

template <class Record>
bool knowsRules(const Record&, const RedFlags&)
{
    return true;
}
template <>
bool knowsRules(const Alert& alert, const RedFlags& rules)
{
    return rules.find(alert.rule) != nullptr;
}
template <>
bool knowsRules(const Answer& answer, const RedFlags& rules)
{
    return rules.question(answer.question) != nullptr;
}

/// By the clock that nobody sets, where both ends were read in one boot.
template <class Record>
bool endsBeforeBegin(const Record&)
{
    return false;
}
template <>
bool endsBeforeBegin(const CareSession& session)
{
    if (session.beginBootId && session.endBootId) {
        return session.beginBootId == session.endBootId && session.endBoot < session.beginBoot;
    }
    // Written down afterwards: the wall clock is all there is.
    return !session.beginBootId && session.end && session.end->utc < session.begin.utc;
}

template <class Record>
Checks faultsOf(const Record& record,
                const Vocabulary& vocabulary,
                const RedFlags& rules,
                const Moment& now)
{
    Checks faults;
    MemberCheck members{faults, now};
    Record::fields(record, members);
    if (record.stamp.isDeleted()) {
        faults.erase(Finding::Check::InFuture); // it counts nowhere
        return faults;
    }
    for (const Problem& problem : check(record, vocabulary, now)) {
        addProblem(faults, kKindOf<Record>, problem);
    }
    if (std::is_same_v<Record, Visit>) {
        faults.erase(Finding::Check::InFuture); // appointments lie ahead
    }
    if (std::max(record.stamp.created, record.stamp.updated) > now.utc + kVerifySlack) {
        faults.insert(Finding::Check::WrittenInFuture);
    }
    if (!knowsRules(record, rules)) {
        faults.insert(Finding::Check::UnknownWord);
    }
    if (endsBeforeBegin(record)) {
        faults.insert(Finding::Check::EndBeforeBegin);
    }
    return faults;
}

} // namespace

void verifyRecords(Database& database,
                   const Vocabulary& vocabulary,
                   const RedFlags& rules,
                   const Moment& now,
                   const Progress& progress,
                   std::vector<Finding>& findings)
{
    forEachKind([&]<class Record>(const Record&) {
        constexpr double kKinds = std::variant_size_v<AnyRecord>;
        tell(progress, static_cast<double>(kKindOf<Record>) / kKinds);
        const std::string_view table = toId(kKindOf<Record>);
        detail::ColumnNames columns;
        Record any;
        Record::fields(any, columns);
        database.eachOfMany(fmt::format("SELECT {} FROM {}", fmt::join(columns.names, ", "), table),
                            [&](const BulkRow& row) {
                                try {
                                    Record record;
                                    detail::Reader reader{row};
                                    reader.stamp(record.stamp);
                                    Record::fields(record, reader);
                                    for (const auto fault :
                                         faultsOf(record, vocabulary, rules, now)) {
                                        addFound(findings, fault, table, foundOf(record));
                                    }
                                } catch (const StorageError&) {
                                    // That is the question here. The id is the first column.
                                    addFound(findings, Finding::Check::RowUnreadable, table,
                                             {std::string{row.text(0)}, {}, {}, {}});
                                }
                            });
    });
}

} // namespace unclench
