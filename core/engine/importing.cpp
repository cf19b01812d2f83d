// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/importing.h"

#include "core/engine/engine.h"
#include "core/engine/pictures.h"
#include "core/store/files.h"
#include "core/store/new_file.h"
#include "core/store/schema.h"

#include <vector>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// Pictures that come with an import lie beside the diary before anything in it names them, and go
/// again where it comes to nothing.
class IncomingPictures {
public:
    IncomingPictures(const fs::path& file, const fs::path& folder)
    {
        try {
            eachPicture(file, [&](const std::string& name, std::string_view bytes) {
                place(folder / name, bytes);
            });
        } catch (...) {
            remove();
            throw;
        }
    }
    ~IncomingPictures()
    {
        if (!m_isKept) {
            remove();
        }
    }
    IncomingPictures(const IncomingPictures&) = delete;
    IncomingPictures& operator=(const IncomingPictures&) = delete;
    void keep() { m_isKept = true; }

private:
    /// A name is given once and for all: where it is there, so is its picture.
    void place(const fs::path& path, std::string_view bytes)
    {
        std::error_code error;
        if (fs::exists(path, error)) {
            return;
        }
        makePrivateFolder(path.parent_path());
        NewFile picture{path};
        picture.write(bytes);
        picture.keep();
        m_placed.push_back(path);
    }
    void remove()
    {
        std::error_code ignored; // one that stays does no harm: nothing names it
        for (const fs::path& path : m_placed) {
            fs::remove(path, ignored);
        }
    }

    std::vector<fs::path> m_placed;
    bool m_isKept = false;
};

} // namespace

Import::Import(fs::path file, const Progress& progress)
    : m_file(std::move(file)), m_read(readExport(m_file, schemaVersion(), m_staged, progress))
{
    for (const StagedDiary::Orphan& orphan : m_staged.finish()) {
        if (m_read.problems.isEmpty() ||
            m_read.problems.first().front().fault ==
                ImportFault::RefersAway) { // else it follows from those
            m_read.problems.add({.fault = ImportFault::RefersAway,
                                 .sheet = std::string{toId(orphan.kind)},
                                 .row = orphan.row});
        }
    }
}

ImportPreview Import::preview(Database& diary)
{
    standBackIfBare(diary);
    return previewOf(m_staged.database(), diary);
}

void Import::standBackIfBare(Database& diary)
{
    if (!m_read.header.hasNotes) {
        m_staged.standBackFor(diary);
    }
}

Merged Import::into(Engine& engine, const Progress& progress)
{
    Database& diary = engine.database();
    standBackIfBare(diary);
    if (diary.file().empty()) {
        return engine.merge(m_staged.database(), MergeReason::Import, progress);
    }
    IncomingPictures pictures{m_file, picturesFolder(diary)};
    Merged merged = engine.merge(m_staged.database(), MergeReason::Import, progress);
    pictures.keep();
    return merged;
}

} // namespace unclench
