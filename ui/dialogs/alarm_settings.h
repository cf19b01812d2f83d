// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the settings about alarms: what they do to be noticed, to be tried out on the spot.
#pragma once

#include "core/diary/settings.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;

namespace unclench::ui {

class SettingRow;

/// What this machine can do of an alarm.
struct AlarmMeans {
    bool hasSound = true;
    bool hasSpeech = true;
    bool hasNotifications = true;
};

class AlarmSettings : public QWidget {
    Q_OBJECT
public:
    explicit AlarmSettings(QWidget* parent = nullptr);

    void display(const Settings& settings);
    void displayMeans(const AlarmMeans& means);
    /// The volume with its way back, for who resets.
    [[nodiscard]] SettingRow* volumeRow() const { return m_volumeRow; }

Q_SIGNALS:
    void settingRequested(unclench::SettingKey key, const QString& value);
    /// `volume`: 1 to 100.
    void tryOutSoundRequested(int volume);
    void tryOutSpeechRequested(const QString& sentence, int volume);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCheckBox* addSwitch(SettingKey key, const QString& name, const QString& label);
    QPushButton* addTryOut(const QString& name, const QString& accessibleName);
    void addBeside(QCheckBox* box, QPushButton* button);
    void addVolume();
    void showVolume(int volume);
    void allowTryOuts();

    Settings m_settings;
    AlarmMeans m_means;
    QCheckBox* m_sound = nullptr;
    QPushButton* m_trySound = nullptr;
    QSlider* m_volume = nullptr;
    QLabel* m_volumeSaid = nullptr;
    SettingRow* m_volumeRow = nullptr;
    QCheckBox* m_speech = nullptr;
    QPushButton* m_trySpeech = nullptr;
    QCheckBox* m_throughDnd = nullptr;
    QCheckBox* m_offers = nullptr;
    QLabel* m_missing = nullptr;
};

} // namespace unclench::ui
