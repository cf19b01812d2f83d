// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_up.h"

#include <array>
#include <random>

namespace unclench::app {

using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

/// Says one thing after the other; a made-up history is never refused, or the pictures would show
/// it.
class Teller {
public:
    Teller(Engine& engine, replay::SimulatedClock& clock) : m_engine(engine), m_clock(clock) {}

    void wait(std::chrono::milliseconds time) { m_clock.pass(time); }
    void spasm(int pain, Details details = {}, std::string note = {})
    {
        static_cast<void>(m_engine.journal().logSpasm({.pain = pain,
                                                       .at = {},
                                                       .onset = {},
                                                       .details = std::move(details),
                                                       .note = std::move(note),
                                                       .atRest = {}}));
    }
    void pain(int value) { static_cast<void>(m_engine.journal().addReading({value, {}, {}, {}})); }
    void end() { static_cast<void>(m_engine.journal().endEpisode({})); }
    void does(Posture posture, const std::optional<Moment>& since = {})
    {
        static_cast<void>(m_engine.seat().tell(posture, since));
    }
    void getsUp() { static_cast<void>(m_engine.seat().gotUp()); }
    /// Puts off or skips a break, where one is due.
    void answers(bool isLater)
    {
        static_cast<void>(isLater ? m_engine.seat().snooze() : m_engine.seat().skip());
    }
    [[nodiscard]] Moment now() const { return m_clock.now().wall; }
    void took(const char* name)
    {
        IntakeDraft draft;
        draft.name = name;
        static_cast<void>(m_engine.journal().took(draft));
    }
    void symptom(const char* id, Side side, bool isPresent = true)
    {
        Symptom symptom;
        symptom.symptom = id;
        symptom.side = side;
        symptom.isPresent = isPresent;
        static_cast<void>(m_engine.journal().tell(symptom, {}));
    }
    void tried(const char* method, Effect effect)
    {
        Relief relief;
        relief.method = method;
        relief.effect = effect;
        static_cast<void>(m_engine.journal().tell(relief, {}));
    }
    void yes(const char* question)
    {
        Answer answer;
        answer.question = question;
        answer.value = AnswerValue::Yes;
        static_cast<void>(m_engine.alerts().answer(answer, {}));
    }
    /// The person has been to see somebody about all that is open.
    void seen()
    {
        for (const Alert& alert : m_engine.alerts().active()) {
            static_cast<void>(m_engine.alerts().close(alert.rule, Closing::Seen));
        }
    }
    /// Has been at a doctor's, and wrote down what was said.
    void visited(const char* provider, const char* goal, const char* said, const char* toDo)
    {
        Visit visit;
        visit.at = now();
        visit.provider = provider;
        visit.goal = goal;
        if (const auto kept = m_engine.journal().keepVisit(visit);
            const auto* saved = std::get_if<Saved>(&kept)) {
            visit.stamp.id = saved->id;
            visit.said = said;
            visit.toDo = toDo;
            static_cast<void>(m_engine.journal().finishVisit(std::move(visit), {}));
        }
    }
    void plans(Visit visit) { static_cast<void>(m_engine.journal().keepVisit(std::move(visit))); }
    void background(BackgroundTopic topic, const char* text)
    {
        BackgroundEntry entry;
        entry.topic = topic;
        entry.text = text;
        static_cast<void>(m_engine.journal().tell(std::move(entry), {}));
    }
    /// A session to its end.
    void warms(Modality modality, int before, int after)
    {
        CareStart what;
        what.modality = modality;
        what.pain = before;
        if (std::holds_alternative<CareStarted>(m_engine.care().start(what))) {
            wait(15min);
            static_cast<void>(m_engine.care().stop({after, Skin::Normal, Effect::Better}));
        }
    }
    void limit(const char* function, int level)
    {
        FunctionLimit limit;
        limit.function = function;
        limit.level = level;
        static_cast<void>(m_engine.journal().tell(limit, {}));
    }

private:
    Engine& m_engine;
    replay::SimulatedClock& m_clock;
};

Details at(const char* region, Side side, const char* trigger)
{
    Details details;
    details.regions = {{region, side}};
    details.triggers = {trigger};
    details.quality = {"tight"};
    return details;
}

/// Days at a desk until `until`, with breaks of all kinds.
void tellDesk(Teller& teller, const Moment& until, std::mt19937& random)
{
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    const auto pass = [&](std::chrono::milliseconds time) {
        teller.wait(std::min<std::chrono::milliseconds>(time, until.utc - teller.now().utc));
    };
    while (teller.now().utc < until.utc) {
        const LocalTime local = teller.now().local();
        const auto nine = std::chrono::floor<std::chrono::days>(local) + 9h;
        pass((local < nine ? nine : nine + kDay) - local);
        for (int stretch = 0; stretch < 10 && teller.now().utc < until.utc; ++stretch) {
            teller.does(Posture::Seated);
            pass(18min + 1min * below(16));
            teller.answers(below(3) != 0);
            pass(1min * below(6));
            switch (below(4)) {
            case 0: teller.does(Posture::Standing); break;
            case 1: teller.does(Posture::Away); break;
            default: teller.getsUp();
            }
            pass(stretch == 4 ? 40min : 3min + 1min * below(9));
        }
        teller.does(Posture::Away);
    }
}

/// Lets time go by until `until`, with a few long stretches at a desk on each day.
void tellWork(Teller& teller, const Moment& until, std::mt19937& random)
{
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    const auto pass = [&](std::chrono::milliseconds time) {
        teller.wait(std::clamp<std::chrono::milliseconds>(time, 0ms, until.utc - teller.now().utc));
    };
    while (teller.now().utc < until.utc) {
        const LocalTime local = teller.now().local();
        const auto nine = std::chrono::floor<std::chrono::days>(local) + 9h;
        pass((local < nine ? nine : nine + kDay) - local);
        for (int stretch = 0; stretch < 3 && teller.now().utc < until.utc; ++stretch) {
            teller.does(Posture::Seated);
            pass(50min + 1min * below(90));
            teller.does(Posture::Away);
            pass(15min + 1min * below(45));
        }
    }
}

/// A visit in four days, and what doctors ask; allergies are still to be told.
void tellVisitAhead(Teller& teller)
{
    teller.background(BackgroundTopic::FirstBegan, "About six years ago, after I had moved house.");
    teller.background(BackgroundTopic::Diagnoses,
                      "Muscle spasms of the lower back, my doctor says.");
    teller.background(BackgroundTopic::TestsDone,
                      "X-ray of the lower back in 2022: nothing broken.");
    teller.background(BackgroundTopic::OtherConditions, "Migraine, a few times a year.");
    Visit visit;
    visit.at = teller.now() + (kDay * 4 - teller.now().local().time_since_epoch() % kDay + 10h);
    visit.provider = "Dr Okafor";
    visit.goal = "To sit through a working day again, and to know which movements are safe.";
    visit.questions = "Why does it come back every few weeks?\nIs there an exercise that I should "
                      "do every day?\nHow long may I take ibuprofen?";
    visit.shownName = ReportName::Initials;
    teller.plans(std::move(visit));
}

void tellOpenOne(Teller& teller)
{
    teller.spasm(7, at("lower_back", Side::Left, "long_sitting"), "after the drive home");
    teller.limit("bend", 2);
    teller.wait(45min);
    teller.pain(6);
    teller.tried("heat_pad", Effect::Better);
    teller.wait(85min);
    teller.pain(5);
}

} // namespace

void tellOneEpisode(Engine& engine, replay::SimulatedClock& clock)
{
    Teller teller{engine, clock};
    tellOpenOne(teller);
}

void tellSoon(Engine& engine, replay::SimulatedClock& clock)
{
    Teller teller{engine, clock};
    tellOpenOne(teller);
    teller.yes("rf_leg_pain_one");
}

void tellUrgent(Engine& engine, replay::SimulatedClock& clock)
{
    tellSoon(engine, clock);
    Teller teller{engine, clock};
    teller.wait(5min);
    teller.yes("rf_fever");
    teller.yes("rf_night_pain");
}

void tellEmergency(Engine& engine, replay::SimulatedClock& clock)
{
    Teller teller{engine, clock};
    tellOpenOne(teller);
    teller.yes("rf_bladder_incontinence");
}

void tellEmergencies(Engine& engine, replay::SimulatedClock& clock)
{
    tellSoon(engine, clock);
    Teller teller{engine, clock};
    // An answer by mistake, so that the history has something struck through.
    teller.yes("rf_chest_pain");
    static_cast<void>(engine.alerts().close("rf_chest_pain", Closing::Mistake));
    teller.wait(5min);
    teller.yes("rf_bladder_incontinence");
    teller.yes("rf_saddle_numbness");
    teller.yes("rf_legs_both");
}

void tellYear(Engine& engine, replay::SimulatedClock& clock)
{
    constexpr std::array kRegions{"lower_back", "lower_back", "lower_back",
                                  "neck",       "mid_back",   "upper_back"};
    constexpr std::array kTriggers{"long_sitting", "heavy_lifting", "twisting", "stress_anxiety",
                                   "slept_wrong"};
    const auto start = clock.now().boot;
    std::mt19937 random{7};
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    Teller teller{engine, clock};
    constexpr int kAtADesk = 12; // from this week on, so that there is something to set against
    const auto goBy = [&](std::chrono::milliseconds time, int week) {
        week < kAtADesk ? teller.wait(time) : tellWork(teller, teller.now() + time, random);
    };
    for (int week = 0; week < 51; ++week) {
        goBy(kDay * below(4) + 1h * below(12) + 1min * below(60), week);
        if (below(3) != 0) {
            const int worst = 3 + below(6);
            const Side side = below(2) == 0 ? Side::Left : Side::Right;
            teller.spasm(worst,
                         at(kRegions[random() % kRegions.size()], side,
                            kTriggers[random() % kTriggers.size()]),
                         below(5) == 0 ? "could not put on my socks" : "");
            teller.wait(30min + 1min * below(120));
            teller.took(below(2) == 0 ? "ibuprofen" : "paracetamol");
            teller.tried(below(2) == 0 ? "heat_pad" : "walk",
                         below(3) == 0 ? Effect::Same : Effect::Better);
            if (worst == 8 &&
                side == Side::Left) { // never in both legs: that would be an emergency
                teller.symptom("leg_tingling", side);
                teller.seen();
                teller.wait(20min);
                teller.symptom("leg_tingling", side, false);
            }
            if (below(3) == 0) {
                teller.warms(below(2) == 0 ? Modality::Heat : Modality::Cold, worst,
                             worst - below(4));
            }
            teller.wait(1h + 1min * below(120));
            teller.pain(worst - 1 - below(2));
            teller.wait(1h + 1min * below(300));
            teller.pain(worst / 2);
            teller.wait(1h + 1min * below(600));
            teller.end();
        }
        if (week == 17) {
            teller.visited("Dr Okafor", "To find out what this is.",
                           "It is a muscle spasm. The X-ray need not be made again.",
                           "Walk each day. Come back if it goes into the leg.");
        }
        if (week == 38) {
            teller.visited("Lina Berg, physiotherapy", "Exercises for at home.",
                           "Stiff hips. Four exercises, shown and tried.",
                           "The exercises twice a day for six weeks.");
        }
        goBy(kDay * 7 - (clock.now().boot - start) % (kDay * 7), week);
    }
    tellDesk(teller, clock.now().wall + (kDay * 365 - 130min - (clock.now().boot - start)), random);
    teller.does(Posture::Lying);
    tellOpenOne(teller);
    tellVisitAhead(teller);
    teller.does(Posture::Seated, clock.now().wall - 21min);
    teller.seen(); // a year as most are: nothing of it is still to be said today
}

void tellDecade(Engine& engine, replay::SimulatedClock& clock)
{
    constexpr std::array kRegions{"lower_back", "lower_back", "neck", "mid_back"};
    constexpr std::array kTriggers{"long_sitting", "heavy_lifting", "twisting"};
    std::mt19937 random{11};
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    Teller teller{engine, clock};
    const UtcTime until = clock.now().wall.utc + 9 * 365 * kDay;
    while (teller.now().utc < until) {
        const int worst = 2 + below(7);
        teller.spasm(worst, at(kRegions[random() % kRegions.size()],
                               below(2) == 0 ? Side::Left : Side::Right,
                               kTriggers[random() % kTriggers.size()]));
        teller.wait(1h);
        teller.tried("walk", Effect::Better);
        teller.wait(1h + 1min * below(90));
        teller.pain(std::max(worst - below(4), 0));
        teller.wait(1h * (2 + below(90)));
        teller.end();
        teller.seen();
        // Some months nobody writes anything down.
        teller.wait(kDay * (below(9) == 0 ? 90 : 2 + below(16)));
    }
    tellYear(engine, clock);
}

} // namespace unclench::app
