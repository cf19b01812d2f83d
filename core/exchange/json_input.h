// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON file as events, with the line in which each stands.
#pragma once

#include "core/exchange/file_input.h"
#include "core/exchange/flat_row.h"

#include <nlohmann/json.hpp>

#include <iterator>
#include <limits>

namespace unclench {

/// The characters of a file, counting its lines.
class JsonInput {
public:
    /// Must outlive its iterators.
    explicit JsonInput(FileInput& input) : m_input(input) {}

    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = char;
        using difference_type = std::ptrdiff_t;
        using pointer = const char*;
        using reference = char;

        Iterator() = default;
        explicit Iterator(JsonInput* input) : m_input(input) {}
        char operator*() const { return m_input->current(); }
        Iterator& operator++()
        {
            m_input->pass();
            return *this;
        }
        void operator++(int) { m_input->pass(); }
        /// Two are alike where both are at the end, as is one without an input.
        friend bool operator==(const Iterator& a, const Iterator& b)
        {
            return a.isAtEnd() == b.isAtEnd();
        }

    private:
        [[nodiscard]] bool isAtEnd() const { return m_input == nullptr || m_input->isAtEnd(); }
        JsonInput* m_input = nullptr;
    };

    [[nodiscard]] Iterator begin() { return Iterator{this}; }
    [[nodiscard]] static Iterator end() { return Iterator{}; }
    /// Of the character that was passed last, from 1 on.
    [[nodiscard]] std::int64_t line() const { return m_line; }

private:
    [[nodiscard]] bool isAtEnd()
    {
        if (m_at == m_piece.size()) {
            m_piece = m_input.more();
            m_at = 0;
        }
        return m_piece.empty();
    }
    [[nodiscard]] char current() const { return m_piece[m_at]; }
    void pass()
    {
        m_line += m_piece[m_at] == '\n' ? 1 : 0;
        ++m_at;
    }

    FileInput& m_input;
    std::string_view m_piece;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

/// What nlohmann's parser tells, with all plain values alike. False stops it.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    virtual bool value(FlatValue value) = 0;
    bool start_object(std::size_t) override = 0;
    bool end_object() override = 0;
    bool start_array(std::size_t) override = 0;
    bool end_array() override = 0;
    bool key(std::string& name) override = 0;

    bool null() override { return value(FlatValue{}); }
    bool boolean(bool flag) override { return value(flag); }
    bool number_integer(number_integer_t number) override { return value(std::int64_t{number}); }
    bool number_unsigned(number_unsigned_t number) override
    {
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        return number <= static_cast<number_unsigned_t>(kMost)
                   ? value(static_cast<std::int64_t>(number))
                   : value(static_cast<double>(number));
    }
    bool number_float(number_float_t number, const std::string&) override { return value(number); }
    bool string(std::string& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { return false; } // JSON has none
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override
    {
        m_isBroken = true;
        return false;
    }
    /// It was no JSON.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    bool m_isBroken = false;
};

} // namespace unclench
