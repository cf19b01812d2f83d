// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screen_lock.h"

#include <QCoreApplication>
#include <QDBusObjectPath>

#include <algorithm>
#include <iterator>

namespace unclench::app {

namespace {

const QString kLogind = QStringLiteral("org.freedesktop.login1");
const QString kLogindPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString kSession = QStringLiteral("org.freedesktop.login1.Session");

// Interface and service have one name. Plasma has two paths.
struct Saver {
    QString service;
    QString path;
};
const Saver kSavers[] = {
    {QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver")},
    {QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/ScreenSaver")},
    {QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("/org/gnome/ScreenSaver")},
};

std::unique_ptr<BusAnswer> pathOfSession(const QString& method, const QVariant& of)
{
    QDBusMessage question = QDBusMessage::createMethodCall(kLogind, kLogindPath, kManager, method);
    question.setArguments({of});
    auto answer = std::make_unique<BusAnswer>(Bus::System, question);
    answer->askAgainOn(kLogindPath, kManager, QStringLiteral("SessionNew"));
    answer->askAgainOn(kLogindPath, kManager, QStringLiteral("SessionRemoved"));
    return answer;
}

} // namespace

ScreenLock::ScreenLock()
    : m_ownSession(pathOfSession(QStringLiteral("GetSession"), QStringLiteral("auto"))),
      m_sessionOfProcess(pathOfSession(QStringLiteral("GetSessionByPID"),
                                       static_cast<uint>(QCoreApplication::applicationPid())))
{
    for (BusAnswer* answer : {m_ownSession.get(), m_sessionOfProcess.get()}) {
        connect(answer, &BusAnswer::changed, this, &ScreenLock::followSession);
    }
    std::transform(std::begin(kSavers), std::end(kSavers), std::back_inserter(m_savers),
                   [this](const Saver& saver) {
                       auto answer = std::make_unique<BusAnswer>(
                           Bus::Session,
                           QDBusMessage::createMethodCall(saver.service, saver.path, saver.service,
                                                          QStringLiteral("GetActive")));
                       // On either path it may tell of both.
                       answer->askAgainOn({}, saver.service, QStringLiteral("ActiveChanged"));
                       connect(answer.get(), &BusAnswer::changed, this, &ScreenLock::update);
                       return answer;
                   });
}

void ScreenLock::followSession()
{
    const QVariant& known =
        m_ownSession->value().isValid() ? m_ownSession->value() : m_sessionOfProcess->value();
    const QString session = known.value<QDBusObjectPath>().path();
    if (session == m_session) {
        return;
    }
    m_session = session;
    m_lockedHint.reset();
    m_active.reset();
    if (!session.isEmpty()) {
        m_lockedHint = BusAnswer::ofProperty(Bus::System, kLogind, session, kSession,
                                             QStringLiteral("LockedHint"));
        m_active = BusAnswer::ofProperty(Bus::System, kLogind, session, kSession,
                                         QStringLiteral("Active"));
        connect(m_lockedHint.get(), &BusAnswer::changed, this, &ScreenLock::update);
        connect(m_active.get(), &BusAnswer::changed, this, &ScreenLock::update);
    }
    update();
}

void ScreenLock::update()
{
    const bool isHinted = m_lockedHint && m_lockedHint->value().toBool();
    const bool isAnothers = m_active && m_active->value() == QVariant{false};
    const bool isSaved = std::any_of(m_savers.begin(), m_savers.end(),
                                     [](const auto& answer) { return answer->value().toBool(); });
    const bool isLocked = isHinted || isAnothers || isSaved;
    if (isLocked != m_isLocked) {
        m_isLocked = isLocked;
        Q_EMIT changed();
    }
}

} // namespace unclench::app
