// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_text.h"

#include "ui/theme.h"

#include <limits>

namespace unclench::ui {

KeptLine::KeptLine(const QString& name, const QString& purpose, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(name);
    setAccessibleName(purpose);
    setAccessibleDescription(tr("Saved when you leave it"));
    setMinimumHeight(theme::grid(font(), 4.5));
    // The diary refuses what is too long, in words; a line that cuts it off says nothing.
    setMaxLength(std::numeric_limits<int>::max());
    connect(this, &QLineEdit::editingFinished, this, &KeptLine::commit);
}

void KeptLine::display(const QString& text)
{
    if (!isModified() || this->text().trimmed() == text) {
        setText(text);
    }
}

void KeptLine::commit()
{
    if (isModified()) {
        Q_EMIT entered(text().trimmed());
    }
}

KeptNote::KeptNote(const QString& name, const QString& purpose, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setObjectName(name);
    setAccessibleName(purpose);
    setAccessibleDescription(tr("Saved when you leave it"));
    setTabChangesFocus(true);
}

void KeptNote::display(const QString& text)
{
    if (toPlainText() == text) {
        m_shown = text; // what is typed is what is saved now
    } else if (toPlainText() == m_shown) {
        displayAnew(text);
    }
}

void KeptNote::displayAnew(const QString& text)
{
    if (toPlainText() != text) {
        setPlainText(text);
    }
    m_shown = toPlainText();
}

void KeptNote::commit()
{
    if (toPlainText() != m_shown) {
        Q_EMIT entered(toPlainText());
    }
}

void KeptNote::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    commit();
}

} // namespace unclench::ui
