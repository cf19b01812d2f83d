// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sealed_header.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <vector>

namespace unclench {

namespace {

constexpr std::size_t kSealSumSize = 32;
/// What stands before the wrapped keys, and is authenticated with each of them.
constexpr std::size_t kSealFrontSize = 64;
/// Magic, version and length: the same in every version to come, as is the sum at the end.
constexpr std::size_t kSealEveryVersion = 24;
constexpr std::size_t kSealLongestHeader = 64 * 1024;

// A file that asks for more than this is none that we wrote: it would eat the computer's memory, or
// its day.
constexpr std::uint64_t kSealMostMemory = 1024ULL * 1024 * 1024;
constexpr std::uint64_t kSealMostPasses = 64;
constexpr std::uint64_t kSealMostWork = 8 * kSealMostMemory;

/// Puts numbers (little-endian) and bytes one behind the other.
class SealPacker {
public:
    explicit SealPacker(std::span<unsigned char> out) : m_out(out) {}
    template <class Number>
    void number(Number value)
    {
        for (std::size_t i = 0; i < sizeof value; ++i) {
            m_out[m_place++] = static_cast<unsigned char>(value >> (8 * i));
        }
    }
    void bytes(std::span<const unsigned char> bytes)
    {
        std::copy(bytes.begin(), bytes.end(), m_out.begin() + static_cast<std::ptrdiff_t>(m_place));
        m_place += bytes.size();
    }
    [[nodiscard]] std::size_t place() const { return m_place; }

private:
    std::span<unsigned char> m_out;
    std::size_t m_place = 0;
};

/// Takes them off again.
class SealUnpacker {
public:
    explicit SealUnpacker(std::span<const unsigned char> in) : m_in(in) {}
    template <class Number>
    void number(Number& value)
    {
        value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) {
            value |= static_cast<Number>(static_cast<Number>(m_in[m_place++]) << (8 * i));
        }
    }
    void bytes(std::span<unsigned char> bytes)
    {
        std::copy_n(m_in.begin() + static_cast<std::ptrdiff_t>(m_place), bytes.size(),
                    bytes.begin());
        m_place += bytes.size();
    }

private:
    std::span<const unsigned char> m_in;
    std::size_t m_place = 0;
};

/// Not a key's: it finds a header that a disk spoiled, before a good passphrase is called wrong.
std::array<unsigned char, kSealSumSize> sealSumOf(std::span<const unsigned char> bytes)
{
    std::array<unsigned char, kSealSumSize> sum{};
    crypto_generichash(sum.data(), sum.size(), bytes.data(), bytes.size(), nullptr, 0);
    return sum;
}

bool sealSumHolds(std::span<const unsigned char> header)
{
    const auto sum = sealSumOf(header.first(header.size() - kSealSumSize));
    return std::equal(sum.begin(), sum.end(), header.last(kSealSumSize).begin());
}

bool isSealCostOurs(const SealCost& cost)
{
    return cost.passes >= crypto_pwhash_OPSLIMIT_MIN && cost.passes <= kSealMostPasses &&
           cost.memory >= crypto_pwhash_MEMLIMIT_MIN && cost.memory <= kSealMostMemory &&
           cost.passes * cost.memory <= kSealMostWork;
}

/// The part of the header that both wraps are bound to.
std::array<unsigned char, kSealFrontSize> sealFrontOf(const SealHeader& header)
{
    std::array<unsigned char, kSealFrontSize> front{};
    SealPacker pack{front};
    pack.bytes({reinterpret_cast<const unsigned char*>(kSealMagic.data()), kSealMagic.size()});
    pack.number(kSealVersion);
    pack.number(static_cast<std::uint32_t>(kSealHeaderSize));
    pack.number(header.payload);
    pack.number(header.cost.passes);
    pack.number(header.cost.memory);
    pack.bytes(header.salt);
    assert(pack.place() == front.size() && "the front is as long as the format says");
    return front;
}

} // namespace

SealHeaderBytes toBytes(const SealHeader& header)
{
    SealHeaderBytes bytes{};
    SealPacker pack{bytes};
    pack.bytes(sealFrontOf(header));
    for (const WrappedKey* key : {&header.byPassphrase, &header.byRecoveryKey}) {
        pack.bytes(key->nonce);
        pack.bytes(key->locked);
    }
    pack.bytes(header.start);
    pack.bytes(sealSumOf(std::span{bytes}.first(pack.place())));
    assert(pack.place() == bytes.size() && "the header is as long as the format says");
    return bytes;
}

std::variant<SealHeader, SealFault> readHeader(const SealSource& in, std::uint64_t size)
{
    std::vector<unsigned char> bytes(kSealEveryVersion);
    const std::size_t begun = in(bytes);
    const std::string_view magic{reinterpret_cast<const char*>(bytes.data()),
                                 std::min(begun, kSealMagic.size())};
    if (magic.empty() || !kSealMagic.starts_with(magic)) {
        return SealFault::NotOurs;
    }
    if (begun < bytes.size()) {
        return SealFault::Truncated;
    }
    std::uint32_t version = 0;
    std::uint32_t length = 0;
    SealUnpacker every{std::span{bytes}.subspan(kSealMagic.size())};
    every.number(version);
    every.number(length);
    if (length < kSealEveryVersion + kSealSumSize || length > kSealLongestHeader) {
        return SealFault::Tampered;
    }
    bytes.resize(length);
    const auto rest = std::span{bytes}.subspan(kSealEveryVersion);
    if (in(rest) < rest.size()) {
        return SealFault::Truncated;
    }
    if (!sealSumHolds(bytes)) {
        return SealFault::Tampered;
    }
    if (version > kSealVersion) {
        return SealFault::NewerVersion;
    }
    if (version < kSealVersion || length != kSealHeaderSize) {
        return SealFault::Tampered;
    }

    SealHeader header;
    SealUnpacker take{rest};
    take.number(header.payload);
    take.number(header.cost.passes);
    take.number(header.cost.memory);
    take.bytes(header.salt);
    for (WrappedKey* key : {&header.byPassphrase, &header.byRecoveryKey}) {
        take.bytes(key->nonce);
        take.bytes(key->locked);
    }
    take.bytes(header.start);
    constexpr std::uint64_t kMostPayload = std::numeric_limits<std::uint64_t>::max() / 2;
    if (header.payload > kMostPayload || !isSealCostOurs(header.cost)) {
        return SealFault::Tampered;
    }
    if (size != sealedSize(header.payload)) {
        return size < sealedSize(header.payload) ? SealFault::Truncated : SealFault::Tampered;
    }
    return header;
}

std::optional<Secret> keyOf(const Secret& passphrase, const SealCost& cost, const SealSalt& salt)
{
    Secret key{WrappedKey::kKeySize};
    const std::string_view text = passphrase.text();
    const int result = crypto_pwhash(
        key.data(), key.size(), text.empty() ? "" : text.data(), text.size(), salt.data(),
        cost.passes, static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    return result == 0 ? std::optional{std::move(key)} : std::nullopt;
}

WrappedKey wrap(const Secret& dataKey, const Secret& key, const SealHeader& header)
{
    const auto front = sealFrontOf(header);
    WrappedKey wrapped;
    randombytes_buf(wrapped.nonce.data(), wrapped.nonce.size());
    crypto_aead_xchacha20poly1305_ietf_encrypt(wrapped.locked.data(), nullptr, dataKey.data(),
                                               dataKey.size(), front.data(), front.size(), nullptr,
                                               wrapped.nonce.data(), key.data());
    return wrapped;
}

std::optional<Secret> unwrap(const WrappedKey& wrapped, const Secret& key, const SealHeader& header)
{
    const auto front = sealFrontOf(header);
    Secret dataKey{WrappedKey::kKeySize};
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        dataKey.data(), nullptr, nullptr, wrapped.locked.data(), wrapped.locked.size(),
        front.data(), front.size(), wrapped.nonce.data(), key.data());
    return result == 0 ? std::optional{std::move(dataKey)} : std::nullopt;
}

} // namespace unclench
