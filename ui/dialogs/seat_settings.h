// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the settings about sitting: whether it is measured, when and how a break is called
// for.
#pragma once

#include "core/diary/settings.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QPushButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace unclench::ui {

class SeatSettings : public QWidget {
    Q_OBJECT
public:
    explicit SeatSettings(QWidget* parent = nullptr);

    void display(const Settings& settings);
    /// Where the minutes of sitting and of a break stand, for who builds them.
    [[nodiscard]] QVBoxLayout* minutesPlace() const { return m_minutesPlace; }

Q_SIGNALS:
    void settingRequested(unclench::SettingKey key, const QString& value);
    void exercisesRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCheckBox* addSwitch(SettingKey key, const QString& name, const QString& label);
    void buildPrompt(QVBoxLayout* column);
    void buildStanding(QVBoxLayout* column);
    void buildHours(QVBoxLayout* column);
    QTimeEdit* addTime(const QString& name, const QString& accessibleName, QLayout* row);
    void askForHours();

    Settings m_settings;
    QVBoxLayout* m_minutesPlace;
    QCheckBox* m_isOn = nullptr;
    QCheckBox* m_early = nullptr;
    QButtonGroup* m_prompt = nullptr;
    QSpinBox* m_standing = nullptr;
    QCheckBox* m_hasHours = nullptr;
    QTimeEdit* m_from = nullptr;
    QTimeEdit* m_to = nullptr;
    QButtonGroup* m_days = nullptr;
};

} // namespace unclench::ui
