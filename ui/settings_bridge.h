// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine and what asks about the person: the first start and the settings.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/dialogs/settings_view.h"
#include "ui/pages/first_start_view.h"

#include <QObject>

#include <functional>
#include <optional>

namespace unclench::ui {

class Bridge;

/// Everything is saved through the Bridge, so it can be taken back there and failures are told
/// there. Reading tells its own.
class SettingsBridge : public QObject {
    Q_OBJECT
public:
    /// `engine`, `bridge` and `numbers` must outlive it. `country`: ISO 3166-1 alpha-2, empty where
    /// the system does not say. `explain` puts a failure into words.
    SettingsBridge(Engine& engine,
                   Bridge& bridge,
                   const EmergencyNumbers& numbers,
                   const QString& country,
                   std::function<QString(const StorageError&)> explain,
                   QObject* parent = nullptr);

    /// Nothing was told yet and the first start was never left. False where that cannot be read.
    [[nodiscard]] bool isFirstStartDue();
    [[nodiscard]] FirstStartView firstStartView() const;

public Q_SLOTS:
    void refresh();
    void set(unclench::SettingKey key, const QString& value);
    /// Stores the default.
    void reset(unclench::SettingKey key);
    /// Nothing: what was told of it is deleted.
    void tellBirthYear(std::optional<int> year);
    /// Nothing: not pregnant.
    void tellPregnantWeeks(std::optional<int> weeks);
    void tellEmergencyNumber(const QString& number);
    void tellCondition(const QString& id, bool isPresent);
    /// Saves what differs from the diary, one after the other, and stops at the first that fails.
    void finishFirstStart(const unclench::ui::FirstStartDraft& draft);

Q_SIGNALS:
    void settingsChanged(const unclench::ui::SettingsView& view);
    /// All of the answers are saved.
    void firstStartFinished();
    void failed(const QString& sentence);

private:
    [[nodiscard]] SettingsView load();
    bool guarded(const std::function<void()>& work);
    bool store(SettingKey key, const std::string& value);
    bool tell(ProfileKey key, const std::string& value);
    bool tellOf(const std::string& condition, bool isPresent);

    Engine& m_engine;
    Bridge& m_bridge;
    std::optional<EmergencyNumber> m_suggestion;
    std::function<QString(const StorageError&)> m_explain;
    Subscription m_subscription;
};

} // namespace unclench::ui
