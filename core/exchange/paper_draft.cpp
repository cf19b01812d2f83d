// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/paper_draft.h"

#include "core/exchange/file_input.h"
#include "core/store/file_error.h"
#include "core/store/new_file.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <system_error>

namespace unclench {

namespace {

constexpr std::int64_t kLongestDraft = 16 * 1024 * 1024;

/// Each member under its name.
template <class Line>
void eachMember(Line& line, auto&& visit)
{
    visit("day", line.day);
    visit("from", line.from);
    visit("to", line.to);
    visit("worst", line.worst);
    visit("place", line.place);
    visit("note", line.note);
}

} // namespace

std::vector<TypedPaperLine> paperDraft(const std::filesystem::path& dataFolder)
{
    const std::filesystem::path file = dataFolder / kPaperDraftName;
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > kLongestDraft) {
        return {};
    }
    std::vector<TypedPaperLine> lines;
    try {
        for (const auto& object : nlohmann::json::parse(wholeFile(file))) {
            TypedPaperLine& line = lines.emplace_back();
            eachMember(line, [&](const char* name, std::string& member) {
                member = object.value(name, std::string{});
            });
        }
    } catch (const StorageError&) {
        return {};
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    return lines;
}

void keepPaperDraft(const std::filesystem::path& dataFolder,
                    const std::vector<TypedPaperLine>& lines)
{
    const std::filesystem::path target = dataFolder / kPaperDraftName;
    if (lines.empty()) {
        std::error_code error;
        std::filesystem::remove(target, error);
        if (error) {
            throw FileError{error.value(), "remove a file"};
        }
        return;
    }
    nlohmann::json array = nlohmann::json::array();
    for (const TypedPaperLine& line : lines) {
        nlohmann::json& object = array.emplace_back(nlohmann::json::object());
        eachMember(line, [&](const char* name, const std::string& member) {
            if (!member.empty()) {
                object[name] = member;
            }
        });
    }
    NewFile file{target};
    file.write(array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    file.keep();
}

} // namespace unclench
