// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_label.h"

#include <QRegularExpression>

namespace unclench::ui {

QLabel* wrapped(const QString& name, const QString& text, QWidget* parent)
{
    auto* label = new QLabel{text, parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel* wrapped(const QString& name, const QString& text, theme::Size size, QWidget* parent)
{
    QLabel* label = wrapped(name, text, parent);
    label->setFont(theme::font(label->font(), size));
    return label;
}

QLabel* wrappedText(const QString& text, QWidget* parent)
{
    return wrapped({}, text, parent);
}

QLabel* caption(const QString& text, QWidget* parent)
{
    return muted(wrapped({}, text, theme::Size::Caption, parent));
}

QString breakable(QString text)
{
    // What stands after a sign that parts names, in a word too long for a line.
    static const QRegularExpression place{
        QStringLiteral(R"((?<=[/._-])(?<=\S{12})(?=[^\s/._-])|(?<=[/._-])(?=[^\s/._-]\S{11}))")};
    return text.replace(place, QStringLiteral("\u200B")); // a space of no width
}

QLabel* muted(QLabel* label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace unclench::ui
