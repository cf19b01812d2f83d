// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leaf_rows.h"

#include "core/store/file_image.h"
#include "core/store/raw_pages.h"

#include <algorithm>
#include <optional>
#include <string>

namespace unclench {

namespace {

constexpr std::size_t kLeafHeader = 8;
constexpr std::size_t kMostValues = 64;

std::optional<RawValue> valueOf(std::uint64_t type, Cursor& body)
{
    const auto bytes = body.take(storedSize(type));
    const auto value = bytes ? storedValue(type, *bytes) : std::nullopt;
    if (!value) {
        return std::nullopt;
    }
    switch (value->sort) {
    case StoredValue::Sort::None: return RawValue{};
    case StoredValue::Sort::Integer: return RawValue{value->integer};
    case StoredValue::Sort::Real: return RawValue{value->real};
    case StoredValue::Sort::Text: return RawValue{std::string{value->bytes}};
    case StoredValue::Sort::Blob: return RawValue{RawBlob{std::string{value->bytes}}};
    }
    return std::nullopt;
}

std::optional<std::vector<RawValue>> valuesOf(std::string_view payload)
{
    Cursor head{payload};
    const auto size = head.varint();
    if (!size || *size > payload.size()) {
        return std::nullopt;
    }
    Cursor body{payload, static_cast<std::size_t>(*size)};
    std::vector<RawValue> values;
    while (head.at() < *size) {
        const auto type = head.varint();
        auto value = type ? valueOf(*type, body) : std::nullopt;
        if (!value || values.size() == kMostValues) {
            return std::nullopt;
        }
        values.push_back(*std::move(value));
    }
    return values;
}

} // namespace

void eachLeafRow(std::string_view bytes,
                 std::uint32_t pageSize,
                 const std::function<void(bool isTable, const RawRow& row)>& row)
{
    const Pages pages{bytes, pageSize};
    const auto unused = pages.unused();
    std::string room;
    for (std::uint32_t number = 1; number <= pages.count(); ++number) {
        const std::string_view page = pages.page(number);
        const std::size_t head = number == 1 ? 100 : 0; // the header of the file is on page 1
        const auto type = static_cast<PageType>(page[head]);
        const bool isTable = type == PageType::TableLeaf;
        if (unused.contains(number) ||
            (!isTable && type != PageType::IndexLeaf && type != PageType::IndexInside)) {
            continue;
        }
        const std::size_t pointers = head + kLeafHeader + (type == PageType::IndexInside ? 4 : 0);
        const std::size_t most = (page.size() - pointers) / 2;
        const std::size_t cells = std::min<std::size_t>(bigEndian(page, head + 3, 2), most);
        for (std::size_t i = 0; i < cells; ++i) {
            const std::size_t link = type == PageType::IndexInside ? 4 : 0;
            const std::size_t at = bigEndian(page, pointers + i * 2, 2) + link;
            if (at >= page.size()) {
                continue;
            }
            Cursor cell{page, at};
            const auto size = cell.varint();
            const auto rowid = isTable ? cell.varint() : std::optional<std::uint64_t>{0};
            if (!size || !rowid) {
                continue;
            }
            const auto payload = pages.payload(cell, *size, isTable, room);
            auto values = payload ? valuesOf(*payload) : std::nullopt;
            if (values) {
                row(isTable, {static_cast<std::int64_t>(*rowid), *std::move(values)});
            }
        }
    }
}

} // namespace unclench
