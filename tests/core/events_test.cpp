// SPDX-License-Identifier: GPL-3.0-or-later
// Listeners hear every event once, all in one order.
#include "core/engine/events.h"

#include <gmock/gmock.h>

#include <optional>
#include <stdexcept>
#include <string>

namespace unclench {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const RecordsSaved kNothing{};

/// "saved" or "elsewhere", after who heard it.
std::string heard(const char* who, const Event& event)
{
    return std::string{who} +
           (std::holds_alternative<RecordsSaved>(event) ? " saved" : " elsewhere");
}

TEST(Events, ReachEveryListenerOnceInTheOrderOfSubscription)
{
    Events events;
    std::vector<std::string> order;
    const Subscription first =
        events.subscribe([&](const Event& e) { order.push_back(heard("first", e)); });
    const Subscription second =
        events.subscribe([&](const Event& e) { order.push_back(heard("second", e)); });

    events.publish(ChangedElsewhere{});

    EXPECT_THAT(order, ElementsAre("first elsewhere", "second elsewhere"));
}

TEST(Events, ThatAListenerCausesFollowTheCurrentOne)
{
    Events events;
    std::vector<std::string> order;
    const Subscription first = events.subscribe([&](const Event& e) {
        order.push_back(heard("first", e));
        if (std::holds_alternative<RecordsSaved>(e)) {
            events.publish(ChangedElsewhere{});
        }
    });
    const Subscription second =
        events.subscribe([&](const Event& e) { order.push_back(heard("second", e)); });

    events.publish(kNothing);

    EXPECT_THAT(order,
                ElementsAre("first saved", "second saved", "first elsewhere", "second elsewhere"));
}

TEST(Subscription, EndsListeningWhenItEnds)
{
    Events events;
    int count = 0;
    {
        const Subscription listening = events.subscribe([&](const Event&) { ++count; });
        events.publish(kNothing);
    }

    events.publish(kNothing);

    EXPECT_EQ(count, 1);
}

TEST(Subscription, GoesOnWhereItWasMovedTo)
{
    Events events;
    int count = 0;
    Subscription kept;
    {
        Subscription listening = events.subscribe([&](const Event&) { ++count; });
        kept = std::move(listening);
    }

    events.publish(kNothing);

    EXPECT_EQ(count, 1);
}

TEST(Subscription, EndedByAListenerHearsNoMore)
{
    Events events;
    std::vector<std::string> order;
    std::optional<Subscription> second;
    const Subscription first = events.subscribe([&](const Event& e) {
        order.push_back(heard("first", e));
        second.reset();
    });
    second.emplace(events.subscribe([&](const Event& e) { order.push_back(heard("second", e)); }));

    events.publish(kNothing);

    EXPECT_THAT(order, ElementsAre("first saved"));
}

TEST(Subscription, MayEndItself)
{
    Events events;
    int count = 0;
    std::optional<Subscription> self;
    self.emplace(events.subscribe([&](const Event&) {
        ++count;
        self.reset();
    }));

    events.publish(kNothing);
    events.publish(kNothing);

    EXPECT_EQ(count, 1);
}

TEST(Events, GoOnAfterAListenerThrew)
{
    Events events;
    int count = 0;
    const Subscription listening = events.subscribe([&](const Event&) {
        if (++count == 1) {
            throw std::runtime_error{"the disk is full"};
        }
    });

    EXPECT_THROW(events.publish(kNothing), std::runtime_error);
    events.publish(kNothing);

    EXPECT_EQ(count, 2);
}

} // namespace
} // namespace unclench
