// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/raw_pages.h"

#include "core/store/file_image.h"

#include <algorithm>
#include <bit>

namespace unclench {

namespace {

constexpr std::size_t kMostPayload = 16 * 1024 * 1024; // far more than the longest note

} // namespace

std::optional<std::uint64_t> Cursor::longVarint()
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

std::optional<StoredValue> storedValue(std::uint64_t type, std::string_view bytes)
{
    using Sort = StoredValue::Sort;
    StoredValue value;
    if (type >= 12) {
        value.sort = type % 2 == 1 ? Sort::Text : Sort::Blob;
        value.bytes = bytes;
        return value;
    }
    if (type == 0) {
        return value;
    }
    if (type == 10 || type == 11) {
        return std::nullopt; // never in a file
    }
    value.sort = type == 7 ? Sort::Real : Sort::Integer;
    if (type >= 8) {
        value.integer = static_cast<std::int64_t>(type) - 8;
        return value;
    }
    std::uint64_t number = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~0ULL : 0;
    for (const char byte : bytes) {
        number = (number << 8) | static_cast<unsigned char>(byte);
    }
    value.integer = static_cast<std::int64_t>(number);
    value.real = type == 7 ? std::bit_cast<double>(number) : 0;
    return value;
}

std::set<std::uint32_t> Pages::unused() const
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

std::optional<std::string_view>
Pages::payload(Cursor& cell, std::uint64_t size, bool isTable, std::string& room) const
{
    const std::uint64_t most = isTable ? m_size - 35 : (std::uint64_t{m_size} - 12) * 64 / 255 - 23;
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
    if (!local || here == size) {
        return local;
    }
    room = *local;
    const auto link = cell.take(4);
    std::uint32_t next = link ? bigEndian(*link, 0, 4) : 0;
    while (room.size() < size) {
        if (!has(next)) {
            return std::nullopt;
        }
        const std::string_view more = page(next);
        room += more.substr(4, std::min<std::uint64_t>(size - room.size(), m_size - 4));
        next = bigEndian(more, 0, 4);
    }
    return room;
}

} // namespace unclench
