// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pictures.h"

#include "core/store/backups.h"
#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/storage_error.h"

namespace unclench {

std::filesystem::path picturesFolder(const Database& database)
{
    return database.file().parent_path() / kPicturesFolder;
}

std::string
keepPicture(const Database& database, const std::filesystem::path& file, std::string_view stem)
{
    const std::filesystem::path folder = picturesFolder(database);
    const std::string name = std::string{stem} + file.extension().string();
    const std::filesystem::path unfinished = folder / (name + ".new");
    makePrivateFolder(folder);
    makePrivateFile(unfinished);
    std::error_code error;
    std::filesystem::copy_file(file, unfinished, std::filesystem::copy_options::overwrite_existing,
                               error);
    if (error) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw StorageError{StorageFault::Io, "copy a picture", error.message()};
    }
    std::filesystem::permissions(
        unfinished, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
        error);
    renameDurably(unfinished, folder / name);
    return name;
}

} // namespace unclench
