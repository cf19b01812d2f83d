// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/profile.h"

#include "ui/wording/tr.h"

#include <QLocale>
#include <QStringList>

namespace unclench::ui::wording {

QString disclaimer()
{
    return tr("This app keeps a diary and reminders. It does not diagnose, replace care, or watch "
              "you. It cannot call for help.");
}

QString emergencySource(const std::optional<EmergencyNumber>& suggestion)
{
    if (!suggestion) {
        return tr("We do not know the number where you live. Please write it here.");
    }
    const QString country = QLocale::territoryToString(
        QLocale::codeToTerritory(QString::fromStdString(suggestion->country)));
    QStringList titles;
    for (const std::string& title : suggestion->sources) {
        titles << QString::fromStdString(title);
    }
    const QString sources = titles.join(QStringLiteral("; "));
    const QString number = QString::fromStdString(suggestion->number);
    if (suggestion->advice) {
        return tr("For %1 we suggest %2. For advice that can wait: %3. Source: %4.")
            .arg(country, number, QString::fromStdString(*suggestion->advice), sources);
    }
    return tr("For %1 we suggest %2. Source: %3.").arg(country, number, sources);
}

QString birthYearRange(int least, int most)
{
    return tr("Please write a year from %1 to %2.").arg(least).arg(most);
}

QString pregnantWeeksRange(int most)
{
    return tr("Please write whole weeks, from 0 to %1.").arg(most);
}

} // namespace unclench::ui::wording
