// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/day_line.h"

#include "ui/theme.h"
#include "ui/widgets/day_band.h"
#include "ui/widgets/day_painting.h"
#include "ui/widgets/flow_layout.h"
#include "ui/wording/care.h"
#include "ui/wording/seat.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace unclench::ui {

namespace {

// What a legend can explain, as numbers: postures, then kinds of marks, then heat and cold.
constexpr int kMarks = static_cast<int>(kNames<Posture>.size());
constexpr int kSessionSigns = kMarks + 5;

QString wordOf(int sign)
{
    if (sign < kMarks) {
        return wording::posture(static_cast<Posture>(sign));
    }
    if (sign >= kSessionSigns) {
        return wording::modality(static_cast<Modality>(sign - kSessionSigns));
    }
    switch (static_cast<SeatMarkView::Kind>(sign - kMarks)) {
    case SeatMarkView::Kind::Break: return DayLine::tr("Break");
    case SeatMarkView::Kind::Snooze: return DayLine::tr("Later");
    case SeatMarkView::Kind::Skip: return DayLine::tr("Skipped");
    case SeatMarkView::Kind::Session: return DayLine::tr("Session");
    case SeatMarkView::Kind::Spasm: return DayLine::tr("Spasm");
    }
    Q_UNREACHABLE();
}

class Swatch : public QWidget {
public:
    Swatch(int sign, QWidget* parent) : QWidget(parent), m_sign(sign)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {theme::grid(font(), 2.25), theme::grid(font(), 2)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        const QRectF place{rect()};
        if (m_sign < kMarks) {
            paintSpan(painter, place, static_cast<Posture>(m_sign), false, palette());
        } else if (m_sign >= kSessionSigns) {
            const double inset = place.height() / 4;
            paintSession(painter, place.adjusted(0, inset, 0, -inset),
                         static_cast<Modality>(m_sign - kSessionSigns), palette());
        } else {
            QRectF square{0, 0, place.height(), place.height()};
            square.moveCenter(place.center());
            paintMark(painter, square.adjusted(1, 1, -1, -1),
                      static_cast<SeatMarkView::Kind>(m_sign - kMarks), palette());
        }
    }

private:
    int m_sign;
};

std::vector<int> signsOf(const SeatDayView& view)
{
    std::vector<int> signs;
    for (const SeatSpanView& span : view.spans) {
        signs.push_back(static_cast<int>(span.posture));
    }
    for (const SeatMarkView& mark : view.marks) {
        signs.push_back(mark.modality ? kSessionSigns + static_cast<int>(*mark.modality)
                                      : kMarks + static_cast<int>(mark.kind));
    }
    std::sort(signs.begin(), signs.end());
    signs.erase(std::unique(signs.begin(), signs.end()), signs.end());
    return signs;
}

} // namespace

DayLine::DayLine(QWidget* parent)
    : QWidget(parent), m_band(new DayBand{this}), m_said(new QLabel{this}),
      m_legend(new QWidget{this})
{
    setObjectName(QStringLiteral("dayLine"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    column->addWidget(m_band);
    m_said->setObjectName(QStringLiteral("dayLineSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    column->addWidget(m_said);
    new FlowLayout{m_legend, theme::grid(font(), 1.5)};
    column->addWidget(m_legend);
    connect(m_band, &DayBand::moved, this, [this](const QString& said) {
        m_said->setForegroundRole(QPalette::WindowText);
        m_said->setText(said);
    });
    connect(m_band, &DayBand::correctionRequested, this, &DayLine::ask);
}

void DayLine::display(const SeatDayView& view)
{
    m_band->display(view);
    m_said->setForegroundRole(m_band->hasFocus() ? QPalette::WindowText
                                                 : QPalette::PlaceholderText);
    m_said->setText(m_band->hasFocus() ? m_band->said()
                                       : tr("Point at the line, or go through it with Left and "
                                            "Right. Return puts right what is wrong."));
    displayLegend(view);
}

void DayLine::displayLegend(const SeatDayView& view)
{
    std::vector<int> signs = signsOf(view);
    if (signs == m_legendShown) {
        return;
    }
    m_legendShown = std::move(signs);
    while (QLayoutItem* item = m_legend->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    for (const int sign : m_legendShown) {
        auto* entry = new QWidget{m_legend};
        auto* row = new QHBoxLayout{entry};
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme::grid(font(), 0.75));
        row->addWidget(new Swatch{sign, entry});
        auto* word = new QLabel{wordOf(sign), entry};
        word->setFont(theme::font(font(), theme::Size::Caption));
        word->setForegroundRole(QPalette::PlaceholderText);
        row->addWidget(word);
        m_legend->layout()->addWidget(entry);
        entry->show();
    }
}

void DayLine::ask(const SeatSpanView& span, const QPoint& at)
{
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("correctionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(span.text);
    for (const Posture posture : {Posture::Seated, Posture::Away}) {
        QAction* action = menu->addAction(wording::postureWas(posture));
        action->setObjectName(
            QStringLiteral("correct_%1")
                .arg(QLatin1String{toId(posture).data(),
                                   static_cast<qsizetype>(toId(posture).size())}));
        action->setEnabled(posture != span.posture);
        connect(action, &QAction::triggered, this,
                [this, posture, id = span.id] { Q_EMIT corrected(id, posture); });
    }
    menu->popup(at);
}

} // namespace unclench::ui
