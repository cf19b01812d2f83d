// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/iso8601.h"

#include <fmt/format.h>

namespace unclench {

using namespace std::chrono;

namespace {

/// Walks over a text from left to right; every step says whether it found what it was asked for.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    bool number(std::size_t digits, int& out)
    {
        if (m_rest.size() < digits) {
            return false;
        }
        out = 0;
        for (char c : m_rest.substr(0, digits)) {
            if (c < '0' || c > '9') {
                return false;
            }
            out = out * 10 + (c - '0');
        }
        m_rest.remove_prefix(digits);
        return true;
    }

    bool oneOf(std::string_view characters, char* found = nullptr)
    {
        if (m_rest.empty() || characters.find(m_rest.front()) == std::string_view::npos) {
            return false;
        }
        if (found != nullptr) {
            *found = m_rest.front();
        }
        m_rest.remove_prefix(1);
        return true;
    }

    [[nodiscard]] std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

bool readDay(Reader& reader, local_days& out)
{
    int y = 0;
    int m = 0;
    int d = 0;
    if (!reader.number(4, y) || !reader.oneOf("-") || !reader.number(2, m) || !reader.oneOf("-") ||
        !reader.number(2, d)) {
        return false;
    }
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                              day{static_cast<unsigned>(d)}};
    if (!date.ok() || y < 1970) {
        return false;
    }
    out = local_days{date};
    return true;
}

bool readTimeOfDay(Reader& reader, milliseconds& out)
{
    int h = 0;
    int m = 0;
    int s = 0;
    if (!reader.number(2, h) || !reader.oneOf(":") || !reader.number(2, m)) {
        return false;
    }
    int fraction = 0;
    if (reader.oneOf(":")) {
        if (!reader.number(2, s)) {
            return false;
        }
        if (reader.oneOf(".,")) {
            int scale = 100;
            int digit = 0;
            if (!reader.number(1, digit)) {
                return false;
            }
            do {
                fraction += digit * scale;
                scale /= 10;
            } while (scale > 0 && reader.number(1, digit));
        }
    }
    if (h > 23 || m > 59 || s > 59) {
        return false;
    }
    out = hours{h} + minutes{m} + seconds{s} + milliseconds{fraction};
    return true;
}

} // namespace

std::optional<minutes> parseIsoOffset(std::string_view text)
{
    if (text == "Z" || text == "z") {
        return minutes{0};
    }
    Reader reader{text};
    char sign = '+';
    int h = 0;
    int m = 0;
    if (!reader.oneOf("+-", &sign) || !reader.number(2, h)) {
        return std::nullopt;
    }
    if (!reader.rest().empty()) {
        reader.oneOf(":");
        if (!reader.number(2, m)) {
            return std::nullopt;
        }
    }
    const minutes offset = hours{h} + minutes{m};
    if (!reader.rest().empty() || m > 59 || offset > hours{18}) {
        return std::nullopt;
    }
    return sign == '-' ? -offset : offset;
}

std::optional<WrittenTime> parseIso(std::string_view text)
{
    Reader reader{text};
    local_days day{};
    milliseconds timeOfDay{0};
    if (!readDay(reader, day) || !reader.oneOf("Tt ") || !readTimeOfDay(reader, timeOfDay)) {
        return std::nullopt;
    }
    WrittenTime written{day + timeOfDay, std::nullopt};
    if (!reader.rest().empty()) {
        written.offset = parseIsoOffset(reader.rest());
        if (!written.offset) {
            return std::nullopt;
        }
    }
    return written;
}

std::optional<local_days> parseIsoDay(std::string_view text)
{
    Reader reader{text};
    local_days day{};
    if (!readDay(reader, day) || !reader.rest().empty()) {
        return std::nullopt;
    }
    return day;
}

std::string toIsoDay(local_days day)
{
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string toIsoOffset(minutes offset)
{
    const auto size = abs(offset);
    return fmt::format("{}{:02}:{:02}", offset < minutes{0} ? '-' : '+', size / hours{1},
                       (size % hours{1}).count());
}

std::string toIso(const Moment& moment)
{
    const LocalTime local = moment.local();
    const local_days day = floor<days>(local);
    const hh_mm_ss time{local - day};
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", toIsoDay(day), time.hours().count(),
                                   time.minutes().count(), time.seconds().count());
    if (time.subseconds().count() != 0) {
        text += fmt::format(".{:03}", time.subseconds().count());
    }
    return text + toIsoOffset(moment.offset);
}

} // namespace unclench
