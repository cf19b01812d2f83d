// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/alarm_settings.h"

#include "ui/dialogs/setting_row.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/settings.h"
#include "ui/wording/spoken.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

constexpr int kVolumeStep = 5;

} // namespace

AlarmSettings::AlarmSettings(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("alarmSettings"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1.5));

    m_missing = new QLabel{this};
    m_missing->setObjectName(QStringLiteral("alarmMissingLabel"));
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    m_missing->hide();
    column->addWidget(m_missing);

    m_sound = addSwitch(SettingKey::SoundOn, QStringLiteral("soundOnCheckBox"),
                        tr("Play a so&und when an alarm rings"));
    m_trySound = addTryOut(QStringLiteral("trySoundButton"), tr("Try the sound"));
    addBeside(m_sound, m_trySound);
    m_speech = addSwitch(SettingKey::SpeechOn, QStringLiteral("speechOnCheckBox"),
                         tr("Say &out loud what to do"));
    m_trySpeech = addTryOut(QStringLiteral("trySpeechButton"), tr("Try the speech"));
    addBeside(m_speech, m_trySpeech);
    addVolume();
    m_throughDnd = addSwitch(SettingKey::RingThroughDnd, QStringLiteral("ringThroughDndCheckBox"),
                             tr("&Ring in do-not-disturb mode too"));
    column->addWidget(m_throughDnd);
    column->addWidget(caption(tr("Off: no alarm while your desktop is in that mode. Heat or cold "
                                 "may then stay on too long.")));
    m_offers = addSwitch(SettingKey::CareOffers, QStringLiteral("careOffersCheckBox"),
                         tr("Offer the next sess&ion of heat or cold"));
    column->addWidget(m_offers);
    column->addWidget(caption(tr("While a spasm is open, a notice asks when it is time. Never "
                                 "between 22:00 and 07:00.")));

    connect(m_trySound, &QPushButton::clicked, this,
            [this] { Q_EMIT tryOutSoundRequested(m_volume->value()); });
    connect(m_trySpeech, &QPushButton::clicked, this, [this] {
        Q_EMIT tryOutSpeechRequested(wording::spoken(wording::Spoken::ColdOff), m_volume->value());
    });
    display({});
}

QCheckBox* AlarmSettings::addSwitch(SettingKey key, const QString& name, const QString& label)
{
    auto* box = new WrappedCheckBox{label, this};
    box->setObjectName(name);
    box->setAccessibleName(QString{label}.remove(u'&'));
    connect(box, &QCheckBox::clicked, this, [this, key](bool isOn) {
        Q_EMIT settingRequested(key, isOn ? QStringLiteral("yes") : QStringLiteral("no"));
    });
    return box;
}

QPushButton* AlarmSettings::addTryOut(const QString& name, const QString& accessibleName)
{
    auto* button = new QPushButton{tr("Try it"), this};
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    button->setMinimumHeight(theme::grid(font(), 4.5));
    return button;
}

void AlarmSettings::addBeside(QCheckBox* box, QPushButton* button)
{
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 2)};
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    box->setSizePolicy(QSizePolicy::Expanding, box->sizePolicy().verticalPolicy());
    row->addWidget(box);
    row->addWidget(button);
}

void AlarmSettings::addVolume()
{
    auto* control = new QWidget;
    m_volume = new QSlider{Qt::Horizontal, control};
    m_volume->setObjectName(QStringLiteral("soundVolumeSlider"));
    m_volume->setAccessibleName(wording::setting(SettingKey::SoundVolume));
    m_volume->setRange(Settings::kSoundVolume.least, Settings::kSoundVolume.most);
    m_volume->setSingleStep(kVolumeStep);
    m_volume->setPageStep(2 * kVolumeStep);
    m_volume->setTracking(false); // saved when it is let go
    m_volume->setMinimumWidth(theme::grid(font(), 18));
    m_volume->setMinimumHeight(theme::grid(font(), 4));
    m_volume->installEventFilter(this);
    m_volumeSaid = new QLabel{control};
    m_volumeSaid->setObjectName(QStringLiteral("soundVolumeLabel"));
    m_volumeSaid->setTextFormat(Qt::PlainText);
    m_volumeSaid->setMinimumWidth(theme::grid(font(), 10));
    auto* row = new QHBoxLayout{control};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid(font(), 1));
    row->addWidget(m_volume, 1);
    row->addWidget(m_volumeSaid);
    m_volumeRow = new SettingRow{{QStringLiteral("soundVolume"),
                                  wording::setting(SettingKey::SoundVolume),
                                  {},
                                  wording::settingValue(SettingKey::SoundVolume, Settings{})},
                                 control,
                                 false};
    layout()->addWidget(m_volumeRow);
    connect(m_volume, &QSlider::sliderMoved, this, &AlarmSettings::showVolume);
    connect(m_volume, &QSlider::valueChanged, this, [this](int volume) {
        showVolume(volume);
        allowTryOuts();
        if (volume != m_settings.soundVolume) {
            Q_EMIT settingRequested(SettingKey::SoundVolume, QString::number(volume));
        }
    });
}

void AlarmSettings::showVolume(int volume)
{
    Settings said;
    said.soundVolume = volume;
    m_volumeSaid->setText(wording::settingValue(SettingKey::SoundVolume, said));
}

void AlarmSettings::display(const Settings& settings)
{
    m_settings = settings;
    m_sound->setChecked(settings.isSoundOn);
    m_volume->setValue(settings.soundVolume);
    showVolume(settings.soundVolume);
    m_speech->setChecked(settings.isSpeechOn);
    m_throughDnd->setChecked(settings.ringsThroughDnd);
    m_offers->setChecked(settings.offersCare);
    allowTryOuts();
}

void AlarmSettings::displayMeans(const AlarmMeans& means)
{
    m_means = means;
    QStringList missing;
    if (!means.hasSound) {
        missing << tr("No program for sound was found. Install pipewire-bin, pulseaudio-utils or "
                      "alsa-utils.");
    }
    if (!means.hasSpeech) {
        missing << tr("No program that speaks was found. Install espeak-ng.");
    }
    if (!means.hasNotifications) {
        missing << tr("Your desktop shows no notices. Keep the window where you can see it.");
    }
    m_missing->setText(missing.join(QLatin1Char('\n')));
    m_missing->setVisible(!missing.isEmpty());
    allowTryOuts();
}

void AlarmSettings::allowTryOuts()
{
    m_trySound->setEnabled(m_means.hasSound && m_volume->value() > 0);
    m_trySpeech->setEnabled(m_means.hasSpeech && m_volume->value() > 0);
}

bool AlarmSettings::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel moves the page, as in the rest of the settings.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace unclench::ui
