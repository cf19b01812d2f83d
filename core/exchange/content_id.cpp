// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/content_id.h"

#include "core/exchange/made_id.h"

#include <sodium.h>

#include <string>

namespace unclench {

namespace {

/// Each part with its length, so that "ab", "c" is something else than "a", "bc".
std::string wholeContent(std::initializer_list<std::string_view> parts)
{
    std::string whole;
    for (const std::string_view part : parts) {
        whole += std::to_string(part.size());
        whole += ':';
        whole += part;
    }
    return whole;
}

} // namespace

ContentKey contentKey(std::initializer_list<std::string_view> parts)
{
    const std::string whole = wholeContent(parts);
    ContentKey key;
    static_assert(sizeof key.bytes == crypto_generichash_BYTES_MIN);
    crypto_generichash(key.bytes.data(), key.bytes.size(),
                       reinterpret_cast<const unsigned char*>(whole.data()), whole.size(), nullptr,
                       0);
    return key;
}

Uuid contentId(std::string_view what, const ContentKey& key, std::uint32_t number)
{
    const std::string_view bytes{reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()};
    return madeId(wholeContent({what, bytes, std::to_string(number)}));
}

} // namespace unclench
