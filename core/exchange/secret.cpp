// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/secret.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>
#include <utility>

namespace unclench {

namespace {

/// libsodium takes its random numbers and chooses its code for this processor once, in any thread.
void secretReady()
{
    static const int result = sodium_init();
    if (result < 0) {
        throw std::runtime_error{"libsodium cannot start: the system gives no random numbers"};
    }
}

/// Between pages that nobody may touch, and out of the swap file as far as the system's limit goes.
unsigned char* secretMemory(std::size_t size)
{
    secretReady();
    if (size == 0) {
        return nullptr;
    }
    auto* bytes = static_cast<unsigned char*>(sodium_malloc(size));
    if (bytes == nullptr) {
        throw std::bad_alloc{};
    }
    return bytes;
}

} // namespace

Secret::Secret(std::size_t size) : m_bytes(secretMemory(size)), m_size(size)
{
    std::fill_n(m_bytes, m_size, static_cast<unsigned char>(0));
}

Secret::Secret(std::span<const unsigned char> bytes)
    : m_bytes(secretMemory(bytes.size())), m_size(bytes.size())
{
    std::copy(bytes.begin(), bytes.end(), m_bytes);
}

Secret::Secret(std::string_view text) : m_bytes(secretMemory(text.size())), m_size(text.size())
{
    std::copy(text.begin(), text.end(), m_bytes);
}

Secret::~Secret()
{
    sodium_free(m_bytes); // zeroes; takes null
}

Secret::Secret(const Secret& other) : Secret(std::span{other.m_bytes, other.m_size}) {}

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        *this = Secret{other};
    }
    return *this;
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

std::string_view Secret::text() const
{
    return {reinterpret_cast<const char*>(m_bytes), m_size};
}

bool operator==(const Secret& a, const Secret& b)
{
    return a.m_size == b.m_size &&
           (a.m_size == 0 || sodium_memcmp(a.m_bytes, b.m_bytes, a.m_size) == 0);
}

void wipe(std::string& text)
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace unclench
