// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recovery_key.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace unclench {

namespace {

/// Crockford's: without I, L, O and U, which are taken for others or make words.
constexpr std::string_view kKeyDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kKeyGroup = 4;
constexpr std::size_t kKeyLineBytes = 8;
constexpr std::size_t kKeyCheckBytes = 2;
constexpr std::size_t kKeyBitsPerDigit = 5;

using KeyLine = std::array<unsigned char, kKeyLineBytes + kKeyCheckBytes>;

static_assert(sizeof(KeyLine) * 8 == RecoveryKey::kLineLength * kKeyBitsPerDigit);

std::optional<unsigned> keyDigit(char c)
{
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    if (c == 'O') {
        c = '0';
    } else if (c == 'I' || c == 'L') {
        c = '1';
    }
    const std::size_t place = kKeyDigits.find(c);
    return place == std::string_view::npos ? std::nullopt
                                           : std::optional{static_cast<unsigned>(place)};
}

/// How many bytes at the beginning of `text` only part or join groups; 0: none.
std::size_t keyGap(std::string_view text)
{
    for (const std::string_view gap :
         {" ", "\t", "\r", "\n", "-", "\u00A0", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}) {
        if (text.starts_with(gap)) {
            return gap.size();
        }
    }
    return 0;
}

/// The digits' values. Absent: there is something else among them.
std::optional<std::vector<unsigned char>> keyDigits(std::string_view typed)
{
    std::vector<unsigned char> digits;
    while (!typed.empty()) {
        if (const std::size_t gap = keyGap(typed); gap > 0) {
            typed.remove_prefix(gap);
            continue;
        }
        const auto digit = keyDigit(typed.front());
        if (!digit) {
            return std::nullopt;
        }
        digits.push_back(static_cast<unsigned char>(*digit));
        typed.remove_prefix(1);
    }
    return digits;
}

/// The number of the line is in it, so that lines in the wrong order are noticed.
std::array<unsigned char, kKeyCheckBytes> keyCheck(std::span<const unsigned char> bytes,
                                                   std::size_t line)
{
    constexpr std::string_view kPurpose = "unclench recovery key, line ";
    std::array<unsigned char, crypto_generichash_BYTES> sum{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, sum.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(kPurpose.data()),
                              kPurpose.size());
    const auto number = static_cast<unsigned char>('0' + line);
    crypto_generichash_update(&state, &number, 1);
    crypto_generichash_update(&state, bytes.data(), bytes.size());
    crypto_generichash_final(&state, sum.data(), sum.size());
    sodium_memzero(&state, sizeof state);
    return {sum[0], sum[1]};
}

/// The highest bit first.
KeyLine keyLineOf(std::span<const unsigned char> digits)
{
    KeyLine line{};
    for (std::size_t bit = 0; bit < line.size() * 8; ++bit) {
        const unsigned digit = digits[bit / kKeyBitsPerDigit];
        const unsigned isSet = digit >> (kKeyBitsPerDigit - 1 - bit % kKeyBitsPerDigit) & 1U;
        line[bit / 8] = static_cast<unsigned char>(unsigned{line[bit / 8]} << 1U | isSet);
    }
    return line;
}

std::string keyTextOf(const KeyLine& line)
{
    std::string text;
    for (std::size_t i = 0; i < RecoveryKey::kLineLength; ++i) {
        unsigned digit = 0;
        for (std::size_t bit = i * kKeyBitsPerDigit; bit < (i + 1) * kKeyBitsPerDigit; ++bit) {
            digit = digit << 1U | (static_cast<unsigned>(line[bit / 8]) >> (7 - bit % 8) & 1U);
        }
        if (i > 0 && i % kKeyGroup == 0) {
            text += ' ';
        }
        text += kKeyDigits[digit];
    }
    return text;
}

/// Whether the check sum at the end of a line is that of what stands before it.
bool keyLineHolds(const KeyLine& line, std::size_t number)
{
    const auto bytes = std::span{line}.first<kKeyLineBytes>();
    const auto check = keyCheck(bytes, number);
    return std::equal(check.begin(), check.end(), line.begin() + kKeyLineBytes);
}

} // namespace

RecoveryKey RecoveryKey::random()
{
    Secret bytes{kLines * kKeyLineBytes};
    randombytes_buf(bytes.data(), bytes.size());
    return RecoveryKey{std::move(bytes)};
}

std::variant<RecoveryKey, MistypedKey> RecoveryKey::read(std::string_view typed)
{
    auto digits = keyDigits(typed);
    if (!digits || digits->size() != kLines * kLineLength) {
        return MistypedKey{};
    }
    Secret bytes{kLines * kKeyLineBytes};
    std::optional<MistypedKey> mistyped;
    for (std::size_t i = 0; i < kLines && !mistyped; ++i) {
        KeyLine line = keyLineOf(std::span{*digits}.subspan(i * kLineLength, kLineLength));
        std::copy_n(line.begin(), kKeyLineBytes, bytes.data() + i * kKeyLineBytes);
        if (!keyLineHolds(line, i + 1)) {
            mistyped = MistypedKey{static_cast<int>(i) + 1};
        }
        sodium_memzero(line.data(), line.size());
    }
    sodium_memzero(digits->data(), digits->size());
    if (mistyped) {
        return *mistyped;
    }
    return RecoveryKey{std::move(bytes)};
}

bool RecoveryKey::isLine(std::string_view typed, int line)
{
    assert(line >= 1 && line <= static_cast<int>(kLines) && "lines are counted from 1");
    const auto digits = keyDigits(typed);
    return digits && digits->size() == kLineLength &&
           keyLineHolds(keyLineOf(*digits), static_cast<std::size_t>(line));
}

std::array<std::string, RecoveryKey::kLines> RecoveryKey::lines() const
{
    std::array<std::string, kLines> lines;
    for (std::size_t i = 0; i < kLines; ++i) {
        KeyLine line{};
        std::copy_n(m_bytes.data() + i * kKeyLineBytes, kKeyLineBytes, line.begin());
        const auto check = keyCheck(std::span{line}.first<kKeyLineBytes>(), i + 1);
        std::copy(check.begin(), check.end(), line.begin() + kKeyLineBytes);
        lines[i] = keyTextOf(line);
        sodium_memzero(line.data(), line.size());
    }
    return lines;
}

std::string RecoveryKey::text() const
{
    return fmt::format("{}", fmt::join(lines(), "\n"));
}

} // namespace unclench
