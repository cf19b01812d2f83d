// SPDX-License-Identifier: GPL-3.0-or-later
// The page *Visit*: before the doctor, what to tell; after it, what was said. Beside it the page
// that the doctor gets.
#pragma once

#include "ui/pages/visit_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace unclench::ui {

class ScrollSheet;
class Section;
class VisitAfter;
class VisitAppointment;
class VisitGaps;
class VisitList;
class VisitPreview;
class VisitShows;
class VisitWishes;

/// Keeps what is typed until it was saved; each thing is wished for when it is left.
class VisitPage : public QWidget {
    Q_OBJECT
public:
    explicit VisitPage(QWidget* parent = nullptr);

    void display(const VisitView& view);
    /// Wishes now for all that is typed and not saved yet.
    void saveDrafts();
    [[nodiscard]] VisitPreview* preview() const { return m_preview; }
    [[nodiscard]] VisitGaps* gaps() const { return m_gaps; }

Q_SIGNALS:
    void shownChanged(bool isShown);
    /// A visit in a week, or one of today that has no date yet.
    void prepareRequested(bool isToday);
    void changed(const unclench::ui::VisitChange& change, const QString& sentence);
    void nameTold(const QString& name);
    void paperChosen(unclench::PaperSize paper);
    void finishRequested(std::optional<unclench::Moment> next);
    void chosen(const unclench::Uuid& visit);
    void removeRequested(const unclench::Uuid& visit);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildEmpty();
    QWidget* buildForm();
    void connectParts();
    void prepare(bool isToday);
    void displayVisit(const VisitView& view, bool isOther);

    QPushButton* m_another = nullptr;
    ScrollSheet* m_whole = nullptr;
    QBoxLayout* m_halves = nullptr;
    ScrollSheet* m_formArea = nullptr;
    Section* m_empty = nullptr;
    VisitAppointment* m_appointment = nullptr;
    VisitWishes* m_wishes = nullptr;
    VisitGaps* m_gaps = nullptr;
    VisitShows* m_shows = nullptr;
    VisitAfter* m_after = nullptr;
    VisitList* m_list = nullptr;
    VisitPreview* m_preview = nullptr;
    /// The visit on display. Absent: none.
    std::optional<Uuid> m_shown;
};

} // namespace unclench::ui
