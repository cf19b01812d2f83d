// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_sealed.h"

#include "core/exchange/passphrase.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/passphrase_line.h"
#include "ui/widgets/readable.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/data.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

DataSealed::DataSealed(QWidget* parent) : Section(tr("Encrypted backup"), parent)
{
    addText(tr("For a place that others can reach. It opens with your passphrase or with its "
               "recovery key. Without both nobody can open it again: not you, and not we."));
    column()->addWidget(buildForm());
    column()->addWidget(buildKey());
    judge();
    displayKey({});
}

QWidget* DataSealed::buildForm()
{
    m_form = new QWidget{this};
    auto* column = new QVBoxLayout{m_form};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    m_first =
        new PassphraseLine{QStringLiteral("sealPassphraseEdit"), tr("New passphrase"), m_form};
    m_second = new PassphraseLine{QStringLiteral("sealAgainEdit"), tr("The same passphrase again"),
                                  m_form};
    m_strength = muted(wrapped(QStringLiteral("sealStrengthLabel"), {}, m_form));
    m_differ =
        wrapped(QStringLiteral("sealDifferLabel"), tr("The two are not the same yet."), m_form);
    const auto add = [&](const QString& text, PassphraseLine* line) {
        auto* label = wrapped({}, text, m_form);
        label->setBuddy(line->line());
        column->addWidget(label);
        column->addWidget(line);
        connect(line->line(), &QLineEdit::textChanged, this, &DataSealed::judge);
    };
    add(tr("Ne&w passphrase"), m_first);
    column->addWidget(m_strength);
    add(tr("The same &again"), m_second);
    column->addWidget(m_differ);
    auto* buttons = new QWidget{m_form};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_seal = rowButton(QStringLiteral("sealButton"), tr("&Save it as…"),
                       tr("Save an encrypted backup as a file"), buttons);
    row->addWidget(m_seal);
    column->addWidget(buttons);
    connect(m_seal, &QPushButton::clicked, this, [this] { Q_EMIT sealRequested(m_first->text()); });
    return m_form;
}

QWidget* DataSealed::buildKey()
{
    m_keyPart = new QWidget{this};
    auto* column = new QVBoxLayout{m_keyPart};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    column->addWidget(wrapped(QStringLiteral("recoveryTitleLabel"),
                              tr("The backup is made. This is its recovery key. It is shown this "
                                 "once: print it, or write it down, and keep it where nobody else "
                                 "looks."),
                              m_keyPart));
    m_key = new ReadableText{QStringLiteral("recoveryKeyLabel"), {}, m_keyPart};
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(theme::font(font(), theme::Size::Heading).pointSizeF());
    m_key->setFont(fixed);
    column->addWidget(m_key);
    auto* buttons = new QWidget{m_keyPart};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    QPushButton* print = rowButton(QStringLiteral("recoveryPrintButton"), tr("Print it"),
                                   tr("Print the recovery key"), buttons);
    QPushButton* copy = rowButton(QStringLiteral("recoveryCopyButton"), tr("Copy it"),
                                  tr("Copy the recovery key"), buttons);
    QPushButton* kept = rowButton(QStringLiteral("recoveryKeptButton"), tr("I have kept it"),
                                  tr("I have kept the recovery key: hide it"), buttons);
    row->addWidget(print);
    row->addWidget(copy);
    row->addWidget(kept);
    column->addWidget(buttons);
    m_copied = muted(wrapped(QStringLiteral("recoveryCopiedLabel"),
                             tr("Copied. Paste it where only you can read it, then copy something "
                                "else."),
                             m_keyPart));
    column->addWidget(m_copied);
    connect(print, &QPushButton::clicked, this, &DataSealed::printKeyRequested);
    connect(copy, &QPushButton::clicked, this, &DataSealed::copyKey);
    connect(kept, &QPushButton::clicked, this, [this] {
        displayKey({});
        m_first->line()->setFocus(Qt::OtherFocusReason);
        Q_EMIT keyKept();
    });
    return m_keyPart;
}

void DataSealed::displayKey(const QStringList& lines)
{
    const bool isShown = !lines.isEmpty();
    m_key->setText(lines.join(QLatin1Char('\n')));
    m_key->setAccessibleName(tr("Recovery key: %1").arg(lines.join(QLatin1String(", "))));
    m_copied->hide();
    m_keyPart->setVisible(isShown);
    m_form->setVisible(!isShown);
    if (isShown) {
        m_first->clear();
        m_second->clear();
    }
}

void DataSealed::judge()
{
    const QString first = m_first->text();
    const QString second = m_second->text();
    const Strength strength = strengthOf(first.toStdString());
    m_strength->setText(first.isEmpty() ? QString{} : wording::strength(strength));
    m_strength->setVisible(!first.isEmpty());
    m_differ->setVisible(!second.isEmpty() && first != second);
    m_seal->setEnabled(strength != Strength::TooShort && first == second);
}

void DataSealed::copyKey()
{
    QApplication::clipboard()->setText(m_key->text());
    m_copied->show();
}

} // namespace unclench::ui
