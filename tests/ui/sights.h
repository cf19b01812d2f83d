// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and dialog of the window as a test looks at them: on an empty diary, on one spasm and
// on a full one, with all that can be opened open.
#pragma once

#include "tests/support/diary.h"
#include "ui/shell.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace unclench::ui {

/// A window on a diary of its own.
struct Scene {
    tests::Diary diary;
    Words words;
    const EmergencyNumbers& numbers;
    std::unique_ptr<Shell> shell;
    /// What is looked at: the window, or a dialog of it, or a window of its own.
    QWidget* shown = nullptr;
    std::unique_ptr<QWidget> own;

    explicit Scene(Words words);
};

struct Sight {
    const char* name;
    void (*tell)(tests::Diary&);
    void (*show)(Scene&);
};
/// All of them.
[[nodiscard]] const std::vector<Sight>& sights();

/// The built-in ones, parsed once.
[[nodiscard]] const Words& usualWords();

/// Shows a sight, `size` large, and lets its layouts settle.
[[nodiscard]] std::unique_ptr<Scene>
look(const Sight& sight, QSize size, Words words = usualWords());

/// Lets layouts that wait for others come to rest.
void settle(QWidget& shown);

} // namespace unclench::ui
