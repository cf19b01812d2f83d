// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/settings.h"

#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QStringList>

namespace unclench::ui::wording {

namespace {

QString titleOf(std::string_view id, const Vocabulary& vocabulary)
{
    for (const Source& source : vocabulary.sources()) {
        if (source.id == id) {
            return QString::fromStdString(source.title);
        }
    }
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

} // namespace

QString setting(SettingKey key)
{
    switch (key) {
    case SettingKey::Pace: return tr("How often to use heat and cold");
    case SettingKey::PatienceDays: return tr("Suggest a visit when it is not better after");
    case SettingKey::SittingMinutes: return tr("Time to sit before a break");
    case SettingKey::BreakMinutes: return tr("Length of a break");
    case SettingKey::FirstStartDone: return tr("First questions answered");
    case SettingKey::NoticesSayWhy: return tr("Notices may say why");
    case SettingKey::AutostartOffered: return tr("Starting with the desktop was offered");
    case SettingKey::SoundOn: return tr("Alarms play a sound");
    case SettingKey::SoundVolume: return tr("How loud alarms are");
    case SettingKey::SpeechOn: return tr("Alarms speak");
    case SettingKey::RingThroughDnd: return tr("Ring in do-not-disturb mode too");
    case SettingKey::CareOffers: return tr("Offer the next heat or cold");
    case SettingKey::SittingOn: return tr("Measure how long you sit");
    case SettingKey::EarlyNotice: return tr("Say it shortly before");
    case SettingKey::BreakPrompt: return tr("How to tell you that a break is due");
    case SettingKey::StandMinutes: return tr("When you stand, suggest a change after");
    case SettingKey::WorkHours: return tr("Only in these hours");
    case SettingKey::WorkDays: return tr("On these days");
    case SettingKey::Paper: return tr("Paper of the page for the doctor");
    }
    Q_UNREACHABLE();
}

QString pace(Pace pace)
{
    switch (pace) {
    case Pace::Default: return tr("Usual: cold every 2 hours, heat every 4 hours");
    case Pace::Alt000: return tr("15 minutes each time, with a 30 minute rest");
    case Pace::Alt003: return tr("20 minutes each time, with a 30 minute rest");
    case Pace::AltHw: return tr("Heat or cold every 2 hours");
    }
    Q_UNREACHABLE();
}

QString breakPrompt(BreakPrompt prompt)
{
    switch (prompt) {
    case BreakPrompt::Notification: return tr("A notification");
    case BreakPrompt::Card: return tr("A small card in the corner");
    case BreakPrompt::FullScreen: return tr("The full screen");
    }
    Q_UNREACHABLE();
}

QString paperSize(PaperSize paper)
{
    switch (paper) {
    case PaperSize::Usual: return tr("Usual in this country");
    case PaperSize::A4: return tr("A4");
    case PaperSize::Letter: return tr("US Letter");
    }
    Q_UNREACHABLE();
}

QString minuteCount(int count)
{
    return count == 1 ? tr("1 minute") : tr("%1 minutes").arg(count);
}

QString dayCount(int count)
{
    return count == 1 ? tr("1 day") : tr("%1 days").arg(count);
}

QString settingValue(SettingKey key, const Settings& settings)
{
    switch (key) {
    case SettingKey::Pace: return pace(settings.pace);
    case SettingKey::PatienceDays: return dayCount(settings.patienceDays);
    case SettingKey::SittingMinutes: return minuteCount(settings.sittingMinutes);
    case SettingKey::BreakMinutes: return minuteCount(settings.breakMinutes);
    case SettingKey::FirstStartDone: return settings.isFirstStartDone ? tr("yes") : tr("no");
    case SettingKey::NoticesSayWhy: return settings.noticesSayWhy ? tr("yes") : tr("no");
    case SettingKey::AutostartOffered: return settings.isAutostartOffered ? tr("yes") : tr("no");
    case SettingKey::SoundOn: return settings.isSoundOn ? tr("yes") : tr("no");
    case SettingKey::SoundVolume:
        return settings.soundVolume == 0 ? tr("silent")
                                         : tr("%1 percent").arg(settings.soundVolume);
    case SettingKey::SpeechOn: return settings.isSpeechOn ? tr("yes") : tr("no");
    case SettingKey::RingThroughDnd: return settings.ringsThroughDnd ? tr("yes") : tr("no");
    case SettingKey::CareOffers: return settings.offersCare ? tr("yes") : tr("no");
    case SettingKey::SittingOn: return settings.isSittingOn ? tr("yes") : tr("no");
    case SettingKey::EarlyNotice: return settings.hasEarlyNotice ? tr("yes") : tr("no");
    case SettingKey::BreakPrompt: return breakPrompt(settings.breakPrompt);
    case SettingKey::StandMinutes:
        return settings.standMinutes == 0 ? tr("never") : minuteCount(settings.standMinutes);
    case SettingKey::WorkHours:
        return settings.workHours ? tr("%1 to %2")
                                        .arg(minuteOfDay(settings.workHours->fromMinute),
                                             minuteOfDay(settings.workHours->toMinute))
                                  : tr("any time");
    case SettingKey::WorkDays:
        return settings.isWorkWeekdaysOnly ? tr("Monday to Friday") : tr("every day");
    case SettingKey::Paper: return paperSize(settings.paper);
    }
    Q_UNREACHABLE();
}

QString source(std::string_view id, const Vocabulary& vocabulary)
{
    return tr("Source: %1").arg(titleOf(id, vocabulary));
}

QString settingSource(SettingKey key, const Vocabulary& vocabulary)
{
    QStringList titles;
    for (const std::string_view id : sourcesOf(key)) {
        titles << titleOf(id, vocabulary);
    }
    return titles.isEmpty() ? QString{} : tr("Source: %1").arg(titles.join(QStringLiteral("; ")));
}

} // namespace unclench::ui::wording
