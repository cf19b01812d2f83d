// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/passphrase_line.h"

#include "ui/theme.h"
#include "ui/widgets/wrapped_box.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

/// A recovery key has 64 letters and digits and what stands between them.
constexpr int kLongestPassphrase = 1000;

} // namespace

PassphraseLine::PassphraseLine(const QString& name, const QString& purpose, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit{this}),
      m_isShown(new WrappedCheckBox{tr("Show what I type"), this})
{
    m_line->setObjectName(name);
    m_line->setAccessibleName(purpose);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_line->setMaxLength(kLongestPassphrase);
    m_line->setMinimumHeight(theme::grid(font(), 4.5));
    m_line->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    m_isShown->setObjectName(name + QStringLiteral("_show"));
    //: %1 is the name of a field
    m_isShown->setAccessibleName(tr("%1: show what I type").arg(purpose));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    column->addWidget(m_line);
    column->addWidget(m_isShown);
    connect(m_isShown, &QCheckBox::toggled, this, [this](bool isShown) {
        m_line->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        Q_EMIT shownToggled(isShown);
    });
}

QString PassphraseLine::text() const
{
    return m_line->text();
}

void PassphraseLine::clear()
{
    m_line->clear();
    m_isShown->setChecked(false);
}

} // namespace unclench::ui
