// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/care_reader.h"

#include "core/diary/alert.h"
#include "core/diary/course.h"
#include "core/knowledge/ids.h"
#include "core/store/alert_store.h"
#include "core/store/diary_store.h"
#include "core/time/elapsed.h"

#include <algorithm>

namespace unclench {

namespace {

/// FDA/CPSC 1995: medicines for pain, sleep and muscles that make drowsy.
constexpr std::array kSedating = std::to_array<std::string_view>({"muscle_relaxant", "opioid"});
constexpr std::array kSwollen =
    std::to_array<std::string_view>({"fresh_swelling_bruise", "hot_skin"});
constexpr std::array kInjuries = std::to_array<std::string_view>(
    {"fall_small", "fall_from_height", "vehicle_accident", "heavy_blow"});
constexpr std::array kInjuryQuestions =
    std::to_array<std::string_view>({"rf_minor_injury", "rf_major_trauma"});

/// By the wall clock; what lies in its future has only just been.
Ago wallSince(const Moment& at, const Now& now)
{
    return std::max(Ago{0}, now.wall.utc - at.utc);
}

class Reader {
public:
    Reader(Database& database, const CareRules& rules, const Now& now)
        : m_diary(database), m_alerts(database), m_care(database), m_rules(rules), m_now(now)
    {
    }

    Situation read()
    {
        const auto open = m_diary.openBout();
        readConditions();
        readProfile();
        readMedicines();
        if (open) {
            readEpisode(open->episode);
        }
        if (m_swellingTold && !m_situation.swelling) {
            m_situation.swelling = *m_swellingTold;
        }
        readAlerts();
        readSessions(open ? std::optional{open->episode} : std::nullopt);
        return std::move(m_situation);
    }

private:
    void readConditions()
    {
        std::map<std::string, Condition> latest;
        for (Condition& told : m_diary.dated<Condition>({})) {
            latest.insert_or_assign(told.condition, std::move(told));
        }
        for (const auto& [id, told] : latest) {
            if (isAmong(kSwollen, id)) {
                if (told.isPresent) {
                    m_swellingTold = wallSince(told.at, m_now);
                } else if (id == kSwollen.front()) {
                    m_swellingGone = told.at.utc;
                }
            } else if (told.isPresent) {
                m_situation.conditions.insert(id);
            } else if (id == "medicine_patch") {
                m_patchOff = told.at.utc;
            } else if (id == "heat_rub") {
                m_ointmentOff = told.at.utc;
            }
        }
    }

    void readProfile()
    {
        const Profile profile = profileFrom(m_diary.profileEntries());
        m_situation.clinicianOk.insert(profile.clinicianOk.begin(), profile.clinicianOk.end());
        m_situation.age = profile.ageAt(m_now.wall);
        const auto weeks = profile.pregnantWeeksAt(m_now.wall);
        m_situation.isPregnant = weeks && *weeks <= kMostPregnantWeeks;
        const Settings settings = settingsFrom(m_diary.settingRows()).settings;
        m_situation.pace = toId(settings.pace);
    }

    void readMedicines()
    {
        for (const Medicine& medicine : m_diary.medicines()) {
            if (medicine.use == MedicineUse::Regular && medicine.medicineClass) {
                m_situation.hasBloodThinner |= *medicine.medicineClass == "anticoagulant";
                m_situation.takesSedating |= isAmong(kSedating, *medicine.medicineClass);
            }
        }
        const std::chrono::days window{m_rules.number(CareThreshold::BloodThinnerDays)};
        for (const AlertStore::Taken& taken : m_alerts.takenSince(m_now.wall.utc - window)) {
            if (!taken.medicineClass) {
                continue;
            }
            const std::string& medicine = *taken.medicineClass;
            const Ago since = wallSince(taken.at, m_now);
            m_situation.hasBloodThinner |= medicine == "anticoagulant";
            if (isAmong(kSedating, medicine)) {
                m_situation.sedating.push_back(since);
            }
            if (taken.patchSite && taken.at.utc > m_patchOff) {
                m_situation.patches.push_back(
                    {since, medicine == "opioid", *taken.patchSite == PatchSite::AtSite});
            }
            if (!taken.patchSite && medicine == "topical" && taken.at.utc > m_ointmentOff) {
                m_situation.ointments.push_back(since);
            }
        }
    }

    void readEpisode(const Uuid& id)
    {
        const auto course = m_diary.course(id);
        if (!course) {
            return;
        }
        OpenEpisode episode;
        episode.age = wallSince(course->onset(), m_now);
        episode.isFirstEver = course->details.firstEver;
        if (!episode.isFirstEver) {
            const auto spans = m_diary.spans();
            if (std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
                    return span.end && *span.end <= course->onset().utc;
                })) {
                episode.isFirstEver = false;
            }
        }
        const Details& details = course->details;
        episode.hasInjury = details.injuryAt || hasInjuryTold(*course);
        if (details.swelling.value_or(false)) {
            const auto told = m_diary.lastReport(id, DetailField::Swelling);
            if (told && told->at.utc > m_swellingGone) {
                m_swellingTold = Ago{0};
            }
        }
        if (m_swellingTold) {
            m_situation.swelling =
                details.injuryAt ? wallSince(*details.injuryAt, m_now) : episode.age;
        }
        m_situation.episode = episode;
    }

    bool hasInjuryTold(const Course& course)
    {
        const auto& triggers = course.details.triggers;
        if (triggers && std::any_of(triggers->begin(), triggers->end(),
                                    [](const std::string& id) { return isAmong(kInjuries, id); })) {
            return true;
        }
        const auto answers = m_alerts.answers({course.onset().utc, std::nullopt});
        return std::any_of(answers.begin(), answers.end(), [](const Answer& answer) {
            return answer.value == AnswerValue::Yes && isAmong(kInjuryQuestions, answer.question);
        });
    }

    void readAlerts()
    {
        for (const Alert& alert : m_alerts.active()) {
            m_situation.isEmergencyOpen |= alert.level == Level::Emergency;
            m_situation.isUrgentOpen |= alert.level == Level::Urgent;
            m_situation.isFeverOpen |= alert.rule == "rf_fever";
            m_situation.isBandRashOpen |= alert.rule == "rf_band_rash";
        }
        for (const Answer& answer : m_alerts.answersTo("rf_cold_allergy")) {
            // Not being sure of an emergency counts as a yes (core/redflags/facts_told.cpp).
            if (answer.value == AnswerValue::Yes || answer.value == AnswerValue::Unsure) {
                m_situation.hasColdAllergy = true;
            } else if (answer.value == AnswerValue::TakenBack) {
                m_situation.hasColdAllergy = false;
            }
        }
    }

    void readSessions(const std::optional<Uuid>& episode)
    {
        // What was told of the skin, with how long ago; of two at one moment the later read stands.
        std::vector<std::pair<Ago, Skin>> skins;
        const Stopwatch watch{m_care, m_now};
        for (const CareSession& session : m_care.deciding(episode, m_now)) {
            PastSession past;
            past.modality = session.modality;
            past.begin = watch.sinceBegin(session);
            past.isOfEpisode =
                episode ? session.within == episode : !session.within && past.begin < kSpasmFreeGap;
            past.hasRaisedPain = hasRaisedPain(session);
            if (!session.end && !m_care.isOfThisMachine(session) && past.begin >= session.planned) {
                past.end = past.begin - session.planned;
            }
            if (session.end) {
                past.end = watch.sinceEnd(session);
                past.isClockBehind = session.end->utc > m_now.wall.utc && !session.isClockConfirmed;
                if (session.skin) {
                    skins.emplace_back(*past.end, *session.skin);
                }
                for (const SkinCheck& check : m_care.checksOf(session.stamp.id)) {
                    const Ago ago = watch.since(check);
                    skins.emplace_back(ago, check.skin);
                    // One during the session says nothing of how it feels afterwards.
                    past.isFeelingNormal = ago <= *past.end && check.skin == Skin::Normal;
                }
            }
            m_situation.sessions.push_back(past);
        }
        std::stable_sort(skins.begin(), skins.end(), [](const auto& one, const auto& other) {
            return one.first > other.first;
        });
        for (const auto& [ago, skin] : skins) {
            m_situation.skin = skin;
            if (isInjury(skin)) {
                m_situation.skinInjury = ago;
            }
        }
    }

    DiaryStore m_diary;
    AlertStore m_alerts;
    CareStore m_care;
    const CareRules& m_rules;
    const Now& m_now;
    Situation m_situation;
    std::optional<Ago> m_swellingTold;
    UtcTime m_swellingGone{};
    UtcTime m_patchOff{};
    UtcTime m_ointmentOff{};
};

} // namespace

std::chrono::milliseconds Stopwatch::sinceBegin(const CareSession& session) const
{
    return elapsedSince({session.begin, session.beginBoot, session.beginBootId}, m_now, m_history);
}

std::chrono::milliseconds Stopwatch::sinceEnd(const CareSession& session) const
{
    return elapsedSince({*session.end, session.endBoot, session.endBootId}, m_now, m_history);
}

std::chrono::milliseconds Stopwatch::since(const SkinCheck& check) const
{
    return elapsedSince({check.at, check.boot, check.bootId}, m_now, m_history);
}

bool hasRaisedPain(const CareSession& session)
{
    return session.felt == Effect::Worse ||
           (session.painBefore && session.painAfter && *session.painAfter > *session.painBefore);
}

bool isInjury(Skin skin)
{
    return skin == Skin::Blister || skin == Skin::WhiteWaxy || skin == Skin::Hives;
}

Situation readSituation(Database& database, const CareRules& rules, const Now& now)
{
    return Reader{database, rules, now}.read();
}

} // namespace unclench
