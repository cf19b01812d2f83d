// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/care_reading.h"

#include "ui/wording/care.h"
#include "ui/wording/times.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace unclench::ui {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto kPlanned = 12h;         // ahead; what lies further changes before it comes
constexpr std::size_t kTimesShown = 4; // more are not kept in mind
constexpr std::string_view kNeck = "neck";

/// What passes, so that a person can say so where it is in the way.
constexpr std::array kPassing = std::to_array<std::string_view>(
    {"broken_skin", "rash", "skin_infection", "sunburn", "burn", "open_bleeding", "medicine_patch",
     "heat_rub", "drowsy_now", "asleep", "alcohol", "sedated", "fever", "fresh_swelling_bruise"});
/// Of these the medicines that were logged count as well, and telling that it is over ends that.
constexpr std::array kKnownFromMedicines =
    std::to_array<std::string_view>({"medicine_patch", "heat_rub"});
/// Swelling can be told of an episode, too; telling that it is gone ends that as well.
constexpr std::string_view kSwelling = "fresh_swelling_bruise";

bool isAmong(const auto& ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The conditions that are there as last told.
std::set<std::string> standingConditions(DiaryStore& diary)
{
    std::map<std::string, bool> latest;
    for (const Condition& told : diary.dated<Condition>({})) {
        latest[told.condition] = told.isPresent;
    }
    std::set<std::string> standing;
    for (const auto& [id, isPresent] : latest) {
        if (isPresent) {
            standing.insert(id);
        }
    }
    return standing;
}

/// Whether a clinician's word would help against the reason `id`.
bool needsOk(const CareRules& rules,
             Modality modality,
             std::optional<CareKind> kind,
             const std::string& id)
{
    const auto& limits = rules.limits();
    return std::any_of(limits.begin(), limits.end(), [&](const Limit& limit) {
        return limit.level(modality, kind) == LimitLevel::NeedsOk &&
               (limit.countsAs == id || isAmong(limit.conditions, id));
    });
}

class CardReader {
public:
    CardReader(Engine& engine, const Words& words, std::optional<CareKind> kind)
        : m_rules(engine.care().rules()), m_words(words), m_kind(kind), m_now(engine.now().wall),
          m_standing(standingConditions(engine.diary()))
    {
    }

    [[nodiscard]] CareCardView read(Modality modality, const CareDecision& decision) const
    {
        CareCardView view;
        view.status = decision.status;
        view.statusText = wording::careStatus(decision, m_now);
        view.due = wording::careDue(decision, m_now);
        view.usual = static_cast<int>(decision.usual.count());
        view.most = static_cast<int>(decision.most.count());
        for (const std::string& id : decision.because) {
            CareReasonView reason{id, m_words.careReason(id), Remedy::None};
            if (decision.status == CareStatus::Blocked) {
                reason.remedy = remedy(modality, id);
            }
            const bool isSaid = std::any_of(view.reasons.begin(), view.reasons.end(),
                                            [&](const CareReasonView& other) {
                                                return other.id == id || other.text == reason.text;
                                            });
            if (!isSaid) {
                view.reasons.push_back(std::move(reason));
            }
        }
        return view;
    }

private:
    [[nodiscard]] Remedy remedy(Modality modality, const std::string& id) const
    {
        const auto kind = modality == Modality::Heat ? m_kind : std::nullopt;
        if (needsOk(m_rules, modality, kind, id)) {
            return Remedy::ClinicianOk;
        }
        const bool isTold =
            m_standing.contains(id) || isAmong(kKnownFromMedicines, id) || id == kSwelling;
        return isTold && isAmong(kPassing, id) ? Remedy::NoLonger : Remedy::None;
    }

    const CareRules& m_rules;
    const Words& m_words;
    std::optional<CareKind> m_kind;
    Moment m_now;
    std::set<std::string> m_standing;
};

bool isOnNeck(DiaryStore& diary)
{
    const auto open = diary.openBout();
    const auto course = open ? diary.course(open->episode) : std::nullopt;
    if (!course || !course->details.regions) {
        return false;
    }
    const auto& places = *course->details.regions;
    return std::any_of(places.begin(), places.end(),
                       [](const Place& place) { return place.region == kNeck; });
}

} // namespace

std::vector<std::string> passingWith(const std::string& id)
{
    return id == kSwelling ? std::vector<std::string>{id, "hot_skin"} : std::vector{id};
}

std::optional<CareRunningView> readRunningCare(Engine& engine)
{
    const auto care = engine.care().running();
    if (!care) {
        return std::nullopt;
    }
    const Moment now = engine.now().wall;
    CareRunningView view;
    view.session = care->session.stamp.id;
    view.modality = care->session.modality;
    view.kind = care->session.kind;
    view.planned = care->session.planned;
    view.left = care->left;
    // Half a minute more at most: the time on the wall is said in whole minutes.
    view.until = wording::timeOfDay({round<minutes>((now + care->left).utc), now.offset});
    view.isSkinCheckDue = care->isSkinCheckDue;
    const CareRules& rules = engine.care().rules();
    view.toDo = wording::careToDo(
        {view.modality, view.kind, isOnNeck(engine.diary()),
         care->needsCaution ? std::optional{rules.minutes(CareThreshold::SkinCheckMinutes)}
                            : std::nullopt});
    return view;
}

std::optional<CareAfterView> readCareAfter(Engine& engine, const Uuid& id)
{
    const auto session = engine.care().store().find(id);
    if (!session || session->isRunning()) {
        return std::nullopt;
    }
    CareAfterView view;
    view.session = id;
    view.modality = session->modality;
    view.title = wording::afterCare(session->modality, session->begin, engine.now().wall);
    view.told = {session->painAfter, session->skin, session->felt};
    return view;
}

CareView readCare(Engine& engine, const Words& words, std::optional<CareKind> kind)
{
    Care& care = engine.care();
    CareView view;
    view.isEpisodeOpen = engine.diary().openBout().has_value();
    const CareDecisions decisions = care.decide(kind);
    const CardReader reader{engine, words, kind};
    view.heat = reader.read(Modality::Heat, decisions.heat);
    view.cold = reader.read(Modality::Cold, decisions.cold);
    view.plan = wording::carePlan(care.plan(kPlanned, kTimesShown), engine.now().wall);
    view.running = readRunningCare(engine);
    return view;
}

} // namespace unclench::ui
