// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/mutter_idle.h"

#include "app/desktop/session_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <algorithm>
#include <limits>
#include <utility>

namespace unclench::app {

using std::chrono::milliseconds;

namespace {

const QString kMutter = QStringLiteral("org.gnome.Mutter.IdleMonitor");
const QString kMutterPath = QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core");
const QString kBus = QStringLiteral("org.freedesktop.DBus");
const QString kBusPath = QStringLiteral("/org/freedesktop/DBus");
constexpr int kForEver = std::numeric_limits<int>::max();
/// By how much Mutter's two answers about the same moment may differ.
constexpr milliseconds kRounding{10};

QDBusMessage whoOwns(const QString& service)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(kBus, kBusPath, kBus, QStringLiteral("GetNameOwner"));
    question.setArguments({service});
    return question;
}

} // namespace

MutterIdle::MutterIdle() : m_owner(Bus::Session, whoOwns(kMutter))
{
    if (!hasSessionBus()) {
        return;
    }
    m_owner.askAgainOn(kBusPath, kBus, QStringLiteral("NameOwnerChanged"), {kMutter});
    connect(&m_owner, &BusAnswer::changed, this, &MutterIdle::followOwner);
    QDBusConnection::sessionBus().connect({}, kMutterPath, kMutter, QStringLiteral("WatchFired"),
                                          this, SLOT(onFired(uint)));
}

MutterIdle::~MutterIdle() = default;

QString MutterIdle::name() const
{
    return QStringLiteral("mutter");
}

void MutterIdle::followOwner()
{
    // One that took over from another knows nothing of what that was asked.
    ++m_owners;
    forget();
    if (std::exchange(m_isThere, false)) {
        Q_EMIT lost();
    }
    if (m_owner.value().isValid()) {
        m_isThere = true;
        Q_EMIT came();
    }
}

void MutterIdle::forget()
{
    m_after.reset();
    m_isIdle = false;
    m_adding = 0;
    m_firedEarly.clear();
    for (Watch* watch : {&m_noInput, &m_input}) {
        *watch = {.id = {}, .generation = watch->generation + 1, .isWanted = false};
    }
}

void MutterIdle::watch(std::optional<milliseconds> after)
{
    remove(m_noInput);
    m_after = after;
    if (after) {
        add(m_noInput, QStringLiteral("AddIdleWatch"),
            {QVariant::fromValue(
                static_cast<qulonglong>(std::max(*after, milliseconds{1}).count()))});
    } else {
        m_isIdle = false;
        remove(m_input);
    }
}

void MutterIdle::add(Watch& watch, const QString& method, const QVariantList& arguments)
{
    const int generation = ++watch.generation;
    watch.isWanted = true;
    ++m_adding;
    ask(method, arguments, [this, &watch, generation](const QVariant& answer) {
        --m_adding;
        const uint id = answer.toUInt();
        const bool isFired = m_firedEarly.erase(id) > 0;
        if (m_adding == 0) {
            m_firedEarly.clear();
        }
        if (!answer.isValid()) {
            return;
        }
        if (watch.generation != generation) {
            ask(QStringLiteral("RemoveWatch"), {id}, {});
            return;
        }
        watch.id = id;
        if (isFired) {
            onFired(id);
        }
    });
}

void MutterIdle::remove(Watch& watch)
{
    if (watch.id) {
        ask(QStringLiteral("RemoveWatch"), {*watch.id}, {});
    }
    watch = {.id = {}, .generation = watch.generation + 1, .isWanted = false};
}

void MutterIdle::onFired(uint id)
{
    if (m_noInput.id == id) {
        onNoInput();
    } else if (m_input.id == id) {
        m_input.id.reset(); // it fires once
        m_input.isWanted = false;
        onInput();
    } else if (m_adding > 0) {
        m_firedEarly.insert(id);
    }
}

void MutterIdle::onNoInput()
{
    if (!m_input.isWanted) {
        add(m_input, QStringLiteral("AddUserActiveWatch"), {});
    }
    // Asked after the watch was added: input that came before that is seen here, later input there.
    ask(QStringLiteral("GetIdletime"), {}, [this, after = m_after](const QVariant& answer) {
        if (!m_after || m_after != after) {
            return; // another watch tells
        }
        const milliseconds idleFor{answer.isValid() ? answer.toLongLong() : after->count()};
        if (idleFor + kRounding >= *after) {
            m_isIdle = true;
            Q_EMIT wentIdle(std::max(idleFor, *after));
        } else {
            remove(m_input);
            onInput();
        }
    });
}

void MutterIdle::onInput()
{
    if (std::exchange(m_isIdle, false)) {
        Q_EMIT input();
    }
}

void MutterIdle::ask(const QString& method,
                     const QVariantList& arguments,
                     std::function<void(const QVariant&)> done)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kMutter, kMutterPath, kMutter, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(call, kForEver);
    if (!done) {
        return;
    }
    auto* waiting = new QDBusPendingCallWatcher{pending, this};
    connect(waiting, &QDBusPendingCallWatcher::finished, this,
            [this, owner = m_owners, done = std::move(done)](QDBusPendingCallWatcher* answer) {
                answer->deleteLater();
                if (owner != m_owners) {
                    return;
                }
                const QDBusMessage reply = answer->reply();
                done(reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().value(0)
                                                                : QVariant{});
            });
}

} // namespace unclench::app
