// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does not say of a piece.
#include "ui/report/overloaded.h"
#include "ui/report/piece.h"

#include <algorithm>

namespace unclench::ui::report {

QStringList Piece::leftOut() const
{
    QStringList said;
    const QString name = std::visit(Overloaded{[](const Run& run) { return run.lead; },
                                               [](const auto& other) { return other.name; }},
                                    m_element);
    if (height() <= 0) {
        return {wording::reportNotOnPage(name)};
    }
    if (isPicture()) {
        return said;
    }
    if (m_kept < count()) {
        said << wording::reportLeftOut(name, static_cast<int>(count() - m_kept),
                                       static_cast<int>(count()));
    }
    const auto* lines = std::get_if<Lines>(&m_element);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Entry* entry = lines == nullptr ? nullptr : &entriesOf(*lines)[i];
        if (entry != nullptr && entry->isWithoutDays) {
            said << wording::reportWithoutDays(entry->lead);
        }
        if (isCut(m_lines[i])) {
            said << wording::reportCut(entry == nullptr || entry->lead.isEmpty() ? name
                                                                                 : entry->lead);
        }
    }
    said.removeDuplicates();
    return said;
}

std::vector<Entry> Piece::inFull() const
{
    std::vector<Entry> full;
    const auto isMissing = [&](std::size_t i) {
        return m_isGone || i >= m_kept || isCut(m_lines[i]);
    };
    std::visit(
        Overloaded{
            [&](const Lines& lines) {
                for (std::size_t i = 0; i < lines.entries.size(); ++i) {
                    if (m_form > 0 || isMissing(i)) {
                        full.push_back(lines.entries[i]);
                        QString& lead = full.back().lead;
                        lead = lead.isEmpty() ? lines.name : lead;
                    }
                }
            },
            [&](const Table& table) {
                for (std::size_t i = 0; i < table.rows.size(); ++i) {
                    if (!table.isInLongVersion && isMissing(i)) {
                        full.push_back(asLine(table, table.rows[i]));
                    }
                }
            },
            [&](const Run& run) {
                if (m_isGone || m_kept < count() || isCut(m_lines.front())) {
                    full.push_back({run.lead, run.items.join(QLatin1String("; ")), run.isTyped});
                }
            },
            [](const Picture&) {}},
        m_element);
    return full;
}

bool Piece::isCut(const Line& line)
{
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [](const auto& cell) { return cell->isCut(); });
}

} // namespace unclench::ui::report
