// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scroll_sheet.h"

#include "ui/theme.h"

#include <QEvent>
#include <QLayout>

namespace unclench::ui {

namespace {

/// Labels that wrap guess how high they are at least, and far too high; what they really need at
/// the width that there is, `heightForWidth` says.
class Sheet : public QWidget {
public:
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        return layout() != nullptr && layout()->hasHeightForWidth() ? QSize{least.width(), 0}
                                                                    : least;
    }
};

} // namespace

ScrollSheet::ScrollSheet(const QString& name, const QString& accessibleName, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(new Sheet);
    sheet()->installEventFilter(this);
    viewport()->setAutoFillBackground(false);
    sheet()->setAutoFillBackground(false); // QScrollArea fills what it is given
}

void ScrollSheet::setUnrolled(bool isUnrolled)
{
    m_isUnrolled = isUnrolled;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(isUnrolled);
    setSizePolicy(policy);
    setVerticalScrollBarPolicy(isUnrolled ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

QSize ScrollSheet::sizeHint() const
{
    const QSize whole = sheet()->sizeHint();
    return m_isUnrolled ? whole : whole.boundedTo({whole.width(), theme::grid(font(), 24)});
}

QSize ScrollSheet::minimumSizeHint() const
{
    // Its sheet may yet find a narrower way to lie.
    return {theme::grid(font(), 20), theme::grid(font(), 3)};
}

int ScrollSheet::heightForWidth(int width) const
{
    return m_isUnrolled ? sheet()->heightForWidth(width) : -1;
}

bool ScrollSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (m_isUnrolled && watched == sheet() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace unclench::ui
