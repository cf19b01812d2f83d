// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/foreign_arguments.h"

#include "app/cli/tr.h"
#include "core/exchange/mapping_files.h"

#include <QStringList>

#include <charconv>
#include <map>

namespace unclench::app::cli {

namespace {

/// A part of the arguments that is not understood; caught in this file.
struct NotMeant {
    QString sentence;
};

QString quotable(const std::string& text)
{
    return QString::fromStdString(text);
}

template <NamedEnum Enum>
QString namesOf()
{
    QStringList names;
    for (const std::string_view name : kNames<Enum>) {
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names.join(QLatin1String(", "));
}

template <NamedEnum Enum>
Enum wordOf(const char* option, const std::string& text)
{
    const auto word = fromId<Enum>(text);
    if (!word) {
        throw NotMeant{tr("%1 cannot be \"%2\". It can be: %3.")
                           .arg(QLatin1String{option}, quotable(text), namesOf<Enum>())};
    }
    return *word;
}

int wholeOf(const char* option, const std::string& text, int least, int most)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least ||
        number > most) {
        throw NotMeant{
            tr("%1 takes a number from %2 to %3.").arg(QLatin1String{option}).arg(least).arg(most)};
    }
    return number;
}

/// What stands before and behind the last `sign`.
std::pair<std::string, std::string>
splitLast(const char* option, const std::string& text, char sign)
{
    const auto at = text.rfind(sign);
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
        throw NotMeant{tr("%1 \"%2\" is not understood. unclench import --help says how it is "
                          "written.")
                           .arg(QLatin1String{option}, quotable(text))};
    }
    return {text.substr(0, at), text.substr(at + 1)};
}

char separatorOf(const std::string& text)
{
    static const std::map<std::string, char> kSeparators{
        {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}};
    if (const auto named = kSeparators.find(text); named != kSeparators.end()) {
        return named->second;
    }
    if (text.size() != 1 || text == "\"") {
        throw NotMeant{tr("--separator takes one sign, or comma, semicolon, tab or bar.")};
    }
    return text.front();
}

void takeBase(Session& session, const ForeignArguments& arguments, ForeignWish& wish)
{
    if (!arguments.preset.empty()) {
        const auto presets = importPresets();
        if (presetNamed(presets, arguments.preset) == nullptr) {
            throw NotMeant{tr("There is no preset \"%1\". The presets are: %2.")
                               .arg(quotable(arguments.preset), presetNames())};
        }
        wish.preset = arguments.preset;
    }
    if (arguments.mapping.empty()) {
        return;
    }
    if (wish.preset) {
        throw NotMeant{tr("--preset and --mapping cannot both be meant.")};
    }
    const auto& folder = session.options().dataFolder;
    const auto saved = savedMapping(folder, arguments.mapping);
    if (!saved) {
        QStringList names;
        for (const std::string& name : savedMappings(folder)) {
            names << quotable(name);
        }
        throw NotMeant{names.isEmpty() ? tr("No mapping was saved yet. --save-as NAME saves one.")
                                       : tr("There is no mapping \"%1\". Saved are: %2.")
                                             .arg(quotable(arguments.mapping),
                                                  names.join(QLatin1String(", ")))};
    }
    if (const auto* fault = std::get_if<MappingFault>(&*saved)) {
        throw NotMeant{tr("The saved mapping \"%1\" cannot be read (at \"%2\"). Mend the file in "
                          "the folder mappings, or save it anew.")
                           .arg(quotable(arguments.mapping), quotable(fault->key))};
    }
    wish.mapping = std::get<ColumnMapping>(*saved);
}

void takeChanges(const ForeignArguments& arguments, ForeignWish& wish)
{
    for (const std::string& text : arguments.columns) {
        const auto [column, word] = splitLast("--map", text, '=');
        wish.columns.push_back({column, wordOf<Meaning>("--map", word)});
    }
    for (const std::string& text : arguments.rules) {
        const auto [what, kind] = splitLast("--rows", text, ':');
        const auto [column, word] = splitLast("--rows", what, '=');
        wish.rules.push_back({column, {word}, wordOf<RowKind>("--rows", kind)});
    }
    for (const std::string& text : arguments.painWords) {
        const auto [word, pain] = splitLast("--pain-word", text, '=');
        wish.painWords[word] = wholeOf("--pain-word", pain, 0, 10);
    }
    if (!arguments.painMost.empty()) {
        wish.painMost = wholeOf("--pain-most", arguments.painMost, 1, 1000);
    }
    if (!arguments.lengthUnit.empty()) {
        wish.lengthUnit = wordOf<LengthUnit>("--length-unit", arguments.lengthUnit);
    }
    if (!arguments.lists.empty()) {
        wish.listSeparators = arguments.lists;
    }
}

void takeFormat(const ForeignArguments& arguments, ForeignWish& wish)
{
    if (!arguments.encoding.empty()) {
        wish.encoding = wordOf<TextEncoding>("--encoding", arguments.encoding);
    }
    if (!arguments.separator.empty()) {
        wish.separator = separatorOf(arguments.separator);
    }
    if (!arguments.dateOrder.empty()) {
        wish.dateOrder = wordOf<DateOrder>("--date-order", arguments.dateOrder);
    }
    if (!arguments.zone.empty()) {
        if (!zoneNamed(arguments.zone)) {
            throw NotMeant{tr("\"%1\" is no time zone. Write it like Europe/Berlin or +01:00.")
                               .arg(quotable(arguments.zone))};
        }
        wish.zone = arguments.zone;
    }
    if (!arguments.saveAs.empty() && !isMappingName(arguments.saveAs)) {
        throw NotMeant{tr("--save-as takes a name of letters, digits, spaces, - and _, up to 60 "
                          "long.")};
    }
}

} // namespace

QString presetNames()
{
    QStringList names;
    for (const ImportPreset& preset : importPresets()) {
        names << quotable(preset.mapping.id);
    }
    return names.join(QLatin1String(", "));
}

std::optional<ExitStatus>
understandForeign(Session& session, const ForeignArguments& arguments, ForeignWish& wish)
{
    try {
        takeBase(session, arguments, wish);
        takeChanges(arguments, wish);
        takeFormat(arguments, wish);
        return std::nullopt;
    } catch (const NotMeant& fault) {
        return session.refuse(ExitStatus::NotUnderstood, fault.sentence);
    }
}

} // namespace unclench::app::cli
