// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, export: the diary as files that other programs read.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/widgets/section.h"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QPushButton;

namespace unclench::ui {

class CheckGrid;
class DayEdit;

class DataExport : public Section {
    Q_OBJECT
public:
    explicit DataExport(QWidget* parent = nullptr);

    void display(const DataView& view);

Q_SIGNALS:
    /// Requires nothing: where to is asked next.
    void exportRequested(const unclench::ui::ExportWish& wish);

private:
    void buildKind();
    void buildPeriod();
    void buildParts();
    void buildExtras();
    [[nodiscard]] ExportKind kind() const;
    /// Whether it is a form that can be imported again.
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] bool isForOthers() const;
    [[nodiscard]] ExportWish wish() const;
    /// Notes and name, as they are meant for what is chosen: for oneself they are in, for others
    /// they are out until they are asked for.
    void suggest();
    void allow();

    QButtonGroup* m_kind = nullptr;
    QLabel* m_about = nullptr;
    QButtonGroup* m_period = nullptr;
    QWidget* m_days = nullptr;
    DayEdit* m_from = nullptr;
    DayEdit* m_to = nullptr;
    QButtonGroup* m_whole = nullptr;
    CheckGrid* m_parts = nullptr;
    QStringList m_offered;
    QCheckBox* m_others = nullptr;
    QCheckBox* m_notes = nullptr;
    QCheckBox* m_name = nullptr;
    QCheckBox* m_bom = nullptr;
    QCheckBox* m_sessions = nullptr;
    QCheckBox* m_breaks = nullptr;
    QLabel* m_lack = nullptr;
    QPushButton* m_export = nullptr;
    bool m_hasDays = false;
    /// As it was when notes and name were suggested last.
    bool m_wasWhole = true;
};

} // namespace unclench::ui
