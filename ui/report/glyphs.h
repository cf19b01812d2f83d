// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that would vanish from the paper, because no font here has them.
#pragma once

#include <QSet>
#include <QStringList>

namespace unclench::ui::report {

/// Gathers the characters of many texts, each once.
class Characters {
public:
    void add(const QString& text);
    /// Those that no font of this computer has, in the order in which they came.
    [[nodiscard]] QStringList missing() const;

private:
    QSet<char32_t> m_seen;
    QList<char32_t> m_inOrder;
};

} // namespace unclench::ui::report
