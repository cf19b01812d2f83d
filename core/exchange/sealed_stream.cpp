// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sealed_stream.h"

#include "core/exchange/sealed_header.h"

#include <algorithm>
#include <cassert>
#include <new>

namespace unclench {

namespace detail {
/// The state of the stream is a key too.
struct SealState {
    crypto_secretstream_xchacha20poly1305_state state{};
    SealState() = default;
    ~SealState() { sodium_memzero(&state, sizeof state); }
    SealState(const SealState&) = delete;
    SealState& operator=(const SealState&) = delete;
};
} // namespace detail

namespace {

constexpr std::size_t kSealChunkOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
using SealCipher = std::array<unsigned char, kSealChunk + kSealChunkOverhead>;

std::uint64_t sealChunksOf(std::uint64_t payload)
{
    return payload / kSealChunk + (payload % kSealChunk > 0 || payload == 0 ? 1 : 0);
}

std::variant<Secret, SealFault> sealDataKeyOf(const SealHeader& header, const SealSecret& secret)
{
    std::optional<Secret> dataKey;
    if (const auto* recovery = std::get_if<RecoveryKey>(&secret)) {
        dataKey = unwrap(header.byRecoveryKey, recovery->bytes(), header);
    } else {
        const auto key = keyOf(std::get<Secret>(secret), header.cost, header.salt);
        if (!key) {
            return SealFault::NoMemory;
        }
        dataKey = unwrap(header.byPassphrase, *key, header);
    }
    if (!dataKey) {
        return SealFault::WrongPassphrase;
    }
    return std::move(*dataKey);
}

} // namespace

std::uint64_t sealedSize(std::uint64_t payload)
{
    return kSealHeaderSize + payload + sealChunksOf(payload) * kSealChunkOverhead;
}

struct SealingStream::Keys {
    detail::SealState stream;
    SealHeaderBytes header{};
    Secret buffer{kSealChunk};
    std::size_t buffered = 0;
    SealCipher cipher{};
};

SealingStream::SealingStream(SealSink out,
                             std::uint64_t payload,
                             const Secret& passphrase,
                             const RecoveryKey& recovery,
                             SealCost cost)
    : m_out(std::move(out)), m_left(payload), m_keys(std::make_unique<Keys>())
{
    SealHeader header;
    header.payload = payload;
    randombytes_buf(header.salt.data(), header.salt.size());
    auto key = keyOf(passphrase, cost, header.salt);
    while (!key && cost.memory / 2 >= crypto_pwhash_MEMLIMIT_INTERACTIVE / 2) {
        cost = {cost.passes * 2, cost.memory / 2};
        key = keyOf(passphrase, cost, header.salt);
    }
    if (!key) {
        throw std::bad_alloc{};
    }
    header.cost = cost;

    Secret dataKey{WrappedKey::kKeySize};
    crypto_secretstream_xchacha20poly1305_keygen(dataKey.data());
    header.byPassphrase = wrap(dataKey, *key, header);
    header.byRecoveryKey = wrap(dataKey, recovery.bytes(), header);
    crypto_secretstream_xchacha20poly1305_init_push(&m_keys->stream.state, header.start.data(),
                                                    dataKey.data());
    m_keys->header = toBytes(header);
    m_out(m_keys->header);
}

SealingStream::~SealingStream() = default;

void SealingStream::write(std::span<const unsigned char> bytes)
{
    assert(bytes.size() <= m_left && "no more than was announced");
    m_left -= bytes.size();
    while (!bytes.empty()) {
        if (m_keys->buffered == kSealChunk) {
            push(false);
        }
        const std::size_t part = std::min(bytes.size(), kSealChunk - m_keys->buffered);
        std::copy_n(bytes.begin(), part, m_keys->buffer.data() + m_keys->buffered);
        m_keys->buffered += part;
        bytes = bytes.subspan(part);
    }
}

void SealingStream::finish()
{
    assert(m_left == 0 && "as much as was announced");
    push(true);
}

void SealingStream::push(bool isLast)
{
    crypto_secretstream_xchacha20poly1305_push(
        &m_keys->stream.state, m_keys->cipher.data(), nullptr, m_keys->buffer.data(),
        m_keys->buffered, m_keys->header.data(), m_keys->header.size(),
        isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
               : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    m_out(std::span{m_keys->cipher}.first(m_keys->buffered + kSealChunkOverhead));
    m_keys->buffered = 0;
}

std::optional<SealFault> unsealStream(const SealSource& in,
                                      std::uint64_t size,
                                      const SealSecret& secret,
                                      const SealSink& out,
                                      const Progress& progress)
{
    const auto read = readHeader(in, size);
    if (const auto* fault = std::get_if<SealFault>(&read)) {
        return *fault;
    }
    const auto& header = std::get<SealHeader>(read);
    const SealHeaderBytes bound = toBytes(header);
    const auto dataKey = sealDataKeyOf(header, secret);
    if (const auto* fault = std::get_if<SealFault>(&dataKey)) {
        return *fault;
    }
    detail::SealState stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, header.start.data(),
                                                        std::get<Secret>(dataKey).data()) != 0) {
        return SealFault::Tampered;
    }

    const auto cipher = std::make_unique<SealCipher>();
    Secret plain{kSealChunk};
    const std::uint64_t chunks = sealChunksOf(header.payload);
    for (std::uint64_t chunk = 0; chunk < chunks; ++chunk) {
        tell(progress, static_cast<double>(chunk) / static_cast<double>(chunks));
        const bool isLast = chunk + 1 == chunks;
        const std::uint64_t left = header.payload - chunk * kSealChunk;
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(left, kSealChunk));
        const auto part = std::span{*cipher}.first(length + kSealChunkOverhead);
        if (in(part) < part.size()) {
            return SealFault::Truncated; // it was cut while it was read
        }
        unsigned char tag = 0;
        const int result = crypto_secretstream_xchacha20poly1305_pull(
            &stream.state, plain.data(), nullptr, &tag, part.data(), part.size(), bound.data(),
            bound.size());
        const bool saysLast = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (result != 0 || saysLast != isLast || !out({plain.data(), length})) {
            return SealFault::Tampered;
        }
    }
    return std::nullopt;
}

} // namespace unclench
