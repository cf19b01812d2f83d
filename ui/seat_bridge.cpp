// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seat_bridge.h"

#include "core/engine/pictures.h"
#include "ui/bridge.h"
#include "ui/seat_reading.h"
#include "ui/wording/seat.h"
#include "ui/wording/settings.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace unclench::ui {

using namespace std::chrono;

SeatBridge::SeatBridge(Engine& engine,
                       Bridge& bridge,
                       const Words& words,
                       std::function<QString(const StorageError&)> explain,
                       QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_words(words),
      m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) { refreshExercises(); }))
{
}

void SeatBridge::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const StorageError& error) {
        spdlog::warn("in sitting: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

void SeatBridge::carryOut(const Command& command, const QString& sentence)
{
    m_bridge.carryOut(Bridge::SeatCommand{command}, sentence);
}

std::optional<milliseconds> SeatBridge::untilNextChange()
{
    std::optional<milliseconds> next;
    guarded([&] {
        const SeatStatus status = m_engine.seat().status();
        const SeatClock& clock = status.clock;
        if (clock.breakLeft && clock.breakLeft->count() > 0) {
            const milliseconds rest = *clock.breakLeft % seconds{1};
            next = rest.count() > 0 ? rest : seconds{1};
        } else if (clock.posture == Posture::Seated) {
            next = minutes{1} - clock.seated % minutes{1};
        } else if (clock.posture) {
            next = minutes{1} - clock.inPosture % minutes{1};
        }
    });
    return next;
}

BreakPromptView SeatBridge::prompt()
{
    BreakPromptView view;
    guarded([&] {
        const auto day = m_engine.now().wall.localDay();
        // Another movement for each break of a day.
        view = readBreakPrompt(m_engine, m_words, m_engine.seat().day(day).breaks.size());
    });
    return view;
}

void SeatBridge::refresh()
{
    guarded([&] {
        Q_EMIT viewChanged(readSeat(m_engine));
        if (m_isDayShown) {
            const local_days day = m_day.value_or(m_engine.now().wall.localDay());
            Q_EMIT dayChanged(readSeatDay(m_engine, day));
            Q_EMIT weekChanged(readSeatWeek(m_engine, day));
        }
    });
}

void SeatBridge::gotUp()
{
    carryOut([](Seat& seat) { return seat.gotUp(); }, tr("Saved: you got up."));
}

void SeatBridge::comeBack()
{
    carryOut([](Seat& seat) { return seat.comeBack(); }, tr("Saved: you are back."));
}

void SeatBridge::snooze()
{
    carryOut([](Seat& seat) { return seat.snooze(); }, tr("The break comes in 5 minutes."));
}

void SeatBridge::skip()
{
    carryOut([](Seat& seat) { return seat.skip(); }, tr("Saved: this break is skipped."));
}

void SeatBridge::tell(Posture posture)
{
    carryOut([&](Seat& seat) { return seat.tell(posture); },
             //: %1 "sitting"
             tr("Saved: %1.").arg(wording::posture(posture).toLower()));
}

void SeatBridge::meet(int length)
{
    if (length == 0) {
        carryOut([](Seat& seat) { return seat.endMeeting(); }, tr("The meeting is over."));
        return;
    }
    carryOut([&](Seat& seat) { return seat.meet(minutes{length}); },
             tr("Meeting: breaks wait until it is over, an hour at most."));
}

void SeatBridge::pause(int length)
{
    carryOut(
        [&](Seat& seat) {
            return length == 0 ? seat.pauseUntilMorning() : seat.pause(minutes{length});
        },
        length == 0 ? tr("No reminders until tomorrow. Sitting is counted all the same.")
                    : tr("No reminders for %1. Sitting is counted all the same.")
                          .arg(wording::minuteCount(length)));
}

void SeatBridge::resume()
{
    carryOut([](Seat& seat) { return seat.resume(); }, tr("Reminders go on."));
}

void SeatBridge::answerGap(const Uuid& span, bool wasSitting)
{
    correct(span, wasSitting ? Posture::Seated : Posture::Away);
}

void SeatBridge::answerShorter(bool isWanted)
{
    if (isWanted) {
        m_bridge.carryOut(
            [](Journal& journal) {
                return journal.set("sitting_minutes",
                                   std::to_string(sitting::kShorterInterval.count()));
            },
            tr("Saved: a break every 20 minutes. The settings can change that."));
    }
    guarded([&] { static_cast<void>(m_engine.seat().noteShorterOffered()); });
}

void SeatBridge::measure()
{
    m_bridge.carryOut([](Journal& journal) { return journal.set("sitting_on", "yes"); },
                      tr("Saved: sitting is measured."));
}

void SeatBridge::correct(const Uuid& span, Posture posture)
{
    m_bridge.correctSeat([&](Seat& seat) { return seat.correct(span, posture); },
                         tr("Saved: %1.").arg(wording::postureWas(posture)));
}

void SeatBridge::setDayShown(bool isShown)
{
    m_isDayShown = isShown;
    refresh();
}

void SeatBridge::showDay(int offset)
{
    const local_days today = m_engine.now().wall.localDay();
    m_day = std::min(m_day.value_or(today) + days{offset}, today);
    if (m_day == today) {
        m_day.reset(); // goes on with the days
    }
    refresh();
}

void SeatBridge::showToday()
{
    m_day.reset();
    refresh();
}

void SeatBridge::saveExercise(const OwnExerciseView& exercise)
{
    guarded([&] {
        OwnExercise kept;
        for (const OwnExercise& own : m_engine.seat().store().exercises()) {
            if (own.stamp.id == exercise.id) {
                kept = own;
            }
        }
        kept.name = exercise.name.trimmed().toStdString();
        kept.text = exercise.text.toStdString();
        kept.isOn = exercise.isOn;
        const std::filesystem::path picture{exercise.picture.toStdString()};
        if (picture.empty()) {
            kept.picture.clear();
        } else if (picture != picturesFolder(m_engine.database()) / kept.picture) {
            UuidSource names;
            kept.picture = keepPicture(m_engine.database(), picture,
                                       names.next(m_engine.now().wall.utc).text());
        }
        m_bridge.carryOut([&](Journal& journal) { return journal.keepExercise(kept); },
                          tr("Saved: %1.").arg(exercise.name.trimmed()));
    });
}

void SeatBridge::removeExercise(const Uuid& exercise)
{
    m_bridge.carryOut(
        [&](Journal& journal) { return journal.remove(RecordKind::OwnExercise, exercise); },
        tr("Deleted."));
}

void SeatBridge::refreshExercises()
{
    guarded([&] { Q_EMIT exercisesChanged(readExercises(m_engine)); });
}

} // namespace unclench::ui
