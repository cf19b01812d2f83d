// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery keys as they are written and typed, and what a passphrase is worth.
#include "core/exchange/passphrase.h"
#include "core/exchange/recovery_key.h"
#include "tests/support/case_name.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>

namespace unclench {
namespace {

// Of the bytes 10 to 2F (hexadecimal), worked out by another program from the document.
constexpr std::string_view kWrittenKey = "208H 44RM 2MB1 FC6H\n"
                                         "30CH M6RW 3MF1 Z7Z2\n"
                                         "40GJ 48S4 4MK2 FKSV\n"
                                         "50MJ MASC 5MQ2 ZWEY";
constexpr std::string_view kDigitsOfKeys = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

RecoveryKey readKey(std::string_view typed)
{
    const auto key = RecoveryKey::read(typed);
    const auto* mistyped = std::get_if<MistypedKey>(&key);
    if (mistyped != nullptr) {
        ADD_FAILURE() << "mistyped in line " << mistyped->line << ": " << typed;
        return RecoveryKey::random();
    }
    return std::get<RecoveryKey>(key);
}

/// The line in which a slip was found; -1: none was.
int keySlipIn(std::string_view typed)
{
    const auto key = RecoveryKey::read(typed);
    const auto* mistyped = std::get_if<MistypedKey>(&key);
    return mistyped != nullptr ? mistyped->line : -1;
}

TEST(RecoveryKey, IsWrittenAsTheDocumentSays)
{
    const RecoveryKey key = readKey(kWrittenKey);

    ASSERT_EQ(key.bytes().size(), 32U);
    for (std::size_t i = 0; i < key.bytes().size(); ++i) {
        EXPECT_EQ(key.bytes().data()[i], 0x10 + i);
    }
    EXPECT_EQ(key.text(), kWrittenKey);
    EXPECT_EQ(key.lines()[3], "50MJ MASC 5MQ2 ZWEY");
}

TEST(RecoveryKey, ComesBackFromItsText)
{
    for (int i = 0; i < 100; ++i) {
        const RecoveryKey key = RecoveryKey::random();

        EXPECT_EQ(readKey(key.text()), key);
    }
}

TEST(RecoveryKey, IsAnotherOneEachTime)
{
    std::set<std::string> keys;
    for (int i = 0; i < 100; ++i) {
        keys.insert(RecoveryKey::random().text());
    }

    EXPECT_EQ(keys.size(), 100U);
}

TEST(RecoveryKey, IsTakenHoweverItIsTyped)
{
    const RecoveryKey key = readKey(kWrittenKey);

    EXPECT_EQ(readKey("208h44rm2mb1fc6h30chm6rw3mf1z7z240gj48s44mk2fksv50mjmasc5mq2zwey"), key);
    EXPECT_EQ(readKey("  2O8H-44RM-2MBI-FC6H  30CH-M6RW-3MFl-Z7Z2\r\n4OGJ 48S4 4MK2 FKSV\t"
                      "50MJ\u00A0MASC\u20135MQ2\u2011ZWEY\n\n"),
              key);
}

TEST(RecoveryKey, EverySlipOfOneLetterIsFoundInItsLine)
{
    for (std::size_t place = 0; place < kWrittenKey.size(); ++place) {
        if (kDigitsOfKeys.find(kWrittenKey[place]) == std::string_view::npos) {
            continue;
        }
        const int line = static_cast<int>(place / 20) + 1;
        for (const char digit : kDigitsOfKeys) {
            std::string typed{kWrittenKey};
            typed[place] = digit;
            EXPECT_EQ(keySlipIn(typed), digit == kWrittenKey[place] ? -1 : line) << typed;
        }
    }
}

TEST(RecoveryKey, TwoLettersOrLinesInTheWrongOrderAreFound)
{
    std::string swapped{kWrittenKey};
    std::swap(swapped[20], swapped[22]); // "C0 3H ..." in the second line
    EXPECT_EQ(keySlipIn(swapped), 2);

    const std::string lines = fmt::format("{}\n{}\n{}", kWrittenKey.substr(20, 19),
                                          kWrittenKey.substr(0, 19), kWrittenKey.substr(40));
    EXPECT_EQ(keySlipIn(lines), 1);
}

TEST(RecoveryKey, IsNoneWithMoreOrFewerLettersOrOthers)
{
    EXPECT_EQ(keySlipIn(""), 0);
    EXPECT_EQ(keySlipIn(kWrittenKey.substr(0, kWrittenKey.size() - 1)), 0);
    EXPECT_EQ(keySlipIn(std::string{kWrittenKey} + "0"), 0);
    EXPECT_EQ(keySlipIn(std::string{kWrittenKey.substr(0, kWrittenKey.size() - 1)} + "U"), 0);
    EXPECT_EQ(keySlipIn("correct horse battery staple"), 0);
}

TEST(RecoveryKey, ALineOfItIsKnown)
{
    EXPECT_TRUE(RecoveryKey::isLine("208h 44rm 2mb1 fc6h", 1));
    EXPECT_FALSE(RecoveryKey::isLine("208h 44rm 2mb1 fc6h", 2));
    EXPECT_FALSE(RecoveryKey::isLine("208h 44rm 2mb1 fc6j", 1));
    EXPECT_FALSE(RecoveryKey::isLine(kWrittenKey, 1));
    EXPECT_FALSE(RecoveryKey::isLine("", 1));
}

struct StrengthCase {
    const char* name;
    const char* passphrase;
    Strength expected;
};

const StrengthCase kStrengths[] = {
    {"nothing", "", Strength::TooShort},
    {"seven characters", "kX9#vQ2", Strength::TooShort},
    {"seven characters that take more bytes", "äöüßéèê", Strength::TooShort},
    {"one word and a year", "sommer2026", Strength::Weak},
    {"one word, a year and a sign", "Sommer2026!", Strength::Weak},
    {"a row of digits", "1234567890", Strength::Weak},
    {"one letter over and over", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
     Strength::Weak},
    {"one word over and over", "backbackbackbackbackbackbackbackbackbackback", Strength::Weak},
    {"two words", "correct horse", Strength::Weak},
    {"eight mixed characters", "kX9#vQ2m", Strength::Fair},
    {"three words", "correct horse battery", Strength::Fair},
    {"five words", "correct horse battery staple lamp", Strength::Strong},
    {"fourteen mixed characters", "kX9#vQ2mT!r7Lp", Strength::Strong},
};

class PassphraseStrength : public testing::TestWithParam<StrengthCase> {};

TEST_P(PassphraseStrength, IsTold)
{
    EXPECT_EQ(toId(strengthOf(GetParam().passphrase)), toId(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(All,
                         PassphraseStrength,
                         testing::ValuesIn(kStrengths),
                         tests::caseName<StrengthCase>);

TEST(Secret, IsZeroedWhereItsTextWas)
{
    std::string typed = "correct horse battery staple";
    const Secret secret{std::string_view{typed}};
    const char* place = typed.data();

    wipe(typed);

    EXPECT_TRUE(typed.empty());
    EXPECT_EQ(place[5], '\0');
    EXPECT_EQ(secret.text(), "correct horse battery staple");
}

TEST(Secret, CanBeCopiedMovedAndCompared)
{
    Secret first{std::string_view{"one"}};
    Secret copy = first;
    EXPECT_TRUE(copy == first);

    const Secret moved = std::move(first);
    copy = Secret{std::string_view{"two"}};

    EXPECT_EQ(moved.text(), "one");
    EXPECT_FALSE(copy == moved);
    EXPECT_TRUE(Secret{} == Secret{std::string_view{}});
    EXPECT_EQ(Secret{3}.text(), (std::string_view{"\0\0\0", 3}));
}

} // namespace
} // namespace unclench
