// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the details page on a fall, blow or accident before the spasm: when it was.
#pragma once

#include "ui/pages/details_view.h"
#include "ui/widgets/section.h"

namespace unclench::ui {

class ChipGroup;
class MomentEdit;

class InjurySection : public Section {
    Q_OBJECT
public:
    explicit InjurySection(QWidget* parent = nullptr);

    void display(const DetailsView& view);
    void saveDrafts();

Q_SIGNALS:
    void told(const unclench::Details& details, unclench::ui::Revision revision);
    void forgotten(unclench::DetailField field);

private:
    void tell(const Moment& moment);

    ChipGroup* m_chips;
    QLabel* m_when;
    MomentEdit* m_time = nullptr;
    std::optional<Uuid> m_shown;
    std::optional<Moment> m_injury;
    Moment m_onset;
};

} // namespace unclench::ui
