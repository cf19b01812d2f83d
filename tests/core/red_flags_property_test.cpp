// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the alerts of any life, however it went.
#include "core/engine/told_reader.h"
#include "core/redflags/findings.h"
#include "tests/support/lives.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using tests::Deed;
using tests::Life;
using tests::LifeStep;

bool isOpen(Life& life, const std::string& rule, Level level)
{
    const auto active = life.engine().alerts().active();
    return std::any_of(active.begin(), active.end(), [&](const Alert& alert) {
        return alert.rule == rule && alert.level == level;
    });
}

RC_GTEST_PROP(AnyLife, EndsNoEmergencyButBySeenOrMistakeAndMindsNoRestart, ())
{
    const auto steps = *tests::someLife();
    Life life;

    for (const LifeStep& step : steps) {
        const auto before = life.engine().alerts().active();
        const bool isClosedByPerson = life.live(step);
        for (const Alert& alert : before) {
            RC_ASSERT(alert.level != Level::Emergency || isClosedByPerson ||
                      isOpen(life, alert.rule, Level::Emergency));
        }
        for (const Alert& alert : life.all()) {
            RC_ASSERT(alert.level != Level::Emergency || !alert.isClosed() ||
                      alert.closing == Closing::Seen || alert.closing == Closing::Mistake);
        }

        const auto alerts = life.all();
        const auto asked = life.engine().alerts().asking().askedFor;
        life.restart();
        RC_ASSERT(life.all() == alerts);
        RC_ASSERT(life.engine().alerts().asking().askedFor == asked);
    }
}

RC_GTEST_PROP(AnyLife, GetsNoLowerHighestLevelByAYesThatIsNewOrWorse, ())
{
    const auto steps = *tests::someLife();
    auto yes = *tests::someStep({Deed::Answer, Deed::Symptom});
    yes.wait = 0min;
    Life life;
    for (const LifeStep& step : steps) {
        life.live(step);
    }
    life.pass(1min);
    life.engine().alerts().advance();
    const bool wasAnyOpen = life.isAnyOpen();
    const Level before = life.highest();

    // Yes and present, new or worse, no flag that makes a no of it.
    yes.second = yes.deed == Deed::Answer ? 0 : yes.second;
    yes.third = yes.third % 2 == 0 ? 7 : 3;
    life.live(yes);

    RC_ASSERT(life.highest() >= before);
    RC_ASSERT(!wasAnyOpen || life.isAnyOpen());
}

RC_GTEST_PROP(AnyLife, DoesNotDependOnTheOrderOfWhatIsToldAtOneMoment, ())
{
    const auto steps = *tests::someLife();
    auto told = *rc::gen::container<std::vector<LifeStep>>(
        4, tests::someStep({Deed::Answer, Deed::Symptom, Deed::Temperature, Deed::Function,
                            Deed::Condition, Deed::Procedure, Deed::Weight}));
    // Each adds something; of one kind there is one.
    for (LifeStep& step : told) {
        step.wait = 0min;
        step.third = step.third % 2 == 0 ? 7 : 3;
        step.second = step.deed == Deed::Symptom ? step.second : 3;
        step.second = step.deed == Deed::Answer ? 0 : step.second;
    }
    std::sort(told.begin(), told.end(),
              [](const LifeStep& one, const LifeStep& other) { return one.deed < other.deed; });
    told.erase(std::unique(told.begin(), told.end(),
                           [](const LifeStep& one, const LifeStep& other) {
                               return one.deed == other.deed;
                           }),
               told.end());
    Life forwards;
    Life backwards;
    for (const LifeStep& step : steps) {
        forwards.live(step);
        backwards.live(step);
    }
    RC_ASSERT(forwards.open() == backwards.open());
    forwards.pass(1min);
    backwards.pass(1min);

    std::for_each(told.begin(), told.end(), [&](const LifeStep& step) { forwards.live(step); });
    std::for_each(told.rbegin(), told.rend(), [&](const LifeStep& step) { backwards.live(step); });

    RC_ASSERT(forwards.open() == backwards.open());
}

RC_GTEST_PROP(AnyLife, HasTheSameEdgesOneByOneAsAllAtOnce, ())
{
    const auto steps = *tests::someLife();
    Life life;
    for (const LifeStep& step : steps) {
        life.live(step);
    }
    life.pass(std::chrono::days{*rc::gen::inRange(0, 500)});
    Engine& engine = life.engine();
    const Moment now = engine.now().wall;
    const UtcTime since = now.utc - Watch::kLongestReplay;
    const Told told =
        readTold(engine.database(), engine.vocabulary(), engine.redFlags(), since, now.utc, now);

    std::vector<UtcTime> edges;
    for (auto edge = nextEdge(engine.redFlags(), told, since); edge && *edge < now.utc;
         edge = nextEdge(engine.redFlags(), told, *edge)) {
        edges.push_back(*edge);
    }

    RC_ASSERT(edgesBetween(engine.redFlags(), told, since, now.utc) == edges);
}

RC_GTEST_PROP(AnyLife, HasTheSameFindingsOneAfterAnotherAsEachForItself, ())
{
    const auto steps = *tests::someLife();
    Life life;
    for (const LifeStep& step : steps) {
        life.live(step);
    }
    life.pass(std::chrono::days{*rc::gen::inRange(0, 200)});
    Engine& engine = life.engine();
    const Moment now = engine.now().wall;
    const UtcTime since = now.utc - std::chrono::days{*rc::gen::inRange(1, 400)};
    // As the clock may have been set back: what was told for later stands at the last look.
    const UtcTime seen = now.utc - std::chrono::hours{*rc::gen::inRange(0, 48)};
    const Told told = readTold(engine.database(), engine.vocabulary(), engine.redFlags(), since,
                               std::max(since, seen), now);
    // Where time changes something, just before it, and at any other moment.
    std::vector<UtcTime> moments{since, now.utc};
    for (const UtcTime edge : edgesBetween(engine.redFlags(), told, since, now.utc)) {
        moments.insert(moments.end(), {std::max(since, edge - 1ms), edge});
    }
    for (const int minutes : *rc::gen::container<std::vector<int>>(20, rc::gen::inRange(0, 1440))) {
        moments.push_back(since + (now.utc - since) * minutes / 1440);
    }
    std::sort(moments.begin(), moments.end());

    Finder finder{engine.redFlags(), told, {since, now.offset}};
    for (const UtcTime utc : moments) {
        const Moment at{utc, now.offset};
        Finder alone{engine.redFlags(), told, at};
        RC_ASSERT(finder.findAt(at) == alone.findAt(at));
    }
}

} // namespace
} // namespace unclench
