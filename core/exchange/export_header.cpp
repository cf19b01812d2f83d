// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_header.h"

#include "core/exchange/exact_time.h"

#include <array>

namespace unclench {

namespace {

enum HeaderPlace { kFormat, kVersion, kSchema, kExported, kHeaderMachine, kNotes, kNotice };

/// The value at a place; adds a problem where it is absent or of another type.
template <class T>
T headerValue(const FlatRow& values, HeaderPlace place, ImportProblems& problems)
{
    const FlatValue& value = values[place];
    if (const auto* given = std::get_if<T>(&value)) {
        return *given;
    }
    const bool isAbsent = std::holds_alternative<std::monostate>(value);
    problems.add({.fault = isAbsent ? ImportFault::Missing : ImportFault::WrongForm,
                  .column = headerColumns()[place].name});
    return {};
}

} // namespace

std::span<const Column> headerColumns()
{
    static const std::array kColumns{
        Column{"format", ColumnType::Text},  Column{"version", ColumnType::Whole},
        Column{"schema", ColumnType::Whole}, Column{"exported", ColumnType::Moment},
        Column{"machine", ColumnType::Text}, Column{"notes", ColumnType::Flag},
        Column{"notice", ColumnType::Text}};
    return kColumns;
}

FlatRow flatHeader(const ExportHeader& header)
{
    return {std::string{kExportFormat},
            std::int64_t{kExportVersion},
            std::int64_t{header.schema},
            exactText(header.exported),
            header.machine,
            header.hasNotes,
            header.notice};
}

ExportHeader headerFrom(const FlatRow& values, int knownSchema, ImportProblems& problems)
{
    const auto* format = std::get_if<std::string>(&values[kFormat]);
    if (format == nullptr || *format != kExportFormat) {
        problems.add({.fault = ImportFault::NotOurs});
        return {};
    }
    const auto version = headerValue<std::int64_t>(values, kVersion, problems);
    const auto schema = headerValue<std::int64_t>(values, kSchema, problems);
    if (version > kExportVersion) {
        problems.add({.fault = ImportFault::NewerVersion, .given = std::to_string(version)});
        return {};
    }
    if (schema > knownSchema) {
        problems.add({.fault = ImportFault::NewerSchema, .given = std::to_string(schema)});
        return {};
    }
    const auto* notice = std::get_if<std::string>(&values[kNotice]);
    const auto exported = exactMoment(headerValue<std::string>(values, kExported, problems));
    ExportHeader header{.schema = static_cast<int>(schema),
                        .exported = exported.value_or(Moment{}),
                        .machine = headerValue<std::string>(values, kHeaderMachine, problems),
                        .hasNotes = headerValue<bool>(values, kNotes, problems),
                        .notice = notice == nullptr ? std::string{} : *notice};
    if (problems.isEmpty() && (version < 1 || schema < 1 || !exported)) {
        problems.add({.fault = ImportFault::WrongForm,
                      .column = headerColumns()[version < 1  ? kVersion
                                                : schema < 1 ? kSchema
                                                             : kExported]
                                    .name});
    }
    return header;
}

} // namespace unclench
