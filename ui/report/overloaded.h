// SPDX-License-Identifier: GPL-3.0-or-later
// Several lambdas as one visitor of a variant.
#pragma once

namespace unclench::ui::report {

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

} // namespace unclench::ui::report
