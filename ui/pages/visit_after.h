// SPDX-License-Identifier: GPL-3.0-or-later
// After the visit: what was said, what to do, when the next one is.
#pragma once

#include "ui/pages/visit_view.h"
#include "ui/widgets/section.h"

class QCheckBox;

namespace unclench::ui {

class KeptNote;
class MomentEdit;

class VisitAfter : public Section {
    Q_OBJECT
public:
    explicit VisitAfter(QWidget* parent = nullptr);

    /// `isOther`: another visit than the one shown before.
    void display(const VisitView& view, bool isOther);
    void saveDrafts();

Q_SIGNALS:
    void changed(const unclench::ui::VisitChange& change, const QString& sentence);
    /// The visit is over; `next`: when the next one is.
    void finishRequested(std::optional<unclench::Moment> next);

private:
    void finish();

    QLabel* m_hint;
    KeptNote* m_said;
    KeptNote* m_toDo;
    QCheckBox* m_hasNext;
    MomentEdit* m_next;
    QPushButton* m_over;
    Moment m_nextAt;
};

} // namespace unclench::ui
