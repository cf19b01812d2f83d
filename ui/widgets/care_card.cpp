// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/care_card.h"

#include "core/diary/episode.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/care.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace unclench::ui {

namespace {

constexpr std::array kMinutes{5, 10, 15, 20};
constexpr std::array kHeatKinds{CareKind::Pad, CareKind::Towel, CareKind::Bottle, CareKind::Shower,
                                CareKind::Bath};

QVBoxLayout* plainColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout{widget};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(widget->font(), 1));
    return column;
}

} // namespace

CareCard::CareCard(Modality modality, QWidget* parent)
    : Card(parent), m_modality(modality),
      m_name(modality == Modality::Heat ? QStringLiteral("heat") : QStringLiteral("cold"))
{
    setObjectName(m_name + QStringLiteral("Card"));
    auto* column = new QVBoxLayout{this};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1));
    column->addWidget(buildHead());
    m_how = wrapped(m_name + QStringLiteral("How"), {}, this);
    column->addWidget(m_how);
    column->addWidget(buildButtons());
    m_choices = buildChoices();
    m_choices->hide();
    column->addWidget(m_choices);
    auto* reasons = new QWidget{this};
    m_reasonColumn = plainColumn(reasons);
    column->addWidget(reasons);
    column->addStretch(1);
    paintTitle();
}

QWidget* CareCard::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    m_title = wrapped(m_name + QStringLiteral("Title"), {}, head);
    m_title->setText(wording::modality(m_modality));
    m_title->setFont(theme::font(font(), theme::Size::Heading));
    m_status = wrapped(m_name + QStringLiteral("Status"), {}, head);
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_title);
    row->addWidget(m_status, 1);
    return head;
}

QWidget* CareCard::buildButtons()
{
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    const bool isHeat = m_modality == Modality::Heat;
    m_start = new MainButton{isHeat ? tr("Start &heat") : tr("St&art cold"), buttons};
    m_start->setObjectName(m_name + QStringLiteral("StartButton"));
    m_start->setAccessibleName(isHeat ? tr("Start heat") : tr("Start cold"));
    m_choose = rowButton(
        m_name + QStringLiteral("ChooseButton"), tr("Choose"),
        isHeat ? tr("Choose the time and kind of heat") : tr("Choose the time of cold"), buttons);
    m_choose->setCheckable(true);
    m_choose->setMinimumHeight(theme::grid(font(), 6));
    row->addWidget(m_start);
    row->addWidget(m_choose);
    connect(m_choose, &QPushButton::toggled, this,
            [this](bool isOpen) { m_choices->setVisible(isOpen); });
    connect(m_start, &QPushButton::clicked, this, [this] {
        const auto kind = m_modality == Modality::Cold ? std::optional{CareKind::Pack} : m_kind;
        Q_EMIT startRequested({m_modality, minutes(), kind, m_pain});
    });
    return buttons;
}

QWidget* CareCard::buildChoices()
{
    auto* choices = new QWidget{this};
    QVBoxLayout* column = plainColumn(choices);
    m_minutes =
        new ChipGroup{m_name + QStringLiteral("Minutes"), tr("How long"), tr("How long"), choices};
    column->addWidget(m_minutes);
    connect(m_minutes, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        m_wantedMinutes = isWanted ? std::optional{std::stoi(id)} : std::nullopt;
        displayChoices();
    });
    if (m_modality == Modality::Heat) {
        m_kinds = new ChipGroup{m_name + QStringLiteral("Kind"), tr("With what"), tr("With what"),
                                choices};
        std::vector<Choice> kinds;
        for (const CareKind kind : kHeatKinds) {
            kinds.push_back({std::string{toId(kind)}, wording::careKind(kind)});
        }
        m_kinds->offer(std::move(kinds), kHeatKinds.size());
        column->addWidget(m_kinds);
        connect(m_kinds, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
            m_kind = isWanted ? fromId<CareKind>(id) : std::nullopt;
            displayChoices();
            Q_EMIT kindChosen(m_kind);
        });
    }
    m_pains = new ChipGroup{m_name + QStringLiteral("Pain"), tr("Pain now, if you like"),
                            tr("Pain now"), choices};
    std::vector<Choice> pains;
    for (int pain = Reading::kLeast; pain <= Reading::kMost; ++pain) {
        pains.push_back({std::to_string(pain), QString::number(pain)});
    }
    m_pains->offer(std::move(pains), Reading::kMost + 1);
    column->addWidget(m_pains);
    connect(m_pains, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        m_pain = isWanted ? std::optional{std::stoi(id)} : std::nullopt;
        displayChoices();
    });
    return choices;
}

int CareCard::minutes() const
{
    return std::min(m_wantedMinutes.value_or(m_view.usual), m_view.most);
}

void CareCard::reset()
{
    m_wantedMinutes.reset();
    m_pain.reset();
    m_choose->setChecked(false);
    if (m_kind) {
        m_kind.reset();
        Q_EMIT kindChosen(m_kind);
    }
    displayChoices();
}

void CareCard::display(const CareCardView& view, bool isQuiet)
{
    m_view = view;
    m_status->setText(view.statusText);
    m_start->setEnabled(view.status != CareStatus::Blocked);
    m_start->setMain(view.status == CareStatus::Recommended);
    QFont status = font();
    status.setWeight(view.status == CareStatus::Recommended ? QFont::DemiBold : QFont::Normal);
    m_status->setFont(status);
    m_status->setForegroundRole(view.status == CareStatus::Recommended ? QPalette::WindowText
                                                                       : QPalette::PlaceholderText);
    m_how->setForegroundRole(isQuiet ? QPalette::PlaceholderText : QPalette::WindowText);
    std::vector<int> offered;
    std::copy_if(kMinutes.begin(), kMinutes.end(), std::back_inserter(offered),
                 [&](int count) { return count <= view.most; });
    if (offered != m_minutesOffered) {
        m_minutesOffered = offered;
        std::vector<Choice> choices;
        for (const int count : offered) {
            choices.push_back({std::to_string(count), tr("%1 min").arg(count)});
        }
        m_minutes->offer(std::move(choices), offered.size());
        orderTabs(*this);
    }
    displayChoices();
    displayReasons();
    m_start->setAccessibleDescription(view.statusText);
}

void CareCard::displayChoices()
{
    const QString how = wording::careHow(m_modality, m_kind, std::chrono::minutes{minutes()});
    //: How it is done, and when it is usual again
    m_how->setText(m_view.due.isEmpty() ? how : tr("%1. %2").arg(how, m_view.due));
    m_minutes->display({std::to_string(minutes())});
    if (m_kinds != nullptr) {
        m_kinds->display(m_kind ? std::vector{std::string{toId(*m_kind)}}
                                : std::vector<std::string>{});
    }
    m_pains->display(m_pain ? std::vector{std::to_string(*m_pain)} : std::vector<std::string>{});
}

QWidget* CareCard::makeReason(const CareReasonView& reason)
{
    auto* part = new QWidget{this};
    auto* row = new QHBoxLayout{part};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid(font(), 1));
    const QString name = m_name + QStringLiteral("Reason_") + QString::fromStdString(reason.id);
    QLabel* label = wrapped(name, {}, part);
    label->setText(reason.text);
    label->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label, 1);
    if (reason.remedy == Remedy::None) {
        return part;
    }
    const bool isOk = reason.remedy == Remedy::ClinicianOk;
    const QString text = isOk ? tr("A clinician said it is fine") : tr("No longer");
    QPushButton* button = rowButton(name + QStringLiteral("_button"), text,
                                    //: %1 what the button says, %2 the sentence that it is about
                                    tr("%1: %2").arg(text, reason.text), part);
    row->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, isOk, id = reason.id] {
        if (isOk) {
            Q_EMIT clinicianOkTold(m_modality, id);
        } else {
            Q_EMIT noLongerTold(id);
        }
    });
    return part;
}

void CareCard::displayReasons()
{
    if (m_view.reasons == m_reasonsShown) {
        return; // else a button under the person's hand would go
    }
    m_reasonsShown = m_view.reasons;
    while (QLayoutItem* item = m_reasonColumn->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    for (const CareReasonView& reason : m_reasonsShown) {
        QWidget* part = makeReason(reason);
        m_reasonColumn->addWidget(part);
        part->show();
    }
    orderTabs(*window());
}

void CareCard::paintTitle()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     m_modality == Modality::Heat ? theme::heat(colours) : theme::cold(colours));
    m_title->setPalette(colours);
}

void CareCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_title != nullptr) {
        paintTitle();
    }
}

} // namespace unclench::ui
