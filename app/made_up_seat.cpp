// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_up_seat.h"

#include "ui/wording/seat.h"
#include "ui/wording/times.h"

namespace unclench::app {

using namespace std::chrono_literals;
using ui::SeatMarkView;

namespace {

Uuid idOf(int number)
{
    return *Uuid::parse("01890000-0000-7000-8000-0000000000" + std::to_string(10 + number));
}

QString from(int begin, int end)
{
    return QStringLiteral("%1 to %2")
        .arg(ui::wording::minuteOfDay(begin), ui::wording::minuteOfDay(end));
}

void add(ui::SeatDayView& day, Posture posture, int begin, int end, bool isInferred = false)
{
    ui::SeatSpanView span;
    span.posture = posture;
    span.beginMinute = begin;
    span.endMinute = end;
    span.isInferred = isInferred;
    span.when = from(begin, end);
    span.length = ui::wording::length(std::chrono::minutes{end - begin});
    span.text = QStringLiteral("%1, %2, %3")
                    .arg(span.when, ui::wording::posture(posture).toLower(), span.length);
    span.id = idOf(static_cast<int>(day.spans.size()));
    span.canCorrect = posture == Posture::Away && end - begin < 180;
    day.spans.push_back(span);
}

void mark(ui::SeatDayView& day,
          SeatMarkView::Kind kind,
          int minute,
          int end,
          const QString& what,
          std::optional<Modality> modality = {})
{
    const QString when = end > minute ? from(minute, end) : ui::wording::minuteOfDay(minute);
    day.marks.push_back({kind, minute, end, QStringLiteral("%1, %2").arg(when, what), modality});
}

constexpr int at(int hour, int minute)
{
    return hour * 60 + minute;
}

} // namespace

ui::SeatView seatUsual()
{
    ui::SeatView view;
    view.seated = 21min + 20s;
    view.stateText = QStringLiteral("Sitting for 21 min");
    view.snoozesLeft = 2;
    view.today = QStringLiteral("Today: 3 h 10 min sitting, longest 48 min, 5 breaks");
    return view;
}

ui::SeatView seatDue()
{
    ui::SeatView view = seatUsual();
    view.seated = 31min;
    view.stateText = QStringLiteral("Sitting for 31 min");
    view.isDue = true;
    return view;
}

ui::SeatView seatHeld()
{
    ui::SeatView view = seatDue();
    view.seated = 38min;
    view.stateText = QStringLiteral("Sitting for 38 min");
    view.isHeld = true;
    view.note = QStringLiteral("Held: heat runs. Shown after.");
    return view;
}

ui::SeatView seatMeeting()
{
    ui::SeatView view = seatGap();
    view.isMeeting = true;
    view.isPaused = true;
    view.note = QStringLiteral("Meeting until 12:40.");
    return view;
}

ui::SeatView seatStanding()
{
    ui::SeatView view = seatUsual();
    view.posture = Posture::Standing;
    view.seated = 12min;
    view.stateText = QStringLiteral("Standing for 3 min");
    view.note = QStringLiteral("Input cannot be seen here: plain time is counted.");
    return view;
}

ui::SeatView seatOnBreak(std::chrono::milliseconds left)
{
    ui::SeatView view = seatUsual();
    view.breakLeft = left;
    view.stateText = left.count() > 0 ? QStringLiteral("On a break")
                                      : QStringLiteral("The break is over. Welcome back.");
    return view;
}

ui::SeatView seatGap()
{
    ui::SeatView view = seatUsual();
    view.gap = ui::SeatGapView{idOf(3), QStringLiteral("Away 10:05 to 10:20?")};
    return view;
}

ui::SeatView seatShorter()
{
    ui::SeatView view = seatUsual();
    view.offersShorter = true;
    return view;
}

ui::SeatView seatPaused()
{
    ui::SeatView view = seatUsual();
    view.isPaused = true;
    view.note = QStringLiteral("Paused until 13:00.");
    return view;
}

ui::SeatView seatOff()
{
    ui::SeatView view;
    view.isOn = false;
    return view;
}

ui::SeatView seatUnknown()
{
    ui::SeatView view;
    view.isKnown = false;
    view.stateText = QStringLiteral("Nothing is known yet");
    return view;
}

ui::SeatDayView seatDay()
{
    ui::SeatDayView day;
    day.title = QStringLiteral("Today, Sunday 29 November");
    add(day, Posture::Suspended, at(0, 0), at(8, 12));
    add(day, Posture::Seated, at(8, 12), at(8, 44));
    add(day, Posture::Walking, at(8, 44), at(8, 48));
    add(day, Posture::Seated, at(8, 48), at(9, 36));
    add(day, Posture::Standing, at(9, 36), at(10, 5));
    add(day, Posture::Away, at(10, 5), at(10, 20), true);
    add(day, Posture::Seated, at(10, 20), at(10, 50));
    add(day, Posture::Lying, at(10, 50), at(11, 20));
    add(day, Posture::Seated, at(11, 20), at(12, 0));
    add(day, Posture::Away, at(12, 0), at(12, 55), true);
    add(day, Posture::Seated, at(12, 55), at(13, 27));
    add(day, Posture::Suspended, at(13, 27), at(13, 40));
    add(day, Posture::Seated, at(14, 5), at(14, 26));
    mark(day, SeatMarkView::Kind::Break, at(8, 44), at(8, 44), QStringLiteral("break taken"));
    mark(day, SeatMarkView::Kind::Snooze, at(9, 18), at(9, 18), QStringLiteral("put off"));
    mark(day, SeatMarkView::Kind::Skip, at(9, 30), at(9, 30), QStringLiteral("skipped"));
    mark(day, SeatMarkView::Kind::Spasm, at(10, 38), at(10, 38), QStringLiteral("spasm, pain 7"));
    mark(day, SeatMarkView::Kind::Session, at(10, 52), at(11, 7), QStringLiteral("heat"),
         Modality::Heat);
    mark(day, SeatMarkView::Kind::Session, at(13, 0), at(13, 15), QStringLiteral("cold"),
         Modality::Cold);
    mark(day, SeatMarkView::Kind::Break, at(12, 0), at(12, 0), QStringLiteral("break taken"));
    mark(day, SeatMarkView::Kind::Break, at(13, 27), at(13, 27), QStringLiteral("break taken"));
    day.sitting = QStringLiteral("3 h 23 min");
    day.longest = QStringLiteral("48 min");
    day.breaks = QStringLiteral("3 taken, 1 later, 1 skipped");
    return day;
}

ui::SeatDayView seatDayEmpty()
{
    ui::SeatDayView day;
    day.title = QStringLiteral("Saturday 21 November");
    day.hasNext = true;
    day.empty = QStringLiteral("Nothing was recorded on this day. While Unclench runs, your day "
                               "will stand here.");
    return day;
}

ui::SeatWeekView seatWeek()
{
    ui::SeatWeekView week;
    week.title = QStringLiteral("The week of 23 November");
    struct Row {
        const char* day;
        std::chrono::minutes seated;
        std::chrono::minutes longest;
        int taken, later, skipped;
    };
    const Row rows[] = {{"Mon 23", 382min, 64min, 9, 3, 2}, {"Tue 24", 341min, 41min, 10, 1, 0},
                        {"Wed 25", 405min, 92min, 7, 4, 3}, {"Thu 26", 290min, 38min, 9, 0, 1},
                        {"Fri 27", 318min, 55min, 8, 2, 1}, {"Sat 28", 0min, 0min, 0, 0, 0},
                        {"Sun 29", 203min, 48min, 3, 1, 1}};
    for (const Row& row : rows) {
        ui::SeatWeekDay day;
        day.day = QLatin1String{row.day};
        day.seated = row.seated;
        day.longest = row.longest;
        day.taken = row.taken;
        day.snoozed = row.later;
        day.skipped = row.skipped;
        day.hasAny = row.seated.count() > 0;
        day.isToday = day.day == QLatin1String{"Sun 29"};
        day.text = day.hasAny
                       ? QStringLiteral("%1: %2 sitting, longest %3, breaks: %4 taken, %5 later, "
                                        "%6 skipped.")
                             .arg(day.day, ui::wording::length(day.seated),
                                  ui::wording::length(day.longest))
                             .arg(day.taken)
                             .arg(day.snoozed)
                             .arg(day.skipped)
                       : QStringLiteral("%1: nothing was recorded.").arg(day.day);
        week.days.push_back(day);
    }
    return week;
}

ui::BreakPromptView breakDue()
{
    ui::BreakPromptView view;
    view.title = QStringLiteral("Time to get up");
    view.sentence = QStringLiteral("You have sat for 31 min.");
    view.what = QStringLiteral("Walk a few steps. Have some water.");
    view.exerciseTitle = QStringLiteral("A short walk");
    view.exerciseText = QStringLiteral("Walk to the window and back. Let your arms swing.");
    view.drawing = QStringLiteral("walk");
    view.snoozeText = QStringLiteral("5 more minutes");
    return view;
}

ui::BreakPromptView breakRunning()
{
    ui::BreakPromptView view = breakDue();
    view.title = QStringLiteral("Your break");
    view.sentence.clear();
    view.left = 72s;
    return view;
}

ui::BreakPromptView breakOver()
{
    ui::BreakPromptView view = breakRunning();
    view.title = QStringLiteral("Welcome back");
    view.sentence = QStringLiteral("The break is over. Take longer if you like.");
    view.what.clear();
    view.exerciseTitle.clear();
    view.exerciseText.clear();
    view.drawing.clear();
    view.left = 0s;
    view.isOver = true;
    return view;
}

std::vector<ui::OwnExerciseView> ownExercises()
{
    return {{idOf(0),
             QStringLiteral("Shoulder rolls"),
             QStringLiteral("Ten times back, slowly. Breathe out as they go down."),
             {},
             true},
            {idOf(1), QStringLiteral("Wall lean"),
             QStringLiteral("As the therapist showed it, twice each side."),
             QStringLiteral("/nowhere/wall.png"), true},
            {idOf(2),
             QStringLiteral("Heel raises"),
             QStringLiteral("Fifteen, at the desk."),
             {},
             false}};
}

} // namespace unclench::app
