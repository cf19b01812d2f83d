// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/fhir.h"

#include "ui/wording/alerts.h"
#include "ui/wording/care.h"
#include "ui/wording/choices.h"
#include "ui/wording/exchange.h"
#include "ui/wording/report.h"
#include "ui/wording/told.h"
#include "ui/wording/tr.h"
#include "ui/wording/visit.h"

namespace unclench::ui::wording {

namespace {

QString fhirLabel(FhirLabel label)
{
    switch (label) {
    case FhirLabel::Pain: return tr("Pain, 0 to 10");
    case FhirLabel::Spasm: return tr("Back spasm");
    case FhirLabel::Bout: return tr("It came from, to");
    case FhirLabel::Place: return tr("Place");
    case FhirLabel::AtRest: return tr("At rest");
    case FhirLabel::Side: return tr("Side");
    case FhirLabel::Change: return tr("New or changed");
    case FhirLabel::Since: return tr("For how many days");
    case FhirLabel::Knows: return tr("A doctor knows of it");
    case FhirLabel::Examples: return tr("How many of the examples fit");
    case FhirLabel::Besides: return tr("Besides");
    case FhirLabel::NotSure: return tr("Not sure");
    case FhirLabel::NoPainDay: return tr("A day without pain");
    case FhirLabel::Temperature: return tr("Temperature");
    case FhirLabel::Weight: return tr("Weight");
    case FhirLabel::Procedure: return tr("Surgery, injection or epidural at the spine");
    case FhirLabel::Skin: return tr("Skin");
    case FhirLabel::Visit: return tr("Appointment");
    case FhirLabel::Goal: return tr("What I want from it");
    case FhirLabel::Questions: return tr("My questions");
    case FhirLabel::Said: return tr("What was said");
    case FhirLabel::ToDo: return tr("What to do now");
    case FhirLabel::Document: return tr("Diary of back spasms");
    case FhirLabel::Warnings: return tr("What the program warned of");
    case FhirLabel::Notice: return exportNotice();
    }
    Q_UNREACHABLE();
}

QString fhirSectionName(FhirSection section)
{
    switch (section) {
    case FhirSection::Course: return tr("Spasms and pain");
    case FhirSection::Symptoms: return tr("Symptoms and measurements");
    case FhirSection::Answers: return tr("Answers about warning signs");
    case FhirSection::Medicines: return tr("Medicines");
    case FhirSection::Tried: return tr("Heat, cold, and what else was done");
    case FhirSection::Visits: return tr("Appointments");
    }
    Q_UNREACHABLE();
}

/// How it stood when the file was made.
QString fhirAlertState(const Alert& alert)
{
    switch (alert.state) {
    case AlertState::Open: return tr("Open");
    case AlertState::Snoozed: return tr("Open, put off");
    case AlertState::Closed:
        //: How a warning was closed, and when: "Closed by you, 4 Mar 2026 10:00"
        return tr("%1, %2").arg(closing(alert.closing.value_or(Closing::Dismissed)),
                                reportMoment(alert.since));
    }
    Q_UNREACHABLE();
}

} // namespace

std::string FhirWording::label(FhirLabel label) const
{
    return fhirLabel(label).toStdString();
}

std::string FhirWording::term(Topic topic, const std::string& id) const
{
    return m_words.label(topic, id).toStdString();
}

std::string FhirWording::place(const Place& place) const
{
    return m_words.place(place.region, place.side).toStdString();
}

std::string FhirWording::detail(DetailField field) const
{
    return (field == DetailField::Regions ? fhirLabel(FhirLabel::Place) : detailName(field))
        .toStdString();
}

std::string FhirWording::limited(const std::string& function) const
{
    //: %1 is something the back may keep a person from, "Walk"
    return tr("How much the back limits it: %1")
        .arg(m_words.label(Topic::Function, function))
        .toStdString();
}

std::string FhirWording::limit(int level) const
{
    return wording::limit(level).toStdString();
}

std::string FhirWording::side(Side side) const
{
    return wording::side(side).toStdString();
}

std::string FhirWording::change(Change change) const
{
    return wording::change(change).toStdString();
}

std::string FhirWording::effect(Effect effect) const
{
    return wording::effect(effect).toStdString();
}

std::string FhirWording::skin(Skin skin) const
{
    return wording::skin(skin).toStdString();
}

std::string FhirWording::care(Modality modality, std::optional<CareKind> kind) const
{
    const QString name = wording::modality(modality);
    //: Heat or cold, and with what: "Heat: heating pad"
    return (kind ? tr("%1: %2").arg(name, careKind(*kind)) : name).toStdString();
}

std::string FhirWording::patchSite(PatchSite site) const
{
    return wording::patchSite(site).toStdString();
}

std::string FhirWording::question(const std::string& rule) const
{
    return m_words.question(rule).toStdString();
}

std::string FhirWording::flag(const std::string& rule, const std::string& flag) const
{
    return m_words.flag(rule, flag).toStdString();
}

std::string FhirWording::section(FhirSection section) const
{
    return fhirSectionName(section).toStdString();
}

std::string FhirWording::entries(std::size_t count) const
{
    return (count == 1 ? tr("1 entry.")
                       : tr("%1 entries.").arg(QString::number(static_cast<qulonglong>(count))))
        .toStdString();
}

std::string FhirWording::background(BackgroundTopic topic) const
{
    return backgroundTopic(topic).toStdString();
}

std::string FhirWording::alert(const Alert& alert) const
{
    const QString why = reasons(alert, m_words).join(QLatin1String("; "));
    //: A warning in one line: how urgent, why, what was shown, when, and how it stands. "Soon: pain
    //: at night. Shown: Book an appointment. Raised 4 Mar 2026 10:00. Open."
    return tr("%1: %2. Shown: %3 Raised %4. %5.")
        .arg(reportLevel(alert.level), why, action(alert, m_words), reportMoment(alert.at),
             fhirAlertState(alert))
        .toStdString();
}

QString fhirTexts()
{
    return tr("What you wrote down about diagnoses, tests, other conditions, allergies and how it "
              "began is in it, and the warnings that you were shown.");
}

CalendarWords calendarWords()
{
    return {.appointment = tr("Appointment").toStdString(),
            .entry = tr("Health entry").toStdString(),
            .notice = exportNotice().toStdString()};
}

} // namespace unclench::ui::wording
