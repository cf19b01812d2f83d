// SPDX-License-Identifier: GPL-3.0-or-later
// The list of episodes as a table model.
#pragma once

#include "core/diary/course.h"
#include "ui/wording/words.h"

#include <QAbstractTableModel>

namespace unclench::ui {

class EpisodeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Began, Lasted, Worst, Where, ColumnCount };

    /// `words` must outlive it.
    explicit EpisodeModel(const Words& words, QObject* parent = nullptr);

    void display(std::vector<EpisodeLine> lines, const Moment& now);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const EpisodeLine& line, int column) const;
    const Words& m_words;
    std::vector<EpisodeLine> m_lines;
    Moment m_now;
};

} // namespace unclench::ui
