// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an encrypted backup: they come back whole, or not at all and with the reason.
#include "core/exchange/sealed_header.h"
#include "core/exchange/sealed_stream.h"
#include "tests/support/sealing.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace unclench {
namespace {

using testing::AnyOf;
using tests::kCheapSeal;
using tests::sealPassphrase;

constexpr std::size_t kSealVersionPlace = 16;
constexpr std::size_t kSealLengthPlace = 20;
constexpr std::size_t kSealPayloadPlace = 24;
constexpr std::size_t kSealMemoryPlace = 40;
constexpr std::size_t kSealSaltPlace = 48;
constexpr std::size_t kSealSumPlace = 232;

const RecoveryKey& sealRecovery()
{
    static const RecoveryKey key = RecoveryKey::random();
    return key;
}

std::span<const unsigned char> sealBytesOf(std::string_view text)
{
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

std::string sealableText(std::size_t size)
{
    std::string text(size, '\0');
    unsigned state = 7;
    for (char& c : text) {
        state = state * 1664525U + 1013904223U;
        c = static_cast<char>(state >> 24U);
    }
    return text;
}

std::string
sealText(std::string_view text, std::size_t piece = 1 << 20U, const SealCost& cost = kCheapSeal)
{
    std::string sealed;
    SealingStream stream{[&](std::span<const unsigned char> bytes) {
                             sealed.append(reinterpret_cast<const char*>(bytes.data()),
                                           bytes.size());
                             return true;
                         },
                         text.size(), sealPassphrase(), sealRecovery(), cost};
    while (!text.empty()) {
        const std::string_view part = text.substr(0, piece);
        stream.write(sealBytesOf(part));
        text.remove_prefix(part.size());
    }
    stream.finish();
    return sealed;
}

struct OpenedSeal {
    std::optional<SealFault> fault;
    std::string text;
};

OpenedSeal unsealText(std::string_view sealed, const SealSecret& secret)
{
    OpenedSeal opened;
    const std::uint64_t size = sealed.size();
    const SealSource in = [&sealed](std::span<unsigned char> bytes) {
        const std::size_t part = std::min(bytes.size(), sealed.size());
        std::copy_n(sealed.begin(), part, bytes.begin());
        sealed.remove_prefix(part);
        return part;
    };
    opened.fault = unsealStream(in, size, secret,
                                [&](std::span<const unsigned char> bytes) {
                                    opened.text.append(reinterpret_cast<const char*>(bytes.data()),
                                                       bytes.size());
                                    return true;
                                },
                                {});
    return opened;
}

/// The id of the fault; "opened" where there was none.
std::string sealFaultIn(std::string_view sealed, const SealSecret& secret = sealRecovery())
{
    const OpenedSeal opened = unsealText(sealed, secret);
    return opened.fault ? std::string{toId(*opened.fault)} : "opened";
}

/// The check sum of the header made to fit what was changed in it.
std::string withSealSum(std::string sealed)
{
    std::array<unsigned char, 32> sum{};
    crypto_generichash(sum.data(), sum.size(), sealBytesOf(sealed).data(), kSealSumPlace, nullptr,
                       0);
    std::memcpy(sealed.data() + kSealSumPlace, sum.data(), sum.size());
    return sealed;
}

TEST(SealedStream, ComesBackWholeWhateverItsSize)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kSealChunk - 1, kSealChunk,
                                   kSealChunk + 1, 2 * kSealChunk, std::size_t{3'000'017}}) {
        const std::string text = sealableText(size);

        const std::string sealed = sealText(text);

        EXPECT_EQ(sealed.size(), sealedSize(size));
        const SealSecret secrets[] = {sealPassphrase(), sealRecovery()};
        for (const SealSecret& secret : secrets) {
            const OpenedSeal opened = unsealText(sealed, secret);
            EXPECT_FALSE(opened.fault) << size << ' ' << toId(*opened.fault);
            EXPECT_TRUE(opened.text == text) << size;
        }
    }
}

TEST(SealedStream, IsTheSameHoweverItIsWritten)
{
    const std::string text = sealableText(2 * kSealChunk + 5);

    EXPECT_TRUE(unsealText(sealText(text, 1), sealRecovery()).text == text);
    EXPECT_TRUE(unsealText(sealText(text, 4097), sealRecovery()).text == text);
}

TEST(SealedStream, ShowsNothingOfWhatItHolds)
{
    const std::string text(1000, 'x');

    const std::string first = sealText(text);
    const std::string second = sealText(text);

    EXPECT_EQ(first.find("xxxxx"), std::string::npos);
    // Only magic, version, lengths and cost are alike.
    EXPECT_EQ(first.substr(0, kSealSaltPlace), second.substr(0, kSealSaltPlace));
    std::size_t alike = 0;
    for (std::size_t i = kSealSaltPlace; i < first.size(); ++i) {
        alike += first[i] == second[i] ? 1U : 0U;
    }
    EXPECT_LT(alike, first.size() / 16);
}

TEST(SealedStream, OpensWithNothingElse)
{
    const std::string sealed = sealText("a diary");

    EXPECT_EQ(sealFaultIn(sealed, Secret{std::string_view{"correct horse battery stapl"}}),
              "wrong_passphrase");
    EXPECT_EQ(sealFaultIn(sealed, Secret{std::string_view{"Correct horse battery staple"}}),
              "wrong_passphrase");
    EXPECT_EQ(sealFaultIn(sealed, Secret{}), "wrong_passphrase");
    EXPECT_EQ(sealFaultIn(sealed, RecoveryKey::random()), "wrong_passphrase");
    // The recovery key is no passphrase, nor its text.
    EXPECT_EQ(sealFaultIn(sealed, sealRecovery().bytes()), "wrong_passphrase");
    EXPECT_EQ(sealFaultIn(sealed, Secret{std::string_view{sealRecovery().text()}}),
              "wrong_passphrase");
}

TEST(SealedStream, CutAnywhereItIsToldAsCut)
{
    const std::string sealed = sealText("a diary with a few words in it");

    EXPECT_EQ(sealFaultIn(""), "not_ours");
    for (std::size_t length = 1; length < sealed.size(); ++length) {
        EXPECT_EQ(sealFaultIn(sealed.substr(0, length)), "truncated") << length;
    }
}

TEST(SealedStream, CutBetweenItsChunksItIsToldAsCut)
{
    const std::string sealed = sealText(sealableText(3 * kSealChunk));
    const std::size_t chunk = kSealChunk + crypto_secretstream_xchacha20poly1305_ABYTES;

    for (std::size_t chunks = 0; chunks < 3; ++chunks) {
        const std::string cut = sealed.substr(0, kSealHeaderSize + chunks * chunk);
        EXPECT_EQ(sealFaultIn(cut), "truncated") << chunks;
    }
}

TEST(SealedStream, CutAndMadeToLookWholeItIsNotOpened)
{
    const std::string text = sealableText(3 * kSealChunk);
    std::string sealed = sealText(text);
    const std::size_t chunk = kSealChunk + crypto_secretstream_xchacha20poly1305_ABYTES;
    sealed.resize(sealed.size() - chunk);
    const std::uint64_t payload = 2 * kSealChunk;
    std::memcpy(sealed.data() + kSealPayloadPlace, &payload, sizeof payload);

    EXPECT_EQ(sealFaultIn(sealed), "tampered");
    EXPECT_EQ(sealFaultIn(withSealSum(sealed)),
              "wrong_passphrase"); // the wrapped key is bound to the size
}

TEST(SealedStream, AnyBitThatFlipsIsNoticed)
{
    const std::string sealed = sealText("a diary with a few words in it");

    for (std::size_t place = 0; place < sealed.size(); ++place) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string flipped = sealed;
            flipped[place] =
                static_cast<char>(static_cast<unsigned char>(flipped[place]) ^ 1U << bit);
            const OpenedSeal opened = unsealText(flipped, sealRecovery());
            ASSERT_TRUE(opened.fault) << place << ' ' << bit;
            const std::string fault{toId(*opened.fault)};
            if (place < kSealMagic.size()) {
                EXPECT_EQ(fault, "not_ours") << place;
            } else if (place >= kSealLengthPlace && place < kSealPayloadPlace) {
                // How long the header is: the rest of a longer one is missing.
                EXPECT_THAT(fault, AnyOf("tampered", "truncated")) << place;
            } else {
                EXPECT_EQ(fault, "tampered") << place;
            }
            EXPECT_EQ(opened.text, "") << place;
        }
    }
}

TEST(SealedStream, BytesBehindItsEndAreNoticed)
{
    const std::string sealed = sealText(sealableText(kSealChunk));

    EXPECT_EQ(sealFaultIn(sealed + '\0'), "tampered");
    EXPECT_EQ(sealFaultIn(sealed + sealed), "tampered");
}

TEST(SealedStream, ItsChunksHaveAnOrder)
{
    const std::string sealed = sealText(sealableText(3 * kSealChunk));
    const std::size_t chunk = kSealChunk + crypto_secretstream_xchacha20poly1305_ABYTES;
    const auto at = [&](std::size_t index) {
        return sealed.substr(kSealHeaderSize + index * chunk, chunk);
    };
    const std::string header = sealed.substr(0, kSealHeaderSize);

    EXPECT_EQ(sealFaultIn(header + at(0) + at(1) + at(2)), "opened");
    EXPECT_EQ(sealFaultIn(header + at(1) + at(0) + at(2)), "tampered");
    EXPECT_EQ(sealFaultIn(header + at(0) + at(0) + at(2)), "tampered");
    EXPECT_EQ(sealFaultIn(header + at(0) + at(2) + at(1)), "tampered");
}

TEST(SealedStream, AHeaderFitsItsOwnBodyAlone)
{
    const std::string one = sealText("the one diary");
    const std::string two = sealText("the other one");

    EXPECT_EQ(sealFaultIn(one.substr(0, kSealHeaderSize) + two.substr(kSealHeaderSize)),
              "tampered");
}

TEST(SealedStream, ANewerVersionIsNamed)
{
    std::string newer = sealText("a diary");
    newer[kSealVersionPlace] = 2;
    EXPECT_EQ(sealFaultIn(newer), "tampered"); // it was not written so

    EXPECT_EQ(sealFaultIn(withSealSum(newer)), "newer_version");

    newer[kSealVersionPlace] = 0;
    EXPECT_EQ(sealFaultIn(withSealSum(newer)), "tampered");
}

TEST(SealedStream, OthersFilesAreNotOurs)
{
    EXPECT_EQ(sealFaultIn("SQLite format 3" + std::string(1000, '\0')), "not_ours");
    EXPECT_EQ(sealFaultIn("unclench-sealing\n" + std::string(1000, 'x')), "not_ours");
    EXPECT_EQ(sealFaultIn(std::string{kSealMagic} + std::string(1000, '\xFF')), "tampered");
    EXPECT_EQ(sealFaultIn(std::string{kSealMagic} + std::string(1000, '\0')), "tampered");
}

TEST(SealedStream, AFileThatAsksForTooMuchMemoryGetsNone)
{
    for (const std::uint64_t memory : {std::uint64_t{1} << 40U, (std::uint64_t{1} << 30U) + 1,
                                       ~std::uint64_t{0}, std::uint64_t{0}}) {
        std::string greedy = sealText("a diary");
        std::memcpy(greedy.data() + kSealMemoryPlace, &memory, sizeof memory);

        EXPECT_EQ(sealFaultIn(withSealSum(greedy), sealPassphrase()), "tampered") << memory;
    }
}

TEST(SealedStream, SaltAndCostBelongToTheKey)
{
    std::string changed = sealText("a diary");
    changed[kSealSaltPlace] = static_cast<char>(changed[kSealSaltPlace] + 1);

    EXPECT_EQ(sealFaultIn(withSealSum(changed), sealPassphrase()), "wrong_passphrase");
    EXPECT_EQ(sealFaultIn(withSealSum(changed), sealRecovery()), "wrong_passphrase");
}

TEST(SealedStream, CanBeStopped)
{
    const std::string whole = sealText(sealableText(3 * kSealChunk));
    std::string_view sealed = whole;
    int asked = 0;
    const SealSource in = [&sealed](std::span<unsigned char> bytes) {
        const std::size_t part = std::min(bytes.size(), sealed.size());
        std::copy_n(sealed.begin(), part, bytes.begin());
        sealed.remove_prefix(part);
        return part;
    };

    EXPECT_THROW(
        static_cast<void>(unsealStream(
            in, whole.size(), sealRecovery(), [](std::span<const unsigned char>) { return true; },
            [&](double share) {
                EXPECT_GE(share, 0);
                EXPECT_LE(share, 1);
                return ++asked < 2;
            })),
        Cancelled);
    EXPECT_EQ(asked, 2);
}

TEST(SealedStream, TakesLessMemoryForLongerWhereThereIsNot)
{
    std::size_t pages = 0;
    std::ifstream{"/proc/self/statm"} >> pages;
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_AS, &before), 0);
    const auto page = static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
    const rlimit little{static_cast<rlim_t>(pages) * page + 100ULL * 1024 * 1024, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_AS, &little), 0);

    const std::string sealed = sealText("a diary", 100, {1, 128ULL * 1024 * 1024});
    ::setrlimit(RLIMIT_AS, &before);

    std::uint64_t cost[2] = {};
    std::memcpy(cost, sealed.data() + kSealMemoryPlace - sizeof cost[0], sizeof cost);
    EXPECT_EQ(cost[0], 2U);
    EXPECT_EQ(cost[1], 64ULL * 1024 * 1024);
    EXPECT_EQ(sealFaultIn(sealed, sealPassphrase()), "opened");
}

} // namespace
} // namespace unclench
