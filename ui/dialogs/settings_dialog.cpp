// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/setting_row.h"
#include "ui/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/check_grid.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/one_of.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/profile.h"
#include "ui/wording/settings.h"
#include "ui/wording/times.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

QRadioButton* choice(QButtonGroup* group, int id, const QString& name, const QString& label)
{
    auto* button = new WrappedRadioButton{label};
    button->setObjectName(name);
    button->setAccessibleName(label);
    button->setMinimumHeight(theme::grid(button->font(), 4));
    group->addButton(button, id);
    return button;
}

} // namespace

SettingsDialog::SettingsDialog(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QDialog(parent), m_vocabulary(vocabulary)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    const int margin = theme::grid(font(), 3);

    auto* scroll = new ScrollSheet{QStringLiteral("settingsScroll"), tr("Settings"), this};
    QWidget* sheet = scroll->sheet();
    auto* cards = new QVBoxLayout{sheet};
    cards->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    cards->setSpacing(theme::grid(font(), 2));
    m_notice = wrappedText({}, sheet);
    m_notice->setObjectName(QStringLiteral("settingsNoticeLabel"));
    m_notice->hide();
    cards->addWidget(m_notice);
    buildAppearance(addCard(cards, tr("Colours")));
    buildNumber(addCard(cards, tr("In an emergency")));
    buildNotices(addCard(cards, tr("Notices and start")));
    buildAlarms(addCard(cards, tr("Alarms")));
    buildProfile(addCard(cards, tr("About you")), words);
    QVBoxLayout* care = addCard(cards, tr("Heat, cold and visits"));
    buildPace(care);
    buildPatience(care);
    buildSitting(addCard(cards, tr("Sitting")));
    buildData(addCard(cards, tr("Your data")));
    cards->addStretch(1);

    auto* close = new QPushButton{tr("&Close"), this};
    close->setObjectName(QStringLiteral("closeSettingsButton"));
    close->setAccessibleName(tr("Close the settings"));
    close->setAutoDefault(false);
    close->setMinimumHeight(theme::grid(font(), 4.5));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(margin, theme::grid(font(), 1), margin, theme::grid(font(), 2));
    foot->addWidget(caption(tr("Each change is saved at once. Undo takes it back."), this), 1);
    foot->addWidget(close);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    orderTabs(*this);
    resize(onScreen(*this, {theme::grid(font(), 92), theme::grid(font(), 90)}));
}

SettingsDialog::~SettingsDialog()
{
    // A field that loses the keyboard says what was typed: now, while all who hear it are there.
    if (QWidget* field = focusWidget()) {
        field->clearFocus();
    }
}

QVBoxLayout* SettingsDialog::addCard(QVBoxLayout* cards, const QString& title)
{
    auto* card = new Card;
    auto* column = new QVBoxLayout{card};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1.5));
    QLabel* heading = wrappedText(title, card);
    heading->setFont(theme::font(heading->font(), theme::Size::Heading));
    column->addWidget(heading);
    cards->addWidget(card);
    return column;
}

void SettingsDialog::buildAppearance(QVBoxLayout* column)
{
    m_appearance = new QButtonGroup{this};
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 2)};
    const std::pair<Appearance, QString> choices[] = {
        {Appearance::System, tr("As the &system")},
        {Appearance::Light, tr("&Light")},
        {Appearance::Dark, tr("&Dark")},
        {Appearance::HighContrast, tr("&High contrast")}};
    for (const auto& [appearance, label] : choices) {
        QRadioButton* button =
            choice(m_appearance, static_cast<int>(appearance),
                   QStringLiteral("appearanceRadio_") + QString::fromUtf8(toId(appearance)), label);
        button->setAccessibleName(tr("Colours: %1").arg(QString{label}.remove(u'&')));
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(caption(tr("High contrast is kept as your system has it; where it has none, "
                                 "it is black and white.")));
    connect(m_appearance, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT appearanceRequested(static_cast<Appearance>(id)); });
}

void SettingsDialog::buildNumber(QVBoxLayout* column)
{
    m_number = new QLineEdit;
    m_number->setObjectName(QStringLiteral("emergencyNumberEdit"));
    m_number->setAccessibleName(tr("Number to call in an emergency"));
    m_number->setPlaceholderText(tr("Phone number"));
    m_number->setMinimumHeight(theme::grid(font(), 4.5));
    m_number->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    m_number->setMinimumWidth(theme::grid(font(), 22));
    m_number->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        if (m_number->isModified()) {
            Q_EMIT emergencyNumberRequested(m_number->text().trimmed());
        }
    });
    m_numberRow = new SettingRow{{QStringLiteral("emergencyNumber"),
                                  tr("&Number to call"),
                                  {},
                                  tr("the number suggested for your country")},
                                 m_number,
                                 false};
    connect(m_numberRow, &SettingRow::resetRequested, this, [this] {
        Q_EMIT emergencyNumberRequested(QString::fromStdString(m_view.suggestion->number));
    });
    column->addWidget(m_numberRow);
    m_numberSource = caption({});
    m_numberSource->setObjectName(QStringLiteral("emergencySourceLabel"));
    column->addWidget(m_numberSource);
}

void SettingsDialog::buildNotices(QVBoxLayout* column)
{
    m_autostart = new WrappedCheckBox{tr("Start with the des&ktop, so that you are told in time")};
    m_autostart->setObjectName(QStringLiteral("autostartCheckBox"));
    m_autostart->setAccessibleName(tr("Start with the desktop"));
    column->addWidget(m_autostart);
    column->addWidget(
        caption(tr("Some warnings come true by themselves, for example when it is not "
                   "better after a week. Unclench can only tell you while it runs.")));
    m_saysWhy = new WrappedCheckBox{tr("A notice on the screen may say &why")};
    m_saysWhy->setObjectName(QStringLiteral("noticesSayWhyCheckBox"));
    m_saysWhy->setAccessibleName(tr("A notice on the screen may say why"));
    column->addWidget(m_saysWhy);
    column->addWidget(caption(tr("Off: it says what to do, never a symptom. Others may see it.")));
    connect(m_autostart, &QCheckBox::clicked, this, &SettingsDialog::autostartRequested);
    connect(m_saysWhy, &QCheckBox::clicked, this, [this](bool isOn) {
        Q_EMIT settingRequested(SettingKey::NoticesSayWhy,
                                isOn ? QStringLiteral("yes") : QStringLiteral("no"));
    });
}

void SettingsDialog::buildAlarms(QVBoxLayout* column)
{
    m_alarms = new AlarmSettings;
    column->addWidget(m_alarms);
    connect(m_alarms, &AlarmSettings::settingRequested, this, &SettingsDialog::settingRequested);
    connect(m_alarms, &AlarmSettings::tryOutSoundRequested, this,
            &SettingsDialog::tryOutSoundRequested);
    connect(m_alarms, &AlarmSettings::tryOutSpeechRequested, this,
            &SettingsDialog::tryOutSpeechRequested);
    SettingRow* volume = m_alarms->volumeRow();
    connect(volume, &SettingRow::resetRequested, this,
            [this] { Q_EMIT resetRequested(SettingKey::SoundVolume); });
    m_rows[SettingKey::SoundVolume] = volume;
}

void SettingsDialog::displayAlarmMeans(const AlarmMeans& means)
{
    m_alarms->displayMeans(means);
}

void SettingsDialog::displayAutostart(bool isOn)
{
    m_autostart->setChecked(isOn);
}

void SettingsDialog::buildProfile(QVBoxLayout* column, const Words& words)
{
    column->addWidget(
        caption(tr("These facts change the advice you get. All of them are optional.")));
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(theme::grid(font(), 2));
    m_birthYear = new NumberField{QStringLiteral("birthYearEdit"), tr("Year you were born")};
    m_birthYear->setPlaceholder(tr("Year"));
    m_weeks = new NumberField{QStringLiteral("pregnantWeeksEdit"),
                              tr("If you are pregnant, how many weeks")};
    m_weeks->setPlaceholder(tr("Weeks"));
    m_weeks->setRange(0, kMostPregnantWeeks, wording::pregnantWeeksRange(kMostPregnantWeeks));
    auto* year = new QLabel{tr("&Year you were born")};
    year->setBuddy(m_birthYear->line());
    auto* weeks = new QLabel{tr("If you are &pregnant: how many weeks?")};
    weeks->setBuddy(m_weeks->line());
    for (QLabel* label : {year, weeks}) {
        label->setWordWrap(true);
    }
    m_weeksTold = caption({});
    m_weeksTold->setObjectName(QStringLiteral("pregnantToldLabel"));
    fields->addWidget(year, 0, 0);
    fields->addWidget(weeks, 0, 1);
    fields->addWidget(m_birthYear, 1, 0, Qt::AlignTop);
    fields->addWidget(m_weeks, 1, 1, Qt::AlignTop);
    fields->addWidget(m_weeksTold, 2, 1);
    fields->setColumnStretch(0, 1);
    fields->setColumnStretch(1, 1);
    column->addLayout(fields);
    m_conditions = new CheckGrid{QStringLiteral("conditionCheckBox")};
    for (const std::string_view id : kAskedConditions) {
        m_conditions->add(QString::fromUtf8(id), words.label(Topic::Condition, std::string{id}));
    }
    column->addWidget(m_conditions);
    connect(m_birthYear, &NumberField::entered, this, &SettingsDialog::birthYearRequested);
    connect(m_weeks, &NumberField::entered, this, &SettingsDialog::pregnantWeeksRequested);
    connect(m_conditions, &CheckGrid::picked, this, &SettingsDialog::conditionRequested);
}

void SettingsDialog::buildPace(QVBoxLayout* column)
{
    m_pace = new QButtonGroup{this};
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout{list};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    const auto sources = sourcesOf(SettingKey::Pace);
    for (std::size_t i = 0; i < kNames<Pace>.size(); ++i) {
        const auto pace = static_cast<Pace>(i);
        QRadioButton* button = choice(m_pace, static_cast<int>(i),
                                      QStringLiteral("paceRadio_") + QString::fromUtf8(toId(pace)),
                                      wording::pace(pace));
        button->setAccessibleDescription(wording::source(sources[i], m_vocabulary));
        rows->addWidget(button);
        QLabel* source = caption(wording::source(sources[i], m_vocabulary));
        source->setIndent(theme::grid(font(), 3));
        rows->addWidget(source);
    }
    connect(m_pace, &QButtonGroup::idClicked, this, [this](int id) {
        Q_EMIT settingRequested(SettingKey::Pace, QString::fromUtf8(toId(static_cast<Pace>(id))));
    });
    addRow(column, SettingKey::Pace, QStringLiteral("pace"), list, true);
}

void SettingsDialog::buildPatience(QVBoxLayout* column)
{
    m_patience = new QButtonGroup{this};
    auto* list = new QWidget;
    auto* row = new FlowLayout{list, theme::grid(font(), 2)};
    for (const int days : Settings::kPatienceDays) {
        QRadioButton* button =
            choice(m_patience, days, QStringLiteral("patienceRadio_%1").arg(days),
                   wording::dayCount(days));
        button->setAccessibleName(
            tr("%1: %2").arg(wording::setting(SettingKey::PatienceDays), wording::dayCount(days)));
        row->addWidget(button);
    }
    connect(m_patience, &QButtonGroup::idClicked, this, [this](int days) {
        Q_EMIT settingRequested(SettingKey::PatienceDays, QString::number(days));
    });
    addRow(column, SettingKey::PatienceDays, QStringLiteral("patienceDays"), list, true);
}

void SettingsDialog::buildSitting(QVBoxLayout* column)
{
    m_sitting = new SeatSettings;
    column->addWidget(m_sitting);
    connect(m_sitting, &SeatSettings::settingRequested, this, &SettingsDialog::settingRequested);
    connect(m_sitting, &SeatSettings::exercisesRequested, this,
            &SettingsDialog::exercisesRequested);
    buildMinutes(m_sitting->minutesPlace(), SettingKey::SittingMinutes,
                 QStringLiteral("sittingMinutes"), Settings::kSittingMinutes,
                 &Settings::sittingMinutes);
    buildMinutes(m_sitting->minutesPlace(), SettingKey::BreakMinutes,
                 QStringLiteral("breakMinutes"), Settings::kBreakMinutes, &Settings::breakMinutes);
}

void SettingsDialog::buildData(QVBoxLayout* column)
{
    column->addWidget(caption(tr("Backups, export, import, a check of the diary.")));
    QPushButton* open = rowButton(QStringLiteral("settingsDataButton"), tr("Op&en your data"),
                                  tr("Open your data: backups, export, import"), this);
    connect(open, &QPushButton::clicked, this, &SettingsDialog::dataRequested);
    column->addWidget(open, 0, Qt::AlignLeft);
}

void SettingsDialog::buildMinutes(QVBoxLayout* column,
                                  SettingKey key,
                                  const QString& name,
                                  Settings::Range range,
                                  int Settings::*member)
{
    auto* box = new QSpinBox;
    box->setObjectName(name + QStringLiteral("SpinBox"));
    box->setAccessibleName(
        tr("%1, %2 to %3 minutes").arg(wording::setting(key)).arg(range.least).arg(range.most));
    box->setRange(range.least, range.most);
    //: after a number in a field
    box->setSuffix(tr(" minutes"));
    box->setKeyboardTracking(false);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setMinimumHeight(theme::grid(font(), 4.5));
    box->setMinimumWidth(theme::grid(font(), 16));
    box->installEventFilter(this);
    connect(box, &QSpinBox::valueChanged, this, [this, key, member](int value) {
        if (value != m_view.settings.*member) {
            Q_EMIT settingRequested(key, QString::number(value));
        }
    });
    m_minutes.append({box, member});
    addRow(column, key, name, box, false);
}

void SettingsDialog::addRow(
    QVBoxLayout* column, SettingKey key, const QString& name, QWidget* control, bool isBelow)
{
    const QString source =
        key == SettingKey::Pace ? QString{} : wording::settingSource(key, m_vocabulary);
    auto* row = new SettingRow{
        {name, wording::setting(key), source, wording::settingValue(key, Settings{})},
        control,
        isBelow};
    connect(row, &SettingRow::resetRequested, this, [this, key] { Q_EMIT resetRequested(key); });
    m_rows[key] = row;
    column->addWidget(row);
}

void SettingsDialog::display(const SettingsView& view)
{
    m_view = view;
    choose(*m_pace, static_cast<int>(view.settings.pace));
    choose(*m_patience, view.settings.patienceDays);
    m_saysWhy->setChecked(view.settings.noticesSayWhy);
    m_alarms->display(view.settings);
    m_sitting->display(view.settings);
    for (const Minutes& each : std::as_const(m_minutes)) {
        each.box->setValue(view.settings.*each.member);
    }
    QStringList ignored;
    for (const auto& [key, row] : m_rows) {
        const bool isIgnored =
            std::find(view.ignored.begin(), view.ignored.end(), toId(key)) != view.ignored.end();
        row->setResettable(isIgnored ||
                           settingText(view.settings, key) != settingText(Settings{}, key));
        if (isIgnored) {
            ignored << tr("\"%1\" held a value that cannot be. It is now %2. Press Reset to keep "
                          "that.")
                           .arg(wording::setting(key), wording::settingValue(key, view.settings));
        }
    }
    m_notice->setText(ignored.join(QLatin1Char('\n')));
    m_notice->setVisible(!ignored.isEmpty());
    displayProfile(view);
}

void SettingsDialog::displayProfile(const SettingsView& view)
{
    const int latest = birthYearFor(0, view.now);
    const int earliest = birthYearFor(kOldestAge, view.now);
    m_birthYear->setRange(earliest, latest, wording::birthYearRange(earliest, latest));
    m_birthYear->display(view.profile.birthYear);
    m_weeks->display(view.profile.pregnantWeeks);
    m_weeksTold->setText(view.profile.pregnantWeeks
                             ? tr("Told: %1. The weeks count on from then.")
                                   .arg(wording::moment(view.profile.pregnantTold, view.now))
                             : QString{});
    m_weeksTold->setVisible(view.profile.pregnantWeeks.has_value());
    QStringList conditions;
    for (const std::string& id : view.conditions) {
        conditions << QString::fromStdString(id);
    }
    m_conditions->display(conditions);

    const QString number = QString::fromStdString(view.profile.emergencyNumber.value_or(""));
    if (!m_number->isModified() || m_number->text().trimmed() == number) {
        m_number->setText(number);
    }
    m_numberSource->setText(wording::emergencySource(view.suggestion));
    m_numberRow->setResettable(view.suggestion &&
                               view.suggestion->number != view.profile.emergencyNumber);
}

void SettingsDialog::displayAppearance(Appearance appearance)
{
    choose(*m_appearance, static_cast<int>(appearance));
}

void SettingsDialog::displayNotice(const QString& sentence)
{
    m_notice->setText(sentence);
    m_notice->show();
}

bool SettingsDialog::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel moves the page; a number changes under it only where the keyboard stands there.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace unclench::ui
