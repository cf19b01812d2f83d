// SPDX-License-Identifier: GPL-3.0-or-later
// What a parser promises besides coming back.
#pragma once

#include <exception>

namespace unclench::fuzz {

/// Nothing catches it: libFuzzer stops at it, and a test fails.
class BrokenPromise : public std::exception {
public:
    /// `what` must be a literal.
    explicit BrokenPromise(const char* what) : m_what(what) {}
    [[nodiscard]] const char* what() const noexcept override { return m_what; }

private:
    const char* m_what;
};

inline void promise(bool isKept, const char* what)
{
    if (!isKept) {
        throw BrokenPromise{what};
    }
}

} // namespace unclench::fuzz
