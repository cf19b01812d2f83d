// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include "app/application_id.h"

#include <QFile>
#include <QSaveFile>

#include <utility>

namespace unclench::app {

namespace {

/// A path as an argument of Exec: quoted, with what means something in quotes escaped (Desktop
/// Entry Specification 1.5, The Exec key).
QByteArray quoted(const QString& path)
{
    QByteArray argument = "\"";
    for (const char c : path.toUtf8()) {
        if (c == '"' || c == '`' || c == '$' || c == '\\') {
            argument += "\\\\"; // a backslash is itself escaped once more in a value
        } else if (c == '%') {
            argument += '%';
        }
        argument += c;
    }
    return argument + '"';
}

} // namespace

Autostart::Autostart(std::filesystem::path folder, QString program)
    : m_folder(std::move(folder)), m_program(std::move(program))
{
}

std::filesystem::path Autostart::file() const
{
    return m_folder / (std::string{kApplicationId} + ".desktop");
}

bool Autostart::isOn() const
{
    QFile entry{QString::fromStdString(file().string())};
    return entry.open(QIODevice::ReadOnly) && !entry.readAll().contains("\nHidden=true");
}

bool Autostart::set(bool isOn) const
{
    const QString path = QString::fromStdString(file().string());
    std::error_code error;
    if (!isOn) {
        std::filesystem::remove(file(), error);
        return !error;
    }
    std::filesystem::create_directories(m_folder, error);
    QSaveFile entry{path};
    if (error || !entry.open(QIODevice::WriteOnly)) {
        return false;
    }
    entry.write("[Desktop Entry]\n"
                "Type=Application\n"
                "Name=Unclench\n"
                "Exec=" +
                quoted(m_program) +
                " --background\n"
                "Icon=" +
                QByteArray{kApplicationId} +
                "\n"
                "Terminal=false\n");
    return entry.commit();
}

} // namespace unclench::app
