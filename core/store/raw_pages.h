// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a SQLite file, and what stands on them, read without SQLite.
// Formats: https://www.sqlite.org/fileformat2.html
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace unclench {

/// What kinds of page there are.
enum class PageType : unsigned char {
    IndexInside = 0x02,
    TableInside = 0x05,
    IndexLeaf = 0x0A,
    TableLeaf = 0x0D
};

/// Reads on from a place in bytes and never past their end.
class Cursor {
public:
    explicit Cursor(std::string_view bytes, std::size_t at = 0) : m_bytes(bytes), m_at(at) {}

    [[nodiscard]] std::size_t at() const { return m_at; }
    /// A number of 1 to 9 bytes, seven bits in each.
    std::optional<std::uint64_t> varint()
    {
        // Most are of one byte, and ten years have ten million of them.
        if (m_at < m_bytes.size() && (static_cast<unsigned char>(m_bytes[m_at]) & 0x80U) == 0) {
            return static_cast<unsigned char>(m_bytes[m_at++]);
        }
        return longVarint();
    }
    std::optional<std::string_view> take(std::uint64_t count)
    {
        if (m_at > m_bytes.size() || count > m_bytes.size() - m_at) {
            return std::nullopt;
        }
        const std::string_view taken{m_bytes.data() + m_at, static_cast<std::size_t>(count)};
        m_at += static_cast<std::size_t>(count);
        return taken;
    }

private:
    std::optional<std::uint64_t> longVarint();

    std::string_view m_bytes;
    std::size_t m_at;
};

/// A value as a record holds it.
struct StoredValue {
    enum class Sort { None, Integer, Real, Text, Blob };
    Sort sort = Sort::None;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view bytes; ///< of a text or blob
};

/// How many bytes a value of a serial type has.
[[nodiscard]] inline std::uint64_t storedSize(std::uint64_t type)
{
    constexpr std::uint64_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < 12 ? kSizes[type] : (type - 12) / 2;
}
/// The value of a serial type in its bytes. Absent: no file has that type.
[[nodiscard]] std::optional<StoredValue> storedValue(std::uint64_t type, std::string_view bytes);

/// Pages, numbered from 1. The bytes must outlive it.
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
    [[nodiscard]] std::set<std::uint32_t> unused() const;

    /// The payload of a cell that begins at `cell`, with what of it lies on other pages: then it
    /// stands in `room`. Absent: it leads nowhere.
    [[nodiscard]] std::optional<std::string_view>
    payload(Cursor& cell, std::uint64_t size, bool isTable, std::string& room) const;

private:
    std::string_view m_bytes;
    std::uint32_t m_size;
};

} // namespace unclench
