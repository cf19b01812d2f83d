// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/report_lives.h"

#include "core/knowledge/red_flags.h"
#include "core/knowledge/vocabulary.h"

#include <algorithm>
#include <array>
#include <utility>

namespace unclench::test {

using namespace std::chrono;

namespace {

const Moment kNow{sys_days{2026y / November / 29} + 14h, 60min};

Moment before(milliseconds ago)
{
    return kNow - ago;
}

const Vocabulary& vocabulary()
{
    static const Vocabulary& kVocabulary = Vocabulary::builtIn();
    return kVocabulary;
}

std::vector<Summary::Count> countsOf(Topic topic, std::size_t most, int from)
{
    std::vector<Summary::Count> rows;
    for (const Term& term : vocabulary().terms(topic)) {
        if (rows.size() == most) {
            break;
        }
        rows.push_back({term.id, std::max(1, from - static_cast<int>(rows.size()))});
    }
    return rows;
}

ReportLife life(std::string name, days length)
{
    ReportLife made;
    made.name = std::move(name);
    made.wishes.sections = allSections();
    Summary& summary = made.sources.summary;
    summary.now = kNow;
    const UtcTime begin = UtcTime{sys_days{2026y / November / 30}} - length - 60min;
    summary.period = {begin, std::nullopt};
    summary.before = {begin - length, begin};
    summary.quality.days = static_cast<int>(length.count());
    Chronicle chronicle;
    chronicle.now = kNow;
    made.sources.chronicle = std::make_shared<const Chronicle>(std::move(chronicle));
    return made;
}

void addEpisodes(ReportLife& made, int count, days every, hours length, bool isOpen)
{
    Chronicle chronicle = *made.sources.chronicle;
    Summary& summary = made.sources.summary;
    for (int i = count - 1; i >= 0; --i) {
        const Moment onset = before(every * i + 30h);
        Chronicle::Episode episode;
        episode.onset = onset;
        if (!(isOpen && i == 0)) {
            episode.end = onset.utc + length + hours{i % 5};
        }
        episode.worst = 3 + i * 5 % 6;
        chronicle.episodes.push_back(episode);
        for (const days day : {days{0}, days{1}}) {
            chronicle.toldDays.push_back(onset.localDay() + day);
        }
        Summary::SpasmRow row;
        row.onset = onset;
        row.worst = episode.worst;
        if (episode.end) {
            row.end = Moment{*episode.end, onset.offset};
        }
        row.places = {{"lower_back", Side::Left}};
        row.triggers = {"twisting"};
        summary.spasms.insert(summary.spasms.begin(), row);
    }
    auto& told = chronicle.toldDays;
    told.erase(std::unique(told.begin(), told.end()), told.end());
    summary.firstOnset = chronicle.episodes.front().onset;
    summary.onsets30Days = std::min<int>(count, 3);
    summary.onsets180Days = count;
    summary.numbers.days = summary.quality.days;
    summary.numbers.toldDays = summary.quality.toldDays = static_cast<int>(told.size());
    summary.numbers.episodes = count;
    summary.numbers.spasmDays = 2 * count;
    summary.numbers.worst = 8;
    summary.numbers.medianWorst = 6.5;
    summary.numbers.medianPain = 4;
    summary.numbers.medianLength = Summary::Length{length};
    summary.numbers.longest = Summary::Length{length + 4h};
    summary.numbers.rescueDays = count / 2;
    summary.numbers.nightDays = count / 3;
    summary.lastReading = Reading{};
    summary.lastReading->at = before(2h);
    summary.lastReading->pain = 4;
    made.sources.chronicle = std::make_shared<const Chronicle>(std::move(chronicle));
}

MethodEffect effect(UseKind kind, std::string id, int n, double after)
{
    MethodEffect made;
    made.kind = kind;
    made.id = std::move(id);
    made.n = n;
    made.better = n / 2;
    made.same = n - n / 2;
    made.pain = MethodEffect::Pain{6, after, after - 6, {}, Noticed::Better};
    return made;
}

Summary::MedicineRow medicine(std::string name, std::string dose, int days)
{
    Summary::MedicineRow row;
    row.name = std::move(name);
    row.dose = std::move(dose);
    row.days = days;
    row.times = 2 * days;
    if (days > 0) {
        row.lastAt = before(20h);
    }
    return row;
}

std::string words(std::size_t characters)
{
    std::string text;
    while (text.size() < characters) {
        text += "I want to know what I can do when it happens at work. ";
    }
    text.resize(characters);
    return text;
}

} // namespace

std::vector<ReportSection> allSections()
{
    return {ReportSection::Where,    ReportSection::Strength, ReportSection::Course,
            ReportSection::Spasms,   ReportSection::Nerves,   ReportSection::Injury,
            ReportSection::Treatment};
}

ReportLife nothingTold()
{
    return life("nothing", days{90});
}

ReportLife oneSpasm()
{
    ReportLife made = life("one", days{30});
    addEpisodes(made, 1, days{1}, 5h, false);
    Summary& summary = made.sources.summary;
    summary.placesTold = 1;
    summary.places = {{{"lower_back", Side::Left}, 1, 7.0}};
    summary.quality.entries = 3;
    summary.quality.withinHour = summary.quality.withinDay = 3;
    summary.numbersBefore = Summary::Numbers{};
    summary.numbersBefore->days = 30;
    summary.lastAsked = before(29h);
    summary.answeredNo = 11;
    return made;
}

ReportLife badMonth()
{
    ReportLife made = life("bad month", days{90});
    addEpisodes(made, 14, days{6}, 20h, true);
    Summary& summary = made.sources.summary;
    summary.name = "Jo Maria Doe";
    summary.birthYear = 1980;
    summary.quality.entries = 120;
    summary.quality.withinHour = 98;
    summary.quality.withinDay = 111;
    summary.alerts = {{"rf_leg_one_neuro", Level::Urgent, before(50h), AlertState::Open,
                       before(50h), std::nullopt},
                      {"dr_frequent", Level::Soon, before(200h), AlertState::Closed, before(100h),
                       Closing::Seen}};
    summary.lastAsked = before(49h);
    summary.answeredNo = 11;
    summary.placesTold = 13;
    summary.places = {
        {{"lower_back", Side::Left}, 12, 7.0}, {{"lower_back", Side::Middle}, 7, 6.0},
        {{"buttock", Side::Left}, 5, 6.5},     {{"leg_thigh", Side::Left}, 3, 5.0},
        {{"mid_back", Side::Right}, 1, 3.0},   {{"hip", std::nullopt}, 1, std::nullopt}};
    summary.painQuality = {12, countsOf(Topic::Quality, 4, 11)};
    summary.pattern = {9, countsOf(Topic::Pattern, 2, 7)};
    summary.signs = {8, countsOf(Topic::Sign, 3, 6)};
    summary.numbersBefore = summary.numbers;
    summary.numbersBefore->episodes = 6;
    summary.numbersBefore->toldDays = 19;
    summary.background = {
        {BackgroundTopic::FirstBegan, "In spring 2019, after moving house"},
        {BackgroundTopic::Diagnoses, "Muscle spasm of the back (Dr Miller, 2021)"},
        {BackgroundTopic::TestsDone, "X-ray 2021: nothing broken. MRI 2024 of the lower back"},
        {BackgroundTopic::Allergies, "Penicillin"},
        {BackgroundTopic::OtherConditions, "Migraine"}};
    summary.spasmLengths = 6;
    summary.medianSpasm = Summary::Length{40s};
    summary.function = {
        {"walk", 2, 1, before(20h)}, {"sit", 2, 2, before(20h)}, {"sleep", 1, 1, before(20h)}};
    summary.nerves = {
        {"leg_tingling", Side::Left, before(400h), before(22h), Change::Worse, 12, true},
        {"leg_numbness", Side::Left, before(300h), before(300h), std::nullopt, std::nullopt,
         false}};
    summary.symptoms = {{"night_pain", std::nullopt, before(500h), before(30h), Change::Unchanged,
                         std::nullopt, true}};
    summary.triggers = {13, countsOf(Topic::Trigger, 5, 9)};
    summary.activities = {11, countsOf(Topic::Activity, 3, 6)};
    summary.medicines = {medicine("Ibuprofen", "400 mg", 9), medicine("Tizanidine", "2 mg", 4),
                         medicine("Vitamin D", "", 0)};
    summary.medicines.back().use = MedicineUse::Regular;
    summary.conditions = {{"diabetes", before(9000h)}, {"desk_job", before(9000h)}};
    summary.helped = {effect(UseKind::Heat, "", 12, 4), effect(UseKind::Cold, "", 7, 5.5),
                      effect(UseKind::Taken, "nsaid", 9, 3.5)};
    made.wishes.goal = QStringLiteral("I want to sit through a working day again.");
    made.wishes.questions = {QStringLiteral("Is the tingling in my leg from the back?"),
                             QStringLiteral("May I go on with the gym?")};
    made.wishes.provider = QStringLiteral("Dr Miller");
    made.wishes.shownName = ReportName::Full;
    return made;
}

ReportLife longest()
{
    ReportLife made = badMonth();
    made.name = "longest";
    Summary& summary = made.sources.summary;
    summary.name = words(400);
    summary.alerts.clear();
    int hour = 0;
    const RedFlags flags = RedFlags::builtIn();
    for (const RedFlagRule& rule : flags.rules().first(24)) { // more than anybody will have
        summary.alerts.push_back({rule.id, Level::Emergency, before(hours{++hour}),
                                  AlertState::Open, before(hours{hour}), std::nullopt});
    }
    summary.places.clear();
    for (const Term& term : vocabulary().terms(Topic::Region)) {
        for (const Side side : term.sides) {
            if (side != Side::Both) {
                summary.places.push_back({{term.id, side}, 987, 7.5});
            }
        }
        summary.places.push_back({{term.id, std::nullopt}, 987, 7.5});
    }
    summary.placesTold = 1234;
    summary.painQuality = {1234, countsOf(Topic::Quality, 99, 1000)};
    summary.pattern = {1234, countsOf(Topic::Pattern, 99, 1000)};
    summary.signs = {1234, countsOf(Topic::Sign, 99, 1000)};
    summary.triggers = {1234, countsOf(Topic::Trigger, 99, 1000)};
    summary.activities = {1234, countsOf(Topic::Activity, 99, 1000)};
    for (auto& [topic, text] : summary.background) {
        text = words(10'000);
    }
    summary.function.clear();
    for (const Term& term : vocabulary().terms(Topic::Function)) {
        summary.function.push_back({term.id, 3, 1, before(20h)});
    }
    summary.nerves.clear();
    summary.symptoms.clear();
    for (const Term& term : vocabulary().terms(Topic::Symptom)) {
        auto& rows = summary.nerves.size() < 12 ? summary.nerves : summary.symptoms;
        rows.push_back(
            {term.id, Side::Both, before(40'000h), before(22h), Change::Unchanged, 36'500, true});
    }
    for (int i = 0; i < 60; ++i) {
        Measurement measured;
        measured.at = before(hours{i});
        measured.value = 38.25;
        summary.measurements.push_back(measured);
        summary.injuries.push_back({before(hours{9000 * i}), {}, true, true});
        Procedure procedure;
        procedure.at = before(hours{9000 * i});
        summary.procedures.push_back(procedure);
    }
    summary.medicines.clear();
    for (int i = 0; i < 1000; ++i) {
        summary.medicines.push_back(medicine("Medicine " + words(120), words(200), 900 + i));
    }
    summary.conditions.clear();
    for (const Term& term : vocabulary().terms(Topic::Condition)) {
        summary.conditions.push_back({term.id, before(9000h)});
    }
    summary.pregnantWeeks = 30;
    summary.isFirstEver = true;
    summary.helped.clear();
    for (const Term& term : vocabulary().terms(Topic::Relief)) {
        summary.helped.push_back(effect(UseKind::Tried, term.id, 1000, 4.5));
    }
    for (Summary::SpasmRow& row : summary.spasms) {
        row.places.clear();
        for (const Summary::PlaceRow& place : summary.places) {
            row.places.push_back(place.place);
        }
    }
    made.wishes.goal = QString::fromStdString(words(10'000));
    made.wishes.questions = {QString::fromStdString(words(5000)), QString(5000, QLatin1Char('x')),
                             QString::fromStdString(words(5000))};
    made.wishes.provider = QString::fromStdString(words(300));
    return made;
}

ReportLife rightToLeft()
{
    ReportLife made = badMonth();
    made.name = "right to left";
    Summary& summary = made.sources.summary;
    summary.name = "דנה לוי";
    summary.background[BackgroundTopic::Diagnoses] = "التشنج العضلي في الظهر (2021)";
    summary.background[BackgroundTopic::Allergies] = "بنسيلين";
    summary.medicines.insert(summary.medicines.begin(), medicine("إيبوبروفين", "400 mg", 3));
    made.wishes.goal = QString::fromUtf8("أريد أن أجلس طوال يوم العمل (8 ساعات) مرة أخرى.");
    made.wishes.questions = {QString::fromUtf8("האם העקצוץ ברגל בא מהגב?")};
    return made;
}

ReportLife withLongVersion(int courses)
{
    ReportLife made = badMonth();
    made.name = "long version";
    LongVersion all;
    Medicine listed;
    listed.name = "Ibuprofen";
    listed.dose = "400 mg";
    all.medicines.push_back(listed);
    for (int i = 0; i < courses; ++i) {
        const Moment onset = before(days{3} * (courses - i));
        Course course;
        Bout bout;
        bout.begin = onset;
        bout.end = onset + 8h;
        course.bouts.push_back(bout);
        for (int j = 0; j < 8; ++j) {
            Reading reading;
            reading.at = onset + hours{j};
            reading.pain = 8 - j;
            reading.note = j == 0 ? "Could not get up." : "";
            course.readings.push_back(reading);
        }
        course.details.regions = {{"lower_back", Side::Left}};
        course.details.triggers = {{"twisting", "long_sitting"}};
        course.details.note = "A bad day.";
        all.courses.push_back(course);
        Intake intake;
        intake.at = onset + 1h;
        all.intakes.push_back(intake);
        CareSession session;
        session.begin = onset + 2h;
        session.end = onset + 135min;
        session.painBefore = 6;
        session.painAfter = 4;
        all.sessions.push_back(session);
        Answer answer;
        answer.at = onset;
        answer.question = "rf_fever";
        answer.value = AnswerValue::No;
        all.answers.push_back(answer);
    }
    made.sources.longVersion = std::move(all);
    return made;
}

std::vector<ReportLife> reportLives()
{
    std::vector<ReportLife> lives{nothingTold(), oneSpasm(),    badMonth(),
                                  longest(),     rightToLeft(), withLongVersion(3)};
    const auto changed = [&](const char* name, ReportLife made, auto&& change) {
        made.name = name;
        change(made.sources.summary, made.wishes);
        lives.push_back(std::move(made));
    };
    changed("no begin", badMonth(), [](Summary& s, auto&) {
        s.period.begin.reset();
        s.numbersBefore.reset();
    });
    changed("emergency open", badMonth(), [](Summary& s, auto&) {
        s.alerts.insert(s.alerts.begin(), {"rf_bladder_incontinence", Level::Emergency, s.now,
                                           AlertState::Open, s.now, std::nullopt});
    });
    changed("thousand medicines", badMonth(),
            [](Summary& s, auto&) { s.medicines = longest().sources.summary.medicines; });
    changed("initials", badMonth(), [](Summary&, auto& w) { w.shownName = ReportName::Initials; });
    changed("two sections", longest(), [](Summary&, auto& w) {
        w.sections = {ReportSection::Where, ReportSection::Treatment};
    });
    changed("no section", longest(), [](Summary&, auto& w) { w.sections.clear(); });
    changed("no word breaks", longest(), [](Summary& s, auto& w) {
        for (auto& [topic, text] : s.background) {
            text = std::string(10'000, 'w');
        }
        w.goal = QString(10'000, QLatin1Char('W'));
    });
    ReportLife decade = life("ten years", days{3650});
    addEpisodes(decade, 500, days{7}, 30h, false);
    decade.sources.summary.placesTold = 500;
    decade.sources.summary.places = badMonth().sources.summary.places;
    lives.push_back(decade);
    ReportLife noGlyph = badMonth();
    noGlyph.name = "no glyph";
    noGlyph.wishes.goal = QString::fromUtf8("背中の痛み 😀");
    lives.push_back(noGlyph);
    for (std::size_t i = 0, count = lives.size(); i < count; ++i) {
        ReportLife letter = lives[i];
        letter.name += ", letter";
        letter.wishes.paper = QPageSize::Letter;
        lives.push_back(std::move(letter));
    }
    return lives;
}

} // namespace unclench::test
