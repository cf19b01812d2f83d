// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/review/summary_of.h"
#include "core/store/summary_store.h"

#include <algorithm>
#include <utility>

namespace unclench {

Engine::Engine(Database& database,
               const Clock& clock,
               const Vocabulary& vocabulary,
               UuidSource& uuids)
    : Engine(database, clock, vocabulary, uuids, RedFlags::builtIn())
{
}

Engine::Engine(Database& database,
               const Clock& clock,
               const Vocabulary& vocabulary,
               UuidSource& uuids,
               const RedFlags& rules)
    : m_database(database), m_clock(clock), m_vocabulary(vocabulary), m_uuids(uuids),
      m_redFlags(rules), m_guide(Guide::builtIn()), m_careRules(CareRules::builtIn()),
      m_diary(database), m_history(database), m_watch(database, vocabulary, m_redFlags),
      m_journal(database,
                clock,
                vocabulary,
                m_events,
                uuids,
                [this](UnitOfWork& work) { m_watch.evaluate(work); }),
      m_alerts(database, clock, vocabulary, m_redFlags, m_events, uuids, m_watch, m_journal),
      m_care(database,
             clock,
             vocabulary,
             m_careRules,
             m_events,
             uuids,
             [this](UnitOfWork& work) { m_watch.evaluate(work); }),
      m_seat(database, clock, m_events, uuids), m_dataVersion(database.dataVersion())
{
}

Chronicle Engine::chronicle()
{
    return ChronicleStore{m_database}.read(m_clock.now().wall);
}

Summary Engine::summary(const Period& period)
{
    return summary(period, chronicle());
}

Summary Engine::summary(const Period& period, const Chronicle& chronicle)
{
    SummaryRecords records = SummaryStore{m_database}.read(
        m_redFlags, period, periodBefore(period, chronicle.now.utc), chronicle.now);
    records.profile = profile();
    records.background = m_diary.background();
    return summaryOf(chronicle, records, period);
}

LongVersion Engine::longVersion(const Period& period)
{
    std::vector<Course> courses = m_diary.coursesGoingOn(period, m_clock.now().wall.utc);
    std::reverse(courses.begin(), courses.end()); // they come the latest first
    return {.courses = std::move(courses),
            .intakes = m_diary.dated<Intake>(period),
            .medicines = SummaryStore{m_database}.medicinesEver(),
            .sessions = m_care.store().begunIn(period),
            .answers = m_alerts.store().answers(period),
            .symptoms = m_diary.dated<Symptom>(period),
            .limits = m_diary.dated<FunctionLimit>(period),
            .measurements = m_diary.dated<Measurement>(period)};
}

Profile Engine::profile()
{
    return profileFrom(m_diary.profileEntries());
}

SettingsReading Engine::settings()
{
    return settingsFrom(m_diary.settingRows());
}

void Engine::noticeOthers()
{
    const std::int64_t version = m_database.dataVersion();
    if (version != std::exchange(m_dataVersion, version)) {
        m_events.publish(ChangedElsewhere{});
    }
}

EpisodeCounts countEpisodes(DiaryStore& diary, UtcTime now)
{
    const auto spans = diary.spans();
    return {.open = static_cast<int>(std::count_if(spans.begin(), spans.end(),
                                                   [](const Span& span) { return !span.end; })),
            .total = diary.episodeCount(),
            .distinct30Days = distinctOnsets(spans, now, std::chrono::days{30}),
            .distinct180Days = distinctOnsets(spans, now, std::chrono::days{180})};
}

} // namespace unclench
