// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase and its cost for tests: as cheap as it can be, what is tested does not grow with it.
#pragma once

#include "core/exchange/sealed.h"

namespace unclench::tests {

inline constexpr SealCost kCheapSeal{1, 8192};

[[nodiscard]] inline Secret sealPassphrase()
{
    return Secret{std::string_view{"correct horse battery staple"}};
}

} // namespace unclench::tests
