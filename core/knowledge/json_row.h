// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the knowledge files: every fault is a KnowledgeError that names the file, the row and the
// field. For the sources of core/knowledge alone.
#pragma once

#include "core/knowledge/names.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

class Vocabulary;

[[nodiscard]] nlohmann::json parseObject(std::string_view file, std::string_view bytes);

/// The list under `key`, with at least one row. Lives as long as `document`.
[[nodiscard]] const nlohmann::json&
listOf(std::string_view file, const nlohmann::json& document, std::string_view key);

/// One row being read. `row` must outlive it.
class Row {
public:
    Row(std::string_view file, std::string_view list, std::size_t index, const nlohmann::json& row);
    /// What stands under `key` of another row.
    Row(const Row& parent, std::string_view key, const nlohmann::json& row);

    [[noreturn]] void fail(std::string_view what) const;
    void allowOnly(std::initializer_list<std::string_view> keys) const;

    [[nodiscard]] std::string text(const char* key) const;
    /// Absent: the field is not there.
    [[nodiscard]] std::optional<std::string> textIfThere(const char* key) const;
    /// Empty: the field is not there.
    [[nodiscard]] std::vector<std::string> texts(const char* key) const;
    /// False: the field is not there.
    [[nodiscard]] bool flag(const char* key) const;
    [[nodiscard]] double number(const char* key) const;
    /// A whole number that is not negative. Absent: the field is not there.
    [[nodiscard]] std::optional<int> wholeIfThere(const char* key) const;
    [[nodiscard]] bool has(const char* key) const { return m_row.contains(key); }
    /// Whatever stands there. Lives as long as the row.
    [[nodiscard]] const nlohmann::json& value(const char* key) const;

private:
    std::string m_place;
    const nlohmann::json& m_row;
};

/// a-z first, then a-z, 0-9 and _.
[[nodiscard]] bool isId(std::string_view text);

/// The field `id`, which must be one and stand only once: it is added to `seen`.
[[nodiscard]] std::string readId(const Row& row, std::set<std::string>& seen);
/// The field `sources`: at least one, each of them known to `vocabulary`.
[[nodiscard]] std::vector<std::string> readSources(const Row& row, const Vocabulary& vocabulary);

/// The value of an enum by its name.
template <NamedEnum Enum>
[[nodiscard]] Enum readName(const Row& row, const char* key)
{
    const std::string text = row.text(key);
    const auto known = fromId<Enum>(text);
    if (!known) {
        row.fail(std::string{key} + " is " + text + ", which is none of its values");
    }
    return *known;
}

} // namespace unclench
