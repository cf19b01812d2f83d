// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/visit.h"

#include "ui/wording/times.h"
#include "ui/wording/tr.h"

namespace unclench::ui::wording {

QString visit(const Visit& visit, const Moment& now)
{
    const QString when = moment(visit.at, now);
    return visit.provider.empty() ? when
                                  //: When a visit is and whom it is with
                                  : tr("%1, %2").arg(when, QString::fromStdString(visit.provider));
}

QString visitSection(ReportSection section)
{
    switch (section) {
    case ReportSection::Where: return tr("Where it hurts");
    case ReportSection::Strength: return tr("How strong");
    case ReportSection::Course: return tr("Since when, how often");
    case ReportSection::Spasms: return tr("Each spasm");
    case ReportSection::Nerves: return tr("Weakness or numbness");
    case ReportSection::Injury: return tr("Injury and triggers");
    case ReportSection::Treatment: return tr("Medicines and what helped");
    case ReportSection::Notes: return tr("My notes");
    }
    Q_UNREACHABLE();
}

QString visitName(ReportName name)
{
    switch (name) {
    case ReportName::None: return tr("No name");
    case ReportName::Initials: return tr("Initials");
    case ReportName::Full: return tr("Full name");
    }
    Q_UNREACHABLE();
}

QString backgroundQuestion(BackgroundTopic topic)
{
    switch (topic) {
    case BackgroundTopic::FirstBegan: return tr("When did it first begin?");
    case BackgroundTopic::Diagnoses: return tr("What has a doctor said that it is?");
    case BackgroundTopic::TestsDone:
        return tr("Which tests were done, and when? An X-ray, an MRI, blood tests?");
    case BackgroundTopic::OtherConditions: return tr("Which other conditions do you have?");
    case BackgroundTopic::Allergies: return tr("Are you allergic to anything?");
    }
    Q_UNREACHABLE();
}

QString backgroundTopic(BackgroundTopic topic)
{
    switch (topic) {
    case BackgroundTopic::FirstBegan: return tr("When it first began");
    case BackgroundTopic::Diagnoses: return tr("What a doctor said that it is");
    case BackgroundTopic::TestsDone: return tr("Tests done");
    case BackgroundTopic::OtherConditions: return tr("Other conditions");
    case BackgroundTopic::Allergies: return tr("Allergies");
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
