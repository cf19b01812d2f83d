#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes docs/safety.md from the rules themselves, so that a clinician can sign what the program really does.

    tools/make_safety.py            writes it
    tools/make_safety.py --check    fails where it is not what this would write
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "resources" / "knowledge"
TARGET = ROOT / "docs" / "safety.md"

LEVELS = {"emergency": "EMERGENCY", "urgent": "URGENT", "soon": "SOON", "check_in": "CHECK_IN"}
SECTIONS = {"1.1": "Emergencies: get help now", "1.2": "Urgent: speak to a professional today",
            "1.3": "Soon: book an appointment", "1.4": "Derived from what was written down"}


def load(name):
    return json.loads((KNOWLEDGE / name).read_text(encoding="utf-8"))


RED_FLAGS = load("red_flags.json")
CARE = load("care.json")
WORDS = load("words/en.json")
TITLES = {source["id"]: source["title"] for source in load("sources.json")["sources"]}
QUESTIONS = {rule["id"] for rule in RED_FLAGS["rules"] if "question" in rule}
FACTS = {fact["id"] for fact in RED_FLAGS["facts"]}


def label(topic, id):
    return WORDS[topic].get(id, id)


def listed(topic, ids):
    return " or ".join(f"\"{label(topic, id)}\"" for id in ids)


def joined(word, parts):
    return "(" + f" {word} ".join(condition(part) for part in parts) + ")"


def condition(clause):
    """A condition as a sentence that a clinician can read."""
    if isinstance(clause, str):
        return f"`{clause}` is answered yes" if clause in QUESTIONS else f"`{clause}`"
    if "at_least" in clause:
        return f"at least {clause['at_least']} of " + joined(",", clause["of"])
    [(kind, content)] = clause.items()
    words = {
        "all": lambda: joined("AND", content),
        "any": lambda: joined("OR", content),
        "not": lambda: f"NOT {condition(content)}",
        "unless": lambda: f"unless {condition(content)} is known",
        "new": lambda: f"{condition(content)}, new or worse",
        "answered": lambda: "in so many words: " + " or ".join(f"`{id}`" for id in content),
        "rule": lambda: f"the rule `{content}` holds",
        "level_at_least": lambda: f"another rule stands at {LEVELS[content]} or higher",
        "region": lambda: "it hurts at " + listed("regions", content),
        "trigger": lambda: "it came with " + listed("triggers", content),
        "symptom": lambda: "the symptom " + listed("symptoms", content),
        "condition": lambda: "the condition " + listed("conditions", content),
        "takes": lambda: "takes regularly: " + listed("medicine_classes", content),
        "took": lambda: "takes regularly, or took in the last 14 days: " + listed("medicine_classes", content),
        "flag": lambda: f"with `{content[0]}`: \"{WORDS['flags']['_'.join(content)]}\"",
        "age_at_least": lambda: f"age {content} or more",
        "age_below": lambda: f"age below {content}",
        "pain_at_least": lambda: f"a reading of {content} or more in this spasm",
        "open_hours": lambda: f"the spasm is open for {content} h or more",
    }
    return words[kind]()


def bare(text):
    return text[1:-1] if text.startswith("(") and text.endswith(")") and text.count("(") == 1 else text


def sources(row):
    return "; ".join(TITLES[id] for id in row["sources"])


def mark(row):
    return " **For sign-off.**" if row.get("sign_off") else ""


def rule_text(rule):
    lines = [f"### `{rule['id']}`: {LEVELS[rule['level']]}", ""]
    question = rule.get("question")
    if question:
        examples = WORDS["examples"].get(rule["id"])
        lines.append(f"- Asked: \"{WORDS['questions'][rule['id']]}\"" + (f" ({examples})" if examples else ""))
        if question.get("two_weeks"):
            lines.append("- Then: new, or worse in the last 2 weeks? What is unchanged for over two weeks stands one level lower, "
                         "never below URGENT; for over 90 days and known to a clinician it is only recorded.")
        if question["topic"] == "emergency":
            lines.append("- \"Not sure\" counts as a yes.")
        if question.get("optional"):
            lines.append("- May be skipped.")
        if question.get("symptoms"):
            side = ", on one side only" if question.get("one_side") else ""
            lines.append(f"- Also a yes, once logged{side}: {listed('symptoms', question['symptoms'])}.")
        if question.get("not_if"):
            lines.append(f"- No yes with: \"{WORDS['flags'][rule['id'] + '_' + question['not_if']]}\".")
        if question.get("items"):
            lines.append("- Counted: " + "; ".join(WORDS["items"][f"{rule['id']}_{i}"] for i in range(1, question["items"] + 1))
                         + ".")
        if "offered_if" in question:
            lines.append(f"- Asked only where: {bare(condition(question['offered_if']))}.")
        if "asked_by" in question:
            lines.append(f"- Asked at once where: {bare(condition(question['asked_by']))}.")
    if "when" in rule:
        lines.append(f"- Holds when: {bare(condition(rule['when']))}.")
    for step in rule.get("escalate", []):
        lines.append(f"- {LEVELS[step['level']]} when: {bare(condition(step['when']))}.")
    if rule.get("again_after_days"):
        lines.append(f"- Comes again only in a new spasm and {rule['again_after_days']} days after it was raised.")
    advice = WORDS["advice"].get(rule["id"])
    if advice:
        lines.append(f"- Says: \"{advice}\"")
    lines.append(f"- Reason shown: \"{WORDS['reasons'][rule['id']]}\"")
    lines.append(f"- Sources: {sources(rule)}.{mark(rule)}")
    return "\n".join(lines) + "\n"


def computed_facts():
    """The contract above each function that works out a fact, and the names under which rules know it."""
    texts = {}
    names = {}
    for file in sorted((ROOT / "core" / "redflags").glob("computed_*.cpp")):
        code = file.read_text(encoding="utf-8")
        for comment, function in re.findall(r"((?:^///[^\n]*\n)+)[^\n{;]*?Facts::(\w+)\(", code, re.M):
            texts[function] = " ".join(line[3:].strip() for line in comment.splitlines())
        for case, rest in re.findall(r"case ComputedFact::(\w+):\s*(.*?)(?=case ComputedFact|\n        \})", code, re.S):
            called = re.search(r"\b(\w+)\(", re.sub(r"^return (?:from|Fact)?\(?", "", rest.strip()))
            names[re.sub(r"(?<!^)([A-Z])", r"_\1", case).lower()] = called.group(1) if called else ""
    return {name: texts.get(function, "") for name, function in names.items()}


CARE_LEVELS = {"free": "-", "caution": "C", "needs_ok": "A", "blocked": "B"}


def limit_row(limit):
    when = [f"\"{label('conditions', id)}\"" for id in limit.get("when", [])]
    if "worked_out" in limit:
        when.append(f"`{limit['worked_out']}`")
    text = " or ".join(when) + (", with an injury in this spasm" if limit.get("with_injury") else "")
    kinds = "; ".join(f"{kind}: {CARE_LEVELS[level]}" for kind, level in limit.get("kinds", {}).items())
    heat = CARE_LEVELS[limit["heat"]] + (f" ({kinds})" if kinds else "")
    asked = "asked before the first session" if limit.get("asked") else ""
    return f"| {text} | {heat} | {CARE_LEVELS[limit['cold']]} | {asked} | {sources(limit)} |"


def care_pages():
    """Protocols, limits and numbers of heat and cold."""
    out = ["", "## Heat and cold: how", "", "| protocol | for | least, usual, most | from start to start | sources |", "|---|---|---|---|---|"]
    for row in CARE["protocols"]:
        what = row.get("modality") or f"both, as chosen (`{row['pace']}`)"
        interval = f"{row['interval']} min" if row["interval"] else "the rest is enough"
        out.append(f"| `{row['id']}` | {what} | {row['least']}, {row['usual']}, {row['most']} min | {interval} | {sources(row)} |")
    out += ["", "## Heat and cold: for whom not", "",
            "B: blocked. A: blocked until the person records that a clinician said it is fine, then as C. C: with caution: shorter, low, and",
            "the skin looked at. -: no limit.", "", "| when | heat | cold | | sources |", "|---|---|---|---|---|"]
    out += [limit_row(limit) for limit in CARE["limits"]]
    out += ["", "## Heat and cold: numbers", "", "| number | value | sources |", "|---|---|---|"]
    out += [f"| `{row['id']}` | {row['value']:g} {row['unit']} | {sources(row)}{mark(row)} |" for row in CARE["thresholds"]]
    out += ["", "What each worked-out name means stands in `core/care/situation.h`; the procedure in `core/care/decision.cpp`."]
    return out


def sitting_pages():
    """The numbers of sitting, from the header that has them: a comment, then the constants that it is about."""
    out = ["", "## Sitting: numbers", "",
           "The interval is 30 min, 20 to 60 by choice (Verywell Health, SAPNA, Empower Fitness); a break 2 min, 1 to 10 (De Carvalho 2023).",
           "\"Ours\": no source gives the number. Standing neither counts as a break nor adds to sitting. The program says that breaks may help,",
           "never that they prevent anything.", "", "| number | value | |", "|---|---|---|"]
    header = (ROOT / "core" / "sitting" / "rules.h").read_text(encoding="utf-8")
    for comment, constants in re.findall(r"((?:^///.*\n)+)((?:^inline constexpr .*\n)+)", header, re.M):
        text = " ".join(line.removeprefix("///").strip() for line in comment.splitlines())
        for name, unit, value, plain in re.findall(r"(k\w+) = (?:std::chrono::(\w+)\{(\d+)\}|(\d+));|$", constants):
            if name:
                out.append(f"| `{name}` | {value or plain} {unit} | {text}{' **For sign-off.**' if '(ours)' in text else ''} |")
        for name, unit, value in re.findall(r"std::chrono::minutes (k\w+)()\{(\d+)\};", constants):
            out.append(f"| `{name}` | {value} minutes | {text}{' **For sign-off.**' if '(ours)' in text else ''} |")
    return out


def page():
    out = ["# Warning signs, heat and cold, sitting", "",
           "Made by `tools/make_safety.py` from `red_flags.json` and `care.json` in `resources/knowledge`, their words, the contracts in",
           "`core/redflags` and the numbers in `core/sitting`; never edited by hand. **Prepared from published sources, not by a doctor. No clinician has signed it",
           "yet.** The program never says that all is well, and never names a suspected condition.", "",
           "Levels: EMERGENCY: call the emergency number or go to an emergency department now. URGENT: speak to a professional",
           "today. SOON: book an appointment. CHECK_IN: questions are asked again, no alert.", ""]
    for section, title in SECTIONS.items():
        out += [f"## {title}", ""]
        out += [rule_text(rule) for rule in RED_FLAGS["rules"] if rule["section"] == section]
    out += ["## Facts put together", "", "| fact | holds when |", "|---|---|"]
    out += [f"| `{fact['id']}` | {bare(condition(fact['when']))} |" for fact in RED_FLAGS["facts"]]
    out += ["", "## Facts worked out", "", "| fact | |", "|---|---|"]
    out += [f"| `{name}` | {text or 'as its name says'} |" for name, text in sorted(computed_facts().items())]
    out += ["", "## Numbers", "", "| number | value | sources |", "|---|---|---|"]
    out += [f"| `{row['id']}` | {row['value']:g} {row['unit']} | {sources(row)}{mark(row)} |" for row in RED_FLAGS["thresholds"]]
    out += care_pages()
    out += sitting_pages()
    out += ["", "## For a clinician to decide", "",
            "Where we went another way than a source, or chose a number ourselves:", ""]
    out += [f"- [ ] {WORDS['sign_off'][id]}" for id in RED_FLAGS["sign_off"]]
    out += ["", "Besides, every rule and number above that is marked **For sign-off**.", "",
            "| name | profession | date | signature |", "|---|---|---|---|", "| | | | |", ""]
    return "\n".join(out)


def main():
    text = page()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print("docs/safety.md is not what the rules say: run tools/make_safety.py")
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
