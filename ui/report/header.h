// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the page: title, whom it is about and for, how the diary was kept.
#pragma once

#include "ui/report/content.h"
#include "ui/report/piece.h"

#include <memory>
#include <vector>

namespace unclench::ui::report {

class Header {
public:
    /// `contents` must outlive it.
    Header(const Contents& contents, double points, double width);

    [[nodiscard]] double height() const;
    void place(const QPointF& at, std::vector<Box>& boxes) const;
    /// What of it had to be cut, in sentences, and the same in full.
    [[nodiscard]] QStringList leftOut() const;
    [[nodiscard]] std::vector<Entry> inFull() const;

private:
    struct Told {
        std::shared_ptr<const SetText> text;
        double left = 0;
        std::size_t line = 0;
    };
    /// As many on a line as there is room for, each as wide as it needs.
    void setAbout(double points);
    [[nodiscard]] double aboutHeight() const;

    const Contents& m_contents;
    std::shared_ptr<const SetText> m_title;
    std::shared_ptr<const SetText> m_notice;
    double m_width;
    std::vector<Told> m_about;
};

} // namespace unclench::ui::report
