// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mapping_files.h"

#include "core/exchange/file_input.h"
#include "core/store/file_error.h"
#include "core/store/files.h"
#include "core/store/new_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace unclench {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMappingEnding = ".json";
constexpr std::size_t kLongestMappingName = 60;
constexpr std::int64_t kLongestMapping = 1024 * 1024;

fs::path mappingFile(const fs::path& dataFolder, std::string_view name)
{
    return dataFolder / kMappingsFolder / (std::string{name} + std::string{kMappingEnding});
}

} // namespace

bool isMappingName(std::string_view name)
{
    const auto isSign = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
               (sign >= '0' && sign <= '9') || sign == ' ' || sign == '-' || sign == '_' ||
               static_cast<unsigned char>(sign) >= 0x80;
    };
    return !name.empty() && name.size() <= kLongestMappingName && name.front() != ' ' &&
           name.front() != '-' && name.back() != ' ' &&
           std::all_of(name.begin(), name.end(), isSign);
}

std::vector<std::string> savedMappings(const fs::path& dataFolder)
{
    std::vector<std::string> names;
    std::error_code error; // where there is no folder, there are none
    for (fs::directory_iterator entry{dataFolder / kMappingsFolder, error}, end;
         !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().stem().string();
        if (entry->path().extension() == kMappingEnding && isMappingName(name)) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<std::variant<ColumnMapping, MappingFault>> savedMapping(const fs::path& dataFolder,
                                                                      std::string_view name)
{
    const fs::path file = mappingFile(dataFolder, name);
    std::error_code error;
    if (!isMappingName(name) || !fs::exists(file, error)) {
        return std::nullopt;
    }
    if (lengthOf(file) > kLongestMapping) {
        return MappingFault{};
    }
    return parseMapping(wholeFile(file));
}

void saveMapping(const fs::path& dataFolder, std::string_view name, const ColumnMapping& mapping)
{
    makePrivateFolder(dataFolder / kMappingsFolder);
    NewFile file{mappingFile(dataFolder, name)};
    file.write(toJson(mapping));
    file.keep();
}

bool forgetMapping(const fs::path& dataFolder, std::string_view name)
{
    std::error_code error;
    const bool wasThere = isMappingName(name) && fs::remove(mappingFile(dataFolder, name), error);
    if (error) {
        throw FileError{error.value(), "remove a file"};
    }
    return wasThere;
}

} // namespace unclench
