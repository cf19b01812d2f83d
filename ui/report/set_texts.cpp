// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/set_texts.h"

#include <QHashFunctions>

namespace unclench::ui::report {

bool operator==(const SetTexts::Key& a, const SetTexts::Key& b)
{
    return a.mostLines == b.mostLines && a.width == b.width && a.style == b.style &&
           a.lead == b.lead && a.keptEnd == b.keptEnd && a.text == b.text;
}

size_t qHash(const SetTexts::Key& key, size_t seed)
{
    return qHashMulti(seed, key.lead, key.text, key.style.points, key.style.isBold, key.width,
                      key.mostLines);
}

std::shared_ptr<const SetText> SetTexts::get(const QString& lead,
                                             const QString& text,
                                             const TextStyle& style,
                                             double width,
                                             int mostLines,
                                             const QString& keptEnd)
{
    auto& found = m_texts[Key{lead, text, style, width, mostLines, keptEnd}];
    if (!found) {
        found = std::make_shared<const SetText>(lead, text, style, width, mostLines, keptEnd);
    }
    return found;
}

TextNeeds SetTexts::needs(const QString& text, const TextStyle& style)
{
    const Key key{{}, text, style};
    const auto found = m_needs.constFind(key);
    return found != m_needs.cend() ? *found : *m_needs.insert(key, needsOf(text, style));
}

} // namespace unclench::ui::report
