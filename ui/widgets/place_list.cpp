// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/place_list.h"

#include "ui/theme.h"
#include "ui/widgets/places.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <array>

namespace unclench::ui {

namespace {

constexpr std::array<std::optional<Side>, 4> kColumns{Side::Left, Side::Middle, Side::Right,
                                                      std::nullopt};

} // namespace

PlaceList::PlaceList(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("placeList"));
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::grid(font(), 1));
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    //: The heads of four narrow columns of check boxes: on which side it hurts
    const QStringList heads{tr("Left"), tr("Middle"), tr("Right"), tr("Side\nnot sure")};
    for (int column = 0; column < heads.size(); ++column) {
        auto* head = new QLabel{heads[column], this};
        head->setFont(theme::font(font(), theme::Size::Caption));
        head->setForegroundRole(QPalette::PlaceholderText);
        head->setWordWrap(true);
        head->setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
        grid->addWidget(head, 0, column + 1);
    }
    int row = 1;
    for (const Term& term : vocabulary.terms(Topic::Region)) {
        auto* label = new QLabel{words.label(Topic::Region, term.id), this};
        label->setWordWrap(true);
        label->setMinimumHeight(theme::grid(font(), 4.5));
        grid->addWidget(label, row, 0);
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            const auto side = kColumns[column];
            if (side &&
                std::find(term.sides.begin(), term.sides.end(), *side) == term.sides.end()) {
                continue;
            }
            const Place place{term.id, side};
            auto* box = new QCheckBox{this};
            QString name = QStringLiteral("place_") + QString::fromStdString(term.id);
            if (side) {
                name += QLatin1Char('_') + QString::fromStdString(std::string{toId(*side)});
            }
            box->setObjectName(name);
            box->setAccessibleName(
                side ? words.place(term.id, side)
                     : tr("%1, side not sure").arg(words.label(Topic::Region, term.id)));
            box->setMinimumHeight(theme::grid(font(), 4.5));
            connect(box, &QCheckBox::clicked, this, [this, box, place] {
                // The box itself waits for what comes back.
                box->setChecked(places::contains(m_places, place));
                Q_EMIT placesChanged(places::toggled(m_places, place));
            });
            grid->addWidget(box, row, static_cast<int>(column) + 1, Qt::AlignHCenter);
            m_boxes.push_back({place, box});
        }
        ++row;
    }
    grid->setRowStretch(row, 1);
    setFocusProxy(m_boxes.empty() ? nullptr : m_boxes.front().box);
}

void PlaceList::display(const std::vector<Place>& places)
{
    m_places = places::separated(places);
    for (const Box& box : m_boxes) {
        box.box->setChecked(places::contains(m_places, box.place));
    }
}

} // namespace unclench::ui
