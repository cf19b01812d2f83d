// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/theme.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/wording/profile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QLabel* addLabel(QVBoxLayout* column, const QString& text, theme::Size size = theme::Size::Body)
{
    auto* label = new QLabel{text};
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(theme::font(label->font(), size));
    column->addWidget(label);
    return label;
}

QStringList titlesOf(std::span<const Source> sources)
{
    QStringList titles;
    for (const Source& source : sources) {
        titles << QString::fromStdString(source.title);
    }
    titles.sort(Qt::CaseInsensitive);
    return titles;
}

} // namespace

AboutDialog::AboutDialog(const QString& version,
                         std::span<const Source> clinical,
                         std::span<const Source> numbers,
                         QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Unclench"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    whole->setSpacing(theme::grid(font(), 1));
    auto* scroll = new ScrollSheet{QStringLiteral("aboutScroll"), tr("About Unclench"), this};
    whole->addWidget(scroll, 1);
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));

    addLabel(column, tr("Unclench"), theme::Size::Title);
    addLabel(column,
             tr("A companion for people whose back goes into spasm. Version %1.").arg(version))
        ->setObjectName(QStringLiteral("versionLabel"));
    addLabel(column, wording::disclaimer())->setObjectName(QStringLiteral("disclaimerLabel"));
    addLabel(column, tr("Free software under the GNU General Public License, version 3 or later "
                        "(GPL-3.0-or-later). It comes without any warranty."))
        ->setForegroundRole(QPalette::PlaceholderText);

    column->addSpacing(theme::grid(font(), 1));
    auto* heading = addLabel(column, tr("What the advice rests on"), theme::Size::Heading);
    auto* list = new QListWidget{this};
    list->setObjectName(QStringLiteral("sourcesList"));
    list->setMinimumHeight(theme::grid(font(), 24));
    list->setAccessibleName(tr("Sources"));
    list->setWordWrap(true);
    list->setResizeMode(QListView::Adjust);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSpacing(theme::grid(font(), 0.25));
    list->addItems(titlesOf(clinical));
    list->addItems(titlesOf(numbers));
    heading->setBuddy(list);
    column->addWidget(list, 1);

    auto* close = new QPushButton{tr("&Close"), this};
    close->setObjectName(QStringLiteral("closeAboutButton"));
    close->setAccessibleName(tr("Close this window"));
    close->setMinimumHeight(theme::grid(font(), 4.5));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, theme::grid(font(), 1), 0, 0);
    foot->addStretch(1);
    foot->addWidget(close);
    whole->addLayout(foot);
    close->setFocus(); // reading needs no place in the list
    resize(onScreen(*this, {theme::grid(font(), 80), theme::grid(font(), 72)}));
}

} // namespace unclench::ui
