// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle_inhibitors.h"

namespace unclench::app {

namespace {

const QString kGnome = QStringLiteral("org.gnome.SessionManager");
const QString kGnomePath = QStringLiteral("/org/gnome/SessionManager");
/// Of GNOME's flags: the session must not count as idle.
constexpr uint kGnomeIdle = 8;

const QString kPlasma = QStringLiteral("org.kde.Solid.PowerManagement.PolicyAgent");
const QString kPlasmaPath = QStringLiteral("/org/kde/Solid/PowerManagement/PolicyAgent");
/// Of Plasma's policies: the screen must stay as it is.
constexpr uint kPlasmaScreen = 4;

std::unique_ptr<BusAnswer> askPlasma()
{
    QDBusMessage question = QDBusMessage::createMethodCall(kPlasma, kPlasmaPath, kPlasma,
                                                           QStringLiteral("HasInhibition"));
    question.setArguments({kPlasmaScreen});
    auto answer = std::make_unique<BusAnswer>(Bus::Session, question);
    answer->askAgainOn(kPlasmaPath, kPlasma, QStringLiteral("InhibitionsChanged"));
    return answer;
}

} // namespace

IdleInhibitors::IdleInhibitors()
    : m_logind(BusAnswer::ofProperty(Bus::System,
                                     QStringLiteral("org.freedesktop.login1"),
                                     QStringLiteral("/org/freedesktop/login1"),
                                     QStringLiteral("org.freedesktop.login1.Manager"),
                                     QStringLiteral("BlockInhibited"))),
      m_gnome(BusAnswer::ofProperty(
          Bus::Session, kGnome, kGnomePath, kGnome, QStringLiteral("InhibitedActions"))),
      m_plasma(askPlasma())
{
    m_gnome->askAgainOn(kGnomePath, kGnome, QStringLiteral("InhibitorAdded"));
    m_gnome->askAgainOn(kGnomePath, kGnome, QStringLiteral("InhibitorRemoved"));
    for (BusAnswer* answer : {m_logind.get(), m_gnome.get(), m_plasma.get()}) {
        connect(answer, &BusAnswer::changed, this, &IdleInhibitors::update);
    }
}

void IdleInhibitors::update()
{
    const QStringList blocked = m_logind->value().toString().split(QLatin1Char(':'));
    const bool isInhibited = blocked.contains(QLatin1String{"idle"}) ||
                             (m_gnome->value().toUInt() & kGnomeIdle) != 0 ||
                             m_plasma->value().toBool();
    if (isInhibited != m_isInhibited) {
        m_isInhibited = isInhibited;
        Q_EMIT changed();
    }
}

} // namespace unclench::app
