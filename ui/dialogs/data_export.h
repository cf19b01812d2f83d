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
    void buildForm();
    void buildPeriod();
    void buildParts();
    void buildExtras();
    [[nodiscard]] ExportWish wish() const;
    void allow();

    QButtonGroup* m_form = nullptr;
    QButtonGroup* m_period = nullptr;
    QWidget* m_days = nullptr;
    DayEdit* m_from = nullptr;
    DayEdit* m_to = nullptr;
    QButtonGroup* m_whole = nullptr;
    CheckGrid* m_parts = nullptr;
    QStringList m_offered;
    QCheckBox* m_notes = nullptr;
    QCheckBox* m_bom = nullptr;
    QLabel* m_lack = nullptr;
    QPushButton* m_export = nullptr;
    bool m_hasDays = false;
};

} // namespace unclench::ui
