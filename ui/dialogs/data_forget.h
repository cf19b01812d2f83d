// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, delete everything: what goes, what stays out of reach, and the word that says that
// it is meant.
#pragma once

#include "ui/widgets/section.h"

#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace unclench::ui {

class DataForget : public Section {
    Q_OBJECT
public:
    explicit DataForget(QWidget* parent = nullptr);

    /// `word`: what is to be typed. The lists: an entry each.
    void display(const QString& word, const QStringList& deleted, const QStringList& unreachable);

Q_SIGNALS:
    void forgetRequested();

private:
    void allow();

    QString m_expected;
    QLabel* m_deleted;
    QLabel* m_unreachable;
    QLabel* m_ask;
    QLineEdit* m_word;
    QPushButton* m_forget;
};

} // namespace unclench::ui
