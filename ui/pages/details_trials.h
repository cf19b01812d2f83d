// SPDX-License-Identifier: GPL-3.0-or-later
// Two parts of the details page: what the back keeps one from doing, and what was tried.
#pragma once

#include "core/diary/record.h"
#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"
#include "ui/wording/words.h"

#include <map>
#include <string>

namespace unclench::ui {

class ChipGroup;

/// 0 to 3 for each thing; pressing the one that is chosen takes it back.
class FunctionSection : public Section {
    Q_OBJECT
public:
    explicit FunctionSection(const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);

Q_SIGNALS:
    void told(const unclench::FunctionLimit& limit);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);

private:
    void showRest(bool isShown);

    const Words& m_words;
    QVBoxLayout* m_rowColumn;
    QPushButton* m_more;
    std::optional<Uuid> m_shown;
    bool m_isRestShown = false;
    /// In the order in which they stand on the page.
    std::vector<std::pair<std::string, ChipGroup*>> m_rows;
    std::map<std::string, FunctionLimit> m_limits;
};

/// What was tried, each with what it did.
class ReliefSection : public Section {
    Q_OBJECT
public:
    explicit ReliefSection(const Words& words, QWidget* parent = nullptr);

    void display(const DetailsView& view);

Q_SIGNALS:
    void told(const unclench::Relief& relief);
    void corrected(const unclench::AnyRecord& relief);
    void removed(unclench::RecordKind kind, const unclench::Uuid& id);

private:
    struct Row {
        QWidget* widget;
        QLabel* label;
        ChipGroup* effects;
    };
    Row makeRow(const Relief& relief);

    const Words& m_words;
    ChipGroup* m_chips;
    QVBoxLayout* m_rowColumn;
    std::optional<Uuid> m_shown;
    std::map<std::string, Row> m_rows;
    std::map<std::string, Relief> m_reliefs;
};

} // namespace unclench::ui
