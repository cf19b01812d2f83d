// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_trials.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr std::size_t kRowsUpFront = 4;
constexpr std::size_t kTrialsUpFront = 8;
constexpr std::string_view kSleep = "sleep"; // the product document names it apart: always there

} // namespace

FunctionSection::FunctionSection(const Words& words, QWidget* parent)
    : Section(tr("What it keeps you from"), parent), m_words(words), m_rowColumn(new QVBoxLayout),
      m_more(rowButton(QStringLiteral("functions_more"), {}, {}, this))
{
    addHint(tr("How much does your back limit it?"));
    m_rowColumn->setSpacing(theme::grid(font(), 1.5));
    column()->addLayout(m_rowColumn);
    m_more->setFlat(true);
    column()->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] { showRest(!m_isRestShown); });
}

void FunctionSection::showRest(bool isShown)
{
    m_isRestShown = isShown;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].second->setVisible(isShown || i < kRowsUpFront ||
                                     m_limits.contains(m_rows[i].first));
    }
    //: Opens and closes the rarer rows
    m_more->setText(isShown ? tr("Fewer") : tr("More"));
    m_more->setAccessibleName(isShown ? tr("What it keeps you from: fewer")
                                      : tr("What it keeps you from: more"));
}

void FunctionSection::display(const DetailsView& view)
{
    if (m_shown != view.course.id) {
        m_shown = view.course.id;
        for (auto& [id, chips] : m_rows) {
            chips->hide();
            chips->setParent(nullptr);
            chips->deleteLater();
        }
        m_rows.clear();
        std::vector<std::string> ids = view.order.at(Topic::Function);
        const auto sleep = std::find(ids.begin(), ids.end(), kSleep);
        if (sleep - ids.begin() >= static_cast<std::ptrdiff_t>(kRowsUpFront) &&
            sleep != ids.end()) {
            std::rotate(ids.begin() + kRowsUpFront - 1, sleep, sleep + 1);
        }
        for (const std::string& id : ids) {
            const QString label = m_words.label(Topic::Function, id);
            auto* chips = new ChipGroup{QStringLiteral("function_") + QString::fromStdString(id),
                                        label, label, this};
            std::vector<Choice> levels;
            for (int level = 0; level <= FunctionLimit::kCannot; ++level) {
                levels.push_back({std::to_string(level), wording::limit(level)});
            }
            const std::size_t count = levels.size();
            chips->offer(std::move(levels), count);
            connect(chips, &ChipGroup::pressed, this,
                    [this, id](const std::string& level, bool isWanted) {
                        if (!isWanted) {
                            Q_EMIT removed(RecordKind::FunctionLimit, m_limits.at(id).stamp.id);
                            return;
                        }
                        FunctionLimit limit;
                        limit.function = id;
                        limit.level = std::stoi(level);
                        Q_EMIT told(limit);
                    });
            m_rowColumn->addWidget(chips);
            m_rows.emplace_back(id, chips);
        }
    }
    m_limits.clear();
    for (const FunctionLimit& limit : view.functions) {
        m_limits.emplace(limit.function, limit);
    }
    for (const auto& [id, chips] : m_rows) {
        const auto limit = m_limits.find(id);
        chips->display(limit == m_limits.end() ? std::vector<std::string>{}
                                               : std::vector{std::to_string(limit->second.level)});
    }
    showRest(m_isRestShown);
}

ReliefSection::ReliefSection(const Words& words, QWidget* parent)
    : Section(tr("What you tried"), parent), m_words(words),
      m_chips(new ChipGroup{QStringLiteral("relief"), {}, tr("What you tried"), this}),
      m_rowColumn(new QVBoxLayout)
{
    column()->addWidget(m_chips);
    m_rowColumn->setSpacing(theme::grid(font(), 2));
    column()->addLayout(m_rowColumn);
    connect(m_chips, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        if (isWanted) {
            Relief relief;
            relief.method = id;
            Q_EMIT told(relief);
            return;
        }
        const Relief* latest = nullptr;
        for (const auto& [key, relief] : m_reliefs) {
            if (relief.method == id && (latest == nullptr || latest->at.utc <= relief.at.utc)) {
                latest = &relief;
            }
        }
        if (latest != nullptr) {
            Q_EMIT removed(RecordKind::Relief, Uuid{latest->stamp.id});
        }
    });
}

ReliefSection::Row ReliefSection::makeRow(const Relief& relief)
{
    const std::string key = relief.stamp.id.text();
    const QString label = m_words.label(Topic::Relief, relief.method);
    const QString name = QStringLiteral("relief_") + QString::fromStdString(key);
    auto* widget = new QWidget{this};
    auto* lines = new QVBoxLayout{widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* top = new QHBoxLayout;
    auto* title = new QLabel{widget};
    title->setWordWrap(true);
    top->addWidget(title, 1);
    auto* remove = rowButton(name + QStringLiteral("_remove"), tr("Remove"),
                             tr("Remove %1").arg(label), widget);
    top->addWidget(remove);
    lines->addLayout(top);
    auto* effects = new ChipGroup{name + QStringLiteral("_effect"), {}, label, widget};
    std::vector<Choice> choices;
    for (const Effect effect : {Effect::Better, Effect::Same, Effect::Worse}) {
        choices.push_back({std::string{toId(effect)}, wording::effect(effect)});
    }
    const std::size_t count = choices.size();
    effects->offer(std::move(choices), count);
    lines->addWidget(effects);
    connect(remove, &QPushButton::clicked, this,
            [this, id = relief.stamp.id] { Q_EMIT removed(RecordKind::Relief, id); });
    connect(effects, &ChipGroup::pressed, this,
            [this, key](const std::string& effect, bool isWanted) {
                Relief changed = m_reliefs.at(key);
                changed.effect = isWanted ? fromId<Effect>(effect) : std::nullopt;
                Q_EMIT corrected(changed);
            });
    m_rowColumn->addWidget(widget);
    return {widget, title, effects};
}

void ReliefSection::display(const DetailsView& view)
{
    if (m_shown != view.course.id) {
        m_shown = view.course.id;
        std::vector<Choice> choices;
        for (const std::string& id : view.order.at(Topic::Relief)) {
            choices.push_back({id, m_words.label(Topic::Relief, id)});
        }
        m_chips->offer(std::move(choices), kTrialsUpFront);
    }
    m_reliefs.clear();
    std::vector<std::string> tried;
    for (const Relief& relief : view.reliefs) {
        m_reliefs.emplace(relief.stamp.id.text(), relief);
        tried.push_back(relief.method);
    }
    m_chips->display(tried);
    std::erase_if(m_rows, [&](const auto& row) {
        if (m_reliefs.contains(row.first)) {
            return false;
        }
        row.second.widget->hide();
        row.second.widget->setParent(nullptr);
        row.second.widget->deleteLater();
        return true;
    });
    for (const Relief& relief : view.reliefs) {
        const std::string key = relief.stamp.id.text();
        auto row = m_rows.find(key);
        if (row == m_rows.end()) {
            row = m_rows.emplace(key, makeRow(relief)).first;
        }
        //: What was tried and when, as in "Heat pad, 14:30: what did it do?"
        row->second.label->setText(tr("%1, %2: what did it do?")
                                       .arg(m_words.label(Topic::Relief, relief.method),
                                            wording::moment(relief.at, view.now)));
        row->second.effects->display(relief.effect ? std::vector{std::string{toId(*relief.effect)}}
                                                   : std::vector<std::string>{});
    }
}

} // namespace unclench::ui
