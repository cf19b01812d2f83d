# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure of docs/report.md, counted again from the file alone: shares nothing with the program."""
import collections
import datetime
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))

from insights.independent import DAY, HOUR, helped, local_day, median, places_of

RULES = pathlib.Path(__file__).parents[2] / "resources" / "knowledge" / "red_flags.json"
LEVELS = ("check_in", "soon", "urgent", "emergency")
NERVES = {"leg_tingling", "leg_numbness", "leg_weakness", "foot_drop", "balance_loss", "saddle_numbness",
          "urine_hard_to_start", "urine_leak", "bowel_loss", "sexual_change", "hand_clumsy"}
TOPICS = ("first_began", "diagnoses", "tests_done", "other_conditions", "allergies")
ENTRIES = ("reading", "symptom", "function_limit", "measurement", "relief", "intake", "pain_free_day")


def iso(at, offset):
    """As `--json` writes a moment; None where there is none."""
    if at is None:
        return None
    zone = datetime.timezone(datetime.timedelta(minutes=offset))
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(milliseconds=at)
    return moment.astimezone(zone).isoformat(timespec="milliseconds" if at % 1000 else "seconds")


class Episode:
    """Moments in ms; `end` is (at, offset), None while it is open."""

    def __init__(self, id):
        self.id = id
        self.bouts = []
        self.pains = []
        self.told = {}

    def finish(self):
        self.onset, self.offset = self.bouts[0][:2]
        self.end = None if self.bouts[-1][2] is None else tuple(self.bouts[-1][2:])
        self.worst = max(self.pains, default=None)
        return self


def read_episodes(connection):
    """All of the diary, by their onset."""
    episodes = {}
    for id, *bout in connection.execute(
            "SELECT episode_id, begin_utc_ms, begin_offset_min, end_utc_ms, end_offset_min FROM bout"
            " WHERE deleted_utc_ms IS NULL ORDER BY begin_utc_ms, id"):
        episodes.setdefault(id, Episode(id)).bouts.append(bout)
    for id, pain in connection.execute("SELECT episode_id, pain FROM reading WHERE deleted_utc_ms IS NULL"):
        if id in episodes:
            episodes[id].pains.append(pain)
    for id, field, value in connection.execute(
            "SELECT episode_id, field, value FROM (SELECT *, row_number() OVER"
            " (PARTITION BY episode_id, field ORDER BY at_utc_ms DESC, id DESC) AS age FROM report"
            " WHERE deleted_utc_ms IS NULL) WHERE age = 1"):
        if id in episodes:
            episodes[id].told[field] = json.loads(value)
    return sorted((e.finish() for e in episodes.values()), key=lambda e: (e.onset, e.id))


class Span:
    """The period: what is in it, and its days."""

    def __init__(self, begin, end, now, now_offset, episodes, first_told):
        self.begin, self.end = begin, end
        ends = end is not None and end <= now
        self.last = local_day(now, now_offset)
        if ends:
            offsets = [e.offset for e in episodes if e.onset < end]
            self.last = local_day(end - 2 * HOUR - 1, offsets[-1] if offsets else now_offset)
        if begin is not None:
            offsets = [e.offset for e in episodes if e.onset >= begin]
            self.first = local_day(begin + 2 * HOUR, offsets[0] if offsets else now_offset)
        else:
            self.first = self.last + 1 if first_told is None else first_told

    def __contains__(self, at):
        return (self.begin is None or at >= self.begin) and (self.end is None or at < self.end)

    def touches(self, episode, now):
        """Whether the episode was going on in it."""
        if episode.onset in self:
            return True
        end = now if episode.end is None else episode.end[0]
        return (self.begin is not None and episode.onset < self.begin < end
                and (self.end is None or self.begin < self.end))

    @property
    def where(self):
        """For SQL: the bounds of `at_utc_ms`."""
        return f"at_utc_ms >= {self.begin or 0} AND at_utc_ms < {2 ** 62 if self.end is None else self.end}"


def period_before(begin, end, now):
    """As long until now, right before it."""
    if begin is None:
        return None, None
    until = now if end is None else min(end, now)
    return begin - max(0, until - begin), begin


def told_days(connection, episodes):
    """Days on which something was told that says how it was."""
    alive = {e.id for e in episodes}
    days = {local_day(e.onset, e.offset) for e in episodes}
    days |= {local_day(at, offset) for id, at, offset in connection.execute(
        "SELECT episode_id, at_utc_ms, at_offset_min FROM reading WHERE deleted_utc_ms IS NULL") if id in alive}
    days |= {local_day(*moment) for moment in connection.execute(
        "SELECT begin_utc_ms, begin_offset_min FROM care_session WHERE deleted_utc_ms IS NULL"
        + "".join(f" UNION ALL SELECT at_utc_ms, at_offset_min FROM {table} WHERE deleted_utc_ms IS NULL"
                  for table in ("symptom", "relief", "intake", "pain_free_day")))}
    return sorted(days)


def entries(connection, span):
    """How the diary was kept."""
    lags = [lag for table in ENTRIES for lag, in connection.execute(
        f"SELECT created_utc_ms - at_utc_ms FROM {table} WHERE deleted_utc_ms IS NULL AND {span.where}")]
    return {"entries": len(lags), "within_hour": sum(lag <= HOUR for lag in lags),
            "within_day": sum(lag <= DAY for lag in lags)}


def spasm_days(episodes, span, now):
    days = set()
    for e in episodes:
        last = max(e.onset, now if e.end is None else e.end[0] - 1)
        days.update(range(local_day(e.onset, e.offset), local_day(last, e.offset) + 1))
    return sum(span.first <= day <= span.last for day in days)


def numbers(connection, episodes, span, told, now):
    """Numbers, of one period."""
    alive = {e.id for e in episodes}
    mine = [e for e in episodes if span.touches(e, now)]
    lengths = [e.end[0] - e.onset for e in mine if e.end]
    pains = [pain for id, pain in connection.execute(
        f"SELECT episode_id, pain FROM reading WHERE deleted_utc_ms IS NULL AND {span.where}") if id in alive]
    rescue = {local_day(*moment) for moment in connection.execute(
        "SELECT at_utc_ms, at_offset_min FROM intake JOIN medicine ON medicine.id = medicine_id"
        f" WHERE intake.deleted_utc_ms IS NULL AND use = 'rescue' AND {span.where}")}
    nights = {local_day(*moment) for moment in connection.execute(
        "SELECT at_utc_ms, at_offset_min FROM symptom WHERE deleted_utc_ms IS NULL AND symptom = 'night_pain'"
        f" AND present = 1 AND {span.where} UNION ALL SELECT at_utc_ms, at_offset_min FROM function_limit"
        f" WHERE deleted_utc_ms IS NULL AND function = 'sleep' AND level >= 1 AND {span.where}")}
    return {
        "days": max(0, span.last - span.first + 1),
        "told_days": sum(span.first <= day <= span.last for day in told),
        "episodes": len(mine),
        "spasm_days": spasm_days(episodes, span, now),
        "worst": max(pains, default=None),
        "median_worst": median([e.worst for e in mine if e.worst is not None]),
        "median_pain": median(pains),
        "median_length_ms": median(lengths),
        "longest_ms": float(max(lengths)) if lengths else None,
        "rescue_days": len(rescue),
        "night_days": len(nights),
    }


def emergency_questions():
    return [rule["id"] for rule in json.loads(RULES.read_text(encoding="utf-8"))["rules"]
            if rule["level"] == "emergency" and "question" in rule]


def asked(connection, span):
    """Warning signs: asked last, answered no."""
    questions = emergency_questions()
    marks = ", ".join("?" * len(questions))
    last = connection.execute(
        "SELECT at_utc_ms, at_offset_min FROM answer WHERE deleted_utc_ms IS NULL AND value IN ('yes', 'no', 'unsure')"
        f" AND question IN ({marks}) ORDER BY at_utc_ms DESC LIMIT 1", questions).fetchone()
    standing = connection.execute(
        "SELECT value, at_utc_ms FROM (SELECT *, row_number() OVER (PARTITION BY question ORDER BY at_utc_ms DESC,"
        " created_utc_ms DESC, id DESC) AS age FROM answer WHERE deleted_utc_ms IS NULL AND value <> 'skipped'"
        f" AND question IN ({marks})) WHERE age = 1", questions).fetchall()
    return last and iso(*last), sum(value == "no" and at in span for value, at in standing)


def alerts(connection, span):
    rows = connection.execute(
        "SELECT state <> 'closed', level, at_utc_ms, id, rule, at_offset_min, state, since_utc_ms, since_offset_min,"
        " closing FROM alert WHERE deleted_utc_ms IS NULL AND level <> 'check_in'").fetchall()
    # Two computers may each have raised the same: one of them stands.
    standing = {}
    for row in rows:
        _, level, _, ident, rule, _, state, since, *_ = row
        if state != "closed":
            standing[rule] = max(standing.get(rule, ()), (LEVELS.index(level), state == "open", since, ident))
    kept = {one[-1] for one in standing.values()}
    rows = [row for row in rows if (row[3] in kept if row[0] else row[2] in span)]
    rows.sort(key=lambda row: (row[0], LEVELS.index(row[1]), row[2], row[3]), reverse=True)
    return [{"rule": rule, "level": level, "at": iso(at, offset), "state": state, "since": iso(since, since_offset),
             "closing": closing} for _, level, at, _, rule, offset, state, since, since_offset, closing in rows]


def places(mine):
    told = [e for e in mine if e.told.get("regions")]
    worst = collections.defaultdict(list)
    for e in told:
        for place in places_of(e.told["regions"]):
            worst[place].append(e.worst)
    return {"n": len(told), "rows": [
        {"region": region, "side": side or None, "episodes": len(pains),
         "median_worst": median([p for p in pains if p is not None])}
        for (region, side), pains in sorted(worst.items(), key=lambda item: (-len(item[1]), item[0]))]}


def counts(mine, field):
    """In how many episodes each word stands."""
    told = [e.told[field] for e in mine if field in e.told]
    words = collections.Counter(word for value in told
                                for word in set(value if isinstance(value, list) else [value]))
    return {"n": len(told), "rows": [{"id": word, "episodes": count}
                                     for word, count in sorted(words.items(), key=lambda item: (-item[1], item[0]))]}


def onsets(connection, now, days):
    """Since when: as `status` counts them."""
    count, free_since, is_open = 0, None, False
    for begin, end in connection.execute(
            "SELECT begin_utc_ms, end_utc_ms FROM bout WHERE deleted_utc_ms IS NULL ORDER BY begin_utc_ms"):
        if not is_open and (free_since is None or begin - free_since >= 24 * HOUR):
            count += now - days * DAY < begin <= now
        if end is None:
            is_open = True
        else:
            free_since = end if free_since is None else max(free_since, end)
    return count


def background(connection):
    last = dict(connection.execute(
        "SELECT topic, text FROM background WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms, created_utc_ms, id"))
    return {topic: last.get(topic) or None for topic in TOPICS}


def places_in_order(regions):
    """As told, each once; `both` is left, then right."""
    found = {}
    for region in regions:
        name, _, side = region.partition(":")
        for one in ("left", "right") if side == "both" else (side or None,):
            found[name, one] = {"region": name, "side": one}
    return list(found.values())


def spasms(mine):
    return [{"id": e.id, "onset": iso(e.onset, e.offset), "end": iso(*e.end) if e.end else None, "worst": e.worst,
             "places": places_in_order(e.told.get("regions", [])),
             "triggers": list(dict.fromkeys(e.told.get("triggers", [])))} for e in reversed(mine)]


def functions(connection, span):
    rows = {}
    for function, at, offset, level in connection.execute(
            "SELECT function, at_utc_ms, at_offset_min, level FROM function_limit WHERE deleted_utc_ms IS NULL"
            f" AND {span.where} ORDER BY at_utc_ms, id"):
        most = max(level, rows[function]["most"] if function in rows else 0)
        rows[function] = {"function": function, "most": most, "last": level, "last_at": iso(at, offset)}
    return sorted((row for row in rows.values() if row["most"]),
                  key=lambda row: (-row["most"], -row["last"], row["function"]))


def symptoms(connection, span):
    """Weakness or numbness, and other symptoms."""
    rows = {}
    for symptom, side, at, offset, change, since_days, present in connection.execute(
            "SELECT symptom, side, at_utc_ms, at_offset_min, change, since_days, present FROM symptom"
            f" WHERE deleted_utc_ms IS NULL AND {span.where} ORDER BY at_utc_ms, id"):
        first = rows[symptom, side][1]["first_at"] if (symptom, side) in rows else iso(at, offset)
        rows[symptom, side] = (at, {
            "symptom": symptom, "side": side, "first_at": first, "last_at": iso(at, offset), "change": change,
            "since_days": since_days, "present": present == 1})
    ordered = [row for _, row in sorted(rows.values(), key=lambda item: (
        not item[1]["present"], -item[0], item[1]["symptom"], item[1]["side"] or ""))]
    return ([row for row in ordered if row["symptom"] in NERVES],
            [row for row in ordered if row["symptom"] not in NERVES])


def measurements(connection, span):
    return [{"at": iso(at, offset), "quantity": quantity, "value": value, "unit_told": unit}
            for at, offset, quantity, value, unit in connection.execute(
                "SELECT at_utc_ms, at_offset_min, quantity, value, unit_told FROM measurement"
                f" WHERE deleted_utc_ms IS NULL AND {span.where} ORDER BY at_utc_ms, id")]


def injuries(mine):
    rows = []
    for e in mine:
        if "injury_at" in e.told:
            moment = datetime.datetime.fromisoformat(e.told["injury_at"])
            rows.append((moment.timestamp(), e.id, {
                "at": e.told["injury_at"], "episode_id": e.id, "swelling": e.told.get("swelling", False),
                "bruise_over_spine": e.told.get("bruise_over_spine", False)}))
    return [row for _, _, row in sorted(rows, key=lambda row: row[:2], reverse=True)]


def medicines(connection, span):
    taken = collections.defaultdict(list)
    for id, *intake in connection.execute(
            "SELECT medicine_id, at_utc_ms, at_offset_min, dose, patch_site FROM intake WHERE deleted_utc_ms IS NULL"
            f" AND {span.where} ORDER BY at_utc_ms, id"):
        taken[id].append(intake)
    rows = []
    for id, name, medicine_class, use, dose, deleted in connection.execute(
            "SELECT id, name, class, use, dose, deleted_utc_ms FROM medicine"):
        its = taken[id]
        if deleted is not None and not its:
            continue
        doses = [dose] + [intake[2] for intake in reversed(its)]
        rows.append((-len(its), name.encode(), id, {
            "name": name, "class": medicine_class, "use": use, "dose": next((d for d in doses if d), ""),
            "days": len({local_day(*intake[:2]) for intake in its}), "times": len(its),
            "last_at": iso(*its[-1][:2]) if its else None, "patch": any(intake[3] is not None for intake in its)}))
    return [row[-1] for row in sorted(rows, key=lambda row: row[:3])]


def conditions(connection):
    rows = connection.execute(
        "SELECT condition, at_utc_ms, at_offset_min FROM (SELECT *, row_number() OVER (PARTITION BY condition"
        " ORDER BY at_utc_ms DESC, id DESC) AS age FROM condition WHERE deleted_utc_ms IS NULL)"
        " WHERE age = 1 AND present = 1 ORDER BY at_utc_ms DESC, condition")
    return [{"condition": condition, "at": iso(at, offset)} for condition, at, offset in rows]


def fact(connection, key):
    """(value, at, offset) as last told."""
    return connection.execute(
        "SELECT value, at_utc_ms, at_offset_min FROM profile_entry WHERE deleted_utc_ms IS NULL AND key = ?"
        " ORDER BY at_utc_ms DESC, id DESC LIMIT 1", (key,)).fetchone() or ("", 0, 0)


def pregnant_weeks(connection, now, now_offset):
    weeks, at, offset = fact(connection, "pregnant_weeks")
    if not weeks.isdecimal():
        return None
    counted = int(weeks) + (local_day(now, now_offset) - local_day(at, offset)) // 7
    return counted if counted <= 45 else None


def last_reading(connection, span):
    row = connection.execute(
        f"SELECT at_utc_ms, at_offset_min, pain, at_rest FROM reading WHERE deleted_utc_ms IS NULL AND {span.where}"
        " ORDER BY at_utc_ms DESC, id DESC LIMIT 1").fetchone()
    return row and {"at": iso(*row[:2]), "pain": row[2], "at_rest": None if row[3] is None else row[3] == 1}


def compute(connection, now_ms, now_offset, begin_ms=None, end_ms=None):
    """All of docs/report.md as `report --json` gives it under "summary"."""
    episodes = read_episodes(connection)
    told = told_days(connection, episodes)
    first_told = told[0] if told else None
    span = Span(begin_ms, end_ms, now_ms, now_offset, episodes, first_told)
    before = period_before(begin_ms, end_ms, now_ms)
    mine = [e for e in episodes if span.touches(e, now_ms)]
    its_numbers = numbers(connection, episodes, span, told, now_ms)
    last_asked, answered_no = asked(connection, span)
    nerves, others = symptoms(connection, span)
    lengths = [e.told["spasm_seconds"] * 1000 for e in mine if "spasm_seconds" in e.told]
    year = fact(connection, "birth_year")[0]
    return {
        "now_utc_ms": now_ms,
        "period": {"begin_utc_ms": begin_ms, "end_utc_ms": end_ms},
        "before": {"begin_utc_ms": before[0], "end_utc_ms": before[1]},
        "name": fact(connection, "name")[0],
        "birth_year": int(year) if year.isdecimal() else None,
        "quality": {name: its_numbers[name] for name in ("days", "told_days")} | entries(connection, span),
        "alerts": alerts(connection, span),
        "last_asked": last_asked,
        "answered_no": answered_no,
        "places": places(mine),
        "quality_of_pain": counts(mine, "quality"),
        "pattern": counts(mine, "pattern"),
        "signs": counts(mine, "signs"),
        "last_reading": last_reading(connection, span),
        "numbers": its_numbers,
        "numbers_before": None if begin_ms is None else numbers(
            connection, episodes, Span(*before, now_ms, now_offset, episodes, first_told), told, now_ms),
        "first_onset": iso(episodes[0].onset, episodes[0].offset) if episodes else None,
        "onsets_30d": onsets(connection, now_ms, 30),
        "onsets_180d": onsets(connection, now_ms, 180),
        "background": background(connection),
        "spasm_length": {"n": len(lengths), "median_ms": median(lengths)},
        "spasms": spasms(mine),
        "function": functions(connection, span),
        "nerves": nerves,
        "symptoms": others,
        "measurements": measurements(connection, span),
        "injuries": injuries(mine),
        "triggers": counts(mine, "triggers"),
        "activities": counts(mine, "activity"),
        "first_ever": any(e.told.get("first_ever", False) for e in mine),
        "medicines": medicines(connection, span),
        "conditions": conditions(connection),
        "pregnant_weeks": pregnant_weeks(connection, now_ms, now_offset),
        "procedures": [{"at": iso(*row[:2]), "told": iso(*row[2:])} for row in connection.execute(
            "SELECT at_utc_ms, at_offset_min, told_utc_ms, told_offset_min FROM procedure WHERE deleted_utc_ms IS NULL"
            " ORDER BY at_utc_ms DESC, id DESC")],
        "helped": helped(connection, lambda at: at in span),
    }
