// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_encoding.h"

#include "core/knowledge/text.h"

#include <algorithm>
#include <array>

namespace unclench {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
/// Stands in no UTF-8.
constexpr char kNoCharacter = '\xFF';

/// 0x80 to 0x9F of Windows-1252; the five that it leaves open are what they are in Latin-1.
constexpr std::array<char16_t, 32> kWindowsSigns{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

FileNature natureOf(std::string_view head)
{
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
        return FileNature::Zip;
    }
    if (head.starts_with("\x1F\x8B"sv)) {
        return FileNature::Gzip;
    }
    if (head.starts_with("SQLite format 3"sv)) {
        return FileNature::Sqlite;
    }
    return head.starts_with("%PDF-"sv) ? FileNature::Pdf : FileNature::Text;
}

/// No line of a table is longer, in any encoding; where one is, there is no need to look further.
constexpr std::int64_t kLongestLineSeen = 16 * 1024 * 1024;

/// How many bytes the character takes whose first byte is `lead`.
std::size_t lengthByLead(unsigned char lead)
{
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

/// Looks over bytes that come in pieces.
class ForeignBytes {
public:
    void take(std::string_view piece)
    {
        if (m_length == 0) {
            m_seen.nature = natureOf(piece);
            m_mark = piece.starts_with(kUtf16LeMark)   ? kUtf16LeMark
                     : piece.starts_with(kUtf16BeMark) ? kUtf16BeMark
                     : piece.starts_with(kUtf8Mark)    ? kUtf8Mark
                                                       : std::string_view{};
        }
        for (const char sign : piece) {
            m_nuls[static_cast<std::size_t>(m_length % 2)] += sign == '\0' ? 1 : 0;
            ++m_length;
            if (sign == '\n' || sign == '\r') {
                m_lineBegin = m_length;
            }
        }
        m_rest.append(piece);
        m_rest.erase(0, countLetters());
    }

    [[nodiscard]] bool hasEndlessLine() const { return m_length - m_lineBegin > kLongestLineSeen; }

    [[nodiscard]] BytesSeen seen()
    {
        m_seen.length = m_length;
        // A text in Latin letters has a NUL in every unit of UTF-16, always on the same side; a
        // stray one is a fault.
        const auto isWide = [&](std::size_t side) {
            return m_mark.empty() && m_length > 3 && m_nuls[side] > m_length * 2 / 5 &&
                   m_nuls[1 - side] < m_length / 10;
        };
        if (m_mark == kUtf16LeMark || isWide(1)) {
            m_seen.encoding = TextEncoding::Utf16Le;
        } else if (m_mark == kUtf16BeMark || isWide(0)) {
            m_seen.encoding = TextEncoding::Utf16Be;
        } else {
            // It ends inside of a character, or of what seemed to begin one.
            m_bad += std::count_if(m_rest.begin(), m_rest.end(), [](char sign) {
                return static_cast<unsigned char>(sign) >= 0x80;
            });
            // Bytes above 127 seldom make characters of UTF-8 by chance: where as many do as do
            // not, those that do not are faults.
            const bool isUtf8 = m_mark == kUtf8Mark || m_bad <= m_long;
            m_seen.encoding = isUtf8 ? TextEncoding::Utf8 : TextEncoding::Windows1252;
        }
        return m_seen;
    }

private:
    /// Goes over what is there. Returns how much of it; the rest is a character whose end is still
    /// to come.
    std::size_t countLetters()
    {
        std::size_t at = 0;
        while (at < m_rest.size()) {
            const auto lead = static_cast<unsigned char>(m_rest[at]);
            const std::size_t length = lengthByLead(lead);
            if (lead < 0x80) {
                ++at;
            } else if (at + length > m_rest.size()) {
                return at;
            } else if (faultOf(std::string_view{m_rest}.substr(at, length), length) ==
                       TextFault::None) {
                ++m_long;
                at += length;
            } else {
                ++m_bad;
                ++at;
            }
        }
        return at;
    }

    BytesSeen m_seen;
    std::string_view m_mark;
    std::int64_t m_length = 0;
    std::int64_t m_lineBegin = 0;
    std::array<std::int64_t, 2> m_nuls{}; // at even places, at odd ones
    /// Characters of several bytes, and bytes that belong to none.
    std::int64_t m_long = 0;
    std::int64_t m_bad = 0;
    std::string m_rest;
};

} // namespace

std::size_t wellFormedLength(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::string_view character = text.substr(at, lengthByLead(lead));
        if (character.size() < lengthByLead(lead) ||
            faultOf(character, character.size()) != TextFault::None) {
            break;
        }
        at += character.size();
    }
    return at;
}

BytesSeen lookOver(const std::filesystem::path& file, const std::function<void(std::int64_t)>& read)
{
    FileInput input{file, read};
    ForeignBytes bytes;
    for (std::string_view piece = input.more(); !piece.empty() && !bytes.hasEndlessLine();
         piece = input.more()) {
        bytes.take(piece);
    }
    return bytes.seen();
}

DecodedInput::DecodedInput(const std::filesystem::path& file,
                           TextEncoding encoding,
                           std::function<void(std::int64_t)> read)
    : m_input(file, std::move(read)), m_encoding(encoding)
{
}

std::string_view DecodedInput::more()
{
    m_decoded.clear();
    while (m_decoded.empty() && !m_isOver) {
        std::string_view piece = m_input.more();
        m_isOver = piece.empty();
        if (!m_isBegun) { // a piece is longer than a mark
            const std::string_view mark = m_encoding == TextEncoding::Utf8      ? kUtf8Mark
                                          : m_encoding == TextEncoding::Utf16Le ? kUtf16LeMark
                                          : m_encoding == TextEncoding::Utf16Be ? kUtf16BeMark
                                                                                : ""sv;
            piece.remove_prefix(piece.starts_with(mark) ? mark.size() : 0);
            m_isBegun = true;
        }
        if (m_encoding == TextEncoding::Utf8 && !piece.empty()) {
            return piece;
        }
        decode(piece, m_isOver);
    }
    return m_decoded;
}

void DecodedInput::decode(std::string_view bytes, bool isLast)
{
    if (m_encoding == TextEncoding::Utf8) {
        return;
    }
    if (m_encoding == TextEncoding::Windows1252) {
        for (const char sign : bytes) {
            const auto byte = static_cast<unsigned char>(sign);
            put(byte >= 0x80 && byte < 0xA0 ? kWindowsSigns[byte - 0x80u] : byte);
        }
        return;
    }
    for (const char sign : bytes) {
        m_half += sign;
        if (m_half.size() == 2) {
            const auto first = static_cast<unsigned char>(m_half[0]);
            const auto second = static_cast<unsigned char>(m_half[1]);
            m_half.clear();
            takeUnit(m_encoding == TextEncoding::Utf16Le ? first | (second << 8u)
                                                         : second | (first << 8u));
        }
    }
    if (isLast && (!m_half.empty() || m_high != 0)) {
        m_decoded += kNoCharacter;
        m_half.clear();
        m_high = 0;
    }
}

void DecodedInput::takeUnit(unsigned unit)
{
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    if (m_high != 0 && isLow) {
        put(static_cast<char32_t>(0x10000u + ((m_high - 0xD800u) << 10u) + (unit - 0xDC00u)));
        m_high = 0;
        return;
    }
    if (m_high != 0 || isLow) {
        m_decoded += kNoCharacter;
    }
    m_high = isHigh ? unit : 0;
    if (!isHigh && !isLow) {
        put(static_cast<char32_t>(unit));
    }
}

void DecodedInput::put(char32_t character)
{
    const auto code = static_cast<std::uint32_t>(character);
    const auto add = [&](std::uint32_t byte) { m_decoded += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0u | (code >> 6u));
        add(0x80u | (code & 0x3Fu));
    } else if (code < 0x10000) {
        add(0xE0u | (code >> 12u));
        add(0x80u | ((code >> 6u) & 0x3Fu));
        add(0x80u | (code & 0x3Fu));
    } else {
        add(0xF0u | (code >> 18u));
        add(0x80u | ((code >> 12u) & 0x3Fu));
        add(0x80u | ((code >> 6u) & 0x3Fu));
        add(0x80u | (code & 0x3Fu));
    }
}

} // namespace unclench
