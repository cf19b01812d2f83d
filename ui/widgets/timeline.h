// SPDX-License-Identifier: GPL-3.0-or-later
// The diary along time: spasms as bars, readings, what was done, sitting. Zoomed by wheel and keys,
// moved by drag and keys.
#pragma once

#include "ui/widgets/glance_lines.h"
#include "ui/widgets/timeline_items.h"
#include "ui/widgets/timeline_painting.h"
#include "ui/widgets/timeline_places.h"
#include "ui/widgets/timeline_scale.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace unclench::ui {

/// Keys: Left and Right go from one thing to the next in its lane, Up and Down to the lanes, Home
/// and End to the first and the last; Plus and Minus zoom, 0 shows all; Page Up and Page Down go
/// back and on in time; Return opens the spasm. What the keyboard is on becomes its accessible
/// name.
class Timeline : public QWidget {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit Timeline(const Words& words, QWidget* parent = nullptr);

    /// Shows the last three months the first time; later what it showed before.
    /// `nothing`: what a screen reader is told where no spasm stands.
    void display(const GlanceView& view, const QString& nothing = {});

    /// The stretch of time that shows.
    [[nodiscard]] const TimelineScale& scale() const { return m_scale; }
    void showAll();
    /// So long, with the thing under the keyboard in it, else with what is in the middle now.
    void showLength(std::chrono::milliseconds length);
    void zoom(double factor);
    /// By this many screens: 1 is on, -1 back in time.
    void page(double screens);
    /// From the first day to the end of the last; remembered where nothing is displayed yet.
    void showDays(std::chrono::local_days first, std::chrono::local_days last);

    /// What the keyboard is on; empty: nothing is there.
    [[nodiscard]] QString said() const;
    /// The same as a table: all of the stretch of time that shows, readings of it too where they
    /// are not drawn.
    [[nodiscard]] GlanceLines lines() const;
    /// Whether there is a spasm on it.
    [[nodiscard]] bool hasSpasms() const { return !m_items.of(TimelineLane::Spasms).empty(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// What is under the pointer or the keyboard.
    void moved(const QString& said);
    void scaleChanged(const QString& said);
    void openRequested(const unclench::Uuid& episode);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Spot {
        TimelineLane lane = TimelineLane::Spasms;
        std::size_t item = 0;
        friend bool operator==(const Spot&, const Spot&) = default;
    };

    void place();
    void change(const std::function<void()>& work);
    void moveTo(const Spot& spot);
    void keep(const Spot& spot);
    void findKept();
    void moveInLane(std::ptrdiff_t by);
    void moveToLane(int by);
    [[nodiscard]] std::optional<Spot> spotAt(const QPointF& position) const;
    [[nodiscard]] QString textOf(const Spot& spot) const;
    /// The spasm that it is, or belongs to. Absent: to none.
    [[nodiscard]] std::optional<Uuid> episodeOf(const Spot& spot) const;
    [[nodiscard]] LocalTime middle() const;

    const Words& m_words;
    TimelineItems m_items;
    TimelineScale m_scale;
    TimelinePlaces m_places;
    std::optional<Spot> m_spot;
    /// Where the keyboard was, found again in what is displayed next.
    struct Kept {
        TimelineLane lane;
        LocalTime begin;
        std::optional<Uuid> episode;
    };
    std::optional<Kept> m_kept;
    std::optional<Spot> m_hovered;
    std::optional<QPointF> m_dragFrom;
    LocalTime m_dragBegin{};
    bool m_isDragging = false;
    bool m_wasShown = false;
    /// What to show first.
    std::optional<std::pair<LocalTime, LocalTime>> m_wanted;
};

} // namespace unclench::ui
