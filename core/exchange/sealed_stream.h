// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an encrypted backup, whatever they hold: the header with its two wrapped keys and
// the chunks behind it (docs/encrypted-backup.md says each byte).
#pragma once

#include "core/exchange/sealed.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace unclench {

/// What every file of ours begins with; readable, for who finds it.
inline constexpr std::string_view kSealMagic = "unclench-sealed\n";
inline constexpr std::size_t kSealHeaderSize = 264;
/// Of what was not encrypted yet; only the last chunk is shorter.
inline constexpr std::size_t kSealChunk = 64 * 1024;

/// How long a file is that holds so much.
[[nodiscard]] std::uint64_t sealedSize(std::uint64_t payload);

/// Fills what it is given, and less than that only at the end. Gives how much it was.
using SealSource = std::function<std::size_t(std::span<unsigned char>)>;
/// False: what came cannot be right, and no more is wanted.
using SealSink = std::function<bool(std::span<const unsigned char>)>;

/// Encrypts what is written to it. Each has a data key of its own.
class SealingStream {
public:
    /// Makes the keys, which takes a while. `payload`: how many bytes will be written. `out` must
    /// take what it is given.
    SealingStream(SealSink out,
                  std::uint64_t payload,
                  const Secret& passphrase,
                  const RecoveryKey& recovery,
                  SealCost cost);
    ~SealingStream();
    SealingStream(const SealingStream&) = delete;
    SealingStream& operator=(const SealingStream&) = delete;

    void write(std::span<const unsigned char> bytes);
    /// Requires: `payload` bytes were written.
    void finish();

private:
    struct Keys;
    void push(bool isLast);

    SealSink m_out;
    std::uint64_t m_left;
    std::unique_ptr<Keys> m_keys;
};

/// Decrypts a stream of `size` bytes into `out`. What `out` was given before a fault was found is
/// ours, but not all of it. `out` refusing is Tampered.
[[nodiscard]] std::optional<SealFault> unsealStream(const SealSource& in,
                                                    std::uint64_t size,
                                                    const SealSecret& secret,
                                                    const SealSink& out,
                                                    const Progress& progress);

} // namespace unclench
