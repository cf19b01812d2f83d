// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_injury.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/moment_edit.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace unclench::ui {

namespace {

constexpr std::array kDaysBefore{0, 1, 7};
constexpr const char* kNone = "none";

} // namespace

InjurySection::InjurySection(QWidget* parent)
    : Section(tr("A fall, a blow or an accident"), parent),
      m_chips(
          new ChipGroup{QStringLiteral("injury"), tr("When was it?"), tr("The injury was"), this}),
      m_when(nullptr)
{
    column()->addWidget(m_chips);
    auto* row = new QWidget{this};
    auto* flow = new FlowLayout{row, theme::grid(font(), 1)};
    auto* label = new QLabel{tr("Or &when exactly:"), row};
    label->setMinimumHeight(theme::grid(font(), 4.5));
    m_time = new MomentEdit{QStringLiteral("injuryTimeEdit"), tr("Time of the injury"), row};
    label->setBuddy(m_time);
    flow->addWidget(label);
    flow->addWidget(m_time);
    column()->addWidget(row);
    m_when = addHint({});
    m_when->setObjectName(QStringLiteral("injuryLabel"));

    std::vector<Choice> choices;
    //: When an injury was: at the moment at which the spasm began
    choices.push_back({std::to_string(kDaysBefore[0]), tr("When it began")});
    choices.push_back({std::to_string(kDaysBefore[1]), tr("The day before")});
    choices.push_back({std::to_string(kDaysBefore[2]), tr("A week before")});
    //: When an injury was: there was none, or it is not told
    choices.push_back({kNone, tr("None, or not told")});
    const std::size_t count = choices.size();
    m_chips->offer(std::move(choices), count);
    connect(m_chips, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        if (isWanted && id != kNone) {
            tell(m_onset - std::chrono::days{std::stoi(id)});
        } else if (m_injury) {
            Q_EMIT forgotten(DetailField::InjuryAt);
        }
    });
    connect(m_time, &MomentEdit::entered, this, &InjurySection::tell);
}

void InjurySection::tell(const Moment& moment)
{
    Details details;
    details.injuryAt = moment;
    // When something was does not change with time: another one was typed wrong.
    Q_EMIT told(details, m_injury ? Revision::TypedWrong : Revision::ItChanged);
}

void InjurySection::saveDrafts()
{
    m_time->commit();
}

void InjurySection::display(const DetailsView& view)
{
    m_onset = view.course.onset();
    m_injury = view.course.details.injuryAt;
    std::vector<std::string> chosen;
    if (!m_injury) {
        chosen.emplace_back(kNone);
    }
    for (const int days : kDaysBefore) {
        if (m_injury && m_injury->utc == (m_onset - std::chrono::days{days}).utc) {
            chosen.push_back(std::to_string(days));
        }
    }
    m_chips->display(chosen);
    m_when->setText(m_injury ? tr("It was at %1.").arg(wording::moment(*m_injury, view.now))
                             : QString{});
    m_when->setVisible(m_injury.has_value());
    if (m_shown != view.course.id) {
        m_time->displayAnew(m_injury.value_or(m_onset));
    } else {
        m_time->display(m_injury.value_or(m_onset));
    }
    m_shown = view.course.id;
}

} // namespace unclench::ui
