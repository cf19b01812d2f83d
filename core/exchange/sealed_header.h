// SPDX-License-Identifier: GPL-3.0-or-later
// The first bytes of an encrypted backup: who it is for, and its data key wrapped twice.
#pragma once

#include "core/exchange/sealed_stream.h"

#include <sodium.h>

#include <array>

namespace unclench {

inline constexpr std::uint32_t kSealVersion = 1;

/// As it lies in the file.
using SealHeaderBytes = std::array<unsigned char, kSealHeaderSize>;
using SealSalt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;
using SealStreamStart =
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

/// The data key, locked with another key.
struct WrappedKey {
    static constexpr std::size_t kKeySize = crypto_secretstream_xchacha20poly1305_KEYBYTES;
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> nonce{};
    std::array<unsigned char, kKeySize + crypto_aead_xchacha20poly1305_ietf_ABYTES> locked{};
};

struct SealHeader {
    std::uint64_t payload = 0;
    SealCost cost;
    SealSalt salt{};
    WrappedKey byPassphrase;
    WrappedKey byRecoveryKey;
    SealStreamStart start{};
};

[[nodiscard]] SealHeaderBytes toBytes(const SealHeader& header);

/// The header at the beginning of a file of `size` bytes; `in` is left behind it.
[[nodiscard]] std::variant<SealHeader, SealFault> readHeader(const SealSource& in,
                                                             std::uint64_t size);

/// The key that Argon2id makes of a passphrase. Absent: there is not the memory for it.
[[nodiscard]] std::optional<Secret>
keyOf(const Secret& passphrase, const SealCost& cost, const SealSalt& salt);

/// Locks the data key with `key`; what the header says of payload, cost and salt cannot be changed
/// without its being noticed.
[[nodiscard]] WrappedKey wrap(const Secret& dataKey, const Secret& key, const SealHeader& header);
/// Absent: `key` is another one.
[[nodiscard]] std::optional<Secret>
unwrap(const WrappedKey& wrapped, const Secret& key, const SealHeader& header);

} // namespace unclench
