// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/finding.h"

namespace unclench {

Weight weightOf(Finding::Check check)
{
    switch (check) {
    case Finding::Check::FileBroken:
    case Finding::Check::IndexesOff:
    case Finding::Check::SchemaOff:
    case Finding::Check::RowUnreadable:
    case Finding::Check::OrphanFound: return Weight::Broken;
    case Finding::Check::OwnerDeleted:
    case Finding::Check::ErasedStands:
    case Finding::Check::EndBeforeBegin:
    case Finding::Check::BoutsOverlap:
    case Finding::Check::EpisodesOverlap:
    case Finding::Check::SpansOverlap:
    case Finding::Check::SeveralOpen:
    case Finding::Check::SeveralRunning:
    case Finding::Check::EpisodeHollow:
    case Finding::Check::UnknownWord:
    case Finding::Check::ReportUnreadable:
    case Finding::Check::ValueUnfit:
    case Finding::Check::InFuture:
    case Finding::Check::TextUnfit:
    case Finding::Check::NotesOff: return Weight::Wrong;
    case Finding::Check::SchemaExtra:
    case Finding::Check::LooseEnd:
    case Finding::Check::UnknownSetting:
    case Finding::Check::SettingUnfit:
    case Finding::Check::WrittenInFuture:
    case Finding::Check::SeveralOfOne: return Weight::Note;
    }
    return Weight::Broken;
}

} // namespace unclench
