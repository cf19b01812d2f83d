// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to tick, in as many columns as there is room for.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

class QCheckBox;

namespace unclench::ui {

class EvenLayout;

class CheckGrid : public QWidget {
    Q_OBJECT
public:
    /// A box's object name is `name` and its id: "conditionCheckBox_diabetes".
    CheckGrid(const QString& name, QWidget* parent = nullptr);

    void add(const QString& id, const QString& label);
    /// Ticks these and no others; no wish follows.
    void display(const QStringList& ids);
    [[nodiscard]] QStringList ticked() const;

Q_SIGNALS:
    /// The person ticked a box, or took the tick away.
    void picked(const QString& id, bool isTicked);

private:
    struct Box {
        QString id;
        QCheckBox* box;
    };
    QList<Box> m_boxes;
    EvenLayout* m_layout;
};

} // namespace unclench::ui
