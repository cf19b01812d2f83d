// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/search.h"

#include <QStringList>

#include <algorithm>

namespace unclench::ui::wording {

namespace {

bool isMark(QChar character)
{
    return character.category() == QChar::Mark_NonSpacing;
}

bool hasWordThatBegins(const QString& label, const QString& beginning)
{
    for (qsizetype at = label.indexOf(beginning); at >= 0; at = label.indexOf(beginning, at + 1)) {
        if (at == 0 || !label.at(at - 1).isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

} // namespace

QString folded(const QString& text)
{
    QString plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.removeIf(isMark);
    return plain;
}

std::vector<SearchWord>
searchWords(const QString& text, const Words& words, const Vocabulary& vocabulary)
{
    std::vector<SearchWord> all;
    QStringList typed = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    typed.removeDuplicates();
    for (const QString& word : std::as_const(typed)) {
        SearchWord& one = all.emplace_back();
        one.text = word.toStdString();
        const QString beginning = folded(word);
        const auto collect = [&](Topic topic, std::vector<std::string>& ids) {
            for (const Term& term : vocabulary.terms(topic)) {
                if (hasWordThatBegins(folded(words.label(topic, term.id)), beginning)) {
                    ids.push_back(term.id);
                }
            }
        };
        collect(Topic::Region, one.regions);
        collect(Topic::Trigger, one.triggers);
        collect(Topic::Symptom, one.symptoms);
    }
    return all;
}

std::vector<std::string> idsByLabel(Topic topic, const Words& words, const Vocabulary& vocabulary)
{
    std::vector<std::pair<QString, std::string>> labelled;
    for (const Term& term : vocabulary.terms(topic)) {
        labelled.emplace_back(words.label(topic, term.id), term.id);
    }
    std::sort(labelled.begin(), labelled.end(), [](const auto& a, const auto& b) {
        return QString::localeAwareCompare(a.first, b.first) < 0;
    });
    std::vector<std::string> ids;
    for (auto& [label, id] : labelled) {
        ids.push_back(std::move(id));
    }
    return ids;
}

} // namespace unclench::ui::wording
