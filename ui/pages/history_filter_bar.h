// SPDX-License-Identifier: GPL-3.0-or-later
// What History is narrowed by: a search and a row of choices, as one filter.
#pragma once

#include "core/diary/history.h"
#include "core/diary/saved_filter.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace unclench::ui {

class FlowLayout;
class KeepFilterRow;
class SavedFiltersButton;

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
    /// Whether it asks for days from one to an earlier one, which leaves nothing.
    [[nodiscard]] bool isBackwards() const;
    void clear();
    void focusSearch();
    /// Those that can be chosen from the menu, in that order.
    void displayFilters(const std::vector<SavedFilter>& filters);
    /// Chooses what `filter` says. What this version does not know narrows all the same, as an
    /// entry of its own, and that is said; days that cannot be read narrow nothing, which is said.
    void apply(const SavedFilter& filter);
    /// The one that was asked to be kept is kept now.
    void filterKept();

Q_SIGNALS:
    void changed(const unclench::HistoryFilter& filter);
    void keepFilterRequested(const unclench::SavedFilter& filter);
    void forgetFilterRequested(const unclench::Uuid& filter);

private:
    void buildSearch(FlowLayout* row);
    void buildPeriod(FlowLayout* row);
    void buildChoices(FlowLayout* row);
    void buildSaved(FlowLayout* row);
    QComboBox* makeChoice(const QString& name, const QString& label, const QString& any);
    void fillRegions();
    /// As it is chosen now.
    [[nodiscard]] SavedFilter toKeep(const QString& name) const;
    void choose(QComboBox* box, const std::string& id);
    void forgetUnknown();
    void sayUnknown();
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
    SavedFiltersButton* m_saved;
    KeepFilterRow* m_keepRow;
    QLabel* m_unknownNote;
    /// Whose last entry is an id that this version does not know.
    std::vector<QComboBox*> m_withUnknown;
    bool m_areDaysUnread = false;
    bool m_hasToday = false;
    /// Several are chosen in one step: told once, when all are as they will be.
    bool m_isFilling = false;
};

} // namespace unclench::ui
