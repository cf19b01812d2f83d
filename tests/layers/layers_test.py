# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include what, and through which one door each resource of the machine is reached.

Each row of the tables names its reason. The source folder is the one argument.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])

# folder -> the folders of ours that it may include, beside itself
INCLUDES = {
    "core/time": [],  # time knows nothing of a diary
    "core/knowledge": ["core/time"],
    "core/diary": ["core/time", "core/knowledge"],  # records, whatever is done with them
    "core/alarms": ["core/time", "core/knowledge"],  # who may speak, not how
    "core/redflags": ["core/time", "core/knowledge", "core/diary"],  # rules on values: no store, no engine
    "core/care": ["core/time", "core/knowledge", "core/diary"],  # what is allowed, on values
    "core/guide": ["core/time", "core/knowledge", "core/diary"],  # the exercise gate on values
    "core/sitting": ["core/time", "core/knowledge", "core/diary"],  # the seat clock, on values
    "core/insight": ["core/time", "core/knowledge", "core/diary"],  # figures of a whole diary, on values
    "core/review": ["core/time", "core/knowledge", "core/diary", "core/insight"],  # a summary, on values
    "core/store": ["core/time", "core/knowledge", "core/diary",
                   "core/exchange/rows.h"],  # SQL, and no rule; a diary as rows, for export and import
    "core/exchange": ["core/time", "core/knowledge", "core/diary", "core/sitting/seat_day.h", "core/store/progress.h", "core/store/storage_error.h",
                      "core/store/file_error.h", "core/store/new_file.h",  # files for others, from rows and values: no SQL
                      "core/store/checked_copy.h", "core/store/database.h", "core/store/files.h"],  # the encrypted backup
    "core/engine": ["core/time", "core/knowledge", "core/diary", "core/store", "core/exchange", "core/redflags",
                    "core/guide", "core/care", "core/sitting", "core/insight", "core/review"],
    "ui/wording": ["core/time", "core/knowledge", "core/diary", "core/care", "core/guide",
                   "core/insight", "core/review", "core/sitting", "core/store/storage_error.h",
                   "core/exchange", "core/store/file_error.h", "core/store/import_preview.h", "core/store/stand_back.h"],
    "ui/widgets": ["core/care", "core/diary", "core/insight", "core/knowledge", "core/sitting", "core/time", "ui/theme.h",
                   "ui/wording"],
    "ui/models": ["core/diary", "core/insight", "core/knowledge", "core/sitting", "core/time", "ui/widgets/glance_lines.h",
                  "ui/widgets/seat_view.h", "ui/wording"],
    "ui/pages": ["core/care", "core/diary", "core/insight", "core/knowledge", "core/sitting", "core/time", "ui/wording", "ui/widgets", "ui/models",
                 "ui/report/report.h", "ui/theme.h"],  # values in, wishes out: a page never sees the engine
    "ui/report": ["core/diary", "core/insight", "core/knowledge", "core/review", "core/time", "core/store/files.h",
                  "core/store/storage_error.h", "ui/wording", "ui/widgets"],  # paints on paper, which takes no window
    "ui/dialogs": ["core/diary", "core/exchange/export_target.h", "core/exchange/passphrase.h", "core/knowledge",
                   "core/exchange/foreign_import.h", "core/exchange/mapping_files.h", "core/exchange/paper_sheet.h", "core/exchange/foreign_time.h",
                   "core/store/stand_back.h",  # what a look at somebody else's file found, and a line of paper, as values
                   "core/time", "ui/wording", "ui/widgets", "ui/theme.h"],  # as a page: values in, wishes out
    "ui": ["core/engine", "core/diary", "core/care", "core/guide", "core/insight", "core/knowledge", "core/sitting", "core/time",
           "core/review", "core/store/storage_error.h", "ui/report", "ui/wording", "ui/widgets", "ui/models", "ui/pages",
           "ui/dialogs"],
    "app": ["core", "ui", "app"],  # puts it all together
}

# a pattern, the only files in which it may stand, why
DOORS = [
    (r"#include <Q|#include <Qt", r"^(ui|app)/", "core has no Qt"),
    (r"\bclock_gettime\b|system_clock::now|steady_clock::now|QDateTime::current|QDate::current|QTime::current"
     r"|\btime\((nullptr|NULL|0)\)|QElapsedTimer", r"^app/desktop/system_clock\.cpp$",
     "one clock, injected, so that tests can move it"),
    (r"SQLite::|sqlite3_|\bSELECT\b.*\bFROM\b|\bINSERT INTO\b", r"^core/store/", "one folder knows SQL"),
    (r"\btimerfd_create\b", r"^app/desktop/wakeup\.cpp$", "one wake-up, no polling"),
    (r"\bQTimer\b", r"^(app/desktop/(wakeup|child|shared_watch)|ui/widgets/undo_bar)\.(h|cpp)$",
     "no timer but the wake-up; the undo bar's ten seconds, the patience with a child process and with whoever carries "
     "files are the exceptions"),
    (r"\bQSettings\b", r"^ui/window_state\.", "settings are rows in the database"),
    (r"\bQProcess\b", r"^app/(desktop/(child|gsettings_key)\.(h|cpp)|cli/daily_copy\.cpp|ringing\.cpp)$",
     "one place starts programs, so that none holds us up; a command's copy of the day and what rings for it outlive it, "
     "and GNOME's settings are told by a program that is listened to for as long as we run"),
    (r"\b(wl|xcb|ext_idle|org_kde_kwin)_\w+", r"^app/desktop/(idle/|display\.cpp$)",
     "one folder talks to compositor and X server; whether there is an X server is asked before Qt"),
    (r"\bQStandardPaths\b", r"^app/desktop/folders\.cpp$", "one place knows where things lie"),
    (r"\btr\(|QCoreApplication::translate", r"^(ui/|app/(cli|desktop)/|app/(main|open_diary|trouble|window)\.cpp)", "core speaks ids"),
    (r"\bQDBus\w+", r"^app/desktop/", "the session bus is the machine's"),
    (r"\b(static|inline)\b[^(;{]*\bg_\w+", r"^$", "no mutable globals"),
    (r"QtNetwork|QTcp|QUdp|QNetwork|QLocalServer|AF_INET", r"^$", "nothing opens a network connection"),
    (r"\bSIGNAL\(", r"^$", "connects are by pointer to member"),
]


def layer_of(path):
    best = ""
    for folder in INCLUDES:
        if path.startswith(folder + "/") and len(folder) > len(best):
            best = folder
    return best


def faults():
    files = [p for top in ("core", "ui", "app") for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cpp")]
    if len(files) < 50:
        yield f"only {len(files)} files found: is {ROOT} the source folder?"
    for file in files:
        path = file.relative_to(ROOT).as_posix()
        layer = layer_of(path)
        if not layer:
            yield f"{path}: stands in no layer of the table"
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("//")[0]
            include = re.match(r'\s*#include "([^"]+)"', code)
            if include:
                target = include.group(1)
                allowed = [layer] + INCLUDES[layer]
                if not any(target == a or target.startswith(a + "/") for a in allowed):
                    yield f"{path}:{number}: {layer} must not include {target}"
            for pattern, where, why in DOORS:
                if re.search(pattern, code) and not re.search(where, path):
                    yield f"{path}:{number}: {why}: {line.strip()}"


found = list(faults())
print("\n".join(found) or "every include and every door is as the table says")
sys.exit(1 if found else 0)
