// SPDX-License-Identifier: GPL-3.0-or-later
// Where spasms hurt, on the back: how often, or how much at worst.
#pragma once

#include "core/insight/insights.h"
#include "ui/wording/words.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace unclench::ui {

class BackMap;
class FlowLayout;

/// For the eye: the same stands in a table.
class BackCountsMap : public QWidget {
    Q_OBJECT
public:
    enum class Shading { HowOften, WorstPain };

    /// Both must outlive it.
    BackCountsMap(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const PlaceCounts& counts);
    /// Gives the keyboard to what is chosen.
    void takeKeyboard();

private:
    QRadioButton* addShading(Shading shading, const QString& name, const QString& text);
    void shade();

    const Words& m_words;
    PlaceCounts m_counts;
    QWidget* m_choices;
    QButtonGroup* m_shading;
    BackMap* m_map;
    QLabel* m_beside;
};

} // namespace unclench::ui
