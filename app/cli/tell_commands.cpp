// SPDX-License-Identifier: GPL-3.0-or-later
// symptom, function, measure, took, procedure, condition, profile: also without an open episode.
#include "app/cli/answer.h"
#include "app/cli/commands.h"
#include "app/cli/tr.h"
#include "core/diary/units.h"
#include "core/time/iso8601.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <charconv>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

Journal& journal(Session& session)
{
    return session.engine(Database::Access::ReadWrite).journal();
}

/// An enum given by its id; absent and said where it is none.
template <NamedEnum Enum>
bool readChoice(Session& session,
                const char* field,
                const std::string& text,
                std::optional<Enum>& out)
{
    if (text.empty()) {
        return true;
    }
    out = fromId<Enum>(text);
    if (!out) {
        QStringList known;
        for (const std::string_view id : kNames<Enum>) {
            known << QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
        }
        session.refuse(ExitStatus::NotUnderstood,
                       tr("There is no %1 \"%2\". Known: %3.")
                           .arg(QLatin1String{field}, QString::fromStdString(text),
                                known.join(QLatin1String(", "))));
    }
    return out.has_value();
}

struct SymptomArguments {
    std::string id;
    std::string side;
    std::string change;
    std::optional<int> since;
    bool isGone = false;
};

ExitStatus runSymptom(Session& session, const SymptomArguments& arguments)
{
    Symptom symptom;
    symptom.symptom = arguments.id;
    symptom.sinceDays = arguments.since;
    symptom.isPresent = !arguments.isGone;
    if (!readChoice(session, "side", arguments.side, symptom.side) ||
        !readChoice(session, "change", arguments.change, symptom.change)) {
        return ExitStatus::NotUnderstood;
    }
    const QString label = session.words().label(Topic::Symptom, arguments.id);
    return answer(session, journal(session).tell(symptom, session.at()), "symptom",
                  symptom.isPresent ? label : tr("%1 is gone").arg(label));
}

struct FunctionArguments {
    std::string id;
    int level = 0;
};

ExitStatus runFunction(Session& session, const FunctionArguments& arguments)
{
    FunctionLimit limit;
    limit.function = arguments.id;
    limit.level = arguments.level;
    const QString label = session.words().label(Topic::Function, arguments.id);
    return answer(session, journal(session).tell(limit, session.at()), "function",
                  tr("%1: %2 of 3").arg(label).arg(arguments.level));
}

struct MeasureArguments {
    std::string quantity;
    double value = 0;
    std::string unit;
};

std::optional<Unit> unitOf(std::string text)
{
    if (text == "c" || text == "f") {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return fromId<Unit>(text);
}

ExitStatus runMeasure(Session& session, const MeasureArguments& arguments)
{
    const auto quantity = fromId<Quantity>(arguments.quantity);
    if (!quantity) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("\"%1\" cannot be measured here. Write temperature or weight.")
                                  .arg(QString::fromStdString(arguments.quantity)));
    }
    const auto unit = unitOf(arguments.unit);
    const bool isTemperature = *quantity == Quantity::Temperature;
    if (!unit || isTemperature != (*unit == Unit::Celsius || *unit == Unit::Fahrenheit)) {
        return session.refuse(
            ExitStatus::NotUnderstood,
            isTemperature
                ? tr("A temperature needs C or F behind it, as in: measure temperature 38.2 C.")
                : tr("A weight needs kg or lb behind it, as in: measure weight 71.5 kg."));
    }
    Measurement measurement;
    measurement.quantity = *quantity;
    measurement.value = canonical(arguments.value, *unit);
    measurement.told = *unit;
    return answer(
        session, journal(session).tell(measurement, session.at()), "measurement",
        QStringLiteral("%1 %2").arg(arguments.value).arg(QString::fromStdString(arguments.unit)));
}

struct TookArguments {
    std::string name;
    std::string medicineClass;
    std::string dose;
    std::string patch;
};

ExitStatus runTook(Session& session, const TookArguments& arguments)
{
    IntakeDraft draft;
    draft.name = arguments.name;
    draft.dose = arguments.dose;
    draft.at = session.at();
    if (!arguments.medicineClass.empty()) {
        draft.medicineClass = arguments.medicineClass;
    }
    if (!readChoice(session, "patch", arguments.patch, draft.patchSite)) {
        return ExitStatus::NotUnderstood;
    }
    const auto result = journal(session).took(draft);
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<IntakeSaved>(result);
    session.say(tr("Saved: %1, %2.")
                    .arg(QString::fromStdString(arguments.name),
                         ui::wording::moment(saved.at, session.clock().now().wall)));
    ordered_json cautions = ordered_json::array();
    if (saved.medicineClass) {
        // In full the first time, in one line later.
        const Term* term = session.vocabulary().find(Topic::MedicineClass, *saved.medicineClass);
        const QStringList lines =
            saved.isFirstOfClass ? session.words().cautions(*term)
                                 : QStringList{session.words().cautionLine(*saved.medicineClass)};
        for (const QString& line : lines) {
            session.say(line);
            cautions.push_back(line.toStdString());
        }
        session.say(tr("Follow the label. Ask a pharmacist."));
    } else {
        session.say(
            tr("Its class is not known, so no cautions can be shown. Say it with --class."));
    }
    session.print({{"saved", "intake"},
                   {"id", saved.id.text()},
                   {"at", toIso(saved.at)},
                   {"class", saved.medicineClass ? ordered_json(*saved.medicineClass)
                                                 : ordered_json(nullptr)},
                   {"first_of_class", saved.isFirstOfClass},
                   {"cautions", cautions}});
    return ExitStatus::Done;
}

ExitStatus runCondition(Session& session, const std::string& id, const std::string& present)
{
    if (present != "yes" && present != "no") {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("Write yes or no behind the condition."));
    }
    Condition condition;
    condition.condition = id;
    condition.isPresent = present == "yes";
    const QString label = session.words().label(Topic::Condition, id);
    return answer(session, journal(session).tell(condition, session.at()), "condition",
                  condition.isPresent ? tr("%1: yes").arg(label) : tr("%1: no").arg(label));
}

ExitStatus
tellProfile(Session& session, ProfileKey key, const std::string& value, const std::string& shown)
{
    ProfileEntry entry;
    entry.key = key;
    entry.value = value;
    return answer(session, journal(session).tell(entry, session.at()), "profile",
                  QString::fromStdString(shown + " " + value));
}

ExitStatus runProfile(Session& session, const std::string& key, const std::string& value)
{
    if (key == "age") {
        int age = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), age);
        if (error != std::errc{} || end != value.data() + value.size()) {
            return session.refuse({{ProblemKind::Unreadable, "age", value, std::nullopt}});
        }
        if (age < 0 || age > kOldestAge) {
            return session.refuse({{ProblemKind::OutOfRange, "age", value, std::nullopt}});
        }
        return tellProfile(
            session, ProfileKey::BirthYear,
            std::to_string(birthYearFor(age, session.at().value_or(session.clock().now().wall))),
            "birth_year");
    }
    const bool isSetting = checkSetting(key, value) != SettingCheck::UnknownKey;
    if (session.at() && (isSetting || key == "medicine")) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--at has no meaning for %1.").arg(QString::fromStdString(key)));
    }
    if (key == "medicine") {
        const std::size_t colon = value.rfind(':');
        Medicine medicine;
        medicine.use = MedicineUse::Regular;
        medicine.name = value.substr(0, colon);
        if (colon != std::string::npos) {
            medicine.medicineClass = value.substr(colon + 1);
        } else if (const Term* known = session.vocabulary().medicineClassOf(medicine.name)) {
            medicine.medicineClass = known->id;
        }
        return answer(session, journal(session).listMedicine(medicine), "medicine",
                      tr("%1, taken regularly").arg(QString::fromStdString(medicine.name)));
    }
    if (isSetting) {
        return answer(session, journal(session).set(key, value), "setting",
                      QString::fromStdString(key + " " + value));
    }
    if (const auto topic = fromId<BackgroundTopic>(key)) {
        BackgroundEntry entry;
        entry.topic = *topic;
        entry.text = value;
        const QString shown = QString::fromStdString(key);
        return answer(session, journal(session).tell(entry, session.at()), "profile",
                      value.empty() ? tr("%1 taken back").arg(shown) : shown);
    }
    const auto known = fromId<ProfileKey>(key);
    if (!known) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("There is no \"%1\" in the profile. Known: age, birth_year, "
                                 "pregnant_weeks, clinician_ok, "
                                 "emergency_number, name, first_began, diagnoses, tests_done, "
                                 "other_conditions, allergies, medicine, pace, patience_days, "
                                 "sitting_minutes, break_minutes, sitting_on, early_notice, "
                                 "break_prompt, stand_minutes, work_hours, work_days, paper.")
                                  .arg(QString::fromStdString(key)));
    }
    return tellProfile(session, *known, value, key);
}

} // namespace

void addTellCommands(CLI::App& parser, Command& chosen)
{
    const auto choose = [&chosen](auto run) { return [&chosen, run] { chosen = {run, true}; }; };

    auto symptom = std::make_shared<SymptomArguments>();
    CLI::App* symptomCommand =
        parser.add_subcommand("symptom", tr("A symptom that is there, or gone").toStdString());
    symptomCommand->add_option("ID", symptom->id)->required();
    symptomCommand->add_option("--side", symptom->side, tr("left, right or both").toStdString());
    symptomCommand->add_option("--change", symptom->change,
                               tr("new, worse or unchanged").toStdString());
    symptomCommand->add_option("--since", symptom->since, tr("For how many days").toStdString());
    symptomCommand->add_flag("--gone", symptom->isGone, tr("It is no longer there").toStdString());
    symptomCommand->callback(
        choose([symptom](Session& session) { return runSymptom(session, *symptom); }));

    auto function = std::make_shared<FunctionArguments>();
    CLI::App* functionCommand =
        parser.add_subcommand("function", tr("How much your back limits something").toStdString());
    functionCommand->add_option("ID", function->id)->required();
    functionCommand
        ->add_option("LEVEL", function->level,
                     tr("0 not, 1 a little, 2 a lot, 3 cannot").toStdString())
        ->required();
    functionCommand->callback(
        choose([function](Session& session) { return runFunction(session, *function); }));

    auto measure = std::make_shared<MeasureArguments>();
    CLI::App* measureCommand =
        parser.add_subcommand("measure", tr("A temperature or a weight").toStdString());
    measureCommand
        ->add_option("QUANTITY", measure->quantity, tr("temperature or weight").toStdString())
        ->required();
    measureCommand->add_option("VALUE", measure->value)->required();
    measureCommand->add_option("UNIT", measure->unit, tr("C or F, kg or lb").toStdString())
        ->required();
    measureCommand->callback(
        choose([measure](Session& session) { return runMeasure(session, *measure); }));

    auto took = std::make_shared<TookArguments>();
    CLI::App* tookCommand = parser.add_subcommand("took", tr("A medicine taken").toStdString());
    tookCommand->add_option("NAME", took->name)->required();
    tookCommand->add_option("--class", took->medicineClass,
                            tr("What kind of medicine it is").toStdString());
    tookCommand->add_option("--dose", took->dose, tr("As you write it").toStdString());
    tookCommand->add_option("--patch", took->patch,
                            tr("A patch: at_site or elsewhere").toStdString());
    tookCommand->callback(choose([took](Session& session) { return runTook(session, *took); }));

    auto daysAgo = std::make_shared<int>(0);
    CLI::App* procedureCommand = parser.add_subcommand(
        "procedure", tr("Surgery, an injection or an epidural at the spine").toStdString());
    procedureCommand->add_option("DAYS_AGO", *daysAgo)->required();
    procedureCommand->callback(choose([daysAgo](Session& session) {
        return answer(session, journal(session).procedure(*daysAgo, session.at()), "procedure",
                      tr("procedure"));
    }));

    auto condition = std::make_shared<std::pair<std::string, std::string>>();
    CLI::App* conditionCommand =
        parser.add_subcommand("condition", tr("A condition that came or went").toStdString());
    conditionCommand->add_option("ID", condition->first)->required();
    conditionCommand->add_option("PRESENT", condition->second, tr("yes or no").toStdString())
        ->required();
    conditionCommand->callback(choose([condition](Session& session) {
        return runCondition(session, condition->first, condition->second);
    }));

    auto profile = std::make_shared<std::pair<std::string, std::string>>();
    CLI::App* profileCommand = parser.add_subcommand(
        "profile",
        tr("A fact about you, for advice or for the doctor, or a setting").toStdString());
    profileCommand->add_option("KEY", profile->first)->required();
    profileCommand->add_option("VALUE", profile->second)->required();
    profileCommand->callback(choose([profile](Session& session) {
        return runProfile(session, profile->first, profile->second);
    }));
}

} // namespace unclench::app::cli
