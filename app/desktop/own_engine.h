// SPDX-License-Identifier: GPL-3.0-or-later
// An engine for one job, beside that of the window.
#pragma once

#include "core/engine/engine.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>

namespace unclench::app {

/// Where what works beside the window finds the diary. What it refers to must outlive it.
struct DeskAround {
    std::filesystem::path folder;
    const Clock& clock;
    const Vocabulary& vocabulary;
    /// What is wrong with the diary itself, in words.
    std::function<QString(const StorageError& error)> explain;
};

/// On a connection of its own, so that it may live on another thread. Throws StorageError.
class OwnEngine {
public:
    OwnEngine(const std::filesystem::path& folder,
              const Clock& clock,
              const Vocabulary& vocabulary,
              Database::Access access = Database::Access::ReadWrite)
        : m_database(Database::open(folder, {.access = access})),
          m_engine(*m_database, clock, vocabulary, m_uuids)
    {
    }
    explicit OwnEngine(const DeskAround& around)
        : OwnEngine(around.folder, around.clock, around.vocabulary)
    {
    }

    [[nodiscard]] Engine& operator*() { return m_engine; }
    [[nodiscard]] Engine* operator->() { return &m_engine; }

private:
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    Engine m_engine;
};

} // namespace unclench::app
