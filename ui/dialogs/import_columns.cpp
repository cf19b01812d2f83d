// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_columns.h"

#include "core/exchange/mapping_files.h"
#include "ui/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/foreign.h"
#include "ui/wording/words.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

/// More columns than that nobody looks through; they mean what they were found to.
constexpr qsizetype kColumnsShown = 100;
constexpr int kLetters = 24;
constexpr std::size_t kValuesShown = 3;

QString columnText(const std::string& text)
{
    const QString whole = QString::fromStdString(text).simplified();
    return breakable(whole.size() > kLetters ? whole.left(kLetters - 1) + QChar{0x2026} : whole);
}

bool isSameColumn(const std::string& a, const std::string& b)
{
    return QString::fromStdString(a).trimmed().compare(QString::fromStdString(b).trimmed(),
                                                       Qt::CaseInsensitive) == 0;
}

Meaning meaningIn(const std::vector<MappedColumn>& columns, const std::string& column)
{
    const auto found = std::find_if(columns.rbegin(), columns.rend(), [&](const auto& mapped) {
        return isSameColumn(mapped.column, column);
    });
    return found == columns.rend() ? Meaning::Ignore : found->meaning;
}

/// What stands first in a column, as far as there is anything.
QString firstValues(const std::vector<std::vector<std::string>>& rows, std::size_t column)
{
    QStringList values;
    for (const auto& cells : rows) {
        if (column < cells.size() && values.size() < static_cast<qsizetype>(kValuesShown) &&
            !cells[column].empty()) {
            values << columnText(cells[column]);
        }
    }
    return values.join(QStringLiteral(" · "));
}

} // namespace

ImportColumns::ImportColumns(QWidget* parent)
    : Section(tr("What each column means"), parent),
      m_rules(wrapped(QStringLiteral("foreignRulesLabel"), {}, this)), m_table(new QWidget{this}),
      m_grid(new QGridLayout{m_table}),
      m_more(wrapped(QStringLiteral("foreignMoreColumnsLabel"), {}, this))
{
    setObjectName(QStringLiteral("importColumns"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::grid(font(), 1.5));
    m_grid->setVerticalSpacing(theme::grid(font(), 1));
    m_grid->setColumnStretch(0, 1);
    column()->addWidget(m_rules);
    column()->addWidget(m_table);
    column()->addWidget(m_more);
    column()->addWidget(buildSaving());
    judgeName();
}

QWidget* ImportColumns::buildSaving()
{
    auto* part = new QWidget{this};
    auto* lines = new QVBoxLayout{part};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 0.5));
    auto* label = wrappedText(tr("&Name, to read the next file the same way"), part);
    auto* buttons = new QWidget{part};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_name = new QLineEdit{buttons};
    m_name->setObjectName(QStringLiteral("foreignNameEdit"));
    m_name->setAccessibleName(tr("Name for these columns"));
    m_name->setMinimumHeight(theme::grid(font(), 4.5));
    m_name->setMinimumWidth(theme::grid(font(), 22));
    label->setBuddy(m_name);
    m_save = rowButton(QStringLiteral("foreignSaveButton"), tr("&Save these columns"),
                       tr("Save what the columns mean under this name"), buttons);
    row->addWidget(m_name);
    row->addWidget(m_save);
    m_nameHint = muted(wrapped(QStringLiteral("foreignNameHint"), {}, part));
    lines->addWidget(label);
    lines->addWidget(buttons);
    lines->addWidget(m_nameHint);
    connect(m_name, &QLineEdit::textChanged, this, &ImportColumns::judgeName);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this,
            [this] { Q_EMIT saveRequested(m_name->text().trimmed()); });
    return part;
}

void ImportColumns::display(const ForeignView& view)
{
    m_choice = view.choice;
    setVisible(view.found && !view.found->layout.header.empty());
    if (!view.found) {
        return;
    }
    const ForeignPreview& found = *view.found;
    if (found.layout.header != m_header || m_rows.isEmpty()) {
        makeRows(found.layout.header);
    }
    QStringList rules = wording::foreignRules(found.mapping);
    std::transform(rules.begin(), rules.end(), rules.begin(), capitalised);
    m_rules->setText(breakable(rules.join(QLatin1Char('\n'))));
    m_rules->setVisible(!rules.isEmpty());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const QString values = firstValues(view.cells, static_cast<std::size_t>(i));
        row.values->setText(values);
        row.values->setVisible(!values.isEmpty());
        row.meaning->setAccessibleDescription(values);
        // What was just chosen may not have been read yet.
        const bool isChosen =
            std::any_of(m_choice.columns.begin(), m_choice.columns.end(), [&](const auto& mapped) {
                return isSameColumn(mapped.column, row.column);
            });
        row.meaning->choose(static_cast<int>(
            meaningIn(isChosen ? m_choice.columns : found.mapping.columns, row.column)));
    }
    m_canBeSaved = found.plan != nullptr;
    judgeName();
}

void ImportColumns::makeRows(const ForeignHeader& header)
{
    m_header = header;
    for (const Row& row : std::as_const(m_rows)) {
        delete row.values->parentWidget();
        delete row.meaning;
    }
    m_rows.clear();
    QList<ChoiceBox::Entry> meanings;
    for (int i = 0; i < static_cast<int>(kNames<Meaning>.size()); ++i) {
        meanings.append({capitalised(wording::meaning(static_cast<Meaning>(i))), i});
    }
    const auto count = std::min(static_cast<qsizetype>(header.size()), kColumnsShown);
    for (qsizetype i = 0; i < count; ++i) {
        const std::string& column = header[static_cast<std::size_t>(i)];
        auto* what = new QWidget{m_table};
        auto* lines = new QVBoxLayout{what};
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        auto* name = wrappedText(columnText(column), what);
        auto* values = caption({}, what);
        lines->addWidget(name);
        lines->addWidget(values);
        auto* meaning =
            new ChoiceBox{QStringLiteral("foreignColumnBox_%1").arg(i + 1),
                          //: %1 the name of a column
                          tr("What %1 means").arg(QString::fromStdString(column)), m_table};
        meaning->offer(meanings);
        name->setBuddy(meaning);
        m_grid->addWidget(what, static_cast<int>(i), 0);
        m_grid->addWidget(meaning, static_cast<int>(i), 1, Qt::AlignVCenter);
        connect(meaning, &QComboBox::activated, this,
                [this, column, meaning] { choose(column, *meaning); });
        m_rows.push_back({column, values, meaning});
    }
    const auto more = static_cast<int>(static_cast<qsizetype>(header.size()) - count);
    m_more->setText(tr("And %1 more columns, which stay as they were found.").arg(more));
    m_more->setVisible(more > 0);
}

void ImportColumns::choose(const std::string& column, const ChoiceBox& meaning)
{
    std::erase_if(m_choice.columns,
                  [&](const auto& mapped) { return isSameColumn(mapped.column, column); });
    m_choice.columns.push_back({column, static_cast<Meaning>(meaning.currentData().toInt())});
    Q_EMIT choiceChanged(m_choice);
}

void ImportColumns::judgeName()
{
    const QString name = m_name->text().trimmed();
    const bool isFine = isMappingName(name.toStdString());
    m_save->setEnabled(isFine && m_canBeSaved);
    m_nameHint->setText(!name.isEmpty() && !isFine
                            ? tr("A name has letters, digits, spaces, - and _, up to 60.")
                        : !m_canBeSaved ? tr("They can be saved once the file can be read.")
                                        : tr("Where one of that name is there, this replaces it."));
}

} // namespace unclench::ui
