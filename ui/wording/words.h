// SPDX-License-Identifier: GPL-3.0-or-later
// The words for the vocabulary's ids, from resources/knowledge/words/<language>.json.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace unclench::ui {

/// A phrase as the beginning of a line.
[[nodiscard]] inline QString capitalised(QString text)
{
    return text.isEmpty() ? text : text.replace(0, 1, text.at(0).toUpper());
}

/// Read once at start, passed by reference. Throws KnowledgeError where a file is not in its form.
class Words {
public:
    /// English, the one language there is yet; read at the first call. Throws KnowledgeError.
    [[nodiscard]] static const Words& builtIn();
    [[nodiscard]] static Words parse(std::string_view json);

    /// The id itself where there is no word for it, so that nothing is ever shown empty.
    [[nodiscard]] QString label(Topic topic, const std::string& id) const;
    /// "Lower back, left".
    [[nodiscard]] QString place(const std::string& region, std::optional<Side> side) const;
    /// The cautions of a medicine class in full, one sentence each.
    [[nodiscard]] QStringList cautions(const Term& medicineClass) const;
    /// The same in one line.
    [[nodiscard]] QString cautionLine(const std::string& medicineClass) const;

    /// The line of a red-flag question; its examples (empty: none); what may be ticked with it; the
    /// items that are counted (empty: none).
    [[nodiscard]] QString question(const std::string& rule) const;
    [[nodiscard]] QString examples(const std::string& rule) const;
    [[nodiscard]] QString flag(const std::string& rule, const std::string& flag) const;
    [[nodiscard]] QStringList items(const std::string& rule) const;
    /// Why a rule is true, as a phrase; empty: these ids are covered by another one.
    [[nodiscard]] QString reason(const std::string& id) const;
    /// What to do about a rule, where that is not what its level says; empty: as its level.
    [[nodiscard]] QString advice(const std::string& rule) const;
    /// What the guide says, by the id of a topic, of a card, or of when it suits and when not. A
    /// card that tells the cautions of a medicine may have no text: empty.
    enum class GuidePart { Topic, Title, Text, When, NotWhen };
    [[nodiscard]] QString guide(GuidePart part, const std::string& id) const;
    /// Why heat or cold is as it is now, as a sentence.
    [[nodiscard]] QString careReason(const std::string& id) const;
    /// The sentence about a matter for a clinician's sign-off.
    [[nodiscard]] QString signOff(const std::string& id) const;

    [[nodiscard]] bool has(const QString& group, const QString& id) const;

private:
    [[nodiscard]] QString word(const QString& group, const QString& id) const;
    QHash<QString, QHash<QString, QString>> m_groups;
};

} // namespace unclench::ui
