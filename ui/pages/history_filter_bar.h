// SPDX-License-Identifier: GPL-3.0-or-later
// What History is narrowed by: a search and a row of choices, as one filter.
#pragma once

#include "core/diary/history.h"
#include "ui/wording/words.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace unclench::ui {

class FlowLayout;

class HistoryFilterBar : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    HistoryFilterBar(const Words& words, const Vocabulary& vocabulary, QWidget* parent = nullptr);

    /// The day that a period of one's own begins with; only the first call counts.
    void setToday(std::chrono::local_days today);
    [[nodiscard]] HistoryFilter filter() const;
    /// Whether anything but *Deleted* is chosen.
    [[nodiscard]] bool isNarrowing() const;
    void clear();
    void focusSearch();

Q_SIGNALS:
    void changed(const unclench::HistoryFilter& filter);

private:
    void buildSearch(FlowLayout* row);
    void buildPeriod(FlowLayout* row);
    void buildChoices(FlowLayout* row);
    QComboBox* makeChoice(const QString& name, const QString& label, const QString& any);
    void fillRegions();
    void tell();

    const Words& m_words;
    const Vocabulary& m_vocabulary;
    QLineEdit* m_search;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_region;
    QComboBox* m_pain;
    QComboBox* m_painMost;
    QComboBox* m_symptom;
    QComboBox* m_trigger;
    QCheckBox* m_deleted;
    QPushButton* m_clear;
    bool m_hasToday = false;
    bool m_isClearing = false;
};

} // namespace unclench::ui
