// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/timeline.h"

#include "ui/wording/alerts.h"
#include "ui/wording/care.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

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

} // namespace

QString
glanceSpasm(const Chronicle& chronicle, const Chronicle::Episode& episode, const Words& words)
{
    QStringList parts{tr("Spasm: %1").arg(moment(episode.onset, chronicle.now))};
    const auto lasted = episode.end.value_or(chronicle.now.utc) - episode.onset.utc;
    parts << (episode.end ? length(lasted) : tr("open for %1").arg(length(lasted)))
          << (episode.worst ? tr("worst pain %1").arg(*episode.worst) : tr("no pain told"));
    for (const int place : episode.places.value_or(std::vector<int>{})) {
        const Place& at = chronicle.places[static_cast<std::size_t>(place)];
        parts << words.place(at.region, at.side);
    }
    return joined(parts);
}

QString glanceReading(const Chronicle& chronicle, const Chronicle::Reading& reading)
{
    return tr("Pain %1: %2").arg(reading.pain).arg(moment(reading.at, chronicle.now));
}

QString glanceUse(const Chronicle& chronicle, const Chronicle::Use& use, const Words& words)
{
    QStringList parts{
        tr("%1: %2").arg(useName(chronicle, use, words), moment(use.at, chronicle.now))};
    if (use.end) {
        parts << length(*use.end - use.at.utc);
    }
    if (const QString change = painChange(use.before, use.after); !change.isEmpty()) {
        parts << change;
    }
    if (use.felt) {
        parts << effect(*use.felt).toLower();
    }
    return joined(parts);
}

QString glanceAlert(const Chronicle& chronicle, const Chronicle::Alert& alert)
{
    return tr("Alert: %1, %2").arg(level(alert.level), moment(alert.at, chronicle.now));
}

QString glanceSitting(std::chrono::local_days day, std::chrono::milliseconds seated)
{
    const std::chrono::year_month_day date{day};
    return tr("Sitting: %1, %2")
        .arg(QLocale{}.toString(QDate{int{date.year()}, static_cast<int>(unsigned{date.month()}),
                                      static_cast<int>(unsigned{date.day()})},
                                QStringLiteral("ddd d MMM yyyy")),
             length(seated));
}

} // namespace unclench::ui::wording
