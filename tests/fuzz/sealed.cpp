// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted backups that somebody made or changed: their header, their stream, what is inside.
#include "core/exchange/sealed.h"

#include "core/exchange/sealed_entries.h"
#include "core/exchange/sealed_header.h"
#include "core/exchange/sealed_stream.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/targets.h"
#include "tests/support/sealing.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace unclench::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFuzzSumSize = 32;

std::span<const unsigned char> bytesIn(std::string_view text)
{
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

/// The key of the backups in the corpus.
const RecoveryKey& corpusKey()
{
    static const auto kKey = RecoveryKey::read("208H 44RM 2MB1 FC6H 30CH M6RW 3MF1 Z7Z2"
                                               "40GJ 48S4 4MK2 FKSV 50MJ MASC 5MQ2 ZWEY");
    return std::get<RecoveryKey>(kKey);
}

/// Whether the passphrase's key costs so little that thousands of them can be tried.
bool isCheap(const fs::path& file)
{
    const std::string bytes = tests::bytesOf(file);
    std::string_view left = bytes;
    const auto header = readHeader(
        [&left](std::span<unsigned char> out) {
            const std::size_t part = std::min(out.size(), left.size());
            std::copy_n(left.begin(), part, out.begin());
            left.remove_prefix(part);
            return part;
        },
        bytes.size());
    const auto* whole = std::get_if<SealHeader>(&header);
    return whole == nullptr || whole->cost.passes * whole->cost.memory <= 64 * 1024;
}

/// Opens the file into a folder, which holds what it says afterwards, or nothing. Whether it opens.
bool opens(const fs::path& file, const SealSecret& secret)
{
    const fs::path folder = file.parent_path() / "opened";
    fs::remove_all(folder);
    fs::create_directory(folder);
    const auto opened = openSealed(file, secret, folder, {});
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        promise(!entry.is_symlink(), "nothing but files and a folder comes out");
        if (!entry.is_directory()) {
            files.insert(entry.path());
        }
    }
    if (const auto* unsealed = std::get_if<Unsealed>(&opened)) {
        promise(files.erase(unsealed->database) == 1, "the diary is where it is said to be");
        for (const fs::path& picture : files) {
            promise(picture.parent_path() == unsealed->pictures, "the rest are pictures");
        }
    } else {
        promise(files.empty(), "of a file that is not whole nothing stays");
    }
    fs::remove_all(folder);
    return std::holds_alternative<Unsealed>(opened);
}

void lookAndOpen(const fs::path& file)
{
    const auto fault = cannotOpen(file);
    promise(isSealed(file) || fault, "what cannot be known is not opened");
    static_cast<void>(opens(file, corpusKey()));
    if (isCheap(file)) {
        static_cast<void>(opens(file, tests::sealPassphrase()));
    }
}

/// The same with the check sum of its header made right, as somebody would who changes it.
std::string withSum(std::string_view bytes)
{
    std::string sealed{bytes};
    if (sealed.size() >= kSealHeaderSize) {
        auto* begin = reinterpret_cast<unsigned char*>(sealed.data());
        constexpr std::size_t kSummed = kSealHeaderSize - kFuzzSumSize;
        crypto_generichash(begin + kSummed, kFuzzSumSize, begin, kSummed, nullptr, 0);
    }
    return sealed;
}

std::string sealedUp(std::string_view payload)
{
    std::string sealed;
    SealingStream stream{[&](std::span<const unsigned char> bytes) {
                             sealed.append(reinterpret_cast<const char*>(bytes.data()),
                                           bytes.size());
                             return true;
                         },
                         payload.size(), tests::sealPassphrase(), corpusKey(), tests::kCheapSeal};
    stream.write(bytesIn(payload));
    stream.finish();
    return sealed;
}

/// What the reader of the entries finds in them.
struct Found {
    bool isTaken = true;
    bool isComplete = false;
    std::vector<SealedEntry> entries;
    std::vector<std::string> contents;

    friend bool operator==(const Found&, const Found&) = default;
};

Found entriesIn(std::string_view payload, std::size_t piece)
{
    Found found;
    EntryReader reader{[&](const SealedEntry& entry) {
                           found.entries.push_back(entry);
                           found.contents.emplace_back();
                       },
                       [&](std::span<const unsigned char> bytes) {
                           found.contents.back().append(reinterpret_cast<const char*>(bytes.data()),
                                                        bytes.size());
                       }};
    while (!payload.empty() && found.isTaken) {
        const std::string_view part = payload.substr(0, piece);
        found.isTaken = reader.take(bytesIn(part));
        payload.remove_prefix(part.size());
    }
    found.isComplete = found.isTaken && reader.isComplete();
    return found;
}

} // namespace

void sealedFile(std::string_view bytes)
{
    lookAndOpen(scratchFile(bytes));
    lookAndOpen(scratchFile(withSum(bytes)));
}

void sealedEntries(std::string_view bytes)
{
    const Found found = entriesIn(bytes, bytes.size());
    for (const std::size_t piece : {1UL, 3UL, 100UL}) {
        promise(entriesIn(bytes, piece).isComplete == found.isComplete,
                "entries do not depend on the pieces they come in");
        promise(!found.isComplete || entriesIn(bytes, piece) == found, "nor does what they hold");
    }
    std::set<std::string> names;
    for (const SealedEntry& entry : found.entries) {
        promise(isEntryName(entry.name), "an entry has a name of its kind");
        promise(names.insert(entry.name).second, "no name comes twice");
    }
    if (found.isComplete) {
        promise(entriesSize(found.entries) == bytes.size(), "nothing is between the entries");
        for (std::size_t i = 0; i < found.entries.size(); ++i) {
            promise(found.contents[i].size() == found.entries[i].size, "an entry is whole");
        }
    }
    const fs::path file = scratchFile(sealedUp(bytes));
    for (const SealSecret& secret :
         {SealSecret{corpusKey()}, SealSecret{tests::sealPassphrase()}}) {
        promise(opens(file, secret) == found.isComplete, "it opens where its entries are whole");
    }
}

} // namespace unclench::fuzz
