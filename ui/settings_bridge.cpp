// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings_bridge.h"

#include "ui/bridge.h"

#include <spdlog/spdlog.h>

namespace unclench::ui {

namespace {

std::optional<EmergencyNumber> numberOf(const EmergencyNumbers& numbers, const QString& country)
{
    const EmergencyNumber* found = numbers.find(country.toStdString());
    return found == nullptr ? std::nullopt : std::optional{*found};
}

} // namespace

SettingsBridge::SettingsBridge(Engine& engine,
                               Bridge& bridge,
                               const EmergencyNumbers& numbers,
                               const QString& country,
                               std::function<QString(const StorageError&)> explain,
                               QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_suggestion(numberOf(numbers, country)),
      m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

bool SettingsBridge::guarded(const std::function<void()>& work)
{
    try {
        work();
        return true;
    } catch (const StorageError& error) {
        spdlog::warn("in the settings: {}", error.what());
        Q_EMIT failed(m_explain(error));
        return false;
    }
}

SettingsView SettingsBridge::load()
{
    SettingsReading reading = m_engine.settings();
    SettingsView view{.now = m_engine.now().wall,
                      .settings = reading.settings,
                      .ignored = std::move(reading.ignored),
                      .profile = m_engine.profile(),
                      .conditions = {},
                      .suggestion = m_suggestion};
    for (const Condition& told : m_engine.diary().dated<Condition>({})) {
        if (told.isPresent) {
            view.conditions.insert(told.condition);
        } else {
            view.conditions.erase(told.condition);
        }
    }
    return view;
}

bool SettingsBridge::isFirstStartDue()
{
    bool isDue = false;
    guarded([&] {
        DiaryStore& diary = m_engine.diary();
        isDue = diary.settingRows().empty() && diary.profileEntries().empty() &&
                diary.episodeCount() == 0 && diary.dated<Condition>({}).empty();
    });
    return isDue;
}

FirstStartView SettingsBridge::firstStartView() const
{
    return {m_engine.now().wall, m_suggestion};
}

void SettingsBridge::refresh()
{
    guarded([&] { Q_EMIT settingsChanged(load()); });
}

bool SettingsBridge::store(SettingKey key, const std::string& value)
{
    return m_bridge.carryOut(
        [&](Journal& journal) { return journal.set(std::string{toId(key)}, value); },
        tr("Saved in your settings."));
}

void SettingsBridge::set(SettingKey key, const QString& value)
{
    store(key, value.toStdString());
}

void SettingsBridge::reset(SettingKey key)
{
    store(key, settingText(Settings{}, key));
}

bool SettingsBridge::tell(ProfileKey key, const std::string& value)
{
    return m_bridge.carryOut(
        [&](Journal& journal) {
            return journal.tell(ProfileEntry{{}, {}, key, value}, std::nullopt);
        },
        tr("Saved: what you told about yourself."));
}

bool SettingsBridge::tellOf(const std::string& condition, bool isPresent)
{
    return m_bridge.carryOut(
        [&](Journal& journal) {
            return journal.tell(Condition{{}, {}, condition, isPresent}, std::nullopt);
        },
        tr("Saved: what you told about yourself."));
}

void SettingsBridge::tellBirthYear(std::optional<int> year)
{
    if (year) {
        tell(ProfileKey::BirthYear, std::to_string(*year));
        return;
    }
    std::vector<Uuid> told;
    guarded([&] {
        for (const ProfileEntry& entry : m_engine.diary().profileEntries()) {
            if (entry.key == ProfileKey::BirthYear) {
                told.push_back(entry.stamp.id);
            }
        }
    });
    for (const Uuid& id : told) {
        const bool isGone = m_bridge.carryOut(
            [&](Journal& journal) { return journal.remove(RecordKind::ProfileEntry, id); },
            tr("Your year of birth is deleted."));
        if (!isGone) {
            return;
        }
    }
}

void SettingsBridge::tellPregnantWeeks(std::optional<int> weeks)
{
    tell(ProfileKey::PregnantWeeks, weeks ? std::to_string(*weeks) : std::string{});
}

void SettingsBridge::tellEmergencyNumber(const QString& number)
{
    tell(ProfileKey::EmergencyNumber, number.toStdString());
}

void SettingsBridge::tellCondition(const QString& id, bool isPresent)
{
    tellOf(id.toStdString(), isPresent);
}

void SettingsBridge::finishFirstStart(const FirstStartDraft& draft)
{
    std::optional<SettingsView> view;
    guarded([&] { view = load(); });
    if (!view) {
        return;
    }
    // Told already: by an earlier press that failed half way, or by another program.
    const auto tellNew = [&](ProfileKey key, const auto& value, const auto& before,
                             const std::string& text) {
        return text.empty() || value == before || tell(key, text);
    };
    const auto textOf = [](std::optional<int> number) {
        return number ? std::to_string(*number) : std::string{};
    };
    bool isSaved = tellNew(ProfileKey::BirthYear, draft.birthYear, view->profile.birthYear,
                           textOf(draft.birthYear)) &&
                   tellNew(ProfileKey::PregnantWeeks, draft.pregnantWeeks,
                           view->profile.pregnantWeeks, textOf(draft.pregnantWeeks)) &&
                   tellNew(ProfileKey::EmergencyNumber, std::optional{draft.emergencyNumber},
                           view->profile.emergencyNumber, draft.emergencyNumber);
    for (const std::string& condition : draft.conditions) {
        isSaved = isSaved && (view->conditions.contains(condition) || tellOf(condition, true));
    }
    if (isSaved && store(SettingKey::FirstStartDone, "yes")) {
        Q_EMIT firstStartFinished();
    }
}

} // namespace unclench::ui
