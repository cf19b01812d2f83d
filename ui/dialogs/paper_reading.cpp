// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/paper_reading.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr int kMostPaperPain = 10;

PaperFault paperFault(PaperField field, ForeignFault fault, const QString& given)
{
    return {field, {.fault = fault, .given = given.toStdString()}};
}

/// Where the diary's objection shows.
PaperField fieldOf(ForeignFault fault, const PaperTexts& texts)
{
    switch (fault) {
    case ForeignFault::SkippedTime: return texts.to.isEmpty() ? PaperField::From : PaperField::To;
    case ForeignFault::PainOutOfRange: return PaperField::Worst;
    case ForeignFault::NotText:
    case ForeignFault::HoldsNul:
    case ForeignFault::TextTooLong:
    case ForeignFault::WordsWithoutPain: return PaperField::Note;
    default: return PaperField::Day; // it lies too early or too late
    }
}

QString givenIn(PaperField field, const PaperTexts& texts)
{
    switch (field) {
    case PaperField::Day: return texts.day;
    case PaperField::From: return texts.day + QLatin1Char(' ') + texts.from;
    case PaperField::To: return texts.day + QLatin1Char(' ') + texts.to;
    case PaperField::Worst: return texts.worst;
    case PaperField::Note: return {}; // never quoted
    }
    Q_UNREACHABLE();
}

/// False: it is no time of day. Empty is one that is not told.
bool readPaperTime(const QString& text, std::optional<std::chrono::minutes>& time)
{
    if (text.isEmpty()) {
        return true;
    }
    static const QRegularExpression kHour{QStringLiteral("^(\\d{1,2})[hH]?$")};
    static const QRegularExpression kTogether{QStringLiteral("^(\\d{1,2})[.hH]?(\\d{2})$")};
    QString clock = text;
    clock.replace(kHour, QStringLiteral("\\1:00")).replace(kTogether, QStringLiteral("\\1:\\2"));
    const auto read = parseTimeOfDay(clock.toStdString());
    if (read) {
        time = std::chrono::floor<std::chrono::minutes>(*read);
    }
    return read.has_value();
}

/// Absent: it is no day.
std::optional<std::chrono::local_days> readPaperDay(const QString& text,
                                                    std::chrono::local_days today)
{
    using namespace std::chrono;
    static const QRegularExpression kWithoutYear{
        QStringLiteral("^(\\d{1,2})[.\\-/ ] ?(\\d{1,2})\\.?$")};
    const DateOrder order = paperDateOrder();
    const auto match = kWithoutYear.match(text);
    if (!match.hasMatch()) {
        const auto read = parseForeignTime(text.toStdString(), order);
        return read && !read->utc && !read->timeOfDay ? std::optional{read->day} : std::nullopt;
    }
    const bool isDayFirst = order == DateOrder::DayFirst;
    const month_day day{month{match.captured(isDayFirst ? 2 : 1).toUInt()},
                        std::chrono::day{match.captured(isDayFirst ? 1 : 2).toUInt()}};
    constexpr int kLongestLeap = 8; // years from one 29 February to the next, at most
    const year thisYear = year_month_day{today}.year();
    for (int back = 0; back <= kLongestLeap; ++back) {
        const year_month_day found = (thisYear - years{back}) / day;
        if (found.ok() && local_days{found} <= today) {
            return local_days{found};
        }
    }
    return std::nullopt;
}

} // namespace

bool PaperTexts::isBlank() const
{
    return day.isEmpty() && from.isEmpty() && to.isEmpty() && worst.isEmpty() && note.isEmpty() &&
           !place;
}

DateOrder paperDateOrder()
{
    const QString format = QLocale{}.dateFormat(QLocale::ShortFormat);
    const auto first = [&](QLatin1Char letter) {
        const qsizetype at = format.indexOf(letter);
        return at < 0 ? format.size() : at;
    };
    const qsizetype day = first(QLatin1Char{'d'});
    const qsizetype month = first(QLatin1Char{'M'});
    if (first(QLatin1Char{'y'}) < std::min(day, month)) {
        return DateOrder::YearFirst;
    }
    return month < day ? DateOrder::MonthFirst : DateOrder::DayFirst;
}

std::variant<PaperLine, PaperFault> readPaper(const PaperTexts& texts, const PaperJudge& judge)
{
    PaperLine line;
    if (texts.day.isEmpty()) {
        return paperFault(PaperField::Day, ForeignFault::NoTime, {});
    }
    const auto day = readPaperDay(texts.day, judge.today());
    if (!day) {
        return paperFault(PaperField::Day, ForeignFault::UnreadableTime, texts.day);
    }
    line.day = *day;
    if (!readPaperTime(texts.from, line.from)) {
        return paperFault(PaperField::From, ForeignFault::UnreadableTime, texts.from);
    }
    if (!readPaperTime(texts.to, line.to)) {
        return paperFault(PaperField::To, ForeignFault::UnreadableEnd, texts.to);
    }
    if (!texts.worst.isEmpty()) {
        bool isNumber = false;
        line.worst = texts.worst.toInt(&isNumber);
        if (!isNumber) {
            return paperFault(PaperField::Worst, ForeignFault::UnreadablePain, texts.worst);
        }
        if (*line.worst < 0 || *line.worst > kMostPaperPain) {
            return paperFault(PaperField::Worst, ForeignFault::PainOutOfRange, texts.worst);
        }
    }
    if (texts.place) {
        line.places = {*texts.place};
    }
    line.note = texts.note.toStdString();
    if (const auto fault = judge.faultOf(line)) {
        const PaperField field = fieldOf(*fault, texts);
        return paperFault(field, *fault, givenIn(field, texts));
    }
    return line;
}

} // namespace unclench::ui
