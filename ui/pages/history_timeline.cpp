// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_timeline.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/wrapped_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

constexpr double kTimelineZoomButton = 2.0;
constexpr double kTimelineStep = 0.5;

} // namespace

HistoryTimeline::HistoryTimeline(const Words& words, QWidget* parent)
    : QWidget(parent), m_timeline(new Timeline{words, this}), m_head(new QWidget{this})
{
    setObjectName(QStringLiteral("historyTimeline"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    auto* row = new FlowLayout{m_head, theme::grid(font(), 1)};
    m_range = wrapped(QStringLiteral("timelineRange"), {}, theme::Size::Heading, m_head);
    m_range->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(m_range);
    buildLengths(row);
    column->addWidget(m_head);
    column->addWidget(m_timeline, 1);
    m_said = wrapped(QStringLiteral("timelineSaid"), {}, this);
    m_said->setMinimumHeight(2 * m_said->fontMetrics().lineSpacing()); // nothing jumps
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_said);
    QLabel* key = caption(
        tr("A bar is a spasm: as high as its worst pain, as wide as it lasted; an arrow: not over. "
           "A sign with “!”: an alert. Sitting: hours on each day; zoomed in, a low dotted band: "
           "up. "
           "Filled square: heat. Empty square: cold. Dot: medicine. Rhomb: something tried. "
           "Hatched: nothing was written down, which is not the same as no pain."),
        this);
    key->setObjectName(QStringLiteral("timelineKey"));
    column->addWidget(key);
    connect(m_timeline, &Timeline::moved, this,
            [this](const QString& said) { m_said->setText(said.isEmpty() ? m_nothing : said); });
    connect(m_timeline, &Timeline::scaleChanged, m_range, &QLabel::setText);
    connect(m_timeline, &Timeline::openRequested, this, &HistoryTimeline::openRequested);
}

QPushButton* HistoryTimeline::addButton(FlowLayout* row,
                                        const QString& name,
                                        const QString& text,
                                        const QString& accessibleName)
{
    QPushButton* button = rowButton(name, text, accessibleName, m_head);
    button->setToolTip(accessibleName);
    row->addWidget(button);
    return button;
}

void HistoryTimeline::buildLengths(FlowLayout* row)
{
    using namespace std::chrono;
    const auto showing = [&](const char* name, const QString& text, milliseconds length) {
        connect(addButton(row, QLatin1String{name}, text, tr("Show: %1").arg(text)),
                &QPushButton::clicked, this, [this, length] { m_timeline->showLength(length); });
    };
    const auto doing = [&](const char* name, const QString& text, const QString& what, auto work) {
        connect(addButton(row, QLatin1String{name}, text, what), &QPushButton::clicked, this, work);
    };
    doing("timelineEarlierButton", QStringLiteral("◀"), tr("Earlier (Page Up)"),
          [this] { m_timeline->page(-kTimelineStep); });
    doing("timelineLaterButton", QStringLiteral("▶"), tr("Later (Page Down)"),
          [this] { m_timeline->page(kTimelineStep); });
    showing("timelineDayButton", tr("Day"), days{1});
    showing("timelineWeekButton", tr("Week"), days{7});
    showing("timelineMonthButton", tr("Month"), days{31});
    showing("timelineYearButton", tr("Year"), days{366});
    doing("timelineAllButton", tr("All"), tr("Show all (0)"), [this] { m_timeline->showAll(); });
    doing("timelineOutButton", QStringLiteral("−"), tr("Show more time (Minus)"),
          [this] { m_timeline->zoom(kTimelineZoomButton); });
    doing("timelineInButton", QStringLiteral("+"), tr("Show less time (Plus)"),
          [this] { m_timeline->zoom(1 / kTimelineZoomButton); });
}

void HistoryTimeline::display(const GlanceView& view)
{
    m_nothing = view.isBackwards
                    ? tr("The first day is after the last one. Choose an earlier first day.")
                : view.isDeleted ? tr("What was deleted stands in the table alone.")
                : view.only      ? tr("No spasm matches what you chose.")
                                 : tr("Each spasm that you log will stand here as a bar.");
    m_timeline->display(view, m_nothing);
}

GlanceLines HistoryTimeline::lines() const
{
    return m_timeline->lines();
}

void HistoryTimeline::setLow(bool isLow)
{
    m_timeline->setMaximumHeight(isLow ? m_timeline->minimumSizeHint().height() : QWIDGETSIZE_MAX);
    auto* column = static_cast<QVBoxLayout*>(layout());
    const int place = isLow ? 1 : 0;
    if (column->indexOf(m_head) != place) {
        column->removeWidget(m_head);
        column->insertWidget(place, m_head);
    }
}

void HistoryTimeline::showDays(std::chrono::local_days first, std::chrono::local_days last)
{
    m_timeline->showDays(first, last);
}

} // namespace unclench::ui
