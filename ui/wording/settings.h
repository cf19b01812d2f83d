// SPDX-License-Identifier: GPL-3.0-or-later
// The words for settings, their values and their sources.
#pragma once

#include "core/diary/settings.h"
#include "core/knowledge/vocabulary.h"

#include <QString>

namespace unclench::ui::wording {

/// Its name, without a mark for a key.
[[nodiscard]] QString setting(SettingKey key);
/// A value of it, with its unit.
[[nodiscard]] QString settingValue(SettingKey key, const Settings& settings);
[[nodiscard]] QString pace(Pace pace);
[[nodiscard]] QString breakPrompt(BreakPrompt prompt);
[[nodiscard]] QString paperSize(PaperSize paper);
[[nodiscard]] QString minuteCount(int count);
[[nodiscard]] QString dayCount(int count);
/// "Source: a title; another". Empty where the values have none.
[[nodiscard]] QString settingSource(SettingKey key, const Vocabulary& vocabulary);
/// The same for one of the ids.
[[nodiscard]] QString source(std::string_view id, const Vocabulary& vocabulary);

} // namespace unclench::ui::wording
