// SPDX-License-Identifier: GPL-3.0-or-later
// One spasm episode: the bouts it came in, the pain readings, and what was told about it.
#pragma once

#include "core/diary/details.h"
#include "core/diary/stamp.h"
#include "core/time/moment.h"

#include <optional>
#include <string>

namespace unclench {

/// The thing that bouts, readings and reports belong to; all it knows itself is its name.
struct Episode {
    Stamp stamp;

    template <class Self, class Visit>
    static void fields(Self&, Visit&&)
    {
    }
    friend bool operator==(const Episode&, const Episode&) = default;
};

/// From a beginning to an end. A spasm that begins less than 24 h after the end of the last one is
/// a further bout of the same episode (core/diary/course.h). At most one bout in the diary is
/// open.
struct Bout {
    Stamp stamp;
    Uuid episode;
    Moment begin;
    /// Absent: not over yet.
    std::optional<Moment> end;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("begin", self.begin);
        visit("end", self.end);
    }
    friend bool operator==(const Bout&, const Bout&) = default;
};

/// Pain at a moment, 0 (none) to 10 (the worst there is).
struct Reading {
    static constexpr int kLeast = 0;
    static constexpr int kMost = 10;

    Stamp stamp;
    Uuid episode;
    Moment at;
    int pain = 0;
    /// Absent: not told whether the person was at rest.
    std::optional<bool> atRest;
    std::string note;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("pain", self.pain);
        visit("at_rest", self.atRest);
        visit("note", self.note);
    }
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// One thing told about an episode at a moment. The last told of a field is how it stands; the
/// earlier ones stay, because what was true on Monday was true on Monday.
struct Report {
    Stamp stamp;
    Uuid episode;
    Moment at;
    DetailField field = DetailField::Regions;
    /// The value as JSON, in the form that core/diary/details.h gives for the field.
    std::string value;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("field", self.field);
        visit("value", self.value);
    }
    friend bool operator==(const Report&, const Report&) = default;
};

} // namespace unclench
