// SPDX-License-Identifier: GPL-3.0-or-later
// The words for the vocabulary's ids, from resources/knowledge/words/<language>.json.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace unclench::ui {

/// Read once at start, passed by reference. Throws KnowledgeError where a file is not in its form.
class Words {
public:
    /// English, the one language there is yet.
    [[nodiscard]] static Words builtIn();
    [[nodiscard]] static Words parse(std::string_view json);

    /// The id itself where there is no word for it, so that nothing is ever shown empty.
    [[nodiscard]] QString label(Topic topic, const std::string& id) const;
    /// "Lower back, left".
    [[nodiscard]] QString place(const std::string& region, std::optional<Side> side) const;
    /// The cautions of a medicine class in full, one sentence each.
    [[nodiscard]] QStringList cautions(const Term& medicineClass) const;
    /// The same in one line.
    [[nodiscard]] QString cautionLine(const std::string& medicineClass) const;

    [[nodiscard]] bool has(const QString& group, const QString& id) const;

private:
    [[nodiscard]] QString word(const QString& group, const QString& id) const;
    QHash<QString, QHash<QString, QString>> m_groups;
};

} // namespace unclench::ui
