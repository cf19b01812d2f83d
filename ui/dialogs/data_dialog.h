// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*: backups, export, import, a check, and deleting everything. It only shows and wishes;
// what takes long is done elsewhere, and the foot tells how far it is.
#pragma once

#include "ui/dialogs/data_view.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace unclench::ui {

class ChipGroup;
class DataBackups;
class DataCheck;
class DataElsewhere;
class DataExport;
class DataForget;
class DataImport;
class DataSealed;
class DataShared;

class DataDialog : public QDialog {
    Q_OBJECT
public:
    enum class Part { Backups, Export, Import, Check, Forget };

    explicit DataDialog(QWidget* parent = nullptr);

    void show(Part part);
    using QDialog::show;
    void display(const DataView& view);
    /// What became of a wish.
    void displayStatus(const QString& sentence);
    /// Something is being done; `share` of it, 0 to 1. Nothing else can be wished for meanwhile.
    void displayProgress(double share);
    void endProgress();

    // For connecting wishes.
    [[nodiscard]] DataBackups* backups() const { return m_backups; }
    [[nodiscard]] DataElsewhere* elsewhere() const { return m_elsewhere; }
    [[nodiscard]] DataShared* sharing() const { return m_shared; }
    [[nodiscard]] DataSealed* encrypted() const { return m_sealed; }
    [[nodiscard]] DataExport* exporting() const { return m_export; }
    [[nodiscard]] DataImport* importing() const { return m_import; }
    [[nodiscard]] DataCheck* check() const { return m_check; }
    [[nodiscard]] DataForget* forget() const { return m_forget; }

Q_SIGNALS:
    void cancelRequested();

private:
    QWidget* buildSheet();
    QWidget* buildFoot();

    ChipGroup* m_choice = nullptr;
    /// In the order of Part. Only what shows takes room.
    QList<QWidget*> m_parts;
    DataBackups* m_backups = nullptr;
    DataElsewhere* m_elsewhere = nullptr;
    DataShared* m_shared = nullptr;
    DataSealed* m_sealed = nullptr;
    DataExport* m_export = nullptr;
    DataImport* m_import = nullptr;
    DataCheck* m_check = nullptr;
    DataForget* m_forget = nullptr;
    QWidget* m_sheet = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace unclench::ui

namespace unclench {
template <>
inline constexpr std::array kNames<ui::DataDialog::Part> =
    std::to_array<std::string_view>({"backups", "export", "import", "check", "forget"});
} // namespace unclench
