// SPDX-License-Identifier: GPL-3.0-or-later
// Local time laid over pixels, from a day to ten years and more.
#pragma once

#include "core/time/moment.h"

#include <QFontMetrics>
#include <QString>

#include <vector>

namespace unclench::ui {

struct TimelineTick {
    LocalTime at;
    QString text;
};

/// Always shows at least a day; keeps within what the diary spans, at least a year, with a margin.
class TimelineScale {
public:
    static constexpr std::chrono::milliseconds kLeast = std::chrono::days{1};
    /// As much as can be shown, also of a young diary.
    static constexpr std::chrono::milliseconds kDecade = std::chrono::days{3653};

    /// The diary goes from `first` to `last`.
    void setBounds(LocalTime first, LocalTime last);
    /// Pixels from the left edge of the widget.
    void setPlace(double left, double width);

    void show(LocalTime begin, LocalTime end);
    void showAll();
    /// `factor` below 1 shows less; what is at `around` stays where it is.
    void zoom(double factor, LocalTime around);
    void pan(std::chrono::milliseconds by);
    /// Moves as little as it takes to show both; the begin where there is no room for both.
    void reveal(LocalTime begin, LocalTime end);

    [[nodiscard]] LocalTime begin() const { return m_begin; }
    [[nodiscard]] LocalTime end() const { return m_begin + m_length; }
    [[nodiscard]] std::chrono::milliseconds length() const { return m_length; }
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_left + m_width; }
    [[nodiscard]] double x(LocalTime time) const
    {
        return m_left + static_cast<double>((time - m_begin).count()) /
                            static_cast<double>(m_length.count()) * m_width;
    }
    [[nodiscard]] LocalTime at(double x) const;
    [[nodiscard]] double pixelsPer(std::chrono::milliseconds length) const
    {
        return static_cast<double>(length.count()) / static_cast<double>(m_length.count()) *
               m_width;
    }
    /// As many as have room beside each other, at whole hours, days, months or years.
    [[nodiscard]] std::vector<TimelineTick> ticks(const QFontMetrics& metrics) const;
    /// What is shown, in words: "2 March 2026", "1 Jan 2026 to 31 Mar 2026".
    [[nodiscard]] QString said() const;

    friend bool operator==(const TimelineScale&, const TimelineScale&) = default;

private:
    void keepWithin();

    LocalTime m_first{};
    LocalTime m_last{};
    LocalTime m_begin{};
    std::chrono::milliseconds m_length{kLeast};
    double m_left = 0;
    double m_width = 1;
};

} // namespace unclench::ui
