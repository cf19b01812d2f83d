// SPDX-License-Identifier: GPL-3.0-or-later
// Where libFuzzer calls the target UNCLENCH_FUZZ_TARGET, each in a program of its own.
#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    unclench::fuzz::UNCLENCH_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
