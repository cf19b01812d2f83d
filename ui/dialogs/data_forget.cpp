// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_forget.h"

#include "ui/theme.h"
#include "ui/widgets/wrapped_label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QString forgetLines(const QString& head, const QStringList& entries)
{
    QString text = head;
    for (const QString& entry : entries) {
        text += QStringLiteral("\n• ") + entry;
    }
    return text;
}

} // namespace

DataForget::DataForget(QWidget* parent)
    : Section(tr("Delete everything"), parent),
      m_deleted(wrapped(QStringLiteral("forgetDeletedLabel"), {}, this)),
      m_unreachable(wrapped(QStringLiteral("forgetUnreachableLabel"), {}, this)),
      m_ask(wrapped(QStringLiteral("forgetAskLabel"), {}, this)), m_word(new QLineEdit{this}),
      m_forget(rowButton(QStringLiteral("forgetButton"),
                         tr("Delete everything"),
                         tr("Delete everything on this computer, and close Unclench"),
                         this))
{
    setObjectName(QStringLiteral("dataForget"));
    addText(tr("This cannot be undone. If you only want to start anew, make a backup first."));
    m_word->setObjectName(QStringLiteral("forgetWordEdit"));
    m_word->setAccessibleName(tr("The word that deletes everything"));
    m_word->setMinimumHeight(theme::grid(font(), 4.5));
    m_word->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    m_ask->setBuddy(m_word);
    for (QWidget* part : {static_cast<QWidget*>(m_deleted), static_cast<QWidget*>(m_unreachable),
                          static_cast<QWidget*>(m_ask), static_cast<QWidget*>(m_word)}) {
        column()->addWidget(part);
    }
    column()->addWidget(m_forget, 0, Qt::AlignLeft);
    connect(m_word, &QLineEdit::textChanged, this, &DataForget::allow);
    connect(m_forget, &QPushButton::clicked, this, &DataForget::forgetRequested);
    display({}, {}, {});
}

void DataForget::display(const QString& word,
                         const QStringList& deleted,
                         const QStringList& unreachable)
{
    m_expected = word;
    m_deleted->setText(forgetLines(tr("This goes, on this computer:"), deleted));
    m_unreachable->setText(
        forgetLines(tr("This stays, because Unclench cannot reach it:"), unreachable));
    m_ask->setText(tr("Type the &word \"%1\" to delete it all.").arg(word));
    allow();
}

void DataForget::allow()
{
    m_forget->setEnabled(!m_expected.isEmpty() &&
                         m_word->text().trimmed().compare(m_expected, Qt::CaseInsensitive) == 0);
}

} // namespace unclench::ui
