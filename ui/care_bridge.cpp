// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/care_bridge.h"

#include "core/engine/care_reader.h"
#include "ui/bridge.h"
#include "ui/care_reading.h"
#include "ui/wording/care.h"
#include "ui/wording/problems.h"
#include "ui/wording/settings.h"
#include "ui/wording/times.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace unclench::ui {

using namespace std::chrono;

namespace {

bool isAmong(const CareCardView& card, std::string_view id)
{
    return std::any_of(card.reasons.begin(), card.reasons.end(),
                       [&](const CareReasonView& reason) { return reason.id == id; });
}

/// "14 minutes", and never none.
QString lengthOf(milliseconds length)
{
    return wording::minuteCount(std::max(1, static_cast<int>(round<minutes>(length).count())));
}

} // namespace

CareBridge::CareBridge(Engine& engine,
                       Bridge& bridge,
                       const Words& words,
                       std::function<QString(const StorageError&)> explain,
                       QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_words(words),
      m_explain(std::move(explain))
{
}

bool CareBridge::guarded(const std::function<void()>& work)
{
    try {
        work();
        return true;
    } catch (const StorageError& error) {
        spdlog::warn("in heat and cold: {}", error.what());
        Q_EMIT failed(m_explain(error));
        return false;
    }
}

QString CareBridge::refusal(const Problems& problems)
{
    const Moment now = m_engine.now().wall;
    if (problems.size() == 1 && problems.front().kind == ProblemKind::CareBlocked) {
        return wording::careRefusal(problems.front(), m_words, now);
    }
    return wording::problems(problems, m_engine.vocabulary(), now);
}

void CareBridge::chooseAsk(CareView& view)
{
    const auto last = m_engine.care().last();
    const auto isReason = [&](std::string_view id) {
        return isAmong(view.heat, id) || isAmong(view.cold, id);
    };
    if (view.running) {
        view.ask = CareAsk::Running;
        view.askText = view.running->modality == Modality::Heat
                           ? tr("Heat runs until %1.").arg(view.running->until)
                           : tr("Cold runs until %1.").arg(view.running->until);
    } else if (isReason(care_reason::kClockCheck)) {
        view.ask = CareAsk::Clock;
        view.askText = tr("The clock of this computer was set back. Is it right now?");
    } else if (last && (isReason(care_reason::kSkinNotNormal) ||
                        isReason(care_reason::kFeelingNotConfirmed))) {
        const bool isLater = m_notYet == last->stamp.id;
        view.ask = isLater ? CareAsk::SkinLater : CareAsk::Skin;
        view.askText = isLater ? tr("Your skin was not normal yet. Look at it again later.")
                               : tr("Does your skin look and feel normal again?");
    } else if (last && m_leftAlone != last->stamp.id && !last->painAfter && !last->skin &&
               !last->felt && last->beginBoot &&
               last->end->localDay() == m_engine.now().wall.localDay()) {
        const QString when = wording::moment(last->begin, m_engine.now().wall);
        view.ask = CareAsk::Outcome;
        view.askText = last->modality == Modality::Heat ? tr("How was the heat of %1?").arg(when)
                                                        : tr("How was the cold of %1?").arg(when);
    }
}

std::optional<CareAfterView> CareBridge::readAsked()
{
    auto after = readCareAfter(m_engine, *m_outcomeOf);
    if (after && m_isTakeOffDue) {
        after->lead = wording::careTakeOff(after->modality);
    }
    return after;
}

void CareBridge::refresh()
{
    guarded([&] {
        CareView view = readCare(m_engine, m_words, m_kind);
        chooseAsk(view);
        m_view = std::move(view);
        Q_EMIT viewChanged(m_view);
        if (m_outcomeOf) {
            if (const auto after = readAsked()) {
                Q_EMIT outcomeChanged(*after);
            } else {
                m_outcomeOf.reset();
                Q_EMIT outcomeGone();
            }
        }
    });
}

void CareBridge::tick()
{
    if (!m_view.running) {
        refresh();
        return;
    }
    guarded([&] {
        auto running = readRunningCare(m_engine);
        if (!running) { // ended elsewhere, and not told of
            refresh();
            return;
        }
        m_view.running = std::move(running);
        Q_EMIT viewChanged(m_view);
    });
}

std::optional<milliseconds> CareBridge::untilNextSecond()
{
    std::optional<milliseconds> until;
    guarded([&] {
        if (const auto care = m_engine.care().running()) {
            const milliseconds past =
                care->isOverdue() ? -care->left % seconds{1} : milliseconds{0};
            const milliseconds rest = care->left % seconds{1};
            until = care->isOverdue()  ? seconds{1} - past
                    : rest.count() > 0 ? rest
                                       : milliseconds{seconds{1}};
        }
    });
    return until;
}

std::optional<milliseconds> CareBridge::untilNextChange()
{
    std::optional<milliseconds> until;
    guarded([&] { until = m_engine.care().nextChange(); });
    return until;
}

void CareBridge::chooseKind(std::optional<CareKind> kind)
{
    m_kind = kind;
    refresh();
}

void CareBridge::start(const CareStart& what)
{
    std::vector<std::string> conditions;
    if (!guarded([&] { conditions = m_engine.care().toAsk(what.modality); })) {
        return;
    }
    if (conditions.empty()) {
        begin(what);
        return;
    }
    m_wanted = what;
    CareQuestionsView view{what.modality, {}};
    for (const std::string& id : conditions) {
        if (id != "asleep") { // who reads this is not
            view.conditions.push_back({id, m_words.label(Topic::Condition, id)});
        }
    }
    m_conditionsAsked = std::move(conditions);
    Q_EMIT asked(view);
}

void CareBridge::answerConditions(const std::vector<std::string>& present)
{
    std::vector<Condition> told;
    for (const std::string& id : m_conditionsAsked) {
        Condition condition;
        condition.condition = id;
        condition.isPresent = std::find(present.begin(), present.end(), id) != present.end();
        told.push_back(std::move(condition));
    }
    const bool isSaved = m_bridge.carryOut([&](Journal& journal) { return journal.tellAll(told); },
                                           tr("Saved: your answers."));
    if (!isSaved) {
        return;
    }
    m_conditionsAsked.clear();
    Q_EMIT conditionsAnswered();
    if (m_wanted) {
        begin(*std::exchange(m_wanted, std::nullopt));
    }
}

void CareBridge::begin(const CareStart& what)
{
    CareStarted started;
    const bool isSaved = m_bridge.carryOut(
        [&](Care& care) -> Result<Saved> {
            auto result = care.start(what);
            if (auto* problems = std::get_if<Problems>(&result)) {
                return std::move(*problems);
            }
            started = std::get<CareStarted>(std::move(result));
            return Saved{started};
        },
        [&](const Moment&, const Moment&) {
            const int planned = static_cast<int>(started.planned.count());
            const QString runs = (what.modality == Modality::Heat ? tr("Heat runs for %1.")
                                                                  : tr("Cold runs for %1."))
                                     .arg(wording::minuteCount(planned));
            return started.wasShortened ? tr("%1 More is not allowed now.").arg(runs) : runs;
        },
        [this](const Problems& problems) { return refusal(problems); });
    if (isSaved) {
        m_kind.reset();
        Q_EMIT begun();
    } else {
        refresh(); // what refuses it may be news to the page
    }
}

void CareBridge::end(const CareOutcome& outcome, bool isTakeOffDue)
{
    CareEnded ended;
    const bool isSaved = m_bridge.carryOut(
        [&](Care& care) -> Result<Saved> {
            auto result = care.stop(outcome);
            if (auto* problems = std::get_if<Problems>(&result)) {
                return std::move(*problems);
            }
            ended = std::get<CareEnded>(std::move(result));
            return Saved{ended};
        },
        [&](const Moment&, const Moment&) {
            return (ended.session.modality == Modality::Heat ? tr("Saved: heat, %1.")
                                                             : tr("Saved: cold, %1."))
                .arg(lengthOf(ended.lasted));
        },
        [this](const Problems& problems) { return refusal(problems); });
    if (!isSaved) {
        refresh();
        return;
    }
    m_outcomeOf = ended.id;
    m_isTakeOffDue = isTakeOffDue;
    askOutcome();
}

void CareBridge::stop()
{
    end({}, false);
}

void CareBridge::stopAsWorse()
{
    end({.pain = {}, .skin = {}, .felt = Effect::Worse}, true);
}

void CareBridge::tellSkin(std::optional<Skin> skin)
{
    if (!skin) {
        end({}, true);
        return;
    }
    m_bridge.carryOut([&](Care& care) { return care.checkSkin(*skin); },
                      [&](const Moment&, const Moment&) {
                          return tr("Saved: skin %1.").arg(wording::skin(*skin));
                      },
                      [this](const Problems& problems) { return refusal(problems); });
}

void CareBridge::askOutcome()
{
    guarded([&] {
        if (!m_outcomeOf) {
            const auto last = m_engine.care().last();
            m_outcomeOf = last ? std::optional{last->stamp.id} : std::nullopt;
        }
        if (const auto after = m_outcomeOf ? readAsked() : std::nullopt) {
            Q_EMIT outcomeAsked(*after);
        } else {
            m_outcomeOf.reset();
        }
    });
}

void CareBridge::leaveOutcome()
{
    guarded([&] {
        if (const auto last = m_engine.care().last()) {
            m_leftAlone = last->stamp.id;
        }
    });
    refresh();
}

void CareBridge::tellOutcome(const CareOutcome& outcome)
{
    if (!m_outcomeOf) {
        return;
    }
    m_bridge.carryOut([&](Care& care) { return care.tellAfter(*m_outcomeOf, outcome); },
                      [&](const Moment&, const Moment&) {
                          return outcome.pain ? tr("Saved: pain %1 after it.").arg(*outcome.pain)
                                 : outcome.skin
                                     ? tr("Saved: skin %1.").arg(wording::skin(*outcome.skin))
                                     : tr("Saved: what it did.");
                      },
                      [this](const Problems& problems) { return refusal(problems); });
}

void CareBridge::closeOutcome()
{
    m_leftAlone = std::exchange(m_outcomeOf, std::nullopt);
    m_isTakeOffDue = false;
    refresh();
}

void CareBridge::removeAsked()
{
    if (m_outcomeOf) {
        m_bridge.carryOut(
            [&](Journal& journal) { return journal.remove(RecordKind::CareSession, *m_outcomeOf); },
            tr("Removed: the session."));
    }
}

void CareBridge::tellFeeling(bool isNormal)
{
    guarded([&] {
        const auto last = m_engine.care().last();
        if (!last) {
            return;
        }
        if (!isNormal) {
            m_notYet = last->stamp.id;
        }
        Skin skin = last->skin.value_or(Skin::Numb);
        for (const SkinCheck& check : m_engine.care().store().checksOf(last->stamp.id)) {
            skin = check.skin;
        }
        if (isNormal) {
            skin = Skin::Normal;
        } else if (isInjury(skin)) {
            refresh(); // the day without heat and cold counts from when it was first seen
            return;
        } else if (skin == Skin::Normal) {
            skin = Skin::Numb;
        }
        m_bridge.carryOut([&](Care& care) { return care.checkSkin(skin); },
                          [&](const Moment&, const Moment&) {
                              return isNormal ? tr("Saved: your skin is normal again.")
                                              : tr("Saved: not yet. Leave heat and cold off.");
                          },
                          [this](const Problems& problems) { return refusal(problems); });
    });
}

void CareBridge::confirmClock()
{
    m_bridge.carryOut([](Care& care) { return care.confirmClock(); },
                      [](const Moment&, const Moment&) { return tr("Saved: the clock is right."); },
                      [this](const Problems& problems) { return refusal(problems); });
}

void CareBridge::tellClinicianOk(Modality modality, const std::string& reason)
{
    ProfileEntry entry;
    entry.key = ProfileKey::ClinicianOk;
    entry.value = std::string{toId(modality)} + ":" + reason;
    m_bridge.carryOut([&](Journal& journal) { return journal.tell(entry, std::nullopt); },
                      modality == Modality::Heat ? tr("Saved: a clinician said heat is fine.")
                                                 : tr("Saved: a clinician said cold is fine."));
}

void CareBridge::tellNoLonger(const std::string& reason)
{
    std::vector<Condition> gone;
    for (const std::string& id : passingWith(reason)) {
        Condition condition;
        condition.condition = id;
        condition.isPresent = false;
        gone.push_back(std::move(condition));
    }
    m_bridge.carryOut([&](Journal& journal) { return journal.tellAll(gone); },
                      tr("Saved: that holds no longer."));
}

void CareBridge::tellPast(const CareTold& told)
{
    const bool isSaved = m_bridge.carryOut(
        [&](Care& care) { return care.tell(told); },
        [&](const Moment& at, const Moment& now) {
            return (told.what.modality == Modality::Heat ? tr("Saved: heat at %1.")
                                                         : tr("Saved: cold at %1."))
                .arg(wording::moment(at, now));
        },
        [this](const Problems& problems) { return refusal(problems); });
    if (isSaved) {
        Q_EMIT pastSaved();
    }
}

} // namespace unclench::ui
