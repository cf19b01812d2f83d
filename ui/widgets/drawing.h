// SPDX-License-Identifier: GPL-3.0-or-later
// Our own line drawings, in the colour of the text around them.
#pragma once

#include <QStringList>
#include <QWidget>

namespace unclench::ui {

/// As wide as its place, up to a size that grows with the font. Muted while it is disabled.
class Drawing : public QWidget {
    Q_OBJECT
public:
    /// The ids that there are: the names of the files in resources/illustrations.
    [[nodiscard]] static QStringList ids();

    /// Requires: `id` is one of `ids`. `description` is what a screen reader says.
    Drawing(const QString& id, const QString& description, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
};

} // namespace unclench::ui
