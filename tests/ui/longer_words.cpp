// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/longer_words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace unclench::ui {

QString longer(const QString& text)
{
    static const QRegularExpression kWord{QStringLiteral("%[0-9nL]+|&|\\p{L}+")};
    QString all;
    qsizetype done = 0;
    for (auto match = kWord.globalMatch(text); match.hasNext();) {
        const auto word = match.next();
        all += text.mid(done, word.capturedStart() - done) + word.captured();
        done = word.capturedEnd();
        const bool isWord = word.captured().front().isLetter();
        if (isWord) {
            const auto more = static_cast<qsizetype>(
                std::ceil(0.4 * static_cast<double>(word.captured().size())));
            all += word.captured().left(more).toLower();
        }
    }
    return all + text.mid(done);
}

QString LongerWords::translate(const char*, const char* source, const char*, int) const
{
    return longer(QString::fromUtf8(source));
}

Words longerVocabulary()
{
    QFile file{QStringLiteral(UNCLENCH_WORDS)};
    if (!file.open(QIODevice::ReadOnly)) {
        return Words::builtIn();
    }
    QJsonObject groups = QJsonDocument::fromJson(file.readAll()).object();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        QJsonObject words = group.value().toObject();
        for (auto word = words.begin(); word != words.end(); ++word) {
            word.value() = longer(word.value().toString());
        }
        group.value() = words;
    }
    return Words::parse(QJsonDocument{groups}.toJson().toStdString());
}

} // namespace unclench::ui
