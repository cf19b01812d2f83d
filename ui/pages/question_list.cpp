// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/question_list.h"

#include "ui/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/check_grid.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tab_order.h"
#include "ui/wording/alerts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace unclench::ui {

namespace {

constexpr double kLeastWords = 24; // in units of the grid: less is a column of single words
constexpr std::array kAnswers{AnswerValue::Yes, AnswerValue::No, AnswerValue::Unsure};

} // namespace

QuestionList::QuestionList(const RedFlags& rules, const Words& words, QWidget* parent)
    : QWidget(parent), m_rules(rules), m_words(words), m_column(new QVBoxLayout{this})
{
    setObjectName(QStringLiteral("questionList"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::grid(font(), 1));
}

QuestionList::Row QuestionList::makeRow(const std::string& id)
{
    const Question& rule = *m_rules.question(id);
    const QString name = QString::fromStdString(id);
    const QString line = m_words.question(id);
    Row row;
    row.id = id;
    row.card = new Card{this};
    auto* column = new QVBoxLayout{row.card};
    const int padding = theme::grid(font(), 1.5);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1));
    auto* top = new QWidget{row.card};
    auto* flow = new FlowLayout{top, theme::grid(font(), 1)};
    auto* said = new QWidget{top};
    said->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    said->setMinimumWidth(theme::grid(font(), kLeastWords));
    auto* words = new QVBoxLayout{said};
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    const auto addLabel = [&](const QString& text) {
        auto* label = new QLabel{text, row.card};
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
        return label;
    };
    QLabel* question = addLabel(line);
    QFont bold = question->font();
    bold.setWeight(QFont::DemiBold);
    question->setFont(bold);
    if (const QString examples = m_words.examples(id); !examples.isEmpty()) {
        addLabel(examples)->setForegroundRole(QPalette::PlaceholderText);
    }
    words->addStretch(1);
    flow->addWidget(said);
    column->addWidget(top);

    row.answers = new ChipGroup{QStringLiteral("answer_") + name, {}, line, top};
    std::vector<Choice> choices;
    for (const AnswerValue value : kAnswers) {
        choices.push_back({std::string{toId(value)}, wording::answerValue(value)});
    }
    row.answers->offer(std::move(choices), kAnswers.size());
    row.answers->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    flow->addWidget(row.answers);
    connect(row.answers, &ChipGroup::pressed, this, [this, id](const std::string& value, bool) {
        tell(id, fromId<AnswerValue>(value).value_or(AnswerValue::Unsure));
    });

    if (!rule.flags.empty()) {
        row.flags = new CheckGrid{QStringLiteral("flag_") + name, row.card};
        for (const std::string& flag : rule.flags) {
            row.flags->add(QString::fromStdString(flag), m_words.flag(id, flag));
        }
        column->addWidget(row.flags);
        connect(row.flags, &CheckGrid::picked, this, [this, id, flags = row.flags] {
            m_flags[id] = flags->ticked();
            tell(id, AnswerValue::Yes);
        });
    }
    if (rule.items > 0) {
        row.items = new CheckGrid{QStringLiteral("item_") + name, row.card};
        int number = 0;
        for (const QString& item : m_words.items(id)) {
            row.items->add(QString::number(++number), item);
        }
        column->addWidget(row.items);
        connect(row.items, &CheckGrid::picked, this, [this, id, items = row.items] {
            m_items[id] = items->ticked();
            tell(id, AnswerValue::Yes);
        });
    }
    return row;
}

void QuestionList::tell(const std::string& id, AnswerValue value)
{
    Answer answer;
    answer.question = id;
    answer.value = value;
    if (value == AnswerValue::Yes) {
        std::vector<std::string> flags;
        for (const QString& flag : m_flags[id]) {
            flags.push_back(flag.toStdString());
        }
        answer.flags = joinIds(flags);
        if (m_rules.question(id)->items > 0) {
            answer.items = static_cast<int>(m_items[id].size());
        }
    }
    Q_EMIT answered(answer);
}

void QuestionList::displayRow(const Row& row, const std::optional<Answer>& answer)
{
    std::vector<std::string> chosen;
    if (answer) {
        chosen.emplace_back(toId(answer->value));
    }
    row.answers->display(chosen);
    const bool isYes = answer && answer->value == AnswerValue::Yes;
    if (row.flags != nullptr) {
        QStringList flags;
        if (isYes) {
            for (const std::string& flag : splitIds(answer->flags)) {
                flags << QString::fromStdString(flag);
            }
        }
        m_flags[row.id] = flags;
        row.flags->display(flags);
        row.flags->setVisible(isYes);
    }
    if (row.items != nullptr) {
        if (!isYes || answer->items.value_or(0) != m_items[row.id].size()) {
            m_items[row.id].clear();
        }
        row.items->display(m_items[row.id]);
        row.items->setVisible(isYes);
    }
}

bool QuestionList::focusNextPrevChild(bool isNext)
{
    if (hasFocus() && isNext && !m_rows.empty()) {
        for (auto* chip : m_rows.front().answers->findChildren<QPushButton*>()) {
            if (chip->focusPolicy() == Qt::StrongFocus) {
                chip->setFocus(Qt::TabFocusReason);
                return true;
            }
        }
    }
    return QWidget::focusNextPrevChild(isNext);
}

void QuestionList::display(const std::vector<AskedQuestion>& asked)
{
    const bool isSame = std::equal(
        m_rows.begin(), m_rows.end(), asked.begin(), asked.end(),
        [](const Row& row, const AskedQuestion& question) { return row.id == question.id; });
    if (!isSame) {
        for (const Row& row : m_rows) {
            row.card->hide();
            row.card->setParent(nullptr);
            row.card->deleteLater();
        }
        m_rows.clear();
        for (const AskedQuestion& question : asked) {
            m_rows.push_back(makeRow(question.id));
            m_column->addWidget(m_rows.back().card);
        }
        orderTabs(*window());
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        displayRow(m_rows[i], asked[i].answer);
    }
}

} // namespace unclench::ui
