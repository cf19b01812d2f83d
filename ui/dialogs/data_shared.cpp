// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_shared.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/sharing.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

QString sharedFolderText(const std::filesystem::path& folder)
{
    return breakable(QString::fromStdString(folder.string()));
}

} // namespace

DataShared::DataShared(QWidget* parent)
    : Section(tr("Your other computers"), parent),
      m_question(wrapped(QStringLiteral("sharedQuestionLabel"), {}, this)),
      m_folder(wrapped(QStringLiteral("sharedFolderLabel"), {}, this)),
      m_last(wrapped(QStringLiteral("sharedLastLabel"), {}, this)), m_computers(new QWidget{this}),
      m_troubles(wrapped(QStringLiteral("sharedTroublesLabel"), {}, this))
{
    setObjectName(QStringLiteral("dataShared"));
    addHint(tr("In a folder that Syncthing, Nextcloud or the like carries between your computers, "
               "each keeps a copy of its diary, and takes in what the others wrote. Unclench "
               "itself sends nothing. Everybody who can read that folder can read your diary."));
    column()->addWidget(m_question);
    column()->addWidget(m_folder);
    column()->addWidget(m_last);
    m_boxLines = new QVBoxLayout{m_computers};
    m_boxLines->setContentsMargins(0, 0, 0, 0);
    m_boxLines->setSpacing(theme::grid(font(), 0.5));
    m_boxLines->addWidget(wrappedText(tr("Tick the computers that are yours. What the others wrote "
                                         "is left alone."),
                                      m_computers));
    column()->addWidget(m_computers);
    column()->addWidget(m_troubles);
    column()->addWidget(buildButtons());
    column()->addWidget(buildQuestion());
    display({});
}

QWidget* DataShared::buildButtons()
{
    m_buttons = new QWidget{this};
    auto* row = new FlowLayout{m_buttons, theme::grid(font(), 1)};
    QPushButton* choose =
        rowButton(QStringLiteral("sharedFolderButton"), tr("Choose a shared folder…"),
                  tr("Choose the folder that your computers share"), m_buttons);
    m_exchange = rowButton(QStringLiteral("sharedExchangeButton"), tr("Exchange now"),
                           tr("Exchange the diaries now"), m_buttons);
    m_off = rowButton(QStringLiteral("sharedOffButton"), tr("Stop sharing"),
                      tr("Share the diary with no folder"), m_buttons);
    row->addWidget(choose);
    row->addWidget(m_exchange);
    row->addWidget(m_off);
    connect(choose, &QPushButton::clicked, this, &DataShared::folderRequested);
    connect(m_exchange, &QPushButton::clicked, this, &DataShared::exchangeRequested);
    connect(m_off, &QPushButton::clicked, this, &DataShared::offRequested);
    return m_buttons;
}

QWidget* DataShared::buildQuestion()
{
    m_answers = new QWidget{this};
    auto* row = new FlowLayout{m_answers, theme::grid(font(), 1)};
    m_agree = new MainButton{tr("Share here"), m_answers};
    m_agree->setObjectName(QStringLiteral("sharedAgreeButton"));
    m_agree->setAccessibleName(tr("Share the diary in this folder"));
    QPushButton* refuse = rowButton(QStringLiteral("sharedRefuseButton"), tr("Do not share here"),
                                    tr("Do not share: nothing is written there"), m_answers);
    refuse->setMinimumHeight(theme::grid(font(), 5));
    row->addWidget(m_agree);
    row->addWidget(refuse);
    connect(m_agree, &QPushButton::clicked, this, [this] { Q_EMIT agreed(ticked()); });
    connect(refuse, &QPushButton::clicked, this, &DataShared::refused);
    return m_answers;
}

QStringList DataShared::ticked() const
{
    QStringList machines;
    for (const Box& box : m_boxes) {
        if (box.box->isChecked()) {
            machines << box.machine;
        }
    }
    return machines;
}

void DataShared::display(const DataView& view)
{
    const bool wasAsking = m_isAsking;
    m_isAsking = view.sharedQuestion.has_value();
    m_question->setVisible(m_isAsking);
    m_folder->setVisible(!m_isAsking);
    m_last->setVisible(!m_isAsking && view.shared);
    m_buttons->setVisible(!m_isAsking);
    m_answers->setVisible(m_isAsking);
    if (!m_isAsking) {
        displayFolder(view);
        return;
    }
    m_question->setText(tr("In %1 lie diaries of other computers. Whose are they? Nothing was "
                           "written there yet.")
                            .arg(sharedFolderText(view.sharedQuestion->folder)));
    m_troubles->hide();
    displayComputers(view.sharedQuestion->snapshots, view.now);
    if (!wasAsking && isVisible() && !m_boxes.isEmpty()) {
        m_boxes.front().box->setFocus(Qt::OtherFocusReason);
    }
}

void DataShared::displayFolder(const DataView& view)
{
    const auto& shared = view.shared;
    m_exchange->setEnabled(shared.has_value());
    m_off->setEnabled(shared.has_value());
    if (!shared) {
        m_folder->setText(tr("No folder is shared."));
        m_troubles->hide();
        displayComputers({}, view.now);
        return;
    }
    //: %1 a folder, %2 a file name
    m_folder->setText(tr("Your computers share %1. This one is %2.")
                          .arg(sharedFolderText(shared->folder),
                               breakable(QString::fromStdString(shared->machine))));
    QFont font = m_last->font();
    font.setWeight(shared->fault ? QFont::DemiBold : QFont::Normal);
    m_last->setFont(font);
    m_last->setText(breakable(wording::sharedState(*shared, view.now)));
    displayComputers(shared->snapshots, view.now);
    SharedFolder besides = *shared;
    besides.fault.reset(); // it stands above
    std::erase_if(besides.snapshots, [](const Snapshot& each) { return !each.isConflict; });
    const QStringList troubles = wording::sharedTroubles(besides, view.now);
    m_troubles->setText(breakable(troubles.join(QLatin1Char('\n'))));
    m_troubles->setVisible(!troubles.isEmpty());
}

void DataShared::displayComputers(const std::vector<Snapshot>& snapshots, const Moment& now)
{
    std::vector<Snapshot> computers = snapshots;
    std::erase_if(computers, [](const Snapshot& each) { return each.isConflict; });
    QStringList machines;
    for (const Snapshot& each : computers) {
        machines << QString::fromStdString(each.machine);
    }
    const bool areSame =
        machines.size() == m_boxes.size() &&
        std::equal(m_boxes.begin(), m_boxes.end(), machines.begin(),
                   [](const Box& box, const QString& machine) { return box.machine == machine; });
    if (!areSame) {
        for (const Box& box : std::as_const(m_boxes)) {
            delete box.box;
        }
        m_boxes.clear();
        for (const QString& machine : machines) {
            auto* box = new WrappedCheckBox{{}, m_computers};
            box->setObjectName(QStringLiteral("sharedComputerBox_") + machine);
            m_boxLines->addWidget(box);
            connect(box, &QCheckBox::clicked, this, [this, machine](bool isOn) {
                if (!m_isAsking) {
                    Q_EMIT claimed(machine, isOn);
                }
            });
            m_boxes.push_back({machine, box});
        }
    }
    for (std::size_t i = 0; i < computers.size(); ++i) {
        QCheckBox* box = m_boxes[static_cast<qsizetype>(i)].box;
        const QString text = wording::snapshot(computers[i], now);
        box->setText(breakable(text));
        //: %1 a computer and what its diary holds
        box->setAccessibleName(tr("This computer is yours: %1").arg(text));
        if (!m_isAsking || !areSame) {
            box->setChecked(computers[i].isMine);
        }
    }
    m_computers->setVisible(!m_boxes.isEmpty());
}

} // namespace unclench::ui
