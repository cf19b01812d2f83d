// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/seat_interface.h"

#include "app/application_id.h"
#include "app/desktop/session_bus.h"

#include <QDBusConnection>
#include <QStringList>
#include <spdlog/spdlog.h>

namespace unclench::app {

namespace {

const QString kRefused = QStringLiteral("org.unclench.Unclench.Error.Refused");
const QString kFailed = QStringLiteral("org.unclench.Unclench.Error.Failed");

QString text(std::string_view id)
{
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

qlonglong wholeSeconds(std::chrono::milliseconds length)
{
    return std::chrono::floor<std::chrono::seconds>(length).count();
}

QVariantMap toMap(const SeatStatus& status)
{
    const SeatClock& clock = status.clock;
    QStringList because;
    for (const SeatHold hold : clock.holds) {
        because << text(toId(hold));
    }
    QVariantMap map{
        {QStringLiteral("measured"), status.isOn},
        {QStringLiteral("watched"), status.isWatched},
        {QStringLiteral("state"), clock.posture ? text(toId(*clock.posture)) : QString{}},
        {QStringLiteral("passive"), status.isPassive},
        {QStringLiteral("due"), clock.isDue()},
        {QStringLiteral("held"), clock.isHeld()},
        {QStringLiteral("because"), because},
        {QStringLiteral("snoozes_left"), clock.snoozesLeft},
        {QStringLiteral("due_at_seconds"), wholeSeconds(clock.dueAt)},
        {QStringLiteral("seated_seconds"), wholeSeconds(clock.seated)},
        {QStringLiteral("in_state_seconds"), wholeSeconds(clock.inPosture)}};
    const auto add = [&](const char* key, const std::optional<std::chrono::milliseconds>& left) {
        if (left) {
            map.insert(QLatin1String{key}, wholeSeconds(*left));
        }
    };
    add("break_left_seconds", clock.breakLeft);
    add("meeting_left_seconds", clock.meetingLeft);
    add("pause_left_seconds", clock.pauseLeft);
    return map;
}

/// Without what changes with each second; that something counts down stays.
QVariantMap withoutTime(QVariantMap map)
{
    for (auto value = map.begin(); value != map.end(); ++value) {
        if (value.key().endsWith(QLatin1String("_seconds")) &&
            value.key() != QLatin1String("due_at_seconds")) {
            *value = true;
        }
    }
    return map;
}

} // namespace

SeatInterface::SeatInterface(QObject* parent,
                             Engine& engine,
                             std::function<QString(const Problems&)> explain)
    : QDBusAbstractAdaptor(parent), m_engine(engine), m_explain(std::move(explain))
{
}

QVariantMap SeatInterface::state() const
try {
    return toMap(m_engine.seat().status());
} catch (const StorageError& error) {
    spdlog::warn("sitting could not be read for the bus: {}", error.what());
    return {};
}

void SeatInterface::look()
{
    const QVariantMap now = state();
    if (withoutTime(now) != m_told) {
        m_told = withoutTime(now);
        Q_EMIT StateChanged(now);
    }
}

void SeatInterface::carryOut(const Command& command, const QDBusMessage& call)
try {
    const auto result = command(m_engine.seat());
    if (const auto* problems = std::get_if<Problems>(&result)) {
        call.setDelayedReply(true);
        QDBusConnection::sessionBus().send(call.createErrorReply(kRefused, m_explain(*problems)));
    }
} catch (const StorageError& error) {
    spdlog::warn("a call on the bus could not be carried out: {}", error.what());
    call.setDelayedReply(true);
    QDBusConnection::sessionBus().send(
        call.createErrorReply(kFailed, QStringLiteral("The diary could not be written.")));
}

void SeatInterface::Sit(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.tell(Posture::Seated); }, call);
}
void SeatInterface::Stand(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.tell(Posture::Standing); }, call);
}
void SeatInterface::Lie(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.tell(Posture::Lying); }, call);
}
void SeatInterface::Away(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.tell(Posture::Away); }, call);
}
void SeatInterface::GotUp(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.gotUp(); }, call);
}
void SeatInterface::Back(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.comeBack(); }, call);
}
void SeatInterface::Snooze(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.snooze(); }, call);
}
void SeatInterface::Skip(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.skip(); }, call);
}
void SeatInterface::Pause(int minutes, const QDBusMessage& call)
{
    carryOut([&](Seat& seat) { return seat.pause(std::chrono::minutes{minutes}); }, call);
}
void SeatInterface::Meeting(int minutes, const QDBusMessage& call)
{
    carryOut([&](Seat& seat) { return seat.meet(std::chrono::minutes{minutes}); }, call);
}
void SeatInterface::Resume(const QDBusMessage& call)
{
    carryOut([](Seat& seat) { return seat.resume(); }, call);
}

SeatInterface*
offerSeat(QObject& parent, Engine& engine, std::function<QString(const Problems&)> explain)
{
    if (!hasSessionBus()) {
        return nullptr;
    }
    auto* offered = new SeatInterface{&parent, engine, std::move(explain)};
    QDBusConnection::sessionBus().registerObject(
        QLatin1String{kObjectPath} + QLatin1String("/Sitting"), &parent);
    return offered;
}

} // namespace unclench::app
