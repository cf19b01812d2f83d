// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/care_text.h"

#include "app/cli/diary_json.h"
#include "app/cli/tr.h"
#include "core/time/iso8601.h"
#include "ui/wording/care.h"
#include "ui/wording/times.h"

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;
namespace wording = ui::wording;

void sayDecision(Session& session, Modality modality, const CareDecision& decision)
{
    const Moment now = session.clock().now().wall;
    QStringList parts{QStringLiteral("%1: %2.").arg(wording::modality(modality),
                                                    wording::careStatus(decision, now))};
    for (const std::string& id : decision.because) {
        parts << session.words().careReason(id);
    }
    session.say(parts.join(QLatin1Char(' ')));
}

ordered_json decisionJson(const CareDecision& decision, const Moment& now)
{
    return {{"status", toId(decision.status)},
            {"earliest",
             decision.wait ? ordered_json(toIso(now + *decision.wait)) : ordered_json(nullptr)},
            {"usual_again", decision.due.count() > 0 ? ordered_json(toIso(now + decision.due))
                                                     : ordered_json(nullptr)},
            {"max_minutes", decision.most.count()},
            {"caution", decision.needsCaution},
            {"because", decision.because}};
}

ordered_json runningJson(const RunningCare& running, const Moment& now)
{
    return {{"modality", toId(running.session.modality)},
            {"began", toIso(running.session.begin)},
            {"minutes", running.session.planned.count()},
            {"ends", toIso(now + running.left)},
            {"overdue", running.isOverdue()},
            {"skin_check_due", running.isSkinCheckDue}};
}

} // namespace

ordered_json sayCare(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    const Moment now = session.clock().now().wall;
    const CareDecisions decisions = engine.care().decide();
    ordered_json care{{"running", nullptr},
                      {"heat", decisionJson(decisions.heat, now)},
                      {"cold", decisionJson(decisions.cold, now)},
                      {"not_told",
                       {{"heat", engine.care().toAsk(Modality::Heat)},
                        {"cold", engine.care().toAsk(Modality::Cold)}}}};
    if (const auto running = engine.care().running()) {
        const QString what = wording::modality(running->session.modality);
        session.say(running->isOverdue()
                        ? tr("%1: take it off now. Its time was up %2 ago. Then: unclench stop.")
                              .arg(what, wording::length(-running->left))
                        : tr("%1 runs, %2 left.").arg(what, wording::length(running->left)));
        care["running"] = runningJson(*running, now);
    } else {
        sayDecision(session, Modality::Heat, decisions.heat);
        sayDecision(session, Modality::Cold, decisions.cold);
    }
    return care;
}

ordered_json careSessions(Session& session)
{
    CareStore& store = session.engine(Database::Access::Read).care().store();
    ordered_json sessions = ordered_json::array();
    for (const CareSession& care : store.begunIn(session.period())) {
        ordered_json entry = recordToJson(care);
        entry["skin_checks"] = ordered_json::array();
        for (const SkinCheck& check : store.checksOf(care.stamp.id)) {
            entry["skin_checks"].push_back(recordToJson(check));
        }
        sessions.push_back(std::move(entry));
    }
    return sessions;
}

} // namespace unclench::app::cli
