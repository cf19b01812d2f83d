// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/care_caller.h"

#include "core/alarms/repeats.h"
#include "ui/wording/care.h"
#include "ui/wording/spoken.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::app {

using std::chrono::milliseconds;
namespace wording = ui::wording;

namespace {

const QString kEnd = QStringLiteral("care-end");
const QString kSkin = QStringLiteral("care-skin");
const QString kOffer = QStringLiteral("care-offer");
const QString kStop = QStringLiteral("stop");
const QString kNormal = QStringLiteral("normal");
const QString kStart = QStringLiteral("start");
const QString kLater = QStringLiteral("later");
const QString kNotToday = QStringLiteral("not-today");
constexpr std::chrono::seconds kRetry{5};
const QString kQuiet = QStringLiteral("quiet");

} // namespace

CareCaller::CareCaller(Engine& engine, Arbiter& arbiter, AlarmVoice& voice)
    : m_engine(engine), m_arbiter(arbiter), m_voice(voice)
{
    connect(&m_voice, &AlarmVoice::opened, this, &CareCaller::opened);
    connect(&m_voice, &AlarmVoice::pressed, this, &CareCaller::onPressed);
    connect(&m_notifier, &Notifier::opened, this, &CareCaller::opened);
    connect(&m_notifier, &Notifier::pressed, this, &CareCaller::onPressed);
}

bool CareCaller::isNeeded()
try {
    return m_engine.care().running().has_value();
} catch (const StorageError& error) {
    spdlog::warn("the session could not be read: {}", error.what());
    return false;
}

void CareCaller::look()
try {
    // What is read below is read later: so what is next is never taken for over.
    m_next = m_engine.now().boot;
    m_arbiter.withdrawAll(AlarmKind::SessionEnd);
    if (const auto care = m_engine.care().running()) {
        m_offers.answered();
        m_arbiter.withdrawAll(AlarmKind::Offer);
        m_notifier.withdraw(kOffer);
        lookAt(*care);
        return;
    }
    m_voice.silence(kEnd);
    m_voice.silence(kSkin);
    offer();
} catch (const StorageError& error) {
    spdlog::warn("the session could not be read: {}", error.what());
    m_next = m_engine.now().boot + kRetry; // an alarm is never lost to a diary that is held
}

void CareCaller::lookAt(const RunningCare& care)
{
    const std::string id = care.session.stamp.id.text();
    if (!care.isOverdue()) {
        *m_next += std::min(care.left, care.untilSkinCheck.value_or(care.left));
        if (!care.isSkinCheckDue) {
            m_voice.silence(kSkin);
        } else if (m_askedSkinOf != id) {
            m_askedSkinOf = id;
            const Settings settings = m_engine.settings().settings;
            m_voice.ring({kSkin,
                          tr("Check your skin"),
                          tr("Lift it off and look. White, blotchy, blistered or numb: stop."),
                          wording::spoken(wording::Spoken::CheckSkin),
                          {{kNormal, tr("It looks normal")}, {kStop, tr("Stop")}},
                          settings.ringsThroughDnd},
                         settings);
        }
        return;
    }
    m_voice.silence(kSkin);
    m_arbiter.want({AlarmKind::SessionEnd, id});
    *m_next += nextRing(-care.left) + care.left;
    const milliseconds last = lastRing(-care.left);
    const auto speaking = m_arbiter.speaking(m_engine.now().boot);
    if (speaking && speaking->kind == AlarmKind::SessionEnd &&
        (m_rungFor != id || last > m_lastRing)) {
        m_rungFor = id;
        m_lastRing = last;
        ring(care);
    }
}

void CareCaller::ring(const RunningCare& care)
{
    const Settings settings = m_engine.settings().settings;
    const bool isHeat = care.session.modality == Modality::Heat;
    m_voice.ring({kEnd,
                  wording::careTakeOff(care.session.modality),
                  tr("The time is up. Then look at your skin."),
                  wording::spoken(isHeat ? wording::Spoken::HeatOff : wording::Spoken::ColdOff),
                  {{kStop, tr("It is off")}},
                  settings.ringsThroughDnd},
                 settings);
    if (!m_voice.hasNotifications()) {
        Q_EMIT opened(); // then the window must be what is seen
    }
}

void CareCaller::offer()
{
    const Settings settings = m_engine.settings().settings;
    if (!settings.offersCare || !m_engine.diary().openBout()) {
        m_arbiter.withdrawAll(AlarmKind::Offer);
        m_notifier.withdraw(kOffer);
        m_next.reset();
        return;
    }
    const Now now = m_engine.now();
    const CareOutlook outlook = m_engine.care().outlook();
    if (outlook.next) {
        *m_next += *outlook.next;
    } else {
        m_next.reset();
    }
    if (const auto modality = m_offers.offer(outlook.decisions, now.wall)) {
        m_offered = modality;
        m_arbiter.want({AlarmKind::Offer, std::string{toId(*modality)}});
        const auto speaking = m_arbiter.speaking(now.boot);
        if (speaking && speaking->kind == AlarmKind::Offer) {
            m_notifier.show({kOffer,
                             *modality == Modality::Heat ? tr("Time for heat, if you like")
                                                         : tr("Time for cold, if you like"),
                             tr("It stops by itself with an alarm."),
                             false,
                             false,
                             {{kStart, tr("Start")},
                              {kLater, tr("Later")},
                              {kNotToday, tr("Not today")},
                              {kQuiet, tr("Quiet for an hour")}}});
        }
        m_arbiter.withdrawAll(AlarmKind::Offer);
    }
}

void CareCaller::onPressed(const QString& about, const QString& action)
try {
    if (action == kStop) {
        static_cast<void>(m_engine.care().stop({}));
    } else if (action == kNormal) {
        static_cast<void>(m_engine.care().checkSkin(Skin::Normal));
    } else if (about == kOffer) {
        m_offers.later();
        m_notifier.withdraw(kOffer);
        if (action == kNotToday) {
            m_offers.notToday(m_engine.now().wall);
        } else if (action == kQuiet) {
            m_arbiter.quietUntil(m_engine.now().boot + std::chrono::hours{1});
        } else if (action == kStart && m_offered) {
            const bool isAsked = m_engine.care().toAsk(*m_offered).empty();
            if (!isAsked || !std::holds_alternative<CareStarted>(
                                m_engine.care().start({*m_offered, {}, {}, {}}))) {
                Q_EMIT opened(); // the window asks, or says why not
            }
        }
    }
    Q_EMIT answered();
} catch (const StorageError& error) {
    spdlog::warn("a notification could not be answered: {}", error.what());
    Q_EMIT opened(); // there it is tried again, and said what is wrong
}

} // namespace unclench::app
