// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_form.h"

#include "core/time/iso8601.h"
#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/day_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/moment_edit.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/settings.h"
#include "ui/wording/visit.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

const std::string kVisitLong = "long";

QLabel* visitFieldLabel(const QString& text, QWidget* field, Section& section)
{
    QLabel* label = wrappedText(text, &section);
    label->setBuddy(field);
    section.column()->addWidget(label);
    section.column()->addWidget(field);
    return label;
}

/// The questions in their places; empty where none stands.
std::array<std::string, 3> visitQuestionLines(const Visit& visit)
{
    std::array<std::string, 3> lines;
    std::size_t at = 0;
    for (const char c : visit.questions) {
        if (c == '\n') {
            ++at;
        } else if (at < lines.size()) {
            lines[at] += c;
        }
    }
    if (at >= lines.size()) { // blank ones between them
        lines = {};
        const auto told = questionsOf(visit);
        std::copy_n(told.begin(), std::min(told.size(), lines.size()), lines.begin());
    }
    return lines;
}

std::string joinedVisitQuestions(const std::array<std::string, 3>& lines)
{
    std::string all = lines[0] + '\n' + lines[1] + '\n' + lines[2];
    while (!all.empty() && all.back() == '\n') {
        all.pop_back();
    }
    return all;
}

std::vector<std::string> visitSectionIds(const Visit& visit)
{
    std::vector<std::string> ids;
    for (const ReportSection section : reportSections(visit)) {
        ids.emplace_back(toId(section));
    }
    return ids;
}

/// The names of `ids` in the order of the page.
std::string joinedVisitSections(const std::vector<std::string>& ids)
{
    std::string all;
    for (const std::string_view name : kNames<ReportSection>) {
        if (std::find(ids.begin(), ids.end(), name) != ids.end()) {
            all += all.empty() ? "" : ",";
            all += name;
        }
    }
    return all;
}

} // namespace

VisitAppointment::VisitAppointment(QWidget* parent)
    : Section(tr("When and with whom"), parent),
      m_at(new MomentEdit{QStringLiteral("visitAtEdit"), tr("When the visit is"), this}),
      m_provider(new KeptLine{QStringLiteral("visitProviderEdit"), tr("Whom you see"), this})
{
    setObjectName(QStringLiteral("visitAppointment"));
    visitFieldLabel(tr("Day and time:"), m_at, *this);
    column()->setAlignment(m_at, Qt::AlignLeft);
    setFocusProxy(m_at);
    visitFieldLabel(tr("Whom you see:"), m_provider, *this);
    column()->addWidget(buildDays());
    connect(m_at, &MomentEdit::entered, this, [this](const Moment& at) {
        Q_EMIT changed([at](Visit& visit) { visit.at = at; }, tr("Saved: when the visit is."));
    });
    connect(m_provider, &KeptLine::entered, this, [this](const QString& name) {
        Q_EMIT changed([name](Visit& visit) { visit.provider = name.toStdString(); },
                       tr("Saved: whom you see."));
    });
}

QWidget* VisitAppointment::buildDays()
{
    auto* place = new QWidget{this};
    auto* lines = new QVBoxLayout{place};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    lines->addWidget(wrappedText(tr("The page covers these days:"), place));
    auto* days = new QWidget{place};
    auto* row = new FlowLayout{days, theme::grid(font(), 1)};
    m_from = new DayEdit{QStringLiteral("visitFromEdit"), tr("First day"), days};
    m_to = new DayEdit{QStringLiteral("visitToEdit"), tr("Last day"), days};
    //: Between two dates: 1 March to 5 March
    QLabel* to = muted(new QLabel{tr("to"), days});
    m_usual = rowButton(QStringLiteral("visitUsualDaysButton"), tr("Since the last visit"),
                        tr("Cover the days since the last visit"), days);
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_to);
    row->addWidget(m_usual);
    lines->addWidget(days);
    m_daysHint = caption({}, place);
    m_daysHint->setObjectName(QStringLiteral("visitDaysHint"));
    lines->addWidget(m_daysHint);
    connect(m_from, &DayEdit::entered, this, [this](std::chrono::local_days day) {
        Q_EMIT changed([day](Visit& visit) { visit.fromDay = toIsoDay(day); },
                       tr("Saved: the first day of the page."));
    });
    connect(m_to, &DayEdit::entered, this, [this](std::chrono::local_days day) {
        Q_EMIT changed([day](Visit& visit) { visit.toDay = toIsoDay(day); },
                       tr("Saved: the last day of the page."));
    });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        Q_EMIT changed(
            [](Visit& visit) {
                visit.fromDay.clear();
                visit.toDay.clear();
            },
            tr("Saved: the page covers the days since the last visit."));
    });
    return place;
}

void VisitAppointment::display(const VisitView& view, bool isOther)
{
    const Visit& visit = *view.visit;
    const QString provider = QString::fromStdString(visit.provider);
    if (isOther) {
        m_at->displayAnew(visit.at);
        m_provider->setText(provider);
        m_from->displayAnew(view.from);
        m_to->displayAnew(view.to);
    } else {
        m_at->display(visit.at);
        m_provider->display(provider);
        m_from->display(view.from);
        m_to->display(view.to);
    }
    const bool hasOwnDays = !visit.fromDay.empty() || !visit.toDay.empty();
    m_usual->setEnabled(hasOwnDays);
    m_daysHint->setText(
        hasOwnDays ? tr("You chose these days.")
                   : tr("Without your choice: from your last visit until today. Where there was "
                        "none, the last half year."));
}

void VisitAppointment::saveDrafts()
{
    m_at->commit();
    m_provider->commit();
    m_from->commit();
    m_to->commit();
}

VisitWishes::VisitWishes(QWidget* parent)
    : Section(tr("What you want"), parent),
      m_goal(
          new KeptNote{QStringLiteral("visitGoalEdit"), tr("What you want from the visit"), this})
{
    setObjectName(QStringLiteral("visitWishes"));
    m_goal->setFixedHeight(theme::grid(font(), 10)); // two sentences
    visitFieldLabel(tr("What do you want from this visit? In one or two sentences."), m_goal,
                    *this);
    connect(m_goal, &KeptNote::entered, this, [this](const QString& text) {
        Q_EMIT changed([text](Visit& visit) { visit.goal = text.toStdString(); },
                       tr("Saved: what you want from the visit."));
    });
    addText(tr("Up to three questions, the one that matters most first:"));
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        const auto number = static_cast<int>(i) + 1;
        KeptLine*& line = m_questions[i];
        line = new KeptLine{QStringLiteral("visitQuestion%1Edit").arg(number),
                            tr("Question %1").arg(number), this};
        line->setPlaceholderText(tr("Question %1").arg(number));
        column()->addWidget(line);
        connect(line, &KeptLine::entered, this, [this, i](const QString& text) {
            Q_EMIT changed(
                [i, text](Visit& visit) {
                    auto lines = visitQuestionLines(visit);
                    lines[i] = text.toStdString();
                    visit.questions = joinedVisitQuestions(lines);
                },
                tr("Saved: your question."));
        });
    }
}

void VisitWishes::display(const VisitView& view, bool isOther)
{
    const QString goal = QString::fromStdString(view.visit->goal);
    const auto lines = visitQuestionLines(*view.visit);
    if (isOther) {
        m_goal->displayAnew(goal);
    } else {
        m_goal->display(goal);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QString line = QString::fromStdString(lines[i]);
        if (isOther) {
            m_questions[i]->setText(line);
        } else {
            m_questions[i]->display(line);
        }
    }
}

void VisitWishes::saveDrafts()
{
    m_goal->commit();
    for (KeptLine* line : m_questions) {
        line->commit();
    }
}

VisitShows::VisitShows(QWidget* parent)
    : Section(tr("What the page shows"), parent),
      m_sections(new ChipGroup{QStringLiteral("visitSections"), {}, tr("On the page"), this}),
      m_length(new ChipGroup{QStringLiteral("visitLength"), {}, tr("Behind the page"), this}),
      m_shownName(new ChipGroup{QStringLiteral("visitShownName"), tr("On each page stands:"),
                                tr("Your name"), this}),
      m_name(new KeptLine{QStringLiteral("visitNameEdit"), tr("Your name"), this}),
      m_paper(new ChipGroup{QStringLiteral("visitPaperSize"), tr("The paper in your printer:"),
                            tr("Paper"), this})
{
    setObjectName(QStringLiteral("visitShows"));
    std::vector<Choice> sections;
    for (const std::string_view id : kNames<ReportSection>) {
        sections.push_back({std::string{id}, wording::visitSection(*fromId<ReportSection>(id))});
    }
    m_sections->offer(std::move(sections), kNames<ReportSection>.size());
    column()->addWidget(m_sections);
    addHint(tr("Warning signs and what you want always stand on the page. Your notes stand in the "
               "long version alone."));
    m_length->offer({{kVisitLong, tr("Add the long version")}}, 1);
    column()->addWidget(m_length);
    addHint(tr("It lists every spasm, reading, medicine and session of these days, on more "
               "pages."));
    std::vector<Choice> names;
    for (const std::string_view id : kNames<ReportName>) {
        names.push_back({std::string{id}, wording::visitName(*fromId<ReportName>(id))});
    }
    m_shownName->offer(std::move(names), kNames<ReportName>.size());
    column()->addWidget(m_shownName);
    m_name->setPlaceholderText(tr("Your name"));
    column()->addWidget(m_name);
    offerPapers();

    connect(m_sections, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        Q_EMIT changed(
            [id, isWanted](Visit& visit) {
                auto ids = visitSectionIds(visit);
                std::erase(ids, id);
                if (isWanted) {
                    ids.push_back(id);
                }
                visit.sections = joinedVisitSections(ids);
            },
            tr("Saved: what the page shows."));
    });
    connect(m_length, &ChipGroup::pressed, this, [this](const std::string&, bool isWanted) {
        Q_EMIT changed([isWanted](Visit& visit) { visit.isLong = isWanted; },
                       isWanted ? tr("Saved: with the long version.")
                                : tr("Saved: without the long version."));
    });
    connect(m_shownName, &ChipGroup::pressed, this, [this](const std::string& id) {
        Q_EMIT changed([id](Visit& visit) { visit.shownName = *fromId<ReportName>(id); },
                       tr("Saved: which name stands on the page."));
    });
    connect(m_name, &KeptLine::entered, this, &VisitShows::nameTold);
}

void VisitShows::offerPapers()
{
    std::vector<Choice> papers;
    for (const PaperSize paper : {PaperSize::A4, PaperSize::Letter}) {
        papers.push_back({std::string{toId(paper)}, wording::paperSize(paper)});
    }
    m_paper->offer(std::move(papers), 2);
    column()->addWidget(m_paper);
    connect(m_paper, &ChipGroup::pressed, this,
            [this](const std::string& id) { Q_EMIT paperChosen(*fromId<PaperSize>(id)); });
}

void VisitShows::display(const VisitView& view)
{
    const Visit& visit = *view.visit;
    m_sections->display(visitSectionIds(visit));
    m_length->display(visit.isLong ? std::vector{kVisitLong} : std::vector<std::string>{});
    m_shownName->display({std::string{toId(visit.shownName)}});
    m_name->display(QString::fromStdString(view.name));
    m_paper->display(
        {std::string{toId(view.paper == QPageSize::Letter ? PaperSize::Letter : PaperSize::A4)}});
}

void VisitShows::saveDrafts()
{
    m_name->commit();
}

} // namespace unclench::ui
