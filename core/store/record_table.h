// SPDX-License-Identifier: GPL-3.0-or-later
// One table for one kind of record: the SQL that its fields imply, written once for all kinds.
#pragma once

#include "core/diary/record.h"
#include "core/store/database.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

namespace detail {

/// Collects the column names of a record, in the order in which Binder binds and Reader reads.
struct ColumnNames {
    std::vector<std::string> names{"id", "created_utc_ms", "updated_utc_ms", "machine",
                                   "deleted_utc_ms"};

    template <class T>
    void operator()(const char* name, const T&)
    {
        names.emplace_back(name);
    }
    void operator()(const char* name, const Moment&) { moment(name); }
    void operator()(const char* name, const std::optional<Moment>&) { moment(name); }

private:
    void moment(const char* name)
    {
        names.push_back(fmt::format("{}_utc_ms", name));
        names.push_back(fmt::format("{}_offset_min", name));
    }
};

/// Binds the values of a record to a statement, from the next `?` on.
class Binder {
public:
    explicit Binder(SQLite::Statement& statement) : m_statement(statement) {}

    void stamp(const Stamp& stamp)
    {
        bind(stamp.id);
        bind(stamp.created);
        bind(stamp.updated);
        bind(stamp.machine);
        bind(stamp.deleted);
    }
    template <class T>
    void operator()(const char*, const T& value)
    {
        bind(value);
    }
    void bind(const Uuid& id) { bind(id.text()); }

private:
    void bind(const std::string& text) { m_statement.bind(++m_index, text); }
    void bind(bool flag) { m_statement.bind(++m_index, flag ? 1 : 0); }
    void bind(int number) { m_statement.bind(++m_index, number); }
    void bind(double number) { m_statement.bind(++m_index, number); }
    void bind(std::chrono::minutes length) { bind(static_cast<int>(length.count())); }
    void bind(std::chrono::milliseconds length)
    {
        m_statement.bind(++m_index, std::int64_t{length.count()});
    }
    void bind(UtcTime time)
    {
        m_statement.bind(++m_index, std::int64_t{time.time_since_epoch().count()});
    }
    void bind(const Moment& moment)
    {
        bind(moment.utc);
        bind(static_cast<int>(moment.offset.count()));
    }
    template <NamedEnum Enum>
    void bind(Enum value)
    {
        bind(std::string{toId(value)});
    }
    template <class T>
    void bind(const std::optional<T>& value)
    {
        if (value) {
            bind(*value);
        } else {
            m_index += std::is_same_v<T, Moment> ? 2 : 1; // what is not bound is NULL
        }
    }

    SQLite::Statement& m_statement;
    int m_index = 0;
};

/// Reads a row back, from column `first` on. A value that its type cannot hold is a damaged file.
class Reader {
public:
    explicit Reader(const BulkRow& row, int first = 0) : m_row(row), m_column(first) {}

    void stamp(Stamp& stamp)
    {
        read(stamp.id);
        read(stamp.created);
        read(stamp.updated);
        read(stamp.machine);
        read(stamp.deleted);
    }
    template <class T>
    void operator()(const char*, T& value)
    {
        read(value);
    }

private:
    void read(std::string& text) { text = m_row.text(m_column++); }
    void read(bool& flag) { flag = m_row.number(m_column++) != 0; }
    void read(int& number) { number = static_cast<int>(m_row.number(m_column++)); }
    void read(double& number) { number = m_row.real(m_column++); }
    void read(std::chrono::minutes& length)
    {
        int minutes = 0;
        read(minutes);
        length = std::chrono::minutes{minutes};
    }
    void read(std::chrono::milliseconds& length)
    {
        length = std::chrono::milliseconds{m_row.number(m_column++)};
    }
    void read(UtcTime& time)
    {
        time = UtcTime{std::chrono::milliseconds{m_row.number(m_column++)}};
    }
    void read(Moment& moment)
    {
        read(moment.utc);
        read(moment.offset);
    }
    void read(Uuid& id)
    {
        auto parsed = Uuid::parse(m_row.text(m_column++));
        if (!parsed) {
            throw StorageError{StorageFault::Damaged, "read", "an id is not a UUID"};
        }
        id = *std::move(parsed);
    }
    template <NamedEnum Enum>
    void read(Enum& value)
    {
        const auto known = fromId<Enum>(m_row.text(m_column++));
        if (!known) {
            throw StorageError{StorageFault::Damaged, "read", "a word is not one of its kind"};
        }
        value = *known;
    }
    template <class T>
    void read(std::optional<T>& value)
    {
        if (m_row.isNull(m_column)) {
            value.reset();
            m_column += std::is_same_v<T, Moment> ? 2 : 1;
        } else {
            read(value.emplace());
        }
    }

    BulkRow m_row;
    int m_column;
};

} // namespace detail

/// Throws StorageError, as Database does.
template <class Record>
class RecordTable {
public:
    explicit RecordTable(Database& database) : m_database(database) {}

    void insert(const Record& record)
    {
        static const std::string kSql = fmt::format("INSERT INTO {} ({}) VALUES ({})", name(),
                                                    fmt::join(columns(), ", "), placeholders());
        m_database.runBound(kSql,
                            [&](SQLite::Statement& statement) { bindAll(statement, record); });
    }

    /// Replaces the row with the same id.
    void update(const Record& record)
    {
        static const std::string kSql =
            fmt::format("UPDATE {} SET ({}) = ({}) WHERE id = ?1", name(),
                        fmt::join(columns(), ", "), placeholders());
        m_database.runBound(kSql,
                            [&](SQLite::Statement& statement) { bindAll(statement, record); });
    }

    /// Deleted records too. Absent: no such id.
    [[nodiscard]] std::optional<Record> find(const Uuid& id)
    {
        auto found = select("WHERE id = ?", id.text());
        return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
    }

    /// All records that `where` ("WHERE ... ORDER BY ...", or nothing) picks; deleted ones unless
    /// it says otherwise.
    template <class... Values>
    [[nodiscard]] std::vector<Record> select(std::string_view where, const Values&... values)
    {
        std::vector<Record> records;
        each(
            where, [&](Record record) { records.push_back(std::move(record)); }, values...);
        return records;
    }

    /// The same one after the other, for more than fit into memory. `visit(Record)` must not ask
    /// the same of this table, nor write to it.
    template <class Visit, class... Values>
    void each(std::string_view where, Visit&& visit, const Values&... values)
    {
        static const std::string kHead =
            fmt::format("SELECT {} FROM {} ", fmt::join(columns(), ", "), name());
        m_database.eachOfMany(
            kHead + std::string{where}, [&](const BulkRow& row) { visit(read(row)); }, values...);
    }

private:
    static std::string_view name() { return toId(kKindOf<Record>); }

    static const std::vector<std::string>& columns()
    {
        static const std::vector<std::string> kColumns = [] {
            detail::ColumnNames collected;
            Record record;
            Record::fields(record, collected);
            return collected.names;
        }();
        return kColumns;
    }

    static std::string placeholders()
    {
        return fmt::format("{}",
                           fmt::join(std::vector<std::string_view>(columns().size(), "?"), ", "));
    }

    static void bindAll(SQLite::Statement& statement, const Record& record)
    {
        detail::Binder binder{statement};
        binder.stamp(record.stamp);
        Record::fields(record, binder);
    }

    static Record read(const BulkRow& row)
    {
        Record record;
        detail::Reader reader{row};
        reader.stamp(record.stamp);
        Record::fields(record, reader);
        return record;
    }

    Database& m_database;
};

} // namespace unclench
