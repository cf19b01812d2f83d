// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keys_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

/// As this system writes the keys.
QString keys(const char* sequence)
{
    return QKeySequence{QLatin1String{sequence}}.toString(QKeySequence::NativeText);
}

struct Row {
    QString keys;
    QString what;
};

} // namespace

KeysDialog::KeysDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keys"));
    const QList<Row> rows{
        {keys("Alt+P"), tr("Pain now: add a number to the open spasm")},
        {keys("Alt+O"), tr("It is over: end the open spasm")},
        {tr("0 to 9, or the arrows"), tr("Move on the pain numbers. 1 twice moves to 10")},
        {keys("Return"),
         tr("Save the pain number you stand on, press a button, open what you stand on")},
        {keys("Ctrl+Z"), tr("Undo the last step")},
        {keys("Ctrl+Shift+Z"), tr("Redo what you took back")},
        {keys("F8"), tr("Something changed: tell of a new sign, a measure, a symptom")},
        {keys("F9"), tr("Bad-day mode: six big buttons. F9 or Esc leaves it")},
        {tr("1 to 6"), tr("In bad-day mode: press a big button, column by column")},
        {tr("Y, N or S"), tr("On a question: yes, no or not sure")},
        {keys("Ctrl+1"), tr("Go to Now")},
        {keys("Ctrl+2"), tr("Go to History")},
        {keys("Ctrl+3"), tr("Go to Insights")},
        {keys("Ctrl+4"), tr("Go to Visit")},
        {keys("Ctrl+5"), tr("Go to Guide")},
        {keys("Ctrl+F"), tr("Search in History")},
        {keys("Ctrl+T"),
         tr("Timeline, calendar and Insights: the same as a table, and back. Esc goes back, too")},
        {tr("Left and Right"), tr("Timeline: the one before or after, of the same kind")},
        {tr("Up and Down"), tr("Timeline: another kind, as pain, heat or medicine")},
        {tr("%1 and %2").arg(keys("+"), keys("-")),
         tr("Timeline: show less or more time. 0 shows all")},
        {tr("The arrows"), tr("Calendar: the day or the week before or after")},
        {tr("%1 and %2").arg(keys("Home"), keys("End")),
         tr("Timeline: the first and the last. Calendar: the first and the last day of the month")},
        {tr("%1 and %2").arg(keys("PgUp"), keys("PgDown")),
         tr("Timeline: earlier or later. Calendar: the month before or after")},
        {keys("Ctrl+PgUp"), tr("Calendar: the year before")},
        {keys("Ctrl+PgDown"), tr("Calendar: the year after")},
        {keys("Del"), tr("Delete what is chosen in History. Undo brings it back")},
        {tr("%1 and %2").arg(keys("Tab"), keys("Shift+Tab")),
         tr("Go to the next or the previous control")},
        {keys("Space"), tr("Press a button, tick a box")},
        {keys("Esc"), tr("Close a window like this one")},
        {keys("Ctrl+,"), tr("Open the settings")},
        {keys("Ctrl+Shift+D"), tr("Open your data: backups, export, import")},
        {keys("F1"), tr("Show this page")},
        {keys("Ctrl+Q"), tr("Close Unclench")},
    };

    auto* table = new QTableWidget{static_cast<int>(rows.size()), 2, this};
    table->setObjectName(QStringLiteral("keysTable"));
    table->setAccessibleName(tr("Keys and what they do"));
    table->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(theme::grid(font(), 4));
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int row = 0; row < rows.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem{rows[row].keys});
        table->setItem(row, 1, new QTableWidgetItem{rows[row].what});
    }

    table->resizeColumnToContents(0);
    table->setColumnWidth(0, table->columnWidth(0) + theme::grid(font(), 4));
    table->setStyleSheet(theme::flatHeader());

    auto* title = new QLabel{tr("Keys"), this};
    title->setFont(theme::font(font(), theme::Size::Title));
    title->setBuddy(table);
    auto* close = new QPushButton{tr("&Close"), this};
    close->setObjectName(QStringLiteral("closeKeysButton"));
    close->setAccessibleName(tr("Close this window"));
    close->setMinimumHeight(theme::grid(font(), 4.5));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);

    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(title);
    column->addWidget(table, 1);
    column->addLayout(foot);
    close->setFocus(); // reading needs no place in the table
    resize(onScreen(*this, {theme::grid(font(), 84), theme::grid(font(), 88)}));
}

} // namespace unclench::ui
