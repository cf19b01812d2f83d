// SPDX-License-Identifier: GPL-3.0-or-later
// Being an ordinary user for a while: the superuser may write where the modes say that nobody may.
#pragma once

#include <stdexcept>
#include <unistd.h>

namespace unclench::tests {

/// Does nothing for who is an ordinary user already.
class Unprivileged {
public:
    Unprivileged() : m_user(::geteuid())
    {
        if (m_user == 0 && ::seteuid(kNobody) != 0) {
            throw std::runtime_error{"cannot become another user"};
        }
    }
    ~Unprivileged()
    {
        if (m_user == 0) {
            static_cast<void>(::seteuid(0) == 0);
        }
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    uid_t m_user;
};

} // namespace unclench::tests
