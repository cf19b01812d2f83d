// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/import_wish.h"

#include "core/exchange/mapping_files.h"

namespace unclench::app {

namespace {

constexpr const char* kPresetReading = "preset:";
constexpr const char* kSavedReading = "saved:";

/// What stands behind `prefix`. Empty: it does not begin with it.
std::string readingBehind(const QString& reading, const char* prefix)
{
    const QLatin1String begin{prefix};
    return reading.startsWith(begin) ? reading.mid(begin.size()).toStdString() : std::string{};
}

std::optional<ColumnMapping> readableMapping(const std::filesystem::path& folder,
                                             const std::string& name)
{
    const auto saved = savedMapping(folder, name);
    const auto* mapping = saved ? std::get_if<ColumnMapping>(&*saved) : nullptr;
    return mapping != nullptr ? std::optional{*mapping} : std::nullopt;
}

/// The columns of the file. Empty: it is no table.
ForeignHeader headerOf(const std::filesystem::path& file, const ForeignWish& wish)
{
    const auto& known = wish.mapping;
    auto encoding = wish.encoding;
    if (!encoding && known) {
        encoding = known->encoding;
    }
    if (!encoding) {
        const BytesSeen seen = lookOver(file);
        if (seen.nature != FileNature::Text) {
            return {};
        }
        encoding = seen.encoding;
    }
    const auto separator = wish.separator ? wish.separator
                           : known        ? known->separator
                                          : std::nullopt;
    ForeignProblems untold; // whoever reads the file tells them
    const auto layout = layoutOf(file, *encoding, separator, untold);
    return layout ? layout->header : ForeignHeader{};
}

} // namespace

QString presetReading(const std::string& preset)
{
    return QLatin1String{kPresetReading} + QString::fromStdString(preset);
}

QString savedReading(const std::string& name)
{
    return QLatin1String{kSavedReading} + QString::fromStdString(name);
}

ForeignWish wishOf(const ui::ForeignChoice& choice,
                   const std::filesystem::path& file,
                   const std::filesystem::path& folder,
                   const ForeignWords& words)
{
    ForeignWish wish;
    wish.encoding = choice.encoding;
    wish.separator = choice.separator;
    wish.dateOrder = choice.dateOrder;
    if (const std::string zone = choice.zone.toStdString(); !zone.empty() && zoneNamed(zone)) {
        wish.zone = zone;
    }
    if (const std::string preset = readingBehind(choice.reading, kPresetReading); !preset.empty()) {
        wish.preset = preset;
    } else if (const std::string name = readingBehind(choice.reading, kSavedReading);
               !name.empty()) {
        wish.mapping = readableMapping(folder, name);
    }
    const bool isOwn = choice.reading == QLatin1String{ui::kOwnColumns};
    if (!isOwn && choice.columns.empty()) {
        return wish;
    }
    const ForeignHeader header = headerOf(file, wish);
    if (isOwn && !header.empty()) {
        wish.mapping = guessMapping(header, words).value_or(ColumnMapping{});
    }
    for (const MappedColumn& chosen : choice.columns) {
        if (columnNamed(header, chosen.column)) {
            wish.columns.push_back(chosen);
        }
    }
    return wish;
}

} // namespace unclench::app
