// SPDX-License-Identifier: GPL-3.0-or-later
// The settings and the facts about a person. Each change is a wish at once: there is nothing to
// confirm, and what was saved can be taken back with Undo.
#pragma once

#include "ui/dialogs/alarm_settings.h"
#include "ui/dialogs/seat_settings.h"
#include "ui/dialogs/settings_view.h"
#include "ui/wording/words.h"

#include <QDialog>
#include <QList>

#include <map>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace unclench::ui {

class CheckGrid;
class NumberField;
class SettingRow;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive it.
    SettingsDialog(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);
    ~SettingsDialog() override;

    void display(const SettingsView& view);
    void displayAppearance(Appearance appearance);
    void displayAutostart(bool isOn);
    void displayAlarmMeans(const AlarmMeans& means);
    /// What could not be saved; stays until the next `display`.
    void displayNotice(const QString& sentence);

Q_SIGNALS:
    void appearanceRequested(unclench::ui::Appearance appearance);
    void settingRequested(unclench::SettingKey key, const QString& value);
    void resetRequested(unclench::SettingKey key);
    void birthYearRequested(std::optional<int> year);
    void pregnantWeeksRequested(std::optional<int> weeks);
    void emergencyNumberRequested(const QString& number);
    void conditionRequested(const QString& id, bool isPresent);
    void autostartRequested(bool isOn);
    void tryOutSoundRequested(int volume);
    void tryOutSpeechRequested(const QString& sentence, int volume);
    /// Those that the person wrote down for their breaks.
    void exercisesRequested();
    /// Backups, export, import.
    void dataRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QVBoxLayout* addCard(QVBoxLayout* cards, const QString& title);
    void buildAppearance(QVBoxLayout* column);
    void buildProfile(QVBoxLayout* column, const Words& words);
    void buildNumber(QVBoxLayout* column);
    void buildNotices(QVBoxLayout* column);
    void buildAlarms(QVBoxLayout* column);
    void buildPace(QVBoxLayout* column);
    void buildPatience(QVBoxLayout* column);
    void buildSitting(QVBoxLayout* column);
    void buildData(QVBoxLayout* column);
    void buildMinutes(QVBoxLayout* column,
                      SettingKey key,
                      const QString& name,
                      Settings::Range range,
                      int Settings::*member);
    void addRow(
        QVBoxLayout* column, SettingKey key, const QString& name, QWidget* control, bool isBelow);
    void displayProfile(const SettingsView& view);

    const Vocabulary& m_vocabulary;
    SettingsView m_view;
    QLabel* m_notice = nullptr;
    QButtonGroup* m_appearance = nullptr;
    QButtonGroup* m_pace = nullptr;
    QButtonGroup* m_patience = nullptr;
    struct Minutes {
        QSpinBox* box;
        int Settings::*member;
    };
    QList<Minutes> m_minutes;
    std::map<SettingKey, SettingRow*> m_rows;
    NumberField* m_birthYear = nullptr;
    NumberField* m_weeks = nullptr;
    QLabel* m_weeksTold = nullptr;
    CheckGrid* m_conditions = nullptr;
    QLineEdit* m_number = nullptr;
    QLabel* m_numberSource = nullptr;
    SettingRow* m_numberRow = nullptr;
    QCheckBox* m_saysWhy = nullptr;
    QCheckBox* m_autostart = nullptr;
    AlarmSettings* m_alarms = nullptr;
    SeatSettings* m_sitting = nullptr;
};

} // namespace unclench::ui
