// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exact_time.h"
#include "core/exchange/flat_fields.h"
#include "core/exchange/flat_row.h"

#include <cmath>
#include <utility>

namespace unclench {

namespace {

/// Reads one value after the other; the first fault stays.
class FlatReader {
public:
    explicit FlatReader(const FlatRow& values) : m_values(values) {}

    template <class T>
    void operator()(const char*, T& member)
    {
        const FlatValue& value = m_values[m_column];
        if constexpr (kIsMaybe<T>) {
            if (std::holds_alternative<std::monostate>(value)) {
                member.reset();
            } else {
                note(take(value, member.emplace()));
            }
        } else if (std::holds_alternative<std::monostate>(value)) {
            note(ImportFault::Missing);
        } else {
            note(take(value, member));
        }
        ++m_column;
    }
    [[nodiscard]] const std::optional<FlatFault>& fault() const { return m_fault; }

private:
    using Fault = std::optional<ImportFault>;

    void note(Fault fault)
    {
        if (fault && !m_fault) {
            m_fault = {*fault, m_column};
        }
    }

    static Fault take(const FlatValue& value, std::string& text)
    {
        const auto* given = std::get_if<std::string>(&value);
        if (given == nullptr) {
            return ImportFault::WrongForm;
        }
        text = *given;
        return {};
    }
    static Fault take(const FlatValue& value, bool& flag)
    {
        const auto* given = std::get_if<bool>(&value);
        if (given == nullptr) {
            return ImportFault::WrongForm;
        }
        flag = *given;
        return {};
    }
    static Fault take(const FlatValue& value, double& number)
    {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            number = static_cast<double>(*whole);
            return {};
        }
        const auto* given = std::get_if<double>(&value);
        if (given == nullptr || !std::isfinite(*given)) {
            return ImportFault::WrongForm;
        }
        number = *given;
        return {};
    }
    static Fault take(const FlatValue& value, int& number)
    {
        const auto* given = std::get_if<std::int64_t>(&value);
        if (given == nullptr || !std::in_range<int>(*given)) {
            return ImportFault::WrongForm;
        }
        number = static_cast<int>(*given);
        return {};
    }
    static Fault take(const FlatValue& value, std::chrono::minutes& length)
    {
        int number = 0;
        const Fault fault = take(value, number);
        length = std::chrono::minutes{number};
        return fault;
    }
    static Fault take(const FlatValue& value, std::chrono::milliseconds& length)
    {
        const auto* given = std::get_if<std::int64_t>(&value);
        if (given == nullptr) {
            return ImportFault::WrongForm;
        }
        length = std::chrono::milliseconds{*given};
        return {};
    }
    static Fault take(const FlatValue& value, Uuid& id)
    {
        return parsed(value, id, [](const std::string& text) { return Uuid::parse(text); });
    }
    static Fault take(const FlatValue& value, UtcTime& time)
    {
        return parsed(value, time, [](const std::string& text) { return exactUtc(text); });
    }
    static Fault take(const FlatValue& value, Moment& moment)
    {
        return parsed(value, moment, [](const std::string& text) { return exactMoment(text); });
    }
    template <NamedEnum Enum>
    static Fault take(const FlatValue& value, Enum& word)
    {
        const Fault fault =
            parsed(value, word, [](const std::string& text) { return fromId<Enum>(text); });
        return fault && std::holds_alternative<std::string>(value) ? Fault{ImportFault::UnknownWord}
                                                                   : fault;
    }
    template <class T, class Parse>
    static Fault parsed(const FlatValue& value, T& member, Parse&& parse)
    {
        const auto* text = std::get_if<std::string>(&value);
        const auto read = text != nullptr ? parse(*text) : std::nullopt;
        if (!read) {
            return ImportFault::WrongForm;
        }
        member = *read;
        return {};
    }

    const FlatRow& m_values;
    std::size_t m_column = 0;
    std::optional<FlatFault> m_fault;
};

template <class Row>
std::variant<AnyRow, FlatFault> read(const FlatRow& values)
{
    Row row;
    FlatReader reader{values};
    flatFields(row, reader);
    if (reader.fault()) {
        return *reader.fault();
    }
    return AnyRow{std::move(row)};
}

} // namespace

std::variant<AnyRow, FlatFault> rowFrom(const Sheet& sheet, const FlatRow& values)
{
    if (!sheet.kind) {
        return sheet.name == kChangeLogSheet ? read<OldVersion>(values)
                                             : read<ErasedRecord>(values);
    }
    std::variant<AnyRow, FlatFault> row = FlatFault{};
    forEachKind([&]<class Record>(const Record&) {
        if (kKindOf<Record> == *sheet.kind) {
            row = read<Record>(values);
        }
    });
    return row;
}

} // namespace unclench
