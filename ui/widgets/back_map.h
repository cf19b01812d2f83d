// SPDX-License-Identifier: GPL-3.0-or-later
// The back of a body, drawn in lines, with the places that can hurt: press one to tell it.
#pragma once

#include "core/diary/details.h"
#include "core/knowledge/vocabulary.h"
#include "ui/widgets/back_painting.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace unclench::ui {

/// Seen from behind, so that the person's left is on the left. For the mouse; PlaceList beside it
/// is the same for the keyboard. A press only wishes: what is filled is what `display` said last.
class BackMap : public QWidget {
    Q_OBJECT
public:
    /// `words` must outlive it.
    BackMap(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const std::vector<Place>& places);

    using Shade = BackShade;
    /// From now on it only shows: places are shaded and nothing can be pressed.
    void displayShades(std::vector<Shade> shades);

    /// The middle of the shape of `place`, in this widget. Absent: it is not on the map.
    [[nodiscard]] std::optional<QPoint> centreOf(const Place& place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placesChanged(const std::vector<unclench::Place>& places);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QTransform toWidget() const;
    [[nodiscard]] const BackShape* shapeAt(const QPointF& position) const;
    void hover(const BackShape* shape);
    void paintShape(QPainter& painter, const BackShape& shape, double scale) const;

    const Words& m_words;
    std::vector<BackShape> m_shapes;
    std::vector<Place> m_places;
    /// Absent: places are pressed, not shaded.
    std::optional<std::vector<Shade>> m_shades;
    std::optional<Place> m_hovered;
};

} // namespace unclench::ui
