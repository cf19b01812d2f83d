// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/back_counts_map.h"

#include "ui/theme.h"
#include "ui/widgets/back_map.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/one_of.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/insights.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kCountsMapHeight = 54.0;
constexpr double kShadingHeight = 4.5;

} // namespace

BackCountsMap::BackCountsMap(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_words(words), m_choices(new QWidget{this}),
      m_shading(new QButtonGroup{this}), m_map(new BackMap{vocabulary, words, this}),
      m_beside(muted(wrapped(QStringLiteral("insightsOffMap"), {}, theme::Size::Caption, this)))
{
    setObjectName(QStringLiteral("backCountsMap"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    new FlowLayout{m_choices, theme::grid(font(), 2)};
    addShading(Shading::HowOften, QStringLiteral("howOftenButton"), tr("How &often"));
    addShading(Shading::WorstPain, QStringLiteral("worstPainButton"), tr("Worst &pain"));
    connect(m_shading, &QButtonGroup::idClicked, this, [this](int id) {
        choose(*m_shading, id);
        shade();
    });
    choose(*m_shading, static_cast<int>(Shading::HowOften));
    column->addWidget(m_choices);
    m_map->setObjectName(QStringLiteral("insightsMap"));
    m_map->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_map->setFixedHeight(theme::grid(font(), kCountsMapHeight));
    column->addWidget(m_map);
    column->addWidget(m_beside);
    display({});
}

QRadioButton* BackCountsMap::addShading(Shading shading, const QString& name, const QString& text)
{
    auto* button = new QRadioButton{text, m_choices};
    button->setObjectName(name);
    button->setAccessibleName(QString{text}.remove(QLatin1Char('&')));
    button->setMinimumHeight(theme::grid(font(), kShadingHeight));
    m_shading->addButton(button, static_cast<int>(shading));
    m_choices->layout()->addWidget(button);
    return button;
}

void BackCountsMap::takeKeyboard()
{
    m_shading->checkedButton()->setFocus(Qt::OtherFocusReason);
}

void BackCountsMap::display(const PlaceCounts& counts)
{
    m_counts = counts;
    shade();
}

void BackCountsMap::shade()
{
    const bool isPain = m_shading->checkedId() == static_cast<int>(Shading::WorstPain);
    int most = 1;
    for (const PlaceCounts::Row& row : m_counts.rows) {
        most = std::max(most, row.episodes);
    }
    std::vector<BackMap::Shade> shades;
    QStringList beside;
    for (const PlaceCounts::Row& row : m_counts.rows) {
        if (isPain && !row.medianWorst) {
            continue;
        }
        const QString figure =
            isPain ? wording::amount(*row.medianWorst) : QString::number(row.episodes);
        const QString place = m_words.place(row.place.region, row.place.side);
        //: A place of the back, and a number of 0 to 10 or of spasms
        const QString said =
            isPain
                ? tr("%1: worst pain %2").arg(place, figure)
                : tr("%1: %2").arg(place, wording::counted(row.episodes, wording::Counted::Spasms));
        shades.push_back(
            {row.place, isPain ? *row.medianWorst / 10.0 : static_cast<double>(row.episodes) / most,
             figure, said});
        if (!m_map->centreOf(row.place)) {
            beside << said; // of no place alone, so its figure stands on none
        }
    }
    m_map->displayShades(std::move(shades));
    m_beside->setText(tr("Side not told: %1.").arg(beside.join(QStringLiteral("; "))));
    m_beside->setVisible(!beside.isEmpty());
}

} // namespace unclench::ui
