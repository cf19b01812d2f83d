// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leaf_rows.h"

#include "core/store/file_image.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <string>

namespace unclench {

namespace {

constexpr std::size_t kLeafHeader = 8;
constexpr std::size_t kMostPayload = 16 * 1024 * 1024; // far more than the longest note
constexpr std::size_t kMostValues = 64;

/// Reads on from a place in bytes and never past their end.
class Cursor {
public:
    explicit Cursor(std::string_view bytes, std::size_t at = 0) : m_bytes(bytes), m_at(at) {}

    [[nodiscard]] std::size_t at() const { return m_at; }
    /// A number of 1 to 9 bytes, seven bits in each.
    std::optional<std::uint64_t> varint()
    {
        std::uint64_t value = 0;
        for (int i = 0; i < 9; ++i) {
            if (m_at >= m_bytes.size()) {
                return std::nullopt;
            }
            const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
            if (i == 8) {
                return (value << 8) | byte;
            }
            value = (value << 7) | (byte & 0x7FU);
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        return value;
    }
    std::optional<std::string_view> take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_at) {
            return std::nullopt;
        }
        const auto taken = m_bytes.substr(m_at, static_cast<std::size_t>(count));
        m_at += static_cast<std::size_t>(count);
        return taken;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at;
};

std::int64_t signedNumber(std::string_view bytes)
{
    std::uint64_t value = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~0ULL : 0;
    for (const char byte : bytes) {
        value = (value << 8) | static_cast<unsigned char>(byte);
    }
    return static_cast<std::int64_t>(value);
}

std::optional<RawValue> valueOf(std::uint64_t type, Cursor& body)
{
    constexpr std::uint64_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8};
    if (type == 0) {
        return RawValue{};
    }
    if (type == 8 || type == 9) {
        return RawValue{static_cast<std::int64_t>(type) - 8};
    }
    if (type == 10 || type == 11) {
        return std::nullopt; // never in a file
    }
    const auto taken = body.take(type < 8 ? kSizes[type] : (type - 12) / 2);
    if (!taken) {
        return std::nullopt;
    }
    if (type < 7) {
        return RawValue{signedNumber(*taken)};
    }
    if (type == 7) {
        return RawValue{std::bit_cast<double>(signedNumber(*taken))};
    }
    return type % 2 == 1 ? RawValue{std::string{*taken}} : RawValue{RawBlob{std::string{*taken}}};
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

/// The pages of a file, numbered from 1.
class Pages {
public:
    Pages(std::string_view bytes, std::uint32_t size) : m_bytes(bytes), m_size(size) {}

    [[nodiscard]] std::uint32_t count() const
    {
        return static_cast<std::uint32_t>(m_bytes.size() / m_size);
    }
    [[nodiscard]] bool has(std::uint32_t page) const { return page >= 1 && page <= count(); }
    [[nodiscard]] std::string_view page(std::uint32_t page) const
    {
        return m_bytes.substr(std::size_t{page - 1} * m_size, m_size);
    }

    /// Pages that hold nothing any more.
    [[nodiscard]] std::set<std::uint32_t> unused() const
    {
        std::set<std::uint32_t> found;
        std::uint32_t trunk = count() > 0 ? bigEndian(m_bytes, 32, 4) : 0;
        while (has(trunk) && found.insert(trunk).second) {
            const std::string_view list = page(trunk);
            const std::uint32_t most = m_size / 4 - 2;
            const std::uint32_t leaves = std::min(bigEndian(list, 4, 4), most);
            for (std::uint32_t i = 0; i < leaves; ++i) {
                found.insert(bigEndian(list, 8 + std::size_t{i} * 4, 4));
            }
            trunk = bigEndian(list, 0, 4);
        }
        return found;
    }

    /// The payload of a cell that begins at `cell`, with what of it lies on other pages.
    [[nodiscard]] std::optional<std::string>
    payload(Cursor& cell, std::uint64_t size, bool isTable) const
    {
        const std::uint64_t most =
            isTable ? m_size - 35 : (std::uint64_t{m_size} - 12) * 64 / 255 - 23;
        if (size > kMostPayload) {
            return std::nullopt;
        }
        std::uint64_t here = size;
        if (size > most) {
            const std::uint64_t least = (std::uint64_t{m_size} - 12) * 32 / 255 - 23;
            const std::uint64_t spilt = least + (size - least) % (m_size - 4);
            here = spilt <= most ? spilt : least;
        }
        const auto local = cell.take(here);
        if (!local) {
            return std::nullopt;
        }
        std::string payload{*local};
        if (here == size) {
            return payload;
        }
        const auto link = cell.take(4);
        std::uint32_t next = link ? bigEndian(*link, 0, 4) : 0;
        while (payload.size() < size) {
            if (!has(next)) {
                return std::nullopt;
            }
            const std::string_view more = page(next);
            payload += more.substr(4, std::min<std::uint64_t>(size - payload.size(), m_size - 4));
            next = bigEndian(more, 0, 4);
        }
        return payload;
    }

private:
    std::string_view m_bytes;
    std::uint32_t m_size;
};

/// What kinds of page hold rows.
enum class PageType : unsigned char { IndexInside = 0x02, IndexLeaf = 0x0A, TableLeaf = 0x0D };

} // namespace

void eachLeafRow(std::string_view bytes,
                 std::uint32_t pageSize,
                 const std::function<void(bool isTable, const RawRow& row)>& row)
{
    const Pages pages{bytes, pageSize};
    const auto unused = pages.unused();
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
            const auto payload = pages.payload(cell, *size, isTable);
            auto values = payload ? valuesOf(*payload) : std::nullopt;
            if (values) {
                row(isTable, {static_cast<std::int64_t>(*rowid), *std::move(values)});
            }
        }
    }
}

} // namespace unclench
