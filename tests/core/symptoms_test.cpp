// SPDX-License-Identifier: GPL-3.0-or-later
// How symptoms stand: each side on its own.
#include "core/diary/symptoms.h"
#include "tests/support/case_name.h"

#include <gmock/gmock.h>

#include <ostream>

namespace unclench {
namespace {

using testing::ElementsAreArray;

constexpr auto kLeft = Side::Left;
constexpr auto kRight = Side::Right;
constexpr auto kBoth = Side::Both;
constexpr std::nullopt_t kWhole = std::nullopt;

struct Told {
    std::optional<Side> side;
    bool isPresent = true;
    const char* id = "leg_numbness";

    friend bool operator==(const Told& a, const Told& b)
    {
        return a.side == b.side && a.isPresent == b.isPresent && std::string_view{a.id} == b.id;
    }
    friend void PrintTo(const Told& told, std::ostream* out)
    {
        *out << told.id << " " << (told.side ? toId(*told.side) : "whole")
             << (told.isPresent ? "" : " gone");
    }
};

std::vector<Symptom> records(const std::vector<Told>& told)
{
    std::vector<Symptom> all;
    for (const Told& one : told) {
        Symptom symptom;
        symptom.symptom = one.id;
        symptom.side = one.side;
        symptom.isPresent = one.isPresent;
        all.push_back(symptom);
    }
    return all;
}

std::vector<Told> told(const std::vector<Symptom>& records)
{
    std::vector<Told> all;
    for (const Symptom& one : records) {
        all.push_back({one.side, one.isPresent, one.symptom.c_str()});
    }
    return all;
}

struct StandingCase {
    const char* name;
    std::vector<Told> told;
    std::vector<Told> standing;

    friend void PrintTo(const StandingCase& c, std::ostream* out) { *out << c.name; }
};

class Standing : public testing::TestWithParam<StandingCase> {};

TEST_P(Standing, IsTheLastToldOfEachSide)
{
    const auto all = standing(records(GetParam().told));

    EXPECT_THAT(told(all), ElementsAreArray(GetParam().standing));
}

const StandingCase kStandingCases[] = {
    {"nothing told", {}, {}},
    {"left and right stand side by side", {{kLeft}, {kRight}}, {{kLeft}, {kRight}}},
    {"two symptoms do not meet",
     {{kLeft}, {kLeft, true, "foot_drop"}},
     {{kLeft}, {kLeft, true, "foot_drop"}}},
    {"a side is told more exactly", {{kWhole}, {kLeft}}, {{kLeft}}},
    {"a side that is gone leaves what was told without one",
     {{kWhole}, {kLeft, false}},
     {{kWhole}, {kLeft, false}}},
    {"one side goes and the other stays",
     {{kLeft}, {kRight}, {kLeft, false}},
     {{kLeft, false}, {kRight}}},
    {"the whole goes with both sides", {{kLeft}, {kRight}, {kWhole, false}}, {{kWhole, false}}},
    {"both replaces each side", {{kLeft}, {kRight}, {kBoth}}, {{kBoth}}},
    {"of both one goes and the other stays", {{kBoth}, {kLeft, false}}, {{kRight}, {kLeft, false}}},
    {"what was gone comes back", {{kLeft}, {kLeft, false}, {kLeft}}, {{kLeft}}},
};
INSTANTIATE_TEST_SUITE_P(All,
                         Standing,
                         testing::ValuesIn(kStandingCases),
                         tests::caseName<StandingCase>);

struct NeverCase {
    const char* name;
    std::vector<Told> told;
    std::optional<Side> side;
    /// What still stands when the corrections are made.
    std::vector<Told> left;

    friend void PrintTo(const NeverCase& c, std::ostream* out) { *out << c.name; }
};

class NeverThere : public testing::TestWithParam<NeverCase> {};

TEST_P(NeverThere, LeavesWhatWasToldOfOtherSides)
{
    auto all = records(GetParam().told);
    UuidSource uuids;
    for (Symptom& one : all) {
        one.stamp.id = uuids.next(UtcTime{});
    }

    for (const Symptom& wrong : neverThere(all, "leg_numbness", GetParam().side)) {
        const auto place = std::find_if(all.begin(), all.end(), [&](const Symptom& one) {
            return one.stamp.id == wrong.stamp.id;
        });
        ASSERT_NE(place, all.end());
        if (wrong.stamp.isDeleted()) {
            all.erase(place);
        } else {
            *place = wrong;
        }
    }

    EXPECT_THAT(told(all), ElementsAreArray(GetParam().left));
}

const NeverCase kNeverCases[] = {
    {"one that was told once", {{kLeft}}, kLeft, {}},
    {"the other side stays", {{kLeft}, {kRight}}, kLeft, {{kRight}}},
    {"of both the other remains", {{kBoth}}, kLeft, {{kRight}}},
    {"the whole takes each side along", {{kLeft}, {kRight}}, kWhole, {}},
    {"what was there before it was gone stays",
     {{kLeft}, {kLeft, false}, {kLeft}},
     kLeft,
     {{kLeft}, {kLeft, false}}},
    {"another symptom stays",
     {{kLeft, true, "foot_drop"}, {kLeft}},
     kLeft,
     {{kLeft, true, "foot_drop"}}},
};
INSTANTIATE_TEST_SUITE_P(All,
                         NeverThere,
                         testing::ValuesIn(kNeverCases),
                         tests::caseName<NeverCase>);

} // namespace
} // namespace unclench
