// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up language in which every text is 40 % longer than in English.
#pragma once

#include "ui/wording/words.h"

#include <QTranslator>

namespace unclench::ui {

/// Each word gets half of itself once more; placeholders and mnemonics stay what they are.
[[nodiscard]] QString longer(const QString& text);

class LongerWords : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context,
                                    const char* source,
                                    const char* disambiguation,
                                    int n) const override;
};

/// The words of the vocabulary in that language.
[[nodiscard]] Words longerVocabulary();

} // namespace unclench::ui
