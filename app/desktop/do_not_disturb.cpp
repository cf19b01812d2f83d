// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/do_not_disturb.h"

#include <algorithm>

namespace unclench::app {

namespace {

const QString kNotifications = QStringLiteral("org.freedesktop.Notifications");
const QString kNotificationsPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kXfconf = QStringLiteral("org.xfce.Xfconf");
const QString kXfconfPath = QStringLiteral("/org/xfce/Xfconf");

std::unique_ptr<BusAnswer> askXfce()
{
    const QString channel = QStringLiteral("xfce4-notifyd");
    const QString property = QStringLiteral("/do-not-disturb");
    QDBusMessage question = QDBusMessage::createMethodCall(kXfconf, kXfconfPath, kXfconf,
                                                           QStringLiteral("GetProperty"));
    question.setArguments({channel, property});
    auto answer = std::make_unique<BusAnswer>(Bus::Session, question);
    for (const char* signal : {"PropertyChanged", "PropertyRemoved"}) {
        answer->askAgainOn(kXfconfPath, kXfconf, QLatin1String{signal}, {channel, property});
    }
    return answer;
}

bool isGnome()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP")
        .split(QLatin1Char(':'))
        .contains(QLatin1String{"GNOME"});
}

} // namespace

DoNotDisturb::DoNotDisturb()
{
    m_answers.push_back(BusAnswer::ofProperty(Bus::Session, kNotifications, kNotificationsPath,
                                              kNotifications, QStringLiteral("Inhibited")));
    m_answers.push_back(BusAnswer::ofProperty(Bus::Session, kNotifications, kNotificationsPath,
                                              QStringLiteral("org.dunstproject.cmd0"),
                                              QStringLiteral("paused")));
    m_answers.push_back(askXfce());
    for (const auto& answer : m_answers) {
        connect(answer.get(), &BusAnswer::changed, this, &DoNotDisturb::update);
    }
    if (isGnome()) {
        m_banners.emplace(QStringLiteral("org.gnome.desktop.notifications"),
                          QStringLiteral("show-banners"));
        connect(&*m_banners, &GsettingsKey::changed, this, &DoNotDisturb::update);
    }
}

void DoNotDisturb::update()
{
    const bool isOn = std::any_of(m_answers.begin(), m_answers.end(),
                                  [](const auto& answer) { return answer->value().toBool(); }) ||
                      (m_banners && m_banners->value() == QLatin1String{"false"});
    if (isOn != m_isOn) {
        m_isOn = isOn;
        Q_EMIT changed();
    }
}

} // namespace unclench::app
