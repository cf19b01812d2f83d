// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that were set already: the page is tried in many ways, and most of its texts stand alike in
// all of them.
#pragma once

#include "ui/report/set_text.h"

#include <QHash>

#include <memory>

namespace unclench::ui::report {

/// One for each page that is laid out; used by one thread.
class SetTexts {
public:
    /// As SetText.
    [[nodiscard]] std::shared_ptr<const SetText> get(const QString& lead,
                                                     const QString& text,
                                                     const TextStyle& style,
                                                     double width,
                                                     int mostLines,
                                                     const QString& keptEnd = {});
    /// As `needsOf`.
    [[nodiscard]] TextNeeds needs(const QString& text, const TextStyle& style);

private:
    struct Key {
        QString lead;
        QString text;
        TextStyle style;
        double width = 0;
        int mostLines = 0;
        QString keptEnd{};
    };
    friend bool operator==(const Key& a, const Key& b);
    friend size_t qHash(const Key& key, size_t seed);

    QHash<Key, std::shared_ptr<const SetText>> m_texts;
    QHash<Key, TextNeeds> m_needs;
};

} // namespace unclench::ui::report
