// SPDX-License-Identifier: GPL-3.0-or-later
// Of what other programs write, only what tells of pain in the back becomes a spasm, with its own
// pain.
#include "core/exchange/foreign_rules.h"
#include "tests/support/foreign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;
using testing::UnorderedElementsAre;
using tests::faultsOf;
using tests::ForeignFile;
using tests::recordsOf;

/// One row for each of `details`, a week apart.
ForeignFile bearableWith(const std::vector<std::string>& details)
{
    std::string text =
        "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";
    for (std::size_t i = 0; i < details.size(); ++i) {
        text += "x,2025-0" + std::to_string(i + 1) + "-05,Monday,am,Symptom,3,\"" + details[i] +
                "\",\n";
    }
    return ForeignFile{text};
}

TEST(ListEntries, AreNotPartedInBracketsWhereThatIsAsked)
{
    EXPECT_THAT(listEntries("a, b (c, d), ,e", ",", true), ElementsAre("a", "b (c, d)", "e"));
    EXPECT_THAT(listEntries("a, b (c, d)", ","), ElementsAre("a", "b (c", "d)"));
    EXPECT_THAT(listEntries("a, b", ""), ElementsAre("a, b"));
    EXPECT_THAT(listEntries("a), b (c, d", ",", true), ElementsAre("a)", "b (c, d"));
}

TEST(ForeignPresets, OfSeveralSymptomsTheBackHasItsOwnWord)
{
    const ForeignFile file = bearableWith({"Headache (Severe), Back pain (Mild)",
                                           "Lower back (Moderate, stabbing), Mood (Severe)",
                                           "Back pain (Mild), Back spasm (Severe)",
                                           "Severe back pain, Headache (Mild)", "Back pain"});

    std::vector<int> pains;
    for (const Reading& reading : recordsOf<Reading>(file.records())) {
        pains.push_back(reading.pain);
    }

    EXPECT_THAT(pains, ElementsAre(2, 5, 8, 8));
    EXPECT_THAT(recordsOf<Bout>(file.records()), SizeIs(5));
}

TEST(ForeignPresets, APainWordThatIsNotKnownIsToldWithItsLine)
{
    const auto preview = bearableWith({"Back pain (Mild)", "Back pain (Extreme)"}).preview();

    ASSERT_THAT(faultsOf(preview), ElementsAre("unreadable_pain 3"));
    EXPECT_EQ(preview.problems.first()[0].column, "detail");
    EXPECT_EQ(preview.problems.first()[0].given, "Extreme");
    EXPECT_THAT(
        faultsOf(bearableWith({"Back pain (Extreme)"}).preview({.painWords = {{"extreme", 9}}})),
        IsEmpty());
}

TEST(ForeignPresets, WhatIsNoPainOfTheBackIsLeftOutByName)
{
    const auto preview = bearableWith({"No back pain", "Back exercises", "Headache (Severe)",
                                       "No headache, Back pain (Mild)"})
                             .preview();

    EXPECT_EQ(preview.rows, 1);
    EXPECT_THAT(preview.leftOutBy,
                UnorderedElementsAre(Pair("No back pain", 1), Pair("Back exercises", 1),
                                     Pair("Headache (Severe)", 1)));
}

TEST(ForeignPresets, OnlyTrackersOfBackPainAreTaken)
{
    const char* const taken[] = {"Back pain",
                                 "back_pain",
                                 "Health/Back/Pain",
                                 "Pain (back)",
                                 "Pain: lower back",
                                 "Back spasm length",
                                 "Spasm",
                                 "R\xC3\xBC"
                                 "ckenschmerzen",
                                 "Lumbago"};
    const char* const leftOut[] = {"Stomach pain",   "Back exercises",      "Pain killers",
                                   "Leg cramps",     "Eye spasm",           "Back",
                                   "No back pain",   "Back pain exercises", "Pills for back pain",
                                   "Back pain free", "Went back to work"};
    std::string text = "FeatureName,Timestamp,Value,Label,Note\n";
    for (const auto& names : {std::vector<std::string>(std::begin(taken), std::end(taken)),
                              std::vector<std::string>(std::begin(leftOut), std::end(leftOut))}) {
        for (const std::string& name : names) {
            text += name + ",2026-01-05T08:00:00.000+01:00,5,,\n";
        }
    }

    const auto preview = ForeignFile{text}.preview();

    EXPECT_THAT(faultsOf(preview), IsEmpty());
    for (const char* name : taken) {
        EXPECT_TRUE(preview.takenBy.contains(name)) << name;
    }
    for (const char* name : leftOut) {
        EXPECT_TRUE(preview.leftOutBy.contains(name)) << name;
    }
    EXPECT_EQ(preview.first.at(0).variety, "Back pain");
}

TEST(ForeignPresets, ATrackerThatAPersonNamesIsTaken)
{
    const ForeignFile file{"FeatureName,Timestamp,Value,Label,Note\n"
                           "Tightness,2026-01-05T08:00:00.000+01:00,5,,\n"};

    const auto preview = file.preview({.rules = {{"FeatureName", {"tightness"}, RowKind::Spasm}}});

    EXPECT_THAT(preview.takenBy, ElementsAre(Pair("Tightness", 1)));
}

} // namespace
} // namespace unclench
