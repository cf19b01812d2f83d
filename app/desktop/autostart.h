// SPDX-License-Identifier: GPL-3.0-or-later
// Starting with the desktop: an entry in the person's autostart folder (XDG Desktop Application
// Autostart Specification 0.5).
#pragma once

#include <QString>

#include <filesystem>

namespace unclench::app {

/// One entry, in `folder`, that runs `program --background`.
class Autostart {
public:
    Autostart(std::filesystem::path folder, QString program);

    /// An entry is there and not switched off.
    [[nodiscard]] bool isOn() const;
    /// Written whole or not at all. False: it could not be written; then nothing changed.
    [[nodiscard]] bool set(bool isOn) const;

private:
    [[nodiscard]] std::filesystem::path file() const;

    std::filesystem::path m_folder;
    QString m_program;
};

} // namespace unclench::app
