// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/seat_settings.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/one_of.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/settings.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTime>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

constexpr WorkHours kUsualHours{9 * 60, 17 * 60};
/// Stands in the field for 0.
constexpr int kNeverStanding = Settings::kStandMinutes.least - 1;

QTime timeAt(int minute)
{
    return {minute / 60, minute % 60};
}

int minuteAt(const QTime& time)
{
    return time.hour() * 60 + time.minute();
}

} // namespace

SeatSettings::SeatSettings(QWidget* parent) : QWidget(parent), m_minutesPlace(new QVBoxLayout)
{
    setObjectName(QStringLiteral("seatSettings"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1.5));
    m_isOn = addSwitch(SettingKey::SittingOn, QStringLiteral("sittingOnCheckBox"),
                       tr("&Measure how long you sit"));
    column->addWidget(m_isOn);
    column->addWidget(caption(tr("It notes when keys or the mouse are used, never which. It stays "
                                 "on this computer.")));
    m_minutesPlace->setSpacing(column->spacing());
    column->addLayout(m_minutesPlace);
    m_early = addSwitch(SettingKey::EarlyNotice, QStringLiteral("earlyNoticeCheckBox"),
                        tr("Say it shortly be&fore a break is due"));
    column->addWidget(m_early);
    buildPrompt(column);
    buildStanding(column);
    buildHours(column);
    QPushButton* exercises = rowButton(QStringLiteral("ownExercisesButton"), tr("Own e&xercises…"),
                                       tr("Own exercises for breaks"), this);
    connect(exercises, &QPushButton::clicked, this, &SeatSettings::exercisesRequested);
    column->addWidget(exercises, 0, Qt::AlignLeft);
    display({});
}

QCheckBox* SeatSettings::addSwitch(SettingKey key, const QString& name, const QString& label)
{
    auto* box = new WrappedCheckBox{label, this};
    box->setObjectName(name);
    box->setAccessibleName(QString{label}.remove(u'&'));
    connect(box, &QCheckBox::clicked, this, [this, key](bool isOn) {
        Q_EMIT settingRequested(key, isOn ? QStringLiteral("yes") : QStringLiteral("no"));
    });
    return box;
}

void SeatSettings::buildPrompt(QVBoxLayout* column)
{
    column->addWidget(wrappedText(wording::setting(SettingKey::BreakPrompt)));
    m_prompt = new QButtonGroup{this};
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 2)};
    for (std::size_t i = 0; i < kNames<BreakPrompt>.size(); ++i) {
        const auto prompt = static_cast<BreakPrompt>(i);
        auto* button = new WrappedRadioButton{wording::breakPrompt(prompt)};
        button->setObjectName(QStringLiteral("breakPromptRadio_") +
                              QString::fromUtf8(toId(prompt)));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(
            wording::setting(SettingKey::BreakPrompt), wording::breakPrompt(prompt)));
        button->setMinimumHeight(theme::grid(font(), 4));
        m_prompt->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(caption(tr("None of them takes the keyboard from what you type. Escape "
                                 "closes each.")));
    connect(m_prompt, &QButtonGroup::idClicked, this, [this](int id) {
        Q_EMIT settingRequested(SettingKey::BreakPrompt,
                                QString::fromUtf8(toId(static_cast<BreakPrompt>(id))));
    });
}

void SeatSettings::buildStanding(QVBoxLayout* column)
{
    m_standing = new QSpinBox{this};
    m_standing->setObjectName(QStringLiteral("standMinutesSpinBox"));
    m_standing->setRange(kNeverStanding, Settings::kStandMinutes.most);
    m_standing->setSpecialValueText(tr("Never"));
    //: after a number in a field
    m_standing->setSuffix(tr(" minutes"));
    m_standing->setAccessibleName(tr("%1, %2 to %3 minutes, or never")
                                      .arg(wording::setting(SettingKey::StandMinutes))
                                      .arg(Settings::kStandMinutes.least)
                                      .arg(Settings::kStandMinutes.most));
    m_standing->setKeyboardTracking(false);
    m_standing->setFocusPolicy(Qt::StrongFocus);
    m_standing->setMinimumHeight(theme::grid(font(), 4.5));
    m_standing->setMinimumWidth(theme::grid(font(), 16));
    m_standing->installEventFilter(this);
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 2)};
    QLabel* label = wrappedText(wording::setting(SettingKey::StandMinutes));
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(label);
    row->addWidget(m_standing);
    column->addLayout(row);
    connect(m_standing, &QSpinBox::valueChanged, this, [this](int value) {
        const int minutes = value == kNeverStanding ? 0 : value;
        if (minutes != m_settings.standMinutes) {
            Q_EMIT settingRequested(SettingKey::StandMinutes, QString::number(minutes));
        }
    });
}

QTimeEdit* SeatSettings::addTime(const QString& name, const QString& accessibleName, QLayout* row)
{
    auto* edit = new QTimeEdit{this};
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setKeyboardTracking(false);
    edit->setFocusPolicy(Qt::StrongFocus);
    edit->setMinimumHeight(theme::grid(font(), 4.5));
    edit->setMinimumWidth(theme::grid(font(), 12));
    edit->installEventFilter(this);
    connect(edit, &QTimeEdit::timeChanged, this, &SeatSettings::askForHours);
    row->addWidget(edit);
    return edit;
}

void SeatSettings::buildHours(QVBoxLayout* column)
{
    m_hasHours = new WrappedCheckBox{tr("C&all only in these hours"), this};
    m_hasHours->setObjectName(QStringLiteral("workHoursCheckBox"));
    m_hasHours->setAccessibleName(tr("Call only in these hours"));
    m_hasHours->setSizePolicy(QSizePolicy::Expanding, m_hasHours->sizePolicy().verticalPolicy());
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 2)};
    row->addWidget(m_hasHours);
    m_from = addTime(QStringLiteral("workFromEdit"), tr("From"), row);
    auto* to = new QLabel{tr("to", "between two times of day"), this};
    row->addWidget(to);
    m_to = addTime(QStringLiteral("workToEdit"), tr("To"), row);
    column->addLayout(row);
    connect(m_hasHours, &QCheckBox::clicked, this, &SeatSettings::askForHours);
    column->addWidget(wrappedText(tr("Call on these days")));
    m_days = new QButtonGroup{this};
    auto* days = new FlowLayout{nullptr, theme::grid(font(), 2)};
    const std::pair<const char*, QString> choices[] = {{"every", tr("Every day")},
                                                       {"weekdays", tr("Monday to Friday")}};
    for (const auto& [id, label] : choices) {
        auto* button = new WrappedRadioButton{label};
        button->setObjectName(QStringLiteral("workDaysRadio_") + QLatin1String{id});
        button->setAccessibleName(tr("Call on these days: %1").arg(label));
        button->setMinimumHeight(theme::grid(font(), 4));
        m_days->addButton(button, static_cast<int>(m_days->buttons().size()));
        days->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, id = QLatin1String{id}] {
            Q_EMIT settingRequested(SettingKey::WorkDays, id);
        });
    }
    column->addLayout(days);
}

void SeatSettings::askForHours()
{
    if (!m_hasHours->isChecked()) {
        if (m_settings.workHours) {
            Q_EMIT settingRequested(SettingKey::WorkHours, QStringLiteral("off"));
        }
        return;
    }
    const WorkHours hours{minuteAt(m_from->time()), minuteAt(m_to->time())};
    if (hours == m_settings.workHours || hours.fromMinute == hours.toMinute) {
        return; // the same time twice says nothing yet
    }
    Settings wanted;
    wanted.workHours = hours;
    Q_EMIT settingRequested(SettingKey::WorkHours,
                            QString::fromStdString(settingText(wanted, SettingKey::WorkHours)));
}

void SeatSettings::display(const Settings& settings)
{
    m_settings = settings;
    m_isOn->setChecked(settings.isSittingOn);
    m_early->setChecked(settings.hasEarlyNotice);
    choose(*m_prompt, static_cast<int>(settings.breakPrompt));
    m_standing->setValue(settings.standMinutes == 0 ? kNeverStanding : settings.standMinutes);
    m_hasHours->setChecked(settings.workHours.has_value());
    const WorkHours hours =
        settings.workHours.value_or(WorkHours{minuteAt(m_from->time()), minuteAt(m_to->time())});
    const WorkHours shown = hours.fromMinute == hours.toMinute ? kUsualHours : hours;
    // Both at once: between the two there would be hours that nobody chose.
    const QSignalBlocker from{m_from};
    const QSignalBlocker to{m_to};
    m_from->setTime(timeAt(shown.fromMinute));
    m_to->setTime(timeAt(shown.toMinute));
    m_from->setEnabled(settings.workHours.has_value());
    m_to->setEnabled(settings.workHours.has_value());
    choose(*m_days, settings.isWorkWeekdaysOnly ? 1 : 0);
}

bool SeatSettings::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel moves the page; a number changes under it only where the keyboard stands there.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace unclench::ui
