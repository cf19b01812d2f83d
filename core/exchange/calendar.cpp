// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendar.h"

#include "core/exchange/calendar_breaks.h"
#include "core/exchange/calendar_event.h"
#include "core/exchange/export_scope.h"
#include "core/exchange/made_id.h"
#include "core/exchange/row_progress.h"
#include "core/store/new_file.h"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace unclench {

namespace {

using namespace std::chrono_literals;

/// A day before, to prepare; an hour before, to set out.
constexpr std::array<std::chrono::minutes, 2> kVisitReminders{24h, 1h};

ExportScope calendarScope(const CalendarWishes& wishes)
{
    ExportScope scope{.period = wishes.period,
                      .sections = {ExportSection::Visits},
                      .hasNotes = wishes.hasNotes,
                      .hasDeleted = false};
    if (wishes.hasSessions) {
        scope.sections.insert(ExportSection::Care);
    }
    if (wishes.hasBreaks) {
        scope.sections.insert(ExportSection::Sitting);
    }
    return scope;
}

/// Goes over what there is to write, and writes it.
class CalendarDocument {
public:
    CalendarDocument(const std::filesystem::path& target,
                     const CalendarWords& words,
                     const Moment& now)
        : m_file(target), m_words(words), m_now(now)
    {
        m_file.write(calendarBegin(m_words.notice));
    }

    void addVisit(const Visit& visit, bool hasNotes)
    {
        CalendarEvent event{.id = visit.stamp.id,
                            .stamp = visit.stamp,
                            .begin = visit.at.utc,
                            .end = {},
                            .title = m_words.appointment,
                            .text = {},
                            .isBusy = true,
                            .reminders = {}};
        if (hasNotes) {
            for (const std::string* text : {&visit.provider, &visit.goal, &visit.questions}) {
                if (!text->empty()) {
                    event.text += (event.text.empty() ? "" : "\n") + *text;
                }
            }
        }
        if (!visit.isOver && visit.at.utc > m_now.utc) {
            event.reminders.assign(kVisitReminders.begin(), kVisitReminders.end());
        }
        m_counts.visits += write(event);
    }
    void addSession(const CareSession& session)
    {
        if (session.end) {
            m_counts.sessions +=
                write(entry(session.stamp.id, session.stamp, session.begin.utc, session.end->utc));
        }
    }
    void addBreak(const SittingBreak& pause)
    {
        const Uuid id = madeId(fmt::format("break {} {}", pause.stamp.id.text(),
                                           pause.begin.time_since_epoch().count()));
        m_counts.breaks += write(entry(id, pause.stamp, pause.begin, pause.end));
    }
    CalendarCounts keep()
    {
        if (m_counts.events() > 0) {
            m_file.write(calendarEnd());
            m_file.keep();
        }
        return m_counts;
    }

private:
    [[nodiscard]] CalendarEvent
    entry(const Uuid& id, const Stamp& stamp, UtcTime begin, UtcTime end) const
    {
        return {.id = id,
                .stamp = stamp,
                .begin = begin,
                .end = end,
                .title = m_words.entry,
                .text = {},
                .isBusy = false,
                .reminders = {}};
    }
    /// How many events that made: 1, or 0 for one at a time that no calendar has.
    std::int64_t write(const CalendarEvent& event)
    {
        const std::string lines = calendarLines(event);
        m_file.write(lines);
        return lines.empty() ? 0 : 1;
    }

    NewFile m_file;
    const CalendarWords& m_words;
    Moment m_now;
    CalendarCounts m_counts;
};

} // namespace

CalendarCounts exportCalendar(RowSource& source,
                              const Moment& now,
                              const CalendarWishes& wishes,
                              const CalendarWords& words,
                              const std::filesystem::path& target,
                              const Progress& progress)
{
    ScopedRows rows{source, calendarScope(wishes)};
    RowProgress steps{progress, rows.count()};
    CalendarDocument document{target, words, now};
    std::vector<SeatSpan> spans;
    const auto each = [&]<class Record>(const std::function<void(const Record&)>& use) {
        rows.eachRecord(kKindOf<Record>, [&](const AnyRecord& record) {
            steps.step();
            if (!stampOf(record).isDeleted()) {
                use(std::get<Record>(record));
            }
        });
    };
    each.operator()<Visit>([&](const Visit& visit) { document.addVisit(visit, wishes.hasNotes); });
    if (wishes.hasSessions) {
        each.operator()<CareSession>(
            [&](const CareSession& session) { document.addSession(session); });
    }
    if (wishes.hasBreaks) {
        each.operator()<SeatSpan>([&](const SeatSpan& span) { spans.push_back(span); });
        for (const SittingBreak& pause : sittingBreaks(std::move(spans), now)) {
            document.addBreak(pause);
        }
    }
    tell(progress, 1);
    return document.keep();
}

} // namespace unclench
