// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_restore.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/passphrase_line.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/data.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace unclench::ui {

RestoreQuestion::RestoreQuestion(QWidget* parent)
    : QWidget(parent), m_title(wrapped(QStringLiteral("restoreQuestionTitle"), {}, this)),
      m_diary(wrapped(QStringLiteral("restoreDiaryLabel"), {}, this)),
      m_backup(wrapped(QStringLiteral("restoreBackupLabel"), {}, this)),
      m_what(caption(tr("The diary of now is kept as a backup first, and Undo brings it back. An "
                        "emergency warning that is open stays open."),
                     this))
{
    setObjectName(QStringLiteral("restoreQuestion"));
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    column->addWidget(m_title);
    column->addWidget(m_diary);
    column->addWidget(m_backup);
    column->addWidget(m_what);
    column->addWidget(buildSecret());
    column->addWidget(buildButtons());
}

QWidget* RestoreQuestion::buildSecret()
{
    m_secretPart = new QWidget{this};
    auto* column = new QVBoxLayout{m_secretPart};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    auto* label = wrapped({}, tr("&Passphrase, or the recovery key from your sheet"), m_secretPart);
    m_secret = new PassphraseLine{QStringLiteral("restoreSecretEdit"),
                                  tr("Passphrase or recovery key"), m_secretPart};
    label->setBuddy(m_secret->line());
    m_complaint = wrapped(QStringLiteral("restoreComplaintLabel"), {}, m_secretPart);
    column->addWidget(label);
    column->addWidget(m_secret);
    column->addWidget(m_complaint);
    connect(m_secret->line(), &QLineEdit::returnPressed, this, &RestoreQuestion::tellSecret);
    connect(m_secret->line(), &QLineEdit::textChanged, this,
            [this](const QString& text) { m_open->setEnabled(!text.isEmpty()); });
    return m_secretPart;
}

QWidget* RestoreQuestion::buildButtons()
{
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_agree = new MainButton{tr("Restore it"), buttons};
    m_agree->setObjectName(QStringLiteral("restoreAgreeButton"));
    m_agree->setAccessibleName(tr("Restore this backup in place of the diary"));
    m_open = rowButton(QStringLiteral("restoreOpenButton"), tr("Open it"),
                       tr("Open the encrypted backup"), buttons);
    m_open->setMinimumHeight(theme::grid(font(), 5));
    m_open->setEnabled(false);
    m_refuse = rowButton(QStringLiteral("restoreRefuseButton"), tr("Keep my diary"),
                         tr("Keep the diary as it is"), buttons);
    m_refuse->setMinimumHeight(theme::grid(font(), 5));
    row->addWidget(m_agree);
    row->addWidget(m_open);
    row->addWidget(m_refuse);
    connect(m_agree, &QPushButton::clicked, this, &RestoreQuestion::agreed);
    connect(m_open, &QPushButton::clicked, this, &RestoreQuestion::tellSecret);
    connect(m_refuse, &QPushButton::clicked, this, &RestoreQuestion::refused);
    return buttons;
}

void RestoreQuestion::ask(const QString& name,
                          const BackupContents& diary,
                          const std::optional<BackupContents>& backup)
{
    m_title->setText(tr("Restore %1?").arg(breakable(name)));
    m_diary->setText(tr("Your diary now: %1").arg(wording::held(diary)));
    m_backup->setText(backup ? tr("That backup: %1").arg(wording::held(*backup))
                             : tr("That backup cannot be read. Choose another one."));
    m_agree->setEnabled(backup && !backup->isNewer);
    showParts(false);
}

void RestoreQuestion::askSecret(const QString& name, const QString& complaint)
{
    m_title->setText(tr("%1 is encrypted.").arg(breakable(name)));
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
    showParts(true);
}

void RestoreQuestion::showParts(bool isSecretAsked)
{
    for (QWidget* part : {static_cast<QWidget*>(m_diary), static_cast<QWidget*>(m_backup),
                          static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_agree)}) {
        part->setVisible(!isSecretAsked);
    }
    m_secretPart->setVisible(isSecretAsked);
    m_open->setVisible(isSecretAsked);
    if (!isSecretAsked) {
        clear();
    }
}

void RestoreQuestion::focusFirst()
{
    QWidget* first = m_secretPart->isHidden() ? static_cast<QWidget*>(m_refuse)
                                              : static_cast<QWidget*>(m_secret->line());
    first->setFocus(Qt::OtherFocusReason);
}

void RestoreQuestion::clear()
{
    m_secret->clear();
}

void RestoreQuestion::tellSecret()
{
    if (!m_secret->text().isEmpty()) {
        Q_EMIT secretTold(m_secret->text());
    }
}

} // namespace unclench::ui
