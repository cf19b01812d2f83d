// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that nobody else may see: kept out of the swap file where the system allows it, zeroed at
// the end.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace unclench {

/// Throws std::bad_alloc. Copies are as private as the first.
class Secret {
public:
    Secret() = default;
    /// `size` zeroes.
    explicit Secret(std::size_t size);
    explicit Secret(std::span<const unsigned char> bytes);
    /// The bytes of a text; the caller's own text stays as it is (`wipe`).
    explicit Secret(std::string_view text);
    ~Secret();
    Secret(const Secret& other);
    Secret& operator=(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;

    [[nodiscard]] unsigned char* data() { return m_bytes; }
    [[nodiscard]] const unsigned char* data() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::string_view text() const;

    /// Compared without telling by the time it takes how much of it is alike.
    friend bool operator==(const Secret& a, const Secret& b);

private:
    unsigned char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites a text that held something secret, in a way that no compiler leaves out, and empties
/// it.
void wipe(std::string& text);

} // namespace unclench
