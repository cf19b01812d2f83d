// SPDX-License-Identifier: GPL-3.0-or-later
// How work that takes long tells how far it is, and how it is stopped.
#pragma once

#include <exception>
#include <functional>

namespace unclench {

/// Called now and then with the share that is done, 0 to 1, on the thread that works. False: stop.
/// May be empty: nobody looks and nobody stops it.
using Progress = std::function<bool(double share)>;

/// Thrown out of work whose `Progress` said stop. Nothing of the work is kept.
class Cancelled : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

/// Throws Cancelled where `progress` says stop.
inline void tell(const Progress& progress, double share)
{
    if (progress && !progress(share)) {
        throw Cancelled{};
    }
}

} // namespace unclench
