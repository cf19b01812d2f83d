// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/insight_rows.h"

#include "ui/wording/insights.h"

#include <cmath>

namespace unclench::ui {

namespace {

QString nothingHere()
{
    return QStringLiteral("–");
}

/// The line below the table says what it means.
QString noticedInATable(Noticed noticed)
{
    switch (noticed) {
    case Noticed::No: return InsightTableModel::tr("no");
    case Noticed::Better: return InsightTableModel::tr("yes, less pain");
    case Noticed::Worse: return InsightTableModel::tr("yes, more pain");
    }
    Q_UNREACHABLE();
}

} // namespace

InsightRows hourRows(const HourGrid& grid)
{
    InsightRows rows{{InsightTableModel::tr("Day"), InsightTableModel::tr("Hour"),
                      InsightTableModel::tr("Spasms")},
                     {}};
    for (std::size_t day = 0; day < grid.counts.size(); ++day) {
        for (std::size_t hour = 0; hour < grid.counts[day].size(); ++hour) {
            if (const int count = grid.counts[day][hour]; count > 0) {
                rows.rows.push_back({wording::weekday(static_cast<int>(day)),
                                     wording::hourOfDay(static_cast<int>(hour)),
                                     QString::number(count)});
            }
        }
    }
    return rows;
}

InsightRows placeRows(const PlaceCounts& places, const Words& words)
{
    InsightRows rows{{InsightTableModel::tr("Place"), InsightTableModel::tr("Spasms"),
                      InsightTableModel::tr("Worst pain (middle value)")},
                     {}};
    for (const PlaceCounts::Row& row : places.rows) {
        rows.rows.push_back({words.place(row.place.region, row.place.side),
                             QString::number(row.episodes),
                             row.medianWorst ? wording::amount(*row.medianWorst) : nothingHere()});
    }
    return rows;
}

InsightRows helpedRows(const std::vector<MethodEffect>& helped, const Words& words)
{
    InsightRows rows{{InsightTableModel::tr("What"), InsightTableModel::tr("With pain told"),
                      InsightTableModel::tr("Pain before"), InsightTableModel::tr("Pain after"),
                      InsightTableModel::tr("Change"), InsightTableModel::tr("Noticed"),
                      InsightTableModel::tr("You said")},
                     {}};
    for (const MethodEffect& effect : helped) {
        QStringList row{wording::method(effect.kind, effect.id, words), QString::number(effect.n)};
        if (effect.pain) {
            row << wording::amount(effect.pain->before) << wording::amount(effect.pain->after)
                << wording::painChange(*effect.pain) << noticedInATable(effect.pain->noticed);
        } else {
            row << nothingHere() << nothingHere()
                << wording::fewOf(effect.n, InsightLeast::kUses, wording::Counted::Uses)
                << nothingHere();
        }
        rows.rows.push_back(row << wording::felt(effect));
    }
    return rows;
}

InsightRows triggerRows(const TriggerShares& triggers, const Words& words)
{
    InsightRows rows{{InsightTableModel::tr("Trigger"), InsightTableModel::tr("Spasms"),
                      InsightTableModel::tr("Share"), InsightTableModel::tr("Range")},
                     {}};
    for (const TriggerShares::Row& row : triggers.rows) {
        rows.rows.push_back({words.label(Topic::Trigger, row.id),
                             InsightTableModel::tr("%1 of %2").arg(row.episodes).arg(triggers.n),
                             InsightTableModel::tr("%1 %").arg(std::lround(100 * row.share)),
                             wording::shareRange(row.interval)});
    }
    return rows;
}

} // namespace unclench::ui
