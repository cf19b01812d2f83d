// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alert_text.h"

#include "app/cli/tr.h"
#include "core/knowledge/emergency_numbers.h"
#include "ui/wording/alerts.h"
#include "ui/wording/times.h"

#include <QLocale>

#include <algorithm>

namespace unclench::app::cli {

std::optional<QString> emergencyNumber(Session& session)
{
    const Profile profile = session.engine(Database::Access::Read).profile();
    if (profile.emergencyNumber && !profile.emergencyNumber->empty()) {
        return QString::fromStdString(*profile.emergencyNumber);
    }
    const auto& numbers = EmergencyNumbers::builtIn();
    const QString country = QLocale::territoryToCode(QLocale::system().territory());
    const EmergencyNumber* suggested = numbers.find(country.toStdString());
    return suggested != nullptr ? std::optional{QString::fromStdString(suggested->number)}
                                : std::nullopt;
}

std::vector<std::string> sourceTitles(const Vocabulary& vocabulary,
                                      const std::vector<std::string>& ids)
{
    std::vector<std::string> titles;
    for (const Source& source : vocabulary.sources()) {
        if (std::find(ids.begin(), ids.end(), source.id) != ids.end()) {
            titles.push_back(source.title);
        }
    }
    return titles;
}

void sayAlert(Session& session, const Alert& alert)
{
    const QString action = ui::wording::action(alert, session.words());
    const QStringList reasons = ui::wording::reasons(alert, session.words());
    const QString id = QString::fromStdString(alert.rule);
    if (alert.level == Level::Emergency) {
        session.say(action + QLatin1Char(' ') +
                    ui::wording::emergency(reasons, emergencyNumber(session)));
        session.say(tr("    unclench close %1 seen: I have contacted someone. unclench close %1 "
                       "mistake: I answered by mistake.")
                        .arg(id));
        return;
    }
    session.say(tr("%1 (%2): %3.").arg(action, id, reasons.join(QLatin1String("; "))));
    if (alert.state == AlertState::Snoozed) {
        session.say(tr("    Put off until %1.")
                        .arg(ui::wording::moment(*alert.until, session.clock().now().wall)));
    }
}

} // namespace unclench::app::cli
