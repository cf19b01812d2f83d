// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/passphrase.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <string>

namespace unclench {

namespace {

// How many bits a character is taken for. Letters in a row are taken for a word, and a word of five
// letters for one of some eight thousand.
constexpr double kBitsInWord = 2.6;
constexpr double kBitsOfLetter = 5.4; // alone, and of both cases
constexpr double kBitsOfDigit = 3.3;
constexpr double kBitsOfSign = 5.0;
constexpr double kBitsOfRow = 1.0; // as the one before, or the next of the alphabet; a space
constexpr std::size_t kWordLength = 4;

// At the cost of a backup's key a rented room of computers tries some ten thousand a second.
constexpr double kFairBits = 38; // half a year
constexpr double kStrongBits = 52;

/// One for each character: the code point is not needed, only whether two are alike or neighbours.
std::u32string passphraseCharacters(std::string_view text)
{
    std::u32string characters;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U && !characters.empty()) {
            characters.back() = characters.back() << 6U | (byte & 0x3FU);
        } else {
            characters += static_cast<char32_t>(byte);
        }
    }
    return characters;
}

bool isPassphraseLetter(char32_t c)
{
    return c > 0x7F || std::isalpha(static_cast<int>(c)) != 0;
}

bool isPassphraseDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

/// How many letters stand together around `place`.
std::size_t lettersAround(const std::u32string& text, std::size_t place)
{
    std::size_t begin = place;
    while (begin > 0 && isPassphraseLetter(text[begin - 1])) {
        --begin;
    }
    std::size_t end = place;
    while (end < text.size() && isPassphraseLetter(text[end])) {
        ++end;
    }
    return end - begin;
}

/// The length of what is repeated to the end; all of it where nothing is.
std::size_t passphrasePeriod(const std::u32string& text)
{
    for (std::size_t period = 1; period < text.size(); ++period) {
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(period), text.end(),
                       text.begin())) {
            return period;
        }
    }
    return text.size();
}

double bitsOf(const std::u32string& text, std::size_t place)
{
    const char32_t c = text[place];
    if (c == U' ') {
        return kBitsOfRow;
    }
    if (place > 0) {
        const auto step = static_cast<std::int64_t>(c) - static_cast<std::int64_t>(text[place - 1]);
        if (std::abs(step) <= 1) {
            return kBitsOfRow;
        }
    }
    if (isPassphraseLetter(c)) {
        return lettersAround(text, place) >= kWordLength ? kBitsInWord : kBitsOfLetter;
    }
    return isPassphraseDigit(c) ? kBitsOfDigit : kBitsOfSign;
}

} // namespace

Strength strengthOf(std::string_view text)
{
    std::u32string characters = passphraseCharacters(text);
    if (characters.size() < kShortestPassphrase) {
        return Strength::TooShort;
    }
    characters.resize(passphrasePeriod(characters));
    double bits = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        bits += bitsOf(characters, i);
    }
    return bits < kFairBits     ? Strength::Weak
           : bits < kStrongBits ? Strength::Fair
                                : Strength::Strong;
}

} // namespace unclench
