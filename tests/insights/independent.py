# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure of docs/insights.md, counted again from the file alone: shares nothing with the program."""
import bisect
import collections
import dataclasses
import json
import math
import statistics

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
KINDS = ("heat", "cold", "tried", "taken")


@dataclasses.dataclass
class Episode:
    """Moments in ms; `end` is None while it is open; `readings` are (at, pain) in the order of their moments."""
    onset: int
    offset: int
    end: int | None
    readings: list
    regions: list | None = None
    triggers: list | None = None

    @property
    def worst(self):
        return max((pain for _, pain in self.readings), default=None)


def median(values):
    """Medians, not means."""
    return float(statistics.median(values)) if values else None


def quartiles(values):
    """Medians, not means: those of the lower and of the upper half, without the value in the middle."""
    ordered, half = sorted(values), len(values) // 2
    return median(ordered[:half]), median(ordered[len(ordered) - half:])


def interval_of_median(values):
    """The interval of a median. P(B < k) <= 0.025 in whole numbers: 40 * (C(n,0) + ... + C(n,k-1)) <= 2^n."""
    n, k, below = len(values), 0, 0
    while k < n and 40 * (below + math.comb(n, k)) <= 2 ** n:
        below += math.comb(n, k)
        k += 1
    ordered = sorted(values)
    return (float(ordered[k - 1]), float(ordered[n - k])) if k else (None, None)


def interval_of_share(count, n):
    """The interval of a share: Wilson's."""
    z, share = 1.959964, count / n
    middle = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


def read_episodes(connection):
    """Which episodes: all of the diary, by their onset."""
    bouts, readings = collections.defaultdict(list), collections.defaultdict(list)
    for episode, *bout in connection.execute(
            "SELECT b.episode_id, b.begin_utc_ms, b.begin_offset_min, b.end_utc_ms FROM bout AS b"
            " JOIN episode AS e ON e.id = b.episode_id WHERE b.deleted_utc_ms IS NULL AND e.deleted_utc_ms IS NULL"
            " ORDER BY b.begin_utc_ms, b.id"):
        bouts[episode].append(bout)
    for episode, *reading in connection.execute(
            "SELECT episode_id, at_utc_ms, pain FROM reading WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms, id"):
        readings[episode].append(tuple(reading))
    episodes = {id: Episode(its[0][0], its[0][1], its[-1][2], readings[id]) for id, its in bouts.items()}
    for episode, field, value in connection.execute(
            "SELECT episode_id, field, value FROM (SELECT *, row_number() OVER"
            " (PARTITION BY episode_id, field ORDER BY at_utc_ms DESC, id DESC) AS age FROM report"
            " WHERE deleted_utc_ms IS NULL AND field IN ('regions', 'triggers')) WHERE age = 1"):
        if episode in episodes:
            setattr(episodes[episode], field, json.loads(value))
    return sorted(episodes.values(), key=lambda e: e.onset)


def local_day(at, offset):
    """Days since 1970, from midnight to midnight by this offset."""
    return (at + offset * MINUTE) // DAY


def hours(episodes):
    """When: hour and weekday. 1970-01-01 was a Thursday, which is 3 where Monday is 0."""
    counts = [[0] * 24 for _ in range(7)]
    for episode in episodes:
        hour = (episode.onset + episode.offset * MINUTE) % DAY // HOUR
        counts[(local_day(episode.onset, episode.offset) + 3) % 7][hour] += 1
    return {"n": len(episodes), "counts": counts if len(episodes) >= 8 else None}


def places_of(regions):
    """Where: `both` is left and right, and a place counts once."""
    places = set()
    for region in regions:
        name, _, side = region.partition(":")
        places |= {(name, s) for s in (("left", "right") if side == "both" else (side,))}
    return places


def places(episodes):
    """Where: the back map."""
    told = [e for e in episodes if e.regions]
    worst = collections.defaultdict(list)
    for episode in told:
        for place in places_of(episode.regions):
            worst[place].append(episode.worst)
    rows = [{"region": region, "side": side or None, "episodes": len(pains),
             "median_worst": median([p for p in pains if p is not None])}
            for (region, side), pains in sorted(worst.items(), key=lambda item: (-len(item[1]), item[0]))]
    return {"n": len(told), "places": rows if len(told) >= 3 else None}


def length(episodes):
    """How an episode goes: Length."""
    lengths = [e.end - e.onset for e in episodes if e.end is not None]
    lower, upper = quartiles(lengths)
    shown = len(lengths) >= 5
    return {"n": len(lengths), "median_ms": median(lengths) if shown else None,
            "lower_ms": lower if shown else None, "upper_ms": upper if shown else None}


def time_to_half(episode):
    """How an episode goes: Time to half the pain. Infinite where it did not come to that."""
    worst_at = next(at for at, pain in episode.readings if pain == episode.worst)
    later = (at for at, pain in episode.readings if at > worst_at and 2 * pain <= episode.worst)
    return next(later, math.inf) - worst_at


def has_later(episode):
    """How an episode goes: whether there is a reading after the first with the worst pain."""
    worst_at = next(at for at, pain in episode.readings if pain == episode.worst)
    return any(at > worst_at for at, _ in episode.readings)


def half(episodes):
    """How an episode goes: Time to half the pain."""
    times = [time_to_half(e) for e in episodes if (e.worst or 0) >= 2 and has_later(e)]
    middle = median(times)
    shown = len(times) >= 5 and middle < math.inf
    return {"n": len(times), "reached": sum(t < math.inf for t in times), "median_ms": middle if shown else None}


def pain_near(connection, order, begin, end):
    """What helped: the highest of the readings at the latest or earliest moment from begin to end."""
    row = connection.execute(
        "SELECT max(pain) FROM reading WHERE deleted_utc_ms IS NULL AND at_utc_ms BETWEEN ? AND ?"
        f" GROUP BY at_utc_ms ORDER BY at_utc_ms {order} LIMIT 1", (begin, end)).fetchone()
    return row and row[0]


def read_uses(connection, in_period):
    """What helped: (kind, id), what was told, pain before, pain after; also of a medicine that left the list."""
    for kind, id, at, told, before, after in connection.execute(
            "SELECT modality, '', begin_utc_ms, felt, pain_before, pain_after FROM care_session"
            " WHERE deleted_utc_ms IS NULL AND end_utc_ms IS NOT NULL"
            " UNION ALL SELECT 'tried', method, at_utc_ms, effect, NULL, NULL FROM relief WHERE deleted_utc_ms IS NULL"
            " UNION ALL SELECT 'taken', coalesce(class, 'unknown'), at_utc_ms, NULL, NULL, NULL FROM intake"
            " JOIN medicine ON medicine.id = medicine_id WHERE intake.deleted_utc_ms IS NULL").fetchall():
        if in_period(at):
            if kind in ("tried", "taken"):
                before = pain_near(connection, "DESC", at - 2 * HOUR, at)
                after = pain_near(connection, "ASC", at + 15 * MINUTE, at + 4 * HOUR)
            yield (kind, id), told, before, after


def noticed(change, before):
    """What helped: a change that people notice. None is no change, also where the pain before is 0."""
    if change == 0:
        return None
    if change <= -2 or 10 * change <= -3 * before:
        return "better"
    return "worse" if change >= 2 or 10 * change >= 3 * before else None


def helped(connection, in_period):
    """What helped."""
    uses = collections.defaultdict(list)
    for method, *use in read_uses(connection, in_period):
        uses[method].append(use)
    rows = []
    for (kind, id), its in uses.items():
        told = [use[0] for use in its]
        pairs = [(before, after) for _, before, after in its if before is not None and after is not None]
        row = {"kind": kind, "id": id, "n": len(pairs)}
        row |= {effect: told.count(effect) for effect in ("better", "same", "worse")}
        row |= dict.fromkeys(("median_before", "median_after", "median_change", "change_low", "change_high", "noticed"))
        if len(pairs) >= 6:
            changes = [after - before for before, after in pairs]
            row["median_before"], row["median_after"] = (median(side) for side in zip(*pairs))
            row["median_change"] = median(changes)
            row["change_low"], row["change_high"] = interval_of_median(changes)
            row["noticed"] = noticed(row["median_change"], row["median_before"])
        rows.append(row)
    return sorted(rows, key=lambda row: (-row["n"], KINDS.index(row["kind"]), row["id"]))


def triggers(episodes):
    """What came before: Triggers."""
    told = [e for e in episodes if e.triggers is not None]
    counts = collections.Counter(trigger for e in told for trigger in set(e.triggers))
    rows = []
    for trigger, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        low, high = interval_of_share(count, len(told))
        rows.append({"id": trigger, "episodes": count, "share": count / len(told), "low": low, "high": high})
    return {"n": len(told), "triggers": rows if len(told) >= 8 else None}


class Seat:
    """What came before, Sitting: the spans one after the other."""

    def __init__(self, connection, now_ms):
        self.spans = []
        covered = 0
        for posture, begin, end in connection.execute(
                "SELECT posture, begin_utc_ms, coalesce(end_utc_ms, min(?, lead(begin_utc_ms, 1, ?) OVER"
                " (ORDER BY begin_utc_ms, id))) FROM seat_span WHERE deleted_utc_ms IS NULL"
                " ORDER BY begin_utc_ms, id", (now_ms, now_ms)):
            if end > max(begin, covered):
                self.spans.append((max(begin, covered), end, posture))
                covered = end
        self.begins = [begin for begin, _, _ in self.spans]
        self.ends = [end for _, end, _ in self.spans]

    def seated_ms(self, window, enough_ms):
        """None where too little of the window is known."""
        lasted = collections.Counter()
        first, last = bisect.bisect_right(self.ends, window[0]), bisect.bisect_left(self.begins, window[1])
        for begin, end, posture in self.spans[first:last]:
            lasted[posture] += min(end, window[1]) - max(begin, window[0])
        return lasted["seated"] if lasted.total() - lasted["suspended"] >= enough_ms else None


def busy_days(episodes, offset, now_ms):
    """What came before, Sitting: local days on which an onset lies or an episode was going on."""
    days = set()
    for episode in episodes:
        end = now_ms if episode.end is None else episode.end
        days.update(range(local_day(episode.onset, offset), local_day(max(episode.onset, end - 1), offset) + 1))
    return days


def two_hours(onset, offset):
    """What came before, Sitting: in the 2 hours before."""
    return onset - 2 * HOUR, onset


def day_before(onset, offset):
    """What came before, Sitting: on the day before."""
    midnight = local_day(onset, offset) * DAY - offset * MINUTE
    return midnight - DAY, midnight


def sitting(episodes, busy, seat, window, enough_ms):
    """What came before, Sitting: own minutes and the mean of those of other days."""
    own_minutes, other_minutes, other_days = [], [], set()
    for episode in episodes:
        own = seat.seated_ms(window(episode.onset, episode.offset), enough_ms)
        found = {}
        for moved in (episode.onset + days * DAY for days in (-28, -21, -14, -7, 7, 14, 21, 28)):
            day = local_day(moved, episode.offset)
            minutes = seat.seated_ms(window(moved, episode.offset), enough_ms)
            if day not in busy[episode.offset] and minutes is not None:
                found[day] = minutes / MINUTE
        if own is not None and found:
            own_minutes.append(own / MINUTE)
            other_minutes.append(math.fsum(found.values()) / len(found))
            other_days |= found.keys()
    differences = [own - other for own, other in zip(own_minutes, other_minutes)]
    shown = len(differences) >= 8 and len(other_days) >= 8
    low, high = interval_of_median(differences)
    figures = {"median_own_min": median(own_minutes), "median_other_min": median(other_minutes),
               "median_difference_min": median(differences), "low": low, "high": high}
    counted = {"episodes": len(differences), "other_days": len(other_days)}
    return counted | (figures if shown else dict.fromkeys(figures))


def compute(connection, now_ms, begin_ms=None, end_ms=None):
    """All of docs/insights.md as `insights --json` gives it. The begin of a period lies in it, its end does not."""
    def in_period(at):
        return (begin_ms is None or at >= begin_ms) and (end_ms is None or at < end_ms)

    everything = read_episodes(connection)
    episodes = [e for e in everything if in_period(e.onset)]
    busy = {offset: busy_days(everything, offset, now_ms) for offset in {e.offset for e in episodes}}
    seat = Seat(connection, now_ms)
    before = triggers(episodes)
    two_hours_before = sitting(episodes, busy, seat, two_hours, HOUR)
    on_the_day_before = sitting(episodes, busy, seat, day_before, 4 * HOUR)
    sitting_shown = [s for s in (two_hours_before, on_the_day_before) if s["median_difference_min"] is not None]
    return {
        "now_utc_ms": now_ms,
        "period": {"begin_utc_ms": begin_ms, "end_utc_ms": end_ms},
        "episodes": len(episodes),
        "hours": hours(episodes),
        "places": places(episodes),
        "length": length(episodes),
        "half": half(episodes),
        "helped": helped(connection, in_period),
        "triggers": before,
        "sitting": {"two_hours": two_hours_before, "day_before": on_the_day_before},
        "comparisons": len(sitting_shown) + len(before["triggers"] or []),
    }
