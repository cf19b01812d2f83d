// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_backups.h"

#include "ui/dialogs/data_restore.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/data.h"
#include "ui/wording/words.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr double kBackupListHeight = 26.0; // in units of the grid

QString backupFileName(const std::filesystem::path& file)
{
    return QString::fromStdString(file.filename().string());
}

} // namespace

DataBackups::DataBackups(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dataBackups"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(buildList());
    column->addWidget(buildNow());
}

QWidget* DataBackups::buildList()
{
    auto* card = new Section{tr("Your backups"), this};
    card->addHint(tr("One is made each day that something changed, and one before anything large. "
                     "They lie beside your diary on this computer."));
    m_empty =
        muted(wrapped(QStringLiteral("backupsEmptyLabel"),
                      tr("None yet. The first one is made today, once something is told."), card));
    card->column()->addWidget(m_empty);
    m_list = new QListWidget{card};
    m_list->setObjectName(QStringLiteral("backupsList"));
    m_list->setAccessibleName(tr("Backups, the newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(theme::grid(font(), kBackupListHeight)); // the rest must be reached
    m_list->setSpacing(theme::grid(font(), 0.25));
    card->column()->addWidget(m_list);
    auto* buttons = new QWidget{card};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_restore = rowButton(QStringLiteral("restoreButton"), tr("&Restore…"),
                          tr("Restore the backup that is chosen"), buttons);
    QPushButton* file = rowButton(QStringLiteral("restoreFileButton"), tr("&From a file…"),
                                  tr("Restore a backup from a file"), buttons);
    row->addWidget(m_restore);
    row->addWidget(file);
    card->column()->addWidget(buttons);
    m_question = new RestoreQuestion{card};
    m_question->hide();
    card->column()->addWidget(m_question);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (QListWidgetItem* item = m_list->currentItem()) {
            item->setSelected(true); // Tab alone makes it the current one
        }
        m_restore->setEnabled(current() != nullptr);
        if (!m_asked.empty()) { // it was about another one
            m_asked.clear();
            showQuestion();
        }
    });
    connect(m_restore, &QPushButton::clicked, this, &DataBackups::choose);
    connect(file, &QPushButton::clicked, this, &DataBackups::fileRequested);
    connect(m_question, &RestoreQuestion::secretTold, this, &DataBackups::unlockRequested);
    connect(m_question, &RestoreQuestion::agreed, this, [this] {
        Q_EMIT restoreRequested(m_view.chosenFile ? m_view.chosenFile->file : m_asked);
    });
    connect(m_question, &RestoreQuestion::refused, this, [this] {
        m_asked.clear();
        leaveFile();
        showQuestion();
        m_restore->setFocus(Qt::OtherFocusReason);
    });
    return card;
}

QWidget* DataBackups::buildNow()
{
    auto* card = new Section{tr("Back up now"), this};
    card->addText(tr("A whole copy of your diary, pictures of your exercises included. Everybody "
                     "who has it can read it."));
    auto* buttons = new QWidget{card};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    QPushButton* file = rowButton(QStringLiteral("backUpFileButton"), tr("To a file…"),
                                  tr("Back up now, to a file"), buttons);
    QPushButton* folder = rowButton(QStringLiteral("backUpFolderButton"), tr("To a folder…"),
                                    tr("Back up now, to a folder"), buttons);
    row->addWidget(file);
    row->addWidget(folder);
    card->column()->addWidget(buttons);
    connect(file, &QPushButton::clicked, this, [this] { Q_EMIT backUpRequested(Target::File); });
    connect(folder, &QPushButton::clicked, this,
            [this] { Q_EMIT backUpRequested(Target::Folder); });
    return card;
}

void DataBackups::display(const DataView& view)
{
    m_view = view;
    fillList();
    showQuestion();
}

void DataBackups::fillList()
{
    const auto* before = m_list->currentItem();
    const QString chosen = before == nullptr ? QString{} : before->data(Qt::UserRole).toString();
    const bool wasBlocked = m_list->blockSignals(true);
    m_list->clear();
    for (const BackupView& backup : m_view.backups) {
        const QString holds =
            backup.holds ? wording::held(*backup.holds) : tr("It cannot be read.");
        auto* item = new QListWidgetItem{capitalised(wording::backup(backup.backup, m_view.now)) +
                                             QLatin1Char('\n') + holds,
                                         m_list};
        item->setData(Qt::UserRole, QString::fromStdString(backup.backup.file.string()));
        if (item->data(Qt::UserRole).toString() == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    if (m_list->currentItem() == nullptr) {
        m_list->setCurrentRow(0); // what most people want back
    }
    m_list->blockSignals(wasBlocked);
    m_list->setVisible(!m_view.backups.empty());
    m_empty->setVisible(m_view.backups.empty());
    m_restore->setEnabled(current() != nullptr);
}

const BackupView* DataBackups::current() const
{
    const int row = m_list->currentRow();
    return row < 0 ? nullptr : &m_view.backups[static_cast<std::size_t>(row)];
}

void DataBackups::choose()
{
    if (const BackupView* backup = current()) {
        m_asked = backup->backup.file;
        leaveFile();
        showQuestion();
        m_question->focusFirst();
    }
}

void DataBackups::leaveFile()
{
    if (m_view.chosenFile) {
        m_view.chosenFile.reset();
        Q_EMIT fileLeft();
    }
}

void DataBackups::showQuestion()
{
    const BackupContents diary = m_view.diary.value_or(BackupContents{});
    const auto asked =
        std::find_if(m_view.backups.begin(), m_view.backups.end(),
                     [this](const BackupView& backup) { return backup.backup.file == m_asked; });
    if (m_view.chosenFile && m_view.chosenFile->isLocked) {
        m_question->askSecret(backupFileName(m_view.chosenFile->file),
                              m_view.chosenFile->complaint);
    } else if (m_view.chosenFile) {
        m_question->ask(backupFileName(m_view.chosenFile->file), diary, m_view.chosenFile->holds);
    } else if (asked != m_view.backups.end()) {
        m_question->ask(tr("the backup of %1").arg(wording::backup(asked->backup, m_view.now)),
                        diary, asked->holds);
    } else {
        m_asked.clear();
        m_question->clear();
        m_question->hide();
        return;
    }
    m_question->show();
}

} // namespace unclench::ui
