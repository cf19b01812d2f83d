// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the back map as rows of check boxes, for the keyboard and the screen reader.
#pragma once

#include "core/diary/details.h"
#include "core/knowledge/vocabulary.h"
#include "ui/wording/words.h"

#include <QCheckBox>
#include <QWidget>

#include <vector>

namespace unclench::ui {

/// Shows what `display` said last, as BackMap does. Object names of the boxes:
/// "place_lower_back_left", and "place_hip" where the side is not sure.
class PlaceList : public QWidget {
    Q_OBJECT
public:
    PlaceList(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const std::vector<Place>& places);

Q_SIGNALS:
    void placesChanged(const std::vector<unclench::Place>& places);

private:
    struct Box {
        Place place;
        QCheckBox* box;
    };
    std::vector<Box> m_boxes;
    std::vector<Place> m_places;
};

} // namespace unclench::ui
