// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace unclench::embedded {
extern const std::string_view kWordsEn;
} // namespace unclench::embedded

namespace unclench::ui {

namespace {

QString text(std::string_view id)
{
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

} // namespace

const Words& Words::builtIn()
{
    static const Words kBuiltIn = parse(embedded::kWordsEn);
    return kBuiltIn;
}

Words Words::parse(std::string_view json)
{
    const auto document =
        QJsonDocument::fromJson(QByteArray{json.data(), static_cast<qsizetype>(json.size())});
    if (!document.isObject()) {
        throw KnowledgeError{"words: not a JSON object"};
    }
    Words words;
    const QJsonObject groups = document.object();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        if (!group.value().isObject()) {
            throw KnowledgeError{"words: " + group.key().toStdString() + " is not an object"};
        }
        const QJsonObject entries = group.value().toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            if (entry.value().toString().isEmpty()) {
                throw KnowledgeError{"words: " + group.key().toStdString() + "." +
                                     entry.key().toStdString() + " is no text"};
            }
            words.m_groups[group.key()].insert(entry.key(), entry.value().toString());
        }
    }
    return words;
}

QString Words::word(const QString& group, const QString& id) const
{
    return m_groups.value(group).value(id, id);
}

bool Words::has(const QString& group, const QString& id) const
{
    return m_groups.value(group).contains(id);
}

QString Words::label(Topic topic, const std::string& id) const
{
    return word(text(toId(topic)), text(id));
}

QString Words::place(const std::string& region, std::optional<Side> side) const
{
    const QString name = label(Topic::Region, region);
    if (!side) {
        return name;
    }
    switch (*side) {
    case Side::Left: return QCoreApplication::translate("Words", "%1, left").arg(name);
    case Side::Right: return QCoreApplication::translate("Words", "%1, right").arg(name);
    case Side::Both: return QCoreApplication::translate("Words", "%1, both sides").arg(name);
    case Side::Middle: return QCoreApplication::translate("Words", "%1, middle").arg(name);
    }
    Q_UNREACHABLE();
}

QStringList Words::cautions(const Term& medicineClass) const
{
    QStringList sentences;
    for (const std::string& id : medicineClass.cautions) {
        sentences << word(QStringLiteral("cautions"), text(id));
    }
    return sentences;
}

QString Words::question(const std::string& rule) const
{
    return word(QStringLiteral("questions"), text(rule));
}

QString Words::examples(const std::string& rule) const
{
    return m_groups.value(QStringLiteral("examples")).value(text(rule));
}

QString Words::flag(const std::string& rule, const std::string& flag) const
{
    return word(QStringLiteral("flags"), text(rule + "_" + flag));
}

QStringList Words::items(const std::string& rule) const
{
    QStringList items;
    const auto group = m_groups.value(QStringLiteral("items"));
    for (int i = 1;; ++i) {
        const QString id = QStringLiteral("%1_%2").arg(text(rule)).arg(i);
        if (!group.contains(id)) {
            return items;
        }
        items << group.value(id);
    }
}

QString Words::reason(const std::string& id) const
{
    const QString own = m_groups.value(QStringLiteral("reasons")).value(text(id));
    if (!own.isEmpty()) {
        return own;
    }
    for (const Topic topic :
         {Topic::Trigger, Topic::Condition, Topic::Region, Topic::MedicineClass}) {
        const QString label = m_groups.value(text(toId(topic))).value(text(id));
        if (!label.isEmpty()) {
            return label.left(1).toLower() + label.mid(1);
        }
    }
    return {};
}

QString Words::advice(const std::string& rule) const
{
    return m_groups.value(QStringLiteral("advice")).value(text(rule));
}

QString Words::careReason(const std::string& id) const
{
    return word(QStringLiteral("care_reasons"), text(id));
}

QString Words::signOff(const std::string& id) const
{
    return word(QStringLiteral("sign_off"), text(id));
}

QString Words::guide(GuidePart part, const std::string& id) const
{
    switch (part) {
    case GuidePart::Topic: return word(QStringLiteral("guide_topics"), text(id));
    case GuidePart::Title: return word(QStringLiteral("guide_titles"), text(id));
    case GuidePart::Text: return m_groups.value(QStringLiteral("guide_text")).value(text(id));
    case GuidePart::When: return word(QStringLiteral("guide_when"), text(id));
    case GuidePart::NotWhen: return word(QStringLiteral("guide_not_when"), text(id));
    }
    Q_UNREACHABLE();
}

QString Words::cautionLine(const std::string& medicineClass) const
{
    return word(QStringLiteral("caution_lines"), text(medicineClass));
}

} // namespace unclench::ui
