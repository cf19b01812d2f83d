// SPDX-License-Identifier: GPL-3.0-or-later
// The left half of *Visit*, as far as it is one visit: when and with whom, what you want, what the
// page shows.
#pragma once

#include "ui/pages/visit_view.h"
#include "ui/widgets/section.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace unclench::ui {

class ChipGroup;
class DayEdit;
class KeptLine;
class KeptNote;
class MomentEdit;

/// When and with whom, and the days that the page covers. The keyboard goes to when.
class VisitAppointment : public Section {
    Q_OBJECT
public:
    explicit VisitAppointment(QWidget* parent = nullptr);

    /// `isOther`: another visit than the one shown before.
    void display(const VisitView& view, bool isOther);
    void saveDrafts();

Q_SIGNALS:
    void changed(const unclench::ui::VisitChange& change, const QString& sentence);

private:
    QWidget* buildDays();

    MomentEdit* m_at;
    KeptLine* m_provider;
    DayEdit* m_from = nullptr;
    DayEdit* m_to = nullptr;
    QPushButton* m_usual = nullptr;
    QLabel* m_daysHint = nullptr;
};

/// The goal and up to three questions.
class VisitWishes : public Section {
    Q_OBJECT
public:
    explicit VisitWishes(QWidget* parent = nullptr);

    void display(const VisitView& view, bool isOther);
    void saveDrafts();

Q_SIGNALS:
    void changed(const unclench::ui::VisitChange& change, const QString& sentence);

private:
    KeptNote* m_goal;
    std::array<KeptLine*, 3> m_questions{};
};

/// Sections on or off, the long version, the name, the paper.
class VisitShows : public Section {
    Q_OBJECT
public:
    explicit VisitShows(QWidget* parent = nullptr);

    void display(const VisitView& view);
    void saveDrafts();

Q_SIGNALS:
    void changed(const unclench::ui::VisitChange& change, const QString& sentence);
    void nameTold(const QString& name);
    void paperChosen(unclench::PaperSize paper);

private:
    void offerPapers();

    ChipGroup* m_sections;
    ChipGroup* m_length;
    ChipGroup* m_shownName;
    KeptLine* m_name;
    ChipGroup* m_paper;
};

} // namespace unclench::ui
