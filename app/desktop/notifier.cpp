// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifier.h"

#include "app/application_id.h"
#include "app/desktop/session_bus.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QVariantMap>

#include <memory>
#include <spdlog/spdlog.h>
#include <utility>

namespace unclench::app {

namespace {

// Desktop Notifications Specification 1.2.
const QString kNotices = QStringLiteral("org.freedesktop.Notifications");
const QString kNoticesPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kDefaultAction = QStringLiteral("default");
constexpr uchar kUsual = 1;
constexpr uchar kCritical = 2;
constexpr int kNeverExpires = 0;
constexpr int kAsTheDesktopDoes = -1;
/// Milliseconds until a service counts as one that shows nothing. Long: what comes after that is
/// shown without our knowing its number.
constexpr int kWaitForAnswer = 300'000;
constexpr int kPatienceWithQuestions = 2'000;

// Where desktops say that they hold notifications back: Plasma, and dunst.
struct Quiet {
    QString interface;
    QString property;
};
const QList<Quiet> kHeldBack{
    {kNotices, QStringLiteral("Inhibited")},
    {QStringLiteral("org.dunstproject.cmd0"), QStringLiteral("paused")},
};

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(kNotices, kNoticesPath, kNotices, method);
}

} // namespace

Notifier::Notifier()
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(kNotices, kNoticesPath, kNotices, QStringLiteral("ActionInvoked"), this,
                SLOT(onAction(quint32, QString)));
    bus.connect(kNotices, kNoticesPath, kNotices, QStringLiteral("NotificationClosed"), this,
                SLOT(onClosed(quint32, quint32)));
    m_service.setConnection(bus);
    m_service.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_service.addWatchedService(kNotices);
    connect(&m_service, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString&, const QString& before) {
                if (before.isEmpty()) {
                    return; // what we asked of it is what started it
                }
                // Its numbers mean nothing to the next one. What it was asked fails by itself.
                std::erase_if(m_shown, [](const auto& entry) {
                    return !entry.second.isAsked && !entry.second.next;
                });
                for (auto& [about, shown] : m_shown) {
                    shown.id = 0;
                }
                m_capabilities.reset();
            });
}

bool Notifier::isThere() const
{
    if (!hasSessionBus()) {
        return false;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return false;
    }
    const QStringList startable = bus.interface()->activatableServiceNames();
    return bus.interface()->isServiceRegistered(kNotices) || startable.contains(kNotices);
}

void Notifier::ask(const QDBusMessage& question,
                   int patience,
                   std::function<void(QDBusPendingCallWatcher&)> done)
{
    auto* waiting = new QDBusPendingCallWatcher{
        QDBusConnection::sessionBus().asyncCall(question, patience), this};
    connect(waiting, &QDBusPendingCallWatcher::finished, this,
            [done = std::move(done)](QDBusPendingCallWatcher* answer) {
                done(*answer);
                answer->deleteLater();
            });
}

void Notifier::show(const Notification& notification)
{
    if (!isThere()) {
        return;
    }
    Shown& shown = m_shown[notification.about];
    shown.isWithdrawn = false;
    if (shown.isAsked || !m_capabilities) {
        // A second one, asked for before the first has its number, could not replace it.
        shown.next = notification;
        learnCapabilities();
        return;
    }
    send(shown, notification);
}

void Notifier::learnCapabilities()
{
    if (m_capabilities || m_areCapabilitiesAsked) {
        return;
    }
    m_areCapabilitiesAsked = true;
    ask(call(QStringLiteral("GetCapabilities")), kWaitForAnswer,
        [this](QDBusPendingCallWatcher& answer) {
            const QDBusPendingReply<QStringList> reply = answer;
            m_areCapabilitiesAsked = false;
            // One that does not say what it can is asked for the least.
            m_capabilities = reply.isError() ? QStringList{} : reply.value();
            for (auto& [about, shown] : m_shown) {
                if (!shown.isAsked && shown.next) {
                    send(shown, *std::exchange(shown.next, std::nullopt));
                }
            }
            if (reply.isError()) {
                m_capabilities.reset(); // the next service, or the next time, may say
            }
        });
}

void Notifier::send(Shown& shown, const Notification& notification)
{
    QVariantMap hints;
    hints[QStringLiteral("urgency")] =
        QVariant::fromValue(notification.isCritical ? kCritical : kUsual);
    hints[QStringLiteral("desktop-entry")] = QLatin1String{kApplicationId};
    const bool stays = notification.isCritical || notification.isLasting;
    hints[QStringLiteral("resident")] = stays;
    switch (notification.sound) {
    case Notification::Sound::AsUsual: break;
    case Notification::Sound::Silent: hints[QStringLiteral("suppress-sound")] = true; break;
    case Notification::Sound::Alarm:
        hints[QStringLiteral("sound-name")] = QStringLiteral("alarm-clock-elapsed");
        break;
    }
    QStringList actions{kDefaultAction, tr("Open")};
    if (m_capabilities->contains(QLatin1String{"actions"})) {
        for (const NotificationButton& button : notification.buttons) {
            actions << button.action << button.label;
        }
    }
    const QString body = m_capabilities->contains(QLatin1String{"body-markup"})
                             ? notification.body.toHtmlEscaped()
                             : notification.body;
    QDBusMessage message = call(QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Unclench"), shown.id, QLatin1String{kApplicationId},
                          notification.title, body, actions, hints,
                          stays ? kNeverExpires : kAsTheDesktopDoes});
    shown.isAsked = true;
    ask(message, kWaitForAnswer,
        [this, about = notification.about](QDBusPendingCallWatcher& answer) {
            onAnswer(about, answer);
        });
}

void Notifier::onAnswer(const QString& about, QDBusPendingCallWatcher& answer)
{
    const QDBusPendingReply<quint32> reply = answer;
    Shown& shown = m_shown[about];
    shown.isAsked = false;
    if (reply.isError()) {
        spdlog::warn("a notification was not shown: {}", reply.error().name().toStdString());
        shown.id = 0;
    } else {
        shown.id = reply.value();
    }
    const auto next = std::exchange(shown.next, std::nullopt);
    if (shown.isWithdrawn) {
        close(shown.id);
        m_shown.erase(about);
    } else if (next) {
        show(*next);
    } else if (shown.id == 0) {
        m_shown.erase(about);
    }
}

void Notifier::withdraw(const QString& about)
{
    const auto found = m_shown.find(about);
    if (found == m_shown.end()) {
        return;
    }
    Shown& shown = found->second;
    shown.next.reset();
    if (shown.isAsked) {
        shown.isWithdrawn = true;
        return;
    }
    close(shown.id);
    m_shown.erase(found);
}

void Notifier::close(quint32 id)
{
    if (id == 0) {
        return;
    }
    QDBusMessage message = call(QStringLiteral("CloseNotification"));
    message.setArguments({id});
    QDBusConnection::sessionBus().asyncCall(message);
}

void Notifier::askIfHeldBack(std::function<void(bool)> answer)
{
    if (!isThere()) {
        QMetaObject::invokeMethod(
            this, [answer = std::move(answer)] { answer(false); }, Qt::QueuedConnection);
        return;
    }
    struct Answers {
        qsizetype left = kHeldBack.size();
        bool isHeldBack = false;
    };
    const auto answers = std::make_shared<Answers>();
    for (const Quiet& quiet : kHeldBack) {
        QDBusMessage question = QDBusMessage::createMethodCall(
            kNotices, kNoticesPath, QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("Get"));
        question.setArguments({quiet.interface, quiet.property});
        ask(question, kPatienceWithQuestions, [answers, answer](QDBusPendingCallWatcher& watcher) {
            const QDBusPendingReply<QDBusVariant> reply = watcher;
            answers->isHeldBack =
                answers->isHeldBack || (!reply.isError() && reply.value().variant().toBool());
            if (--answers->left == 0) {
                answer(answers->isHeldBack);
            }
        });
    }
}

void Notifier::onAction(quint32 id, const QString& action)
{
    for (const auto& [about, shown] : m_shown) {
        if (shown.id == id) {
            const QString pressedOne = about; // who hears it may withdraw it
            if (action == kDefaultAction) {
                Q_EMIT opened(pressedOne);
            } else {
                Q_EMIT pressed(pressedOne, action);
            }
            return;
        }
    }
}

void Notifier::onClosed(quint32 id, quint32)
{
    for (auto shown = m_shown.begin(); shown != m_shown.end(); ++shown) {
        if (shown->second.id != id) {
            continue;
        }
        shown->second.id = 0;
        if (!shown->second.isAsked && !shown->second.next) {
            m_shown.erase(shown);
        }
        return;
    }
}

} // namespace unclench::app
