// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_import.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/wrapped_label.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

constexpr double kProblemsHeight = 16.0; // in units of the grid

} // namespace

DataImport::DataImport(QWidget* parent) : Section(tr("Import"), parent)
{
    setObjectName(QStringLiteral("dataImport"));
    addText(tr("What is in the file and not in your diary is added. Of two versions of the same "
               "entry the later one stands. You see what it is before anything is changed, a "
               "backup is made first, and Undo takes it back."));
    column()->addWidget(buildChoices());
    column()->addWidget(buildPreview());
    display({});
}

QWidget* DataImport::buildChoices()
{
    auto* part = new QWidget{this};
    auto* lines = new QVBoxLayout{part};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    const auto addRow = [&](const QString& text) {
        lines->addWidget(wrappedText(text, part));
        auto* buttons = new QWidget{part};
        auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
        lines->addWidget(buttons);
        return std::pair{buttons, row};
    };
    const auto [files, fileRow] =
        addRow(tr("An export of Unclench, or a table (CSV) of another program"));
    QPushButton* file = rowButton(QStringLiteral("importFileButton"), tr("Import a &file…"),
                                  tr("Choose a file to import"), files);
    QPushButton* folder = rowButton(QStringLiteral("importFolderButton"), tr("CSV f&older…"),
                                    tr("Choose a folder of CSV files that Unclench wrote"), files);
    fileRow->addWidget(file);
    fileRow->addWidget(folder);
    const auto [papers, paperRow] = addRow(tr("A diary that you kept on paper"));
    QPushButton* paper = rowButton(QStringLiteral("paperButton"), tr("T&ype in from paper…"),
                                   tr("Type in a diary that you kept on paper"), papers);
    paperRow->addWidget(paper);
    const auto [diaries, diaryRow] = addRow(tr("The diary of another computer (unclench.db)"));
    QPushButton* diary = rowButton(QStringLiteral("mergeButton"), tr("&Merge a diary…"),
                                   tr("Choose another diary to merge into this one"), diaries);
    diaryRow->addWidget(diary);
    connect(file, &QPushButton::clicked, this, [this] { Q_EMIT exportChosen(Target::File); });
    connect(folder, &QPushButton::clicked, this, [this] { Q_EMIT exportChosen(Target::Folder); });
    connect(paper, &QPushButton::clicked, this, &DataImport::paperRequested);
    connect(diary, &QPushButton::clicked, this, &DataImport::diaryChosen);
    return part;
}

QWidget* DataImport::buildPreview()
{
    m_preview = new QWidget{this};
    auto* lines = new QVBoxLayout{m_preview};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    m_name = wrapped(QStringLiteral("importNameLabel"), {}, m_preview);
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_counts = wrapped(QStringLiteral("importCountsLabel"), {}, m_preview);
    m_effects = wrapped(QStringLiteral("importEffectsLabel"), {}, m_preview);
    m_refusal = wrapped(QStringLiteral("importRefusalLabel"), {}, m_preview);
    m_problems = new QListWidget{m_preview};
    m_problems->setObjectName(QStringLiteral("importProblemsList"));
    m_problems->setAccessibleName(tr("What cannot be imported"));
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problems->setWordWrap(true);
    m_problems->setResizeMode(QListView::Adjust);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->setFixedHeight(theme::grid(font(), kProblemsHeight));
    for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_counts),
                          static_cast<QWidget*>(m_effects), static_cast<QWidget*>(m_refusal),
                          static_cast<QWidget*>(m_problems)}) {
        lines->addWidget(part);
    }
    auto* buttons = new QWidget{m_preview};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_agree = new MainButton{tr("&Take it in"), buttons};
    m_agree->setObjectName(QStringLiteral("importAgreeButton"));
    m_agree->setAccessibleName(tr("Take this into your diary"));
    m_refuse = rowButton(QStringLiteral("importRefuseButton"), tr("Leave it"),
                         tr("Leave it: nothing is changed"), buttons);
    m_refuse->setMinimumHeight(theme::grid(font(), 5));
    row->addWidget(m_agree);
    row->addWidget(m_refuse);
    lines->addWidget(buttons);
    connect(m_agree, &QPushButton::clicked, this, &DataImport::agreed);
    connect(m_refuse, &QPushButton::clicked, this, &DataImport::refused);
    return m_preview;
}

void DataImport::display(const std::optional<ImportView>& view)
{
    const bool wasShown = !m_preview->isHidden();
    m_preview->setVisible(view.has_value());
    if (!view) {
        return;
    }
    const bool isFine = view->problems.isEmpty();
    m_name->setText(breakable(view->name));
    m_counts->setText(view->counts.join(QLatin1Char('\n')));
    m_counts->setVisible(!view->counts.isEmpty());
    m_effects->setText(view->effects.join(QLatin1Char('\n')));
    m_effects->setVisible(!view->effects.isEmpty());
    m_refusal->setText(tr("It cannot be taken in, and nothing was changed:"));
    m_refusal->setVisible(!isFine);
    m_problems->clear();
    m_problems->addItems(view->problems);
    m_problems->setVisible(!isFine);
    m_agree->setEnabled(isFine);
    if (!wasShown && m_preview->isVisible()) {
        m_refuse->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace unclench::ui
