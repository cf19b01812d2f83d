// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/merging.h"

#include "core/engine/engine.h"
#include "core/engine/pictures.h"
#include "core/store/backups.h"
#include "core/store/file_error.h"
#include "core/store/merge.h"
#include "core/store/own_file.h"

#include <algorithm>
#include <map>
#include <optional>

namespace unclench {

namespace {

/// The share of the work that is taking the records in; the rest is looking at the rules.
constexpr double kMergeShare = 0.9;

/// So many of the latest answers to one question, or tellings of one symptom, can still decide
/// (core/store/alert_store.h).
constexpr std::size_t kDecidingNews = 8;

/// What can raise an alert and was told long before it came here.
struct OldNews {
    Uuid id;
    UtcTime at;
};

/// Collects it while a merge runs, and has it remembered where no alert says that it was heeded
/// already.
class Arrivals {
public:
    Arrivals(Database& database, const RedFlags& rules, UtcTime now)
        : m_alerts(database), m_rules(rules), m_now(now),
          m_oldAt(now - std::chrono::milliseconds{static_cast<std::int64_t>(
                            rules.value(Threshold::OldNewsDays) * 86'400'000)})
    {
    }

    void take(const AnyRecord& record)
    {
        if (stampOf(record).isDeleted()) {
            return;
        }
        if (const auto* answer = std::get_if<Answer>(&record)) {
            if (answer->value == AnswerValue::Yes || answer->value == AnswerValue::Unsure) {
                add(m_answers[answer->question], answer->stamp.id, answer->at.utc);
            }
        } else if (const auto* symptom = std::get_if<Symptom>(&record)) {
            if (symptom->isPresent) {
                add(m_symptoms[symptom->symptom], symptom->stamp.id, symptom->at.utc);
            }
        }
    }

    void remember()
    {
        std::map<Uuid, UtcTime> kept = m_alerts.arrivals();
        std::erase_if(kept, [&](const auto& arrival) { return !m_alerts.isTold(arrival.first); });
        const std::size_t before = kept.size();
        for (auto& [question, news] : m_answers) {
            collect(kept, news, {question});
        }
        for (auto& [symptom, news] : m_symptoms) {
            collect(kept, news, m_rules.questionsOf(symptom));
        }
        if (kept.size() != before) {
            m_alerts.setArrivals(kept);
        }
    }

private:
    void add(std::vector<OldNews>& news, const Uuid& id, UtcTime at) const
    {
        if (at < m_oldAt) {
            news.push_back({id, at});
        }
    }

    void collect(std::map<Uuid, UtcTime>& kept,
                 std::vector<OldNews>& news,
                 const std::vector<std::string>& questions)
    {
        std::sort(news.begin(), news.end(), [](const OldNews& one, const OldNews& other) {
            return std::tie(one.at, one.id) > std::tie(other.at, other.id);
        });
        for (std::size_t i = 0; i < news.size(); ++i) {
            if (i >= kDecidingNews && news[i].at < m_now - Watch::kLongestReplay) {
                break; // no look goes back to it
            }
            const bool wasHeeded =
                std::any_of(questions.begin(), questions.end(), [&](const std::string& rule) {
                    return m_alerts.hasAlertSince(rule, news[i].at);
                });
            if (!wasHeeded) {
                kept.insert_or_assign(news[i].id, m_now);
            }
        }
    }

    AlertStore m_alerts;
    const RedFlags& m_rules;
    UtcTime m_now;
    /// What was told for a time before this is old.
    UtcTime m_oldAt;
    std::map<std::string, std::vector<OldNews>> m_answers;
    std::map<std::string, std::vector<OldNews>> m_symptoms;
};

/// Absent where there need be none.
std::optional<BackupReason>
backupFor(MergeReason reason, const Database& database, const Moment& now)
{
    switch (reason) {
    case MergeReason::Import: return BackupReason::Import;
    case MergeReason::Merge: return BackupReason::Merge;
    case MergeReason::Share:
        // The other computers may write all day long.
        if (database.file().empty() || hasTodaysShareBackup(database, now)) {
            return std::nullopt;
        }
        return BackupReason::Share;
    }
    return std::nullopt;
}

} // namespace

Merged Engine::merge(Database& other, MergeReason reason, const Progress& progress)
{
    return takeIn(
        reason,
        [&](UtcTime now, const MergeListener& listener, const Progress& share) {
            return mergeInto(m_database, other, now, listener, share);
        },
        progress);
}

Merged Engine::takeIn(MergeReason reason, const Taking& taking, const Progress& progress)
{
    UnitOfWork work{m_database, m_events, m_uuids, m_clock.now(),
                    [this](UnitOfWork& all) { m_watch.evaluate(all); }};
    const Moment now = work.now().wall;
    std::optional<BackupBefore> backup;
    if (const auto why = backupFor(reason, m_database, now)) {
        backup.emplace(m_database, *why, now);
    }

    Arrivals arrivals{m_database, m_redFlags, now.utc};
    const auto carries = [&](const AnyRecord& record) {
        const auto* alert = std::get_if<Alert>(&record);
        if (alert != nullptr && !alert->isClosed()) {
            work.noteCarried(RecordKind::Alert, alert->stamp.id);
        }
        return alert != nullptr || std::holds_alternative<AlertStep>(record);
    };
    MergeListener listener;
    listener.added = [&](const AnyRecord& record) {
        if (!carries(record)) {
            arrivals.take(record);
            work.noteAdded(record);
        }
    };
    listener.replaced = [&](const AnyRecord& before, const AnyRecord& after) {
        if (!carries(after)) {
            arrivals.take(after);
            work.noteReplaced(before, after);
        }
    };
    listener.dropped = [&](const AnyRecord& record) {
        if (!carries(record)) {
            work.noteDropped(record);
        }
    };

    Merged merged;
    static_cast<MergeCounts&>(merged) = taking(now.utc, listener, [&](double share) {
        return !progress || progress(share * kMergeShare);
    });
    arrivals.remember();
    merged.undo = work.commit();
    if (backup && !merged.isNothingNew()) {
        static_cast<void>(backup->keep());
    }
    if (progress) {
        static_cast<void>(progress(1)); // it is done: nothing to stop any more
    }
    return merged;
}

std::filesystem::path diaryFileAt(const std::filesystem::path& path)
{
    std::error_code error; // what is not there is said when it is opened
    return std::filesystem::is_directory(path, error) ? path / kDatabaseName : path;
}

bool isThisDiary(const Database& database, const std::filesystem::path& path)
{
    std::error_code error; // one that is not there is another
    return !database.file().empty() &&
           std::filesystem::equivalent(database.file(), diaryFileAt(path), error);
}

Merged mergeFile(Engine& engine, const std::filesystem::path& path, const Progress& progress)
{
    const std::filesystem::path file = diaryFileAt(path);
    std::unique_ptr<Database> other;
    try {
        other = Database::copyInMemory(file);
    } catch (const StorageError& error) {
        throw FileError{error.fault(), error.operation(), error.what()};
    }
    if (!engine.database().file().empty()) {
        // Before the records that name them; one that nothing names yet does no harm.
        onOwnFiles(
            [&] { copyPictures(*other, picturesOf(file), picturesFolder(engine.database())); });
    }
    return engine.merge(*other, MergeReason::Merge, progress);
}

} // namespace unclench
