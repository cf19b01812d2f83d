# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten made-up histories, the same each time, that put every figure of docs/insights.md to work."""
import dataclasses
import json
import random
import sqlite3
import uuid

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
NOW = 1_772_449_200_000  # 2026-03-02T12:00+01:00: everything begins before
# Onsets on the edges of the period that the test asks for: the first moment in it, the last, and the first after it.
EDGES = (1_748_728_800_000, 1_767_221_999_999, 1_767_222_000_000)
# Changes on the edge of what people notice, each three times: (method, before, after).
EXACT = (("tens", 8, (6, 6)), ("physio", 5, (3, 4)), ("position", 8, (10, 10)), ("breathing", 5, (6, 7)))
REGIONS = ("neck", "upper_back", "lower_back", "lower_back", "lower_back", "hip", "buttock")
SIDES = ("", "", ":left", ":right", ":both", ":middle")
TRIGGERS = ("twisting", "bending", "long_sitting", "stress_anxiety", "slept_wrong", "unknown")
CHANGES = {"stretch": 3, "walk": 1, "rest": 0, "massage": -1, "heat_pad": -3, "nsaid": -3, "opioid": 2, None: -1,
           "topical": 0, "heat": -2, "cold": 1}
CLASSES = ("nsaid", "nsaid", "opioid", "topical", None, None)


@dataclasses.dataclass(frozen=True)
class Character:
    days: int = 500
    episodes: int = 45
    grid_min: int = 5  # onsets and lengths are multiples of this
    hours: tuple[int, ...] = tuple(range(24)) + 3 * tuple(range(8, 20))  # local hours of onsets
    length_hours: float = 30
    overlapping: bool = False
    open_days: int | None = None  # the last episode began so long ago and is open
    travels: bool = False
    bouts: int = 2  # at most
    readings: int = 5  # at most, besides those around a use
    pains: tuple[int, ...] = tuple(range(11))
    same_moment: float = 0.1
    eases: bool = True  # to half of the worst and less
    uses: int = 2  # of each sort in an episode, at most
    known_days: float = 0.8  # how many days have spans
    messy: bool = False  # spans overlap, end before they begin, stay open
    deleted: float = 0.03
    exact: bool = False


CHARACTERS = {
    1: Character(open_days=2),
    2: Character(days=400, episodes=2, uses=1, deleted=0),
    3: Character(episodes=70, grid_min=120, hours=(8, 8, 16, 20), length_hours=8, pains=(0, 4, 4, 8), same_moment=0.3,
                 exact=True),
    4: Character(days=900, episodes=60, length_hours=300, overlapping=True, open_days=400),
    5: Character(episodes=70, travels=True),
    6: Character(known_days=0, readings=2, length_hours=100, pains=(6, 7, 8), eases=False),
    7: Character(days=380, episodes=40, known_days=1, messy=True, open_days=9),
    8: Character(days=700, episodes=110, deleted=0.25, open_days=30),
    9: Character(episodes=50, bouts=5, readings=9, same_moment=0.5, length_hours=12, grid_min=15),
    10: Character(days=1090, episodes=800, grid_min=30, length_hours=3, overlapping=True, bouts=1, readings=3, uses=1),
}


class History:
    """Makes the rows of one history; they are written in no order, as nothing may depend on it."""
    edges = EDGES

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.is_a = CHARACTERS[seed]
        self.rows = {"episode": [], "medicine": []}  # first, as others refer to them
        self.gone_with_episode = False

    def chance(self, share):
        return self.rng.random() < share

    def add(self, table, at, stays=False, **columns):
        """Stays: is not deleted by itself."""
        written = at + self.rng.choice((0, 0, MINUTE, 3 * HOUR, 5 * DAY))
        number = (written << 80) | (7 << 76) | (self.rng.getrandbits(12) << 64) | (2 << 62) | self.rng.getrandbits(62)
        gone = (self.gone_with_episode and table != "care_session") or (not stays and self.chance(self.is_a.deleted))
        row = {"id": str(uuid.UUID(int=number)), "created_utc_ms": written, "updated_utc_ms": written,
               "machine": "0123456789ab", "deleted_utc_ms": written + DAY if gone else None, **columns}
        self.rows.setdefault(table, []).append(row)
        return row

    def offset(self, at):
        """Berlin without the exact days, or somewhere else every fortnight."""
        if self.is_a.travels:
            return (60, 60, 540, -480, 345, -210, 120, -1080)[at // (15 * DAY) * 7 % 8]
        return 120 if 80 <= at // DAY % 365 < 295 else 60

    def moment(self, name, at):
        return {f"{name}_utc_ms": at, f"{name}_offset_min": None if at is None else self.offset(at)}

    def length(self, hours):
        grid = self.is_a.grid_min * MINUTE
        return round(self.rng.expovariate(1 / hours) * HOUR / grid) * grid

    def onsets(self):
        first = (NOW - self.is_a.days * DAY) // DAY
        for day in sorted(self.rng.sample(range(self.is_a.days - 3), self.is_a.episodes)):
            local = self.rng.choice(self.is_a.hours) * HOUR + self.rng.randrange(0, 60, self.is_a.grid_min) * MINUTE
            yield (first + day) * DAY + local - self.offset((first + day) * DAY) * MINUTE

    def all(self):
        free_from = 0
        onsets = list(self.onsets())
        opens = NOW - self.is_a.open_days * DAY if self.is_a.open_days else None
        if self.is_a.episodes > 2:
            onsets += self.edges
        for onset in sorted(onsets):
            free = onset > free_from and not (opens and onset > opens - 5 * DAY)
            if free or self.is_a.overlapping or onset in self.edges:
                free_from = self.episode(onset, is_open=False) + DAY
        if opens:
            self.episode(opens, is_open=True)
        for at in self.edges + tuple(NOW - self.rng.randrange(1, self.is_a.days) * DAY for _ in range(self.is_a.uses * 6)):
            self.use(at, None)
        if self.is_a.exact:
            self.exact(NOW - 700 * DAY)
        self.session(NOW - 10 * MINUTE, None, running=True)
        for _ in range(15):
            self.add("pain_free_day", NOW, **self.moment("at", NOW - self.rng.randrange(self.is_a.days) * DAY))
        self.sitting()
        return self

    def episode(self, onset, is_open):
        """Returns when it ended."""
        self.gone_with_episode = not is_open and self.chance(self.is_a.deleted)
        episode = self.add("episode", onset, stays=True)["id"]
        end = onset
        many = self.rng.randint(1, self.is_a.bouts)
        kept = self.rng.randrange(many)
        for i in range(many):
            begin = end + (self.rng.randrange(15, 24 * 60, 15) * MINUTE if i else 0)
            end = begin + self.length(self.is_a.length_hours / many)
            runs = is_open and i == many - 1
            self.add("bout", begin, stays=i == kept or is_open, episode_id=episode, **self.moment("begin", begin),
                     **self.moment("end", None if runs else end))
        worst = self.rng.choice(self.is_a.pains)
        for i in range(self.rng.randint(0, self.is_a.readings)):
            lower = (worst // 2, max(0, worst // 2 - 1)) if self.is_a.eases else ()
            pain = self.rng.choice((worst, max(0, worst - i), *lower))
            self.reading(self.rng.randrange(onset, end + 1, 5 * MINUTE), episode, pain)
        self.reports(onset, episode)
        for _ in range(self.rng.randint(0, self.is_a.uses)):
            self.use(self.rng.randrange(onset, end + 1, MINUTE), episode)
        self.gone_with_episode = False
        return end

    def reading(self, at, episode, pain):
        again = self.chance(self.is_a.same_moment)
        for value in [pain] + [self.rng.choice(self.is_a.pains)] * again:
            self.add("reading", at, episode_id=episode, **self.moment("at", at), pain=value,
                     at_rest=self.rng.choice((0, 1, None)), note=self.rng.choice(("", "", "im Bett")))

    def reports(self, onset, episode):
        told = {"regions": lambda: self.rng.choice(REGIONS) + self.rng.choice(SIDES),
                "triggers": lambda: self.rng.choice(TRIGGERS), "signs": lambda: "stiffness"}
        for field, one in told.items():
            for _ in range(self.rng.choice((0, 1, 1, 1, 2, 3))):
                value = [one() for _ in range(self.rng.choice((0, 1, 1, 2, 3, 4)))]
                if self.chance(0.2):
                    value += value[:1]  # the same twice
                at = onset + self.rng.choice((0, 0, 0, HOUR, 2 * HOUR))
                self.add("report", at, episode_id=episode, **self.moment("at", at), field=field,
                         value=json.dumps(value))

    def use(self, at, episode):
        """One of each sort, with readings on both sides of what still counts."""
        self.session(at + self.rng.randrange(-30, 30) * MINUTE, episode)
        sort = self.rng.choice(("relief", "intake"))
        if sort == "relief":
            what = self.rng.choice(("stretch", "walk", "rest", "massage", "heat_pad"))
            self.add("relief", at, episode_id=episode, **self.moment("at", at), method=what,
                     effect=self.rng.choice(("better", "same", "worse", None)))
        else:
            if len(self.rows["medicine"]) < len(CLASSES):
                number = len(self.rows["medicine"])
                medicine = self.add("medicine", at, name=f"Mittel {number}", **{"class": CLASSES[number]}, use="rescue",
                                    dose="")
                # Some left the person's list: that they were taken stays.
                medicine["deleted_utc_ms"] = at + 9 * DAY if number in (1, 2, 5) else None
            medicine = self.rng.choice(self.rows["medicine"])
            what = medicine["class"]
            self.add("intake", at, medicine_id=medicine["id"], episode_id=episode, **self.moment("at", at), dose="",
                     patch_site=self.rng.choice((None, "at_site", "elsewhere")))
        if episode:
            before = 0 if what == "rest" else self.rng.randint(2, 8)
            after = before and min(10, max(0, before + CHANGES[what] + self.rng.randint(-1, 1)))
            earlier = self.rng.choice((0, 0, 20, 119, 120, 121)) * MINUTE + self.chance(0.1)
            later = self.rng.choice((14, 15, 15, 60, 239, 240, 241)) * MINUTE + self.chance(0.1)
            self.reading(at - earlier, episode, before)
            self.reading(at + later, episode, after)

    def exact(self, at):
        episode = self.add("episode", at, stays=True)["id"]
        self.add("bout", at, stays=True, episode_id=episode, **self.moment("begin", at),
                 **self.moment("end", at + HOUR))
        for method, before, afters in EXACT * 3:
            for after in afters:
                at += DAY
                self.add("relief", at, stays=True, episode_id=None, **self.moment("at", at), method=method, effect=None)
                for moment, pain in ((at, before), (at + HOUR, after)):
                    self.add("reading", moment, stays=True, episode_id=episode, **self.moment("at", moment), pain=pain,
                             at_rest=None, note="")

    def session(self, at, episode, running=False):
        modality = self.rng.choice(("heat", "cold"))
        before = self.rng.randint(1, 9)
        after = min(10, max(0, before + CHANGES[modality] + self.rng.randint(-1, 1)))
        end = None if running or self.chance(0.05) else at + self.rng.choice((-3, 0, 5, 15, 20)) * MINUTE
        afterwards = end is not None and self.chance(0.3)
        boots = {"begin_boot_ms": None, "begin_boot_id": None, "end_boot_ms": None, "end_boot_id": None}
        if not afterwards:
            boots |= {"begin_boot_ms": 1000, "begin_boot_id": "boot"}
            boots |= {"end_boot_ms": 900_000, "end_boot_id": "boot"} if end is not None else {}
        self.add("care_session", at, episode_id=episode, modality=modality, kind=self.rng.choice((None, "pack")),
                 planned_min=self.rng.randint(5, 20), **self.moment("begin", at), **self.moment("end", end), **boots,
                 pain_before=self.rng.choice((before, before, None)), pain_after=self.rng.choice((after, after, None)),
                 skin=None, felt=self.rng.choice(("better", "same", "worse", None)), clock_confirmed=0)

    def sitting(self):
        for day in range((NOW - self.is_a.days * DAY) // DAY, NOW // DAY):
            if self.chance(self.is_a.known_days):
                at = day * DAY + self.rng.choice((5, 6, 7, 8, 12)) * HOUR
                until = at + self.rng.choice((3, 4, 5, 10, 12, 15)) * HOUR
                while at < until:
                    end = at + self.rng.choice((5, 15, 20, 30, 60, 90)) * MINUTE
                    self.span(at - 15 * MINUTE * (self.is_a.messy and self.chance(0.2)), end)
                    if self.is_a.messy and self.chance(0.05):
                        self.span(at + 5 * MINUTE, at)
                    at = end + self.rng.choice((0, 0, 0, 5, 30)) * MINUTE
        if self.is_a.messy:
            self.span(NOW - 20 * DAY, None)
            self.span(NOW - 15 * DAY, None)
            self.span(NOW - 200 * DAY, None)["deleted_utc_ms"] = NOW

    def span(self, begin, end):
        posture = self.rng.choice(("seated",) * 5 + ("standing", "walking", "lying", "away", "suspended"))
        boot = begin - NOW + 2000 * DAY
        return self.add("seat_span", begin, stays=end is None, posture=posture, cause="told",
                        **self.moment("begin", begin), begin_boot_ms=boot, **self.moment("end", end), boot_id="boot",
                        end_boot_ms=None if end is None else boot + self.rng.randrange(HOUR))


def write(path_of_db, seed):
    """Puts history `seed`, 1 to 10, into an existing empty diary."""
    history = History(seed).all()
    connection = sqlite3.connect(path_of_db)
    connection.execute("PRAGMA foreign_keys = ON")
    with connection:
        for table, rows in history.rows.items():
            history.rng.shuffle(rows)
            names = list(rows[0]) if rows else ["id"]
            connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                                   [[row[name] for name in names] for row in rows])
    connection.close()
