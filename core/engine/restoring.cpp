// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/restoring.h"

#include "core/diary/record.h"
#include "core/engine/care_reader.h"
#include "core/engine/engine.h"
#include "core/engine/pictures.h"
#include "core/store/alert_store.h"
#include "core/store/backups.h"
#include "core/store/change_store.h"
#include "core/store/kept_over.h"
#include "core/store/own_file.h"
#include "core/store/row_replacement.h"
#include "core/store/seat_store.h"
#include "core/store/staged_backup.h"
#include "core/store/wholeness.h"

#include <algorithm>
#include <utility>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// The longest that one session of heat or cold still counts for the next (resources/knowledge/
/// care.json: skin_injury_hours, most_sessions_hours).
constexpr std::chrono::hours kSkinRemembers{24};

/// Shares of the time that it takes, measured with ten years.
constexpr double kBackupRead = 0.2;
constexpr double kBackedUp = 0.4;
constexpr double kReplaced = 0.8;
constexpr double kLookedAt = 0.95;

/// What goes on at this moment, whatever a diary says of another one.
struct GoingOn {
    OpenEmergencies emergencies;
    std::vector<CareSession> sessions;
    std::vector<SkinCheck> checks;
    std::optional<SeatSpan> posture;
};

GoingOn goingOn(Database& diary, const Now& now)
{
    GoingOn going{openEmergencies(diary), {}, {}, SeatStore{diary}.open()};
    CareStore care{diary};
    const Stopwatch watch{care, now};
    for (CareSession& session : care.deciding(std::nullopt, now)) {
        if (session.isRunning() || watch.sinceEnd(session) < kSkinRemembers) {
            const auto checks = care.checksOf(session.stamp.id);
            going.checks.insert(going.checks.end(), checks.begin(), checks.end());
            going.sessions.push_back(std::move(session));
        }
    }
    return going;
}

/// What went on when the backup was made is over: as the diary knew it, else as far as the backup
/// knows.
class WentOn {
public:
    WentOn(Database& diary, Database& backup, const GoingOn& going)
    {
        const auto isGoing = [&](const Uuid& id) {
            return (going.posture && going.posture->stamp.id == id) ||
                   std::any_of(going.sessions.begin(), going.sessions.end(),
                               [&](const CareSession& one) { return one.stamp.id == id; });
        };
        CareStore care{backup};
        for (CareSession& session : care.deciding(std::nullopt, {})) {
            if (session.isRunning() && !isGoing(session.stamp.id)) {
                add(diary, ended(std::move(session)));
            }
        }
        SeatStore seat{backup};
        if (auto span = seat.open(); span && !isGoing(span->stamp.id)) {
            add(diary, ended(*std::move(span), seat.alive()));
        }
    }

    void write(UnitOfWork& work, Database& diary, const Moment& now)
    {
        for (const AnyRecord& record : m_known) {
            putRecord(diary, record);
        }
        for (AnyRecord& record : m_guessed) {
            if (auto* session = std::get_if<CareSession>(&record);
                session != nullptr && session->end->utc > now.utc) {
                session->end = now; // it was made just now, on another machine
                session->endBoot.reset();
                session->endBootId.reset();
            }
            work.keep(std::move(record));
        }
    }

private:
    static CareSession ended(CareSession session)
    {
        session.end = session.begin + session.planned;
        if (session.beginBoot) {
            session.endBoot = *session.beginBoot + session.planned;
            session.endBootId = session.beginBootId;
        }
        return session;
    }

    static SeatSpan ended(SeatSpan span, const std::optional<SeatAlive>& alive)
    {
        const bool isKnown =
            alive && alive->clocks.bootId == span.bootId && alive->clocks.boot > span.beginBoot;
        span.endBoot = isKnown ? alive->clocks.boot : span.beginBoot;
        span.end = isKnown ? alive->clocks.wall : span.begin;
        return span;
    }

    template <class Record>
    void add(Database& diary, Record guess)
    {
        auto known = ChangeStore{diary}.find(kKindOf<Record>, guess.stamp.id);
        if (known && std::get<Record>(*known).end && !stampOf(*known).isDeleted()) {
            m_known.push_back(*std::move(known));
        } else {
            m_guessed.emplace_back(std::move(guess));
        }
    }

    std::vector<AnyRecord> m_known;
    std::vector<AnyRecord> m_guessed;
};

Progress restorePart(const Progress& progress, double from, double to)
{
    if (!progress) {
        return {};
    }
    return [&progress, from, to](double share) { return progress(from + (to - from) * share); };
}

} // namespace

Restored Engine::restore(const fs::path& backup, const Progress& progress, const fs::path& pictures)
{
    tell(progress, 0);
    const auto staged = stageBackup(backup);
    RowReplacement replacement{m_database, *staged};
    if (!isWhole(m_database)) {
        // Rows would be put where damaged indexes still lead elsewhere: the file has to be
        // replaced.
        throw StorageError{StorageFault::Damaged, "restore", "the diary does not pass the check"};
    }
    tell(progress, kBackupRead);

    // From here on nobody else writes, so what is backed up is what is replaced.
    UnitOfWork work{m_database, m_events, m_uuids, m_clock.now()};
    const Now& now = work.now();
    // Another restore may have been waited for: this backup must not look older than that one's.
    BackupBefore before{m_database, BackupReason::Restore, m_clock.now().wall};
    tell(progress, kBackedUp);

    const GoingOn going = goingOn(m_database, now);
    WentOn went{m_database, *staged, going};
    replacement.run(restorePart(progress, kBackedUp, kReplaced));
    went.write(work, m_database, now.wall);
    const int emergencies = keepEmergencies(m_database, going.emergencies);
    for (const CareSession& session : going.sessions) {
        putRecord(m_database, session);
    }
    for (const SkinCheck& check : going.checks) {
        putRecord(m_database, check);
    }
    if (going.posture) {
        putRecord(m_database, *going.posture);
    }
    tell(progress, kReplaced);

    AlertStore alerts{m_database};
    const UtcTime seen = AlertStore{*staged}.evaluatedUntil().value_or(now.wall.utc);
    alerts.setEvaluatedUntil(std::min(seen, now.wall.utc));
    m_watch.evaluate(work);
    Restored restored;
    restored.holds = contentsIn(m_database);
    restored.emergenciesKept = emergencies;
    restored.isSessionKept = CareStore{m_database}.running().has_value();
    if (!m_database.file().empty()) {
        restored.pictures = onOwnFiles([&] {
            return copyPictures(m_database, pictures.empty() ? picturesOf(backup) : pictures,
                                picturesFolder(m_database));
        });
    }
    tell(progress, kLookedAt);

    static_cast<void>(work.commit()); // tells of the alerts that this raised
    restored.undo.copy = before.keep(backup);
    m_events.publish(ChangedElsewhere{});
    return restored;
}

} // namespace unclench
