// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, backups: one that opens with a passphrase alone, and the key that opens it where the
// passphrase is lost.
#pragma once

#include "ui/widgets/section.h"

#include <QStringList>

class QLabel;
class QPushButton;

namespace unclench::ui {

class PassphraseLine;
class ReadableText;

class DataSealed : public Section {
    Q_OBJECT
public:
    explicit DataSealed(QWidget* parent = nullptr);

    /// The key of the backup that was just made, a line each. Empty: there is none to show.
    void displayKey(const QStringList& lines);

Q_SIGNALS:
    /// The person typed it twice.
    void sealRequested(const QString& passphrase);
    void printKeyRequested();
    /// The key is on paper or somewhere else, and need not be shown any more.
    void keyKept();

private:
    QWidget* buildForm();
    QWidget* buildKey();
    void judge();
    void copyKey();

    QWidget* m_form = nullptr;
    PassphraseLine* m_first = nullptr;
    PassphraseLine* m_second = nullptr;
    QLabel* m_strength = nullptr;
    QLabel* m_differ = nullptr;
    QPushButton* m_seal = nullptr;
    QWidget* m_keyPart = nullptr;
    ReadableText* m_key = nullptr;
    QLabel* m_copied = nullptr;
};

} // namespace unclench::ui
