// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/visit_sights.h"

#include "tests/support/drafts.h"

#include <QAbstractButton>

namespace unclench::ui {

namespace {

using namespace std::chrono_literals;

void tellNoVisit(tests::Diary&) {}

/// A few spasms that are over, of which the last one has no place.
void tellSpasms(tests::Diary& diary)
{
    for (int i = 0; i < 4; ++i) {
        const Details details =
            i < 3 ? tests::regions({{"lower_back", Side::Left}, {"hip", std::nullopt}}) : Details{};
        static_cast<void>(tests::done(diary.journal().logSpasm(tests::spasm(5 + i, {}, details))));
        diary.clock.pass(7h);
        diary.end();
        diary.clock.pass(24h * 8);
    }
}

Visit visitIn(const tests::Diary& diary, std::chrono::milliseconds ahead)
{
    Visit visit;
    visit.at = diary.clock.now().wall + ahead;
    visit.provider = "Dr Okafor";
    visit.goal = "To sit through a working day again.";
    visit.questions = "Why does it come back?\nWhich exercise should I do?";
    return visit;
}

void tellBackground(tests::Diary& diary, BackgroundTopic topic, const char* text)
{
    BackgroundEntry entry;
    entry.topic = topic;
    entry.text = text;
    static_cast<void>(tests::done(diary.journal().tell(entry, {})));
}

/// In three days; one of the things that doctors ask is told.
void tellVisitAhead(tests::Diary& diary)
{
    tellSpasms(diary);
    tellBackground(diary, BackgroundTopic::FirstBegan, "Six years ago, after moving house.");
    static_cast<void>(tests::done(diary.journal().keepVisit(visitIn(diary, 72h))));
}

/// Since an hour, with all that doctors ask told, and one a month before it.
void tellVisitNow(tests::Diary& diary)
{
    tellSpasms(diary);
    for (const std::string_view topic : kNames<BackgroundTopic>) {
        tellBackground(diary, *fromId<BackgroundTopic>(topic), "None that I know of.");
    }
    static_cast<void>(
        tests::done(diary.journal().listMedicine(tests::medicine("Ibuprofen", "nsaid"))));
    Visit before = visitIn(diary, -24h * 30);
    before.stamp.id = tests::done(diary.journal().keepVisit(before)).id;
    before.said = "It is a muscle spasm. Walk every day, and come back in a month.";
    before.toDo = "Walk half an hour each day.";
    static_cast<void>(tests::done(diary.journal().finishVisit(before, {})));
    Visit now = visitIn(diary, -1h);
    now.isLong = true;
    static_cast<void>(tests::done(diary.journal().keepVisit(now)));
}

void showVisit(Scene& scene)
{
    scene.shell->showVisit();
}

void showPastVisit(Scene& scene)
{
    showVisit(scene);
    for (const Visit& visit : scene.diary.engine.diary().visits()) {
        if (visit.isOver) {
            const QString name = QString::fromStdString("visit_" + visit.stamp.id.text() + "_show");
            scene.shell->window().findChild<QAbstractButton*>(name)->click();
        }
    }
}

} // namespace

std::vector<Sight> visitSights()
{
    return {{"visit, empty", tellNoVisit, showVisit},
            {"visit, planned", tellVisitAhead, showVisit},
            {"visit, has begun", tellVisitNow, showVisit},
            {"visit, over", tellVisitNow, showPastVisit}};
}

} // namespace unclench::ui
