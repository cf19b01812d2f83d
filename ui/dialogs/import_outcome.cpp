// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_outcome.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/foreign.h"

#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace unclench::ui {

namespace {

constexpr std::size_t kForeignProblemsShown = 200;
// In units of the grid.
constexpr double kRowsHeight = 16.0;
constexpr double kFaultsHeight = 14.0;

QString importNumber(std::int64_t number)
{
    return QLocale{}.toString(static_cast<qlonglong>(number));
}

} // namespace

ImportOutcome::ImportOutcome(QWidget* parent)
    : Section(tr("What becomes of it"), parent),
      m_counts(wrapped(QStringLiteral("foreignCountsLabel"), {}, this)),
      m_rowsTitle(wrappedText(tr("The first lines become:"), this)),
      m_rows(addList(
          QStringLiteral("foreignRowsList"), tr("What the first lines become"), kRowsHeight)),
      m_problemsTitle(wrapped(QStringLiteral("foreignProblemsLabel"), {}, this)),
      m_problems(
          addList(QStringLiteral("foreignProblemsList"), tr("What is wrong"), kFaultsHeight)),
      m_leaveOut(new WrappedCheckBox{{}, this}),
      m_effects(wrapped(QStringLiteral("foreignEffectsLabel"), {}, this)),
      m_bringBack(new WrappedCheckBox{{}, this}),
      m_gate(wrapped(QStringLiteral("foreignGateLabel"), {}, this))
{
    setObjectName(QStringLiteral("importOutcome"));
    m_leaveOut->setObjectName(QStringLiteral("foreignLeaveOutBox"));
    m_bringBack->setObjectName(QStringLiteral("foreignBringBackBox"));
    QFont strong = m_problemsTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_problemsTitle->setFont(strong);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_counts, m_rowsTitle, m_rows, m_problemsTitle, m_problems,
                                         m_leaveOut, m_effects, m_bringBack, m_gate}) {
        column()->addWidget(part);
    }
    column()->addWidget(buildButtons());
    connect(m_leaveOut, &QCheckBox::clicked, this, [this](bool isOn) {
        m_choice.leavesOutBroken = isOn;
        Q_EMIT choiceChanged(m_choice);
    });
    connect(m_bringBack, &QCheckBox::clicked, this, [this](bool isOn) {
        m_choice.bringsBack = isOn;
        Q_EMIT choiceChanged(m_choice);
    });
    display({});
}

QListWidget* ImportOutcome::addList(const QString& name, const QString& purpose, double height)
{
    auto* list = new QListWidget{this};
    list->setObjectName(name);
    list->setAccessibleName(purpose);
    list->setFrameShape(QFrame::NoFrame);
    list->setWordWrap(true);
    list->setResizeMode(QListView::Adjust);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setFixedHeight(theme::grid(font(), height));
    return list;
}

QWidget* ImportOutcome::buildButtons()
{
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_import = new MainButton{tr("&Import"), buttons};
    m_import->setObjectName(QStringLiteral("foreignImportButton"));
    m_import->setAccessibleName(tr("Import this into your diary"));
    QPushButton* again = rowButton(QStringLiteral("foreignReadAgainButton"), tr("&Read it again"),
                                   tr("Read the file again, after you changed it"), buttons);
    again->setMinimumHeight(theme::grid(font(), 5));
    row->addWidget(m_import);
    row->addWidget(again);
    connect(m_import, &QPushButton::clicked, this, &ImportOutcome::importRequested);
    connect(again, &QPushButton::clicked, this, &ImportOutcome::readAgainRequested);
    return buttons;
}

void ImportOutcome::display(const ForeignView& view)
{
    m_choice = view.choice;
    displayFound(view);
    const int deleted = view.stoodBack.deleted;
    m_bringBack->setText(
        deleted == 1 ? tr("&Bring back 1 entry that you deleted")
                     : tr("&Bring back what you deleted (%1 entries)").arg(importNumber(deleted)));
    m_bringBack->setAccessibleName(tr("Bring back what you deleted"));
    m_bringBack->setChecked(view.choice.bringsBack);
    m_bringBack->setVisible(deleted > 0 || view.choice.bringsBack);
    QStringList effects = view.effects;
    if (view.canBeTaken) {
        effects += wording::stoodBack(view.stoodBack, view.choice.bringsBack);
    }
    m_effects->setText(effects.join(QLatin1Char('\n')));
    m_effects->setVisible(!effects.isEmpty());
    displayGate(view);
}

void ImportOutcome::displayFound(const ForeignView& view)
{
    const ForeignPreview found = view.found.value_or(ForeignPreview{});
    const QStringList counts = wording::foreignCounts(found) + wording::foreignLeftOut(found);
    m_counts->setText(breakable(counts.join(QLatin1Char('\n'))));
    m_counts->setVisible(!counts.isEmpty());
    m_rows->clear();
    m_rows->addItems(view.rows);
    m_rows->setVisible(!view.rows.isEmpty());
    m_rowsTitle->setVisible(!view.rows.isEmpty());
    const QStringList problems = wording::foreignProblems(found.problems, kForeignProblemsShown);
    const bool isWhole = found.problems.hasWhole();
    const std::int64_t broken = found.problems.count();
    m_problemsTitle->setText(isWhole       ? tr("It cannot be read like this:")
                             : broken == 1 ? tr("1 line is wrong:")
                                           : tr("%1 lines are wrong:").arg(importNumber(broken)));
    m_problemsTitle->setVisible(!problems.isEmpty());
    m_problems->clear();
    m_problems->addItems(problems);
    m_problems->setVisible(!problems.isEmpty());
    m_leaveOut->setText(broken == 1 ? tr("L&eave out 1 broken line")
                                    : tr("L&eave out %1 broken lines").arg(importNumber(broken)));
    m_leaveOut->setAccessibleName(tr("Leave out the broken lines"));
    m_leaveOut->setChecked(view.choice.leavesOutBroken);
    m_leaveOut->setVisible(broken > 0 && !isWhole);
}

void ImportOutcome::displayGate(const ForeignView& view)
{
    const bool hasAny = view.canBeTaken && view.found && view.found->rows > 0;
    m_import->setEnabled(hasAny);
    if (hasAny) {
        m_gate->setText(tr("Nothing was changed yet. A backup is made first, and Undo takes the "
                           "import back."));
    } else if (!view.found) {
        m_gate->setText(tr("The file was not read yet."));
    } else if (view.canBeTaken) {
        m_gate->setText(tr("There is nothing in it that can be imported. Say what the columns "
                           "mean, or choose another file."));
    } else if (!view.found->plan) {
        m_gate->setText(tr("It cannot be imported yet. Change above how it is read, or mend the "
                           "file and read it again."));
    } else if (view.found->problems.isEmpty()) {
        m_gate->setText(tr("What is shown may be of before: the file could not be read again."));
    } else {
        m_gate->setText(tr("It cannot be imported as it is: all of it comes in, or nothing. Leave "
                           "the broken lines out, or mend the file and read it again."));
    }
}

void ImportOutcome::displayReading(double share)
{
    m_import->setEnabled(false);
    m_gate->setText(
        tr("The file is being read: %1 %.").arg(static_cast<int>(std::lround(share * 100))));
}

} // namespace unclench::ui
