// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/timeline.h"

#include "ui/wording/alerts.h"
#include "ui/wording/care.h"
#include "ui/wording/choices.h"
#include "ui/wording/seat.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace unclench::ui::wording {

namespace {

QString joined(const QStringList& parts)
{
    return parts.join(QLatin1String(", "));
}

QString painChange(const std::optional<int>& before, const std::optional<int>& after)
{
    if (before && after) {
        return tr("pain %1 before and %2 after").arg(*before).arg(*after);
    }
    return before  ? tr("pain %1 before").arg(*before)
           : after ? tr("pain %1 after").arg(*after)
                   : QString{};
}

QString useName(const Chronicle& chronicle, const Chronicle::Use& use, const Words& words)
{
    switch (use.kind) {
    case UseKind::Heat: return modality(Modality::Heat);
    case UseKind::Cold: return modality(Modality::Cold);
    case UseKind::Tried:
        return words.label(Topic::Relief, chronicle.methods[static_cast<std::size_t>(use.method)]);
    case UseKind::Taken:
        return QString::fromStdString(chronicle.names[static_cast<std::size_t>(use.name)]);
    }
    Q_UNREACHABLE();
}

QString glanceDay(std::chrono::local_days day)
{
    const std::chrono::year_month_day date{day};
    return QLocale{}.toString(QDate{int{date.year()}, static_cast<int>(unsigned{date.month()}),
                                    static_cast<int>(unsigned{date.day()})},
                              QStringLiteral("ddd d MMM yyyy"));
}

bool isBeside(UtcTime begin, UtcTime end, UtcTime otherBegin, UtcTime otherEnd)
{
    return begin < otherEnd && otherBegin < end;
}

/// Another spasm was there at the same time: two computers may tell of one.
bool isBesideAnother(const Chronicle& chronicle, const Chronicle::Episode& episode)
{
    const auto endOf = [](const Chronicle::Episode& one) {
        return one.end.value_or(UtcTime::max());
    };
    return std::any_of(
        chronicle.episodes.begin(), chronicle.episodes.end(), [&](const Chronicle::Episode& other) {
            return other.id != episode.id &&
                   isBeside(episode.onset.utc, endOf(episode), other.onset.utc, endOf(other));
        });
}

/// The same of a session of heat or cold.
bool isBesideAnother(const Chronicle& chronicle, const Chronicle::Use& use)
{
    return use.end &&
           std::any_of(chronicle.uses.begin(), chronicle.uses.end(),
                       [&](const Chronicle::Use& other) {
                           return &other != &use && other.end &&
                                  isBeside(use.at.utc, *use.end, other.at.utc, *other.end);
                       });
}

/// "Heat: 2 March 09:40, 15 min".
QString sentenceOf(const GlanceCells& cells)
{
    QStringList parts{tr("%1: %2").arg(cells.what, cells.when)};
    if (!cells.value.isEmpty()) {
        parts << cells.value;
    }
    return joined(parts);
}

} // namespace

GlanceCells
spasmCells(const Chronicle& chronicle, const Chronicle::Episode& episode, const Words& words)
{
    QStringList parts;
    const auto lasted = episode.end.value_or(chronicle.now.utc) - episode.onset.utc;
    parts << (episode.end ? length(lasted) : tr("open for %1").arg(length(lasted)))
          << (episode.worst ? tr("worst pain %1").arg(*episode.worst) : tr("no pain told"));
    for (const int place : episode.places.value_or(std::vector<int>{})) {
        const Place& at = chronicle.places[static_cast<std::size_t>(place)];
        parts << words.place(at.region, at.side);
    }
    if (isBesideAnother(chronicle, episode)) {
        parts << tr("beside another spasm");
    }
    return {moment(episode.onset, chronicle.now), tr("Spasm"), joined(parts)};
}

GlanceCells readingCells(const Chronicle& chronicle, const Chronicle::Reading& reading)
{
    return {moment(reading.at, chronicle.now), tr("Pain"), QString::number(reading.pain)};
}

GlanceCells useCells(const Chronicle& chronicle, const Chronicle::Use& use, const Words& words)
{
    QStringList parts;
    if (use.end) {
        parts << length(*use.end - use.at.utc);
    }
    if (const QString change = painChange(use.before, use.after); !change.isEmpty()) {
        parts << change;
    }
    if (use.felt) {
        parts << effect(*use.felt).toLower();
    }
    if (isBesideAnother(chronicle, use)) {
        parts << tr("beside another session");
    }
    return {moment(use.at, chronicle.now), useName(chronicle, use, words), joined(parts)};
}

GlanceCells alertCells(const Chronicle& chronicle, const Chronicle::Alert& alert)
{
    return {moment(alert.at, chronicle.now), tr("Alert"), level(alert.level)};
}

GlanceCells sittingCells(std::chrono::local_days day, std::chrono::milliseconds seated)
{
    return {glanceDay(day), tr("Sitting on this day"), length(seated)};
}

GlanceCells postureCells(const Chronicle& chronicle, const Chronicle::Sitting& stretch)
{
    return {moment(stretch.begin, chronicle.now), posture(stretch.posture),
            length(stretch.end - stretch.begin.utc)};
}

GlanceCells unrecordedCells(std::chrono::local_days first, std::chrono::local_days last)
{
    return {first == last ? glanceDay(first)
                          //: From one day to another
                          : tr("%1 to %2").arg(glanceDay(first), glanceDay(last)),
            tr("Nothing was written down"), tr("which is not the same as no pain")};
}

QString
glanceSpasm(const Chronicle& chronicle, const Chronicle::Episode& episode, const Words& words)
{
    return sentenceOf(spasmCells(chronicle, episode, words));
}

QString glanceReading(const Chronicle& chronicle, const Chronicle::Reading& reading)
{
    const GlanceCells cells = readingCells(chronicle, reading);
    return tr("Pain %1: %2").arg(cells.value, cells.when);
}

QString glanceUse(const Chronicle& chronicle, const Chronicle::Use& use, const Words& words)
{
    return sentenceOf(useCells(chronicle, use, words));
}

QString glanceAlert(const Chronicle& chronicle, const Chronicle::Alert& alert)
{
    const GlanceCells cells = alertCells(chronicle, alert);
    return tr("Alert: %1, %2").arg(cells.value, cells.when);
}

QString glanceSitting(std::chrono::local_days day, std::chrono::milliseconds seated)
{
    const GlanceCells cells = sittingCells(day, seated);
    return tr("Sitting: %1, %2").arg(cells.when, cells.value);
}

} // namespace unclench::ui::wording
