// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seat_reading.h"

#include "core/engine/exercise.h"
#include "core/engine/pictures.h"
#include "ui/wording/care.h"
#include "ui/wording/seat.h"
#include "ui/wording/seat_state.h"
#include "ui/wording/settings.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace unclench::ui {

using namespace std::chrono;

namespace {

using wording::tr;

QString breaksText(const SeatDay& day)
{
    return tr("%1 taken, %2 later, %3 skipped")
        .arg(day.breaks.size())
        .arg(day.snoozes.size())
        .arg(day.skips.size());
}

QDate toQt(local_days day)
{
    const year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

QString fromTo(const Moment& begin, const Moment& end)
{
    //: two times of day
    return tr("%1 to %2").arg(wording::timeOfDay(begin), wording::timeOfDay(end));
}

QString noteOf(const SeatStatus& status, const Moment& now)
{
    const SeatClock& clock = status.clock;
    if (clock.isHeld()) {
        return wording::seatHold(clock.holds.front(), clock, now);
    }
    if (clock.meetingLeft) {
        return tr("Meeting until %1. Reminders wait.")
            .arg(wording::moment(now + *clock.meetingLeft, now));
    }
    if (clock.pauseLeft) {
        return tr("Reminders pause until %1.").arg(wording::moment(now + *clock.pauseLeft, now));
    }
    if (clock.breakLeft && clock.breakLeft->count() <= 0) {
        return tr("The break is over. It waits for you.");
    }
    if (status.isOn && !status.isWatched && clock.posture == Posture::Seated) {
        return tr("Your input cannot be seen here, so plain time is counted. Say when you get up.");
    }
    return {};
}

int minuteOf(const DayBounds& bounds, UtcTime at)
{
    return static_cast<int>(floor<minutes>(at - bounds.begin).count());
}

void addMarks(SeatDayView& view, Engine& engine, const SeatDay& day)
{
    const auto add = [&](SeatMarkView::Kind kind, UtcTime begin, UtcTime end, const QString& text) {
        view.marks.push_back(
            {kind, minuteOf(day.bounds, begin), minuteOf(day.bounds, end), text, std::nullopt});
    };
    for (const SeatDay::Break& rest : day.breaks) {
        const QString when = wording::timeOfDay(rest.begin);
        const QString how = wording::length(rest.end.utc - rest.begin.utc);
        add(SeatMarkView::Kind::Break, rest.begin.utc, rest.begin.utc,
            rest.isInferred ? tr("%1, break of %2, as it seems").arg(when, how)
                            : tr("%1, break of %2").arg(when, how));
    }
    for (const Moment& at : day.snoozes) {
        add(SeatMarkView::Kind::Snooze, at.utc, at.utc,
            tr("%1, later").arg(wording::timeOfDay(at)));
    }
    for (const Moment& at : day.skips) {
        add(SeatMarkView::Kind::Skip, at.utc, at.utc,
            tr("%1, skipped").arg(wording::timeOfDay(at)));
    }
    const Period period{day.bounds.begin, day.bounds.end};
    const Moment now = engine.now().wall;
    for (const CareSession& care : engine.care().store().begunIn(period)) {
        const UtcTime end =
            std::min(care.end ? care.end->utc : care.begin.utc + care.planned, day.bounds.end);
        add(SeatMarkView::Kind::Session, care.begin.utc, std::max(end, care.begin.utc),
            wording::careSession(care, now));
        view.marks.back().modality = care.modality;
    }
    for (const Course& course : engine.diary().courses(period)) {
        add(SeatMarkView::Kind::Spasm, course.onset().utc, course.onset().utc,
            course.worstPain() ? tr("%1, spasm, worst pain %2")
                                     .arg(wording::timeOfDay(course.onset()))
                                     .arg(*course.worstPain())
                               : tr("%1, spasm").arg(wording::timeOfDay(course.onset())));
    }
    std::stable_sort(view.marks.begin(), view.marks.end(),
                     [](const SeatMarkView& one, const SeatMarkView& other) {
                         return one.minute < other.minute;
                     });
}

bool isInferred(SeatCause cause)
{
    return cause == SeatCause::Input || cause == SeatCause::Idle || cause == SeatCause::Locked ||
           cause == SeatCause::Asleep || cause == SeatCause::BreakOver;
}

/// Movements that may be done in a break, own ones first. Empty: none now.
struct Movement {
    QString title;
    QString text;
    QString drawing;
    QString picture;
};
std::vector<Movement> movements(Engine& engine, const Words& words)
{
    std::vector<Movement> found;
    if (!exerciseNow(engine).isAllowed()) {
        return found;
    }
    for (const OwnExerciseView& own : readExercises(engine)) {
        if (own.isOn) {
            found.push_back({own.name, own.text, {}, own.picture});
        }
    }
    using CardPart = Words::GuidePart;
    for (const GuideCard& card : engine.guide().cards()) {
        if (card.isGated && card.drawing && !card.tool) {
            found.push_back({words.guide(CardPart::Title, card.id),
                             words.guide(CardPart::Text, card.id),
                             QString::fromStdString(*card.drawing),
                             {}});
        }
    }
    return found;
}

} // namespace

SeatView readSeat(Engine& engine)
{
    const SeatStatus status = engine.seat().status();
    const SeatClock& clock = status.clock;
    const Moment now = engine.now().wall;
    SeatView view;
    view.isOn = status.isOn;
    view.isKnown = clock.posture.has_value();
    view.posture = clock.posture.value_or(Posture::Away);
    view.seated = clock.seated;
    view.interval = clock.dueAt;
    view.stateText =
        view.isKnown ? wording::seatState(clock, now) : tr("Nothing is known yet of your sitting");
    view.note = noteOf(status, now);
    view.isDue = clock.isDue();
    view.isHeld = clock.isHeld();
    view.snoozesLeft = clock.snoozesLeft;
    view.breakLeft = clock.breakLeft;
    view.breakLength = minutes{status.settings.breakMinutes};
    view.isPaused = clock.pauseLeft.has_value();
    view.isMeeting = clock.meetingLeft.has_value();
    view.offersShorter = status.offersShorter;
    if (status.unclear) {
        view.gap = {status.unclear->stamp.id,
                    tr("Away %1?").arg(fromTo(status.unclear->begin, *status.unclear->end))};
    }
    const SeatDay today = engine.seat().day(now.localDay());
    if (today.seated.count() > 0) {
        view.today = tr("Today: %1 sitting, longest %2, breaks: %3")
                         .arg(wording::length(today.seated), wording::length(today.longest))
                         .arg(today.breaks.size());
    }
    return view;
}

SeatDayView readSeatDay(Engine& engine, local_days of)
{
    const SeatDay day = engine.seat().day(of);
    const Moment now = engine.now().wall;
    SeatDayView view;
    const QString date = QLocale{}.toString(toQt(of), QStringLiteral("dddd d MMMM yyyy"));
    view.hasNext = of < now.localDay();
    view.title = view.hasNext ? date : tr("Today, %1").arg(date);
    for (const SeatDay::Piece& piece : day.pieces) {
        SeatSpanView span;
        span.posture = piece.posture;
        span.beginMinute = minuteOf(day.bounds, piece.begin.utc);
        span.endMinute = std::max(span.beginMinute, minuteOf(day.bounds, piece.end.utc));
        span.isInferred = isInferred(piece.cause);
        span.when = fromTo(piece.begin, piece.end);
        span.length = wording::length(piece.end.utc - piece.begin.utc);
        //: when, what, how long
        span.text = tr("%1, %2, %3").arg(span.when, wording::posture(piece.posture), span.length);
        span.id = piece.id;
        span.canCorrect = !piece.isOpen && piece.posture != Posture::Suspended;
        view.spans.push_back(std::move(span));
    }
    addMarks(view, engine, day);
    view.sitting = wording::length(day.seated);
    view.longest = wording::length(day.longest);
    view.breaks = breaksText(day);
    if (day.pieces.empty()) {
        view.empty = view.hasNext ? tr("Nothing was recorded on this day.")
                                  : tr("Nothing is recorded yet. Your day will stand here.");
    }
    return view;
}

SeatWeekView readSeatWeek(Engine& engine, local_days of)
{
    const local_days monday = of - days{weekday{of}.iso_encoding() - 1};
    const local_days today = engine.now().wall.localDay();
    SeatWeekView view;
    view.title = tr("Week of %1").arg(QLocale{}.toString(toQt(monday), QStringLiteral("d MMMM")));
    for (local_days at = monday; at < monday + days{7}; at += days{1}) {
        SeatWeekDay shown;
        shown.day = QLocale{}.toString(toQt(at), QStringLiteral("ddd d"));
        shown.isToday = at == today;
        if (at <= today) {
            const SeatDay day = engine.seat().day(at);
            shown.seated = floor<minutes>(day.seated);
            shown.longest = floor<minutes>(day.longest);
            shown.taken = static_cast<int>(day.breaks.size());
            shown.snoozed = static_cast<int>(day.snoozes.size());
            shown.skipped = static_cast<int>(day.skips.size());
            shown.hasAny = !day.pieces.empty();
            shown.text = tr("%1: %2 sitting, longest %3; breaks: %4")
                             .arg(shown.day, wording::length(day.seated),
                                  wording::length(day.longest), breaksText(day));
        }
        if (!shown.hasAny) {
            shown.text = tr("%1: nothing recorded").arg(shown.day);
        }
        view.days.push_back(std::move(shown));
    }
    return view;
}

BreakPromptView readBreakPrompt(Engine& engine, const Words& words, std::size_t turn)
{
    const SeatStatus status = engine.seat().status();
    const SeatClock& clock = status.clock;
    BreakPromptView view;
    view.length = minutes{status.settings.breakMinutes};
    view.left = clock.breakLeft;
    view.isOver = clock.breakLeft && clock.breakLeft->count() <= 0;
    if (view.isOver) {
        view.title = tr("Welcome back");
        view.sentence = tr("The break is over.");
    } else if (view.left) {
        view.title = tr("On a break");
        view.sentence = tr("Take your time.");
    } else {
        view.title = tr("Time to get up");
        view.sentence = tr("You have sat for %1.").arg(wording::length(clock.seated));
    }
    view.what = tr("Walk a few steps. Have some water.");
    view.canSnooze = clock.snoozesLeft > 0;
    view.snoozeText = tr("5 more minutes");
    if (const auto all = movements(engine, words); !all.empty()) {
        const Movement& chosen = all[turn % all.size()];
        view.exerciseTitle = chosen.title;
        view.exerciseText = chosen.text;
        view.drawing = chosen.drawing;
        view.picture = chosen.picture;
    }
    return view;
}

std::vector<OwnExerciseView> readExercises(Engine& engine)
{
    std::vector<OwnExerciseView> views;
    for (const OwnExercise& own : engine.seat().store().exercises()) {
        OwnExerciseView view{own.stamp.id,
                             QString::fromStdString(own.name),
                             QString::fromStdString(own.text),
                             {},
                             own.isOn};
        if (!own.picture.empty()) {
            view.picture =
                QString::fromStdString((picturesFolder(engine.database()) / own.picture).string());
        }
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace unclench::ui
