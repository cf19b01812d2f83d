// SPDX-License-Identifier: GPL-3.0-or-later
// One of several, as a list that opens. Never narrower than what is chosen; the
// list, than its longest entry.
#pragma once

#include <QComboBox>
#include <QList>
#include <QVariant>

namespace unclench::ui {

/// `activated` tells of a choice that a person made. The wheel scrolls the page unless the keyboard
/// is on it.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    struct Entry {
        QString label;
        QVariant value;
    };
    ChoiceBox(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    void offer(const QList<Entry>& entries);
    /// The first entry where none has this value.
    void choose(const QVariant& value);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace unclench::ui
