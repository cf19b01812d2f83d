# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty made-up histories that put every figure of docs/report.md to work: the ten of the insights with more told, and
twenty of their own."""
import dataclasses
import json
import pathlib
import random
import sqlite3
import sys

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from independent import iso
from insights import made_up as insights
from insights.made_up import DAY, HOUR, MINUTE, NOW

KNOWLEDGE = HERE.parents[1] / "resources" / "knowledge"
WORDS = json.loads((KNOWLEDGE / "vocabulary.json").read_text(encoding="utf-8"))
RULES = json.loads((KNOWLEDGE / "red_flags.json").read_text(encoding="utf-8"))["rules"]
QUESTIONS = [rule["id"] for rule in RULES if "question" in rule]
TOPICS = ("first_began", "diagnoses", "tests_done", "other_conditions", "allergies")

PLAIN = ("Ibuprofen", "400 mg", "After a fall on the stairs", "Lifting a box")
HEBREW = "\u05db\u05d0\u05d1 \u05d2\u05d1 \u05d7\u05d6\u05e7 \u05d1\u05d1\u05d5\u05e7\u05e8"
ARABIC = "\u0623\u0644\u0645 \u0641\u064a \u0623\u0633\u0641\u0644 \u0627\u0644\u0638\u0647\u0631"
RIGHT_TO_LEFT = (HEBREW, ARABIC, f"{HEBREW} 3 (ibuprofen)", f"Dr. {ARABIC}, 2026")
GLYPHS = ("\u75bc\u75db", "\U0001f9ca \U0001f525", "a\u0301\u0323\u0308 \u0f04", "\U00013080 \ue000 \ufffd")
LONGEST = tuple((word * 1000).encode()[:1000].decode(errors="ignore")
                for word in ("Schmerzmittel ", "w", "\u00c4rztehaus ", "line\n"))


@dataclasses.dataclass(frozen=True)
class Character(insights.Character):
    now: bool = False  # everything lies before the real now, not before NOW
    tells: float = 0.5  # how likely each field of an episode is told
    notices: int = 2  # symptoms and limits an episode, at most
    asks: int = 10  # rounds of questions
    alerts: int = 6
    open_alerts: tuple[str, ...] = ()  # levels
    measures: int = 6
    medicines: int = 0  # on the list besides
    conditions: int = 5
    procedures: int = 1
    facts: int = 2  # how often each fact of the profile is told
    texts: tuple[str, ...] = PLAIN
    words: str = "some"  # or "all" of a list at once
    background: int = 1  # so many times a text
    quiet: bool = False  # only what is not an episode
    empty: bool = False
    gone: bool = False  # all of it is deleted
    late: tuple[int, ...] = ()  # when it is written down: so long after


NAMED = {
    "none": Character(empty=True),
    "one episode": Character(days=60, episodes=1, uses=1, asks=1, alerts=0, known_days=0, now=True, deleted=0),
    "one open episode": Character(days=60, episodes=1, uses=1, open_days=3, known_days=0, now=True, deleted=0),
    "a bad month": Character(days=33, episodes=29, length_hours=9, overlapping=True, now=True, readings=9,
                             known_days=0.5),
    "ten years": Character(days=3650, episodes=200, known_days=0),
    "an open emergency": Character(days=90, episodes=8, now=True, open_days=1, open_alerts=("emergency",),
                                   known_days=0),
    "everything at its longest": Character(days=200, episodes=60, now=True, texts=LONGEST, words="all", tells=1,
                                           notices=9, conditions=120, alerts=60, measures=90,
                                           open_alerts=("emergency", "urgent", "soon"), medicines=12, background=20,
                                           known_days=0, deleted=0),
    "right to left": Character(days=120, episodes=12, now=True, texts=RIGHT_TO_LEFT, known_days=0),
    "a thousand medicines": Character(days=120, episodes=10, now=True, medicines=1000, known_days=0),
    "days without pain": Character(days=100, episodes=0, quiet=True, notices=0, now=True, known_days=0),
    "symptoms alone": Character(days=100, episodes=0, quiet=True, notices=9, now=True, known_days=0),
    "on a journey": Character(days=150, episodes=30, travels=True, now=True, open_days=4, known_days=0),
    "many alerts": Character(days=150, episodes=10, now=True, alerts=200, asks=90, known_days=0,
                             open_alerts=("emergency", "emergency", "urgent", "urgent", "soon", "soon", "check_in")),
    "all of it deleted": Character(days=120, episodes=15, now=True, gone=True, known_days=0),
    "open for years": Character(days=1200, episodes=2, open_days=1100, overlapping=True, now=True, known_days=0),
    "no readings": Character(days=200, episodes=30, readings=0, uses=0, now=True, known_days=0, pains=(0,)),
    "written late": Character(days=200, episodes=30, now=True, known_days=0,
                              late=(HOUR, HOUR + 1, DAY, DAY + 1, 40 * DAY, 0)),
    "at one moment": Character(days=45, episodes=20, grid_min=60, hours=(0, 12), length_hours=6, same_moment=1,
                               now=True, overlapping=True, known_days=0),
    "many conditions": Character(days=150, episodes=12, now=True, conditions=300, procedures=9, facts=9, known_days=0),
    "no font has it": Character(days=120, episodes=12, now=True, texts=GLYPHS, known_days=0),
}
NAMES = [f"insights {seed}" for seed in insights.CHARACTERS] + list(NAMED)


class History(insights.History):
    """With all that a summary counts. `shift`: by so many ms later than before NOW."""

    def __init__(self, name, now):
        seed = NAMES.index(name) + 1
        self.rng = random.Random(seed)
        self.is_a = NAMED.get(name) or Character(**dataclasses.asdict(insights.CHARACTERS[seed]))
        self.shift = now - NOW if self.is_a.now else 0
        self.edges = () if self.is_a.now else insights.EDGES
        self.rows = {"episode": [], "medicine": []}
        self.gone_with_episode = False

    def add(self, table, at, stays=False, **columns):
        row = super().add(table, at, stays=stays, **columns)
        if self.is_a.late:
            row["created_utc_ms"] = row["updated_utc_ms"] = at + self.rng.choice(self.is_a.late)
        if self.is_a.gone:
            row["deleted_utc_ms"] = at + 40 * DAY
        return row

    def some(self, topic, most=3):
        words = [word["id"] for word in WORDS[topic]]
        return words if self.is_a.words == "all" else self.rng.choices(words, k=self.rng.randint(0, most))

    def text(self):
        return self.rng.choice(self.is_a.texts)

    def any_time(self):
        return NOW - self.rng.randrange(self.is_a.days * DAY)

    def iso(self, at):
        return iso(at + self.shift, self.offset(at))

    def all(self):
        if self.is_a.empty:
            return self
        if self.is_a.quiet:
            for _ in range(20):
                self.add("pain_free_day", NOW, **self.moment("at", self.any_time()))
        else:
            super().all()
        for _ in range(self.is_a.notices * 5):
            self.notice(self.any_time(), None)
        self.facts()
        self.questions()
        self.list()
        return self

    def reports(self, onset, episode):
        super().reports(onset, episode)
        told = {
            "quality": lambda: self.some("qualities"),
            "pattern": lambda: self.rng.choice(WORDS["patterns"])["id"],
            "activity": lambda: self.rng.choice(WORDS["activities"])["id"],
            "spasm_seconds": lambda: self.rng.choice((0, 5, 90, 3600, 86_400)),
            "injury_at": lambda: self.iso(onset - self.rng.choice((0, HOUR, 3 * DAY))),
            "note": self.text,
        } | {field: lambda: self.chance(0.5) for field in ("first_ever", "sudden", "swelling", "bruise_over_spine")}
        for field, value in told.items():
            if self.chance(self.is_a.tells):
                for _ in range(self.rng.choice((1, 1, 2))):
                    at = onset + self.rng.choice((0, 0, HOUR))
                    self.add("report", at, episode_id=episode, **self.moment("at", at), field=field,
                             value=json.dumps(value()))
        for _ in range(self.rng.randint(0, self.is_a.notices)):
            self.notice(onset + self.rng.randrange(0, 600, 30) * MINUTE, episode)

    def notice(self, at, episode):
        """A symptom and a limit. Pain at night and sleep are among the first."""
        symptom = self.rng.choice(WORDS["symptoms"][:6] + WORDS["symptoms"] + [{"id": "night_pain"}] * 6)
        for _ in range(1 + self.chance(self.is_a.same_moment)):
            self.add("symptom", at, episode_id=episode, **self.moment("at", at), symptom=symptom["id"],
                     side=self.rng.choice([None, *symptom.get("sides", [])]),
                     change=self.rng.choice(("new", "worse", "unchanged", None)),
                     since_days=self.rng.choice((None, 0, 14, 36_500)), present=int(self.chance(0.8)))
        self.add("function_limit", at, episode_id=episode, **self.moment("at", at),
                 function=self.rng.choice(WORDS["functions"] + [{"id": "sleep"}] * 4)["id"],
                 level=self.rng.randint(0, 3))

    def questions(self):
        for _ in range(self.is_a.asks):
            at = self.any_time()
            for question in self.rng.sample(QUESTIONS, self.rng.randint(1, len(QUESTIONS))):
                self.add("answer", at, episode_id=None, **self.moment("at", at), question=question,
                         value=self.rng.choice(("no", "no", "no", "yes", "unsure", "skipped", "taken_back")),
                         change=None, since_days=None, clinician_knows=None, items=None, flags="")
        for level in self.is_a.open_alerts:
            self.alert(level, "open")
        for _ in range(self.is_a.alerts):
            level = self.rng.choice(("check_in", "soon", "urgent", "emergency"))
            self.alert(level, self.rng.choice(("open", "closed", "closed", "closed", "snoozed")
                                              if level in ("soon", "urgent") else ("closed",)))

    def alert(self, level, state):
        at = self.any_time()
        closings = ("seen", "mistake") if level == "emergency" else ("seen", "mistake", "dismissed", "ended")
        self.add("alert", at, stays=state == "open", rule=self.rng.choice(RULES)["id"], level=level, state=state,
                 **self.moment("at", at), **self.moment("since", at + HOUR), episode_id=None,
                 **self.moment("until", NOW + DAY if state == "snoozed" else None), urgent_snoozes=0,
                 closing=self.rng.choice(closings) if state == "closed" else None, because="")

    def facts(self):
        for _ in range(self.is_a.conditions):
            at = self.any_time()
            self.add("condition", at, **self.moment("at", at), condition=self.rng.choice(WORDS["conditions"])["id"],
                     present=int(self.chance(0.8)))
        for _ in range(self.is_a.procedures):
            at = self.any_time()
            self.add("procedure", at, **self.moment("at", at), **self.moment("told", at + DAY))
        for _ in range(self.is_a.measures):
            at = self.any_time()
            quantity, value, unit = self.rng.choice((("temperature", 38.25, "C"), ("temperature", 38.0, "F"),
                                                     ("weight", 71.5, "kg"), ("weight", 70.31, "lb")))
            self.add("measurement", at, **self.moment("at", at), quantity=quantity, value=value, unit_told=unit)
        told = {"name": self.text, "birth_year": lambda: "1969",
                "pregnant_weeks": lambda: self.rng.choice(("", "8", "40"))}
        for key, value in told.items():
            for _ in range(self.rng.randint(0, self.is_a.facts)):
                at = NOW - self.rng.randrange(60) * DAY
                self.add("profile_entry", at, **self.moment("at", at), key=key, value=value())
        for topic in TOPICS:
            for _ in range(self.rng.randint(0, self.is_a.facts)):
                at = self.any_time()
                self.add("background", at, **self.moment("at", at), topic=topic,
                         text=self.rng.choice(("", self.text() * self.is_a.background)))

    def list(self):
        """More medicines than the base knows: some taken, some with a dose on the list."""
        for number in range(self.is_a.medicines):
            medicine = self.add("medicine", NOW - 30 * DAY, name=f"{self.text()} {number}",
                                **{"class": self.rng.choice((None, "nsaid", "opioid"))},
                                use=self.rng.choice(("rescue", "regular")), dose=self.rng.choice(("", self.text())))
            for _ in range(self.rng.choice((0, 0, 1, 3))):
                at = self.any_time()
                self.add("intake", at, medicine_id=medicine["id"], episode_id=None, **self.moment("at", at),
                         dose=self.rng.choice(("", self.text())), patch_site=self.rng.choice((None, "at_site")))


def write(path_of_db, name, now):
    """Puts a history, one of NAMES, into an existing empty diary. `now`: the real one, in ms."""
    history = History(name, now).all()
    connection = sqlite3.connect(path_of_db)
    connection.execute("PRAGMA foreign_keys = ON")
    with connection:
        for table, rows in history.rows.items():
            history.rng.shuffle(rows)
            names = list(rows[0]) if rows else ["id"]
            shifted = [name.endswith("_utc_ms") for name in names]
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                [[row[name] + history.shift if moves and row[name] is not None else row[name]
                  for name, moves in zip(names, shifted)] for row in rows])
    connection.close()
