// CSV by libcsv, fed one physical line at a time so that each record knows its line.
#include "spreadsheet/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "base/text.hpp"

namespace rapport::spreadsheet {
namespace {

constexpr std::string_view formula_signs = "=+-@\t\r";
constexpr std::size_t records_to_look_at = 20;

/// True for a formula sign with any number of apostrophes before it.
bool looks_like_formula(std::string_view cell) {
  const auto first = cell.find_first_not_of('\'');
  return first != std::string_view::npos && formula_signs.find(cell[first]) != std::string_view::npos;
}

bool is_end_of_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
}

/// How the first records look with one delimiter: how many fields each has, with quotes as RFC 4180 has them.
struct Look {
  std::vector<std::size_t> widths;
  bool has_stray_quotes = false;  ///< inside a field that began without
};

Look look_with(std::string_view text, char delimiter) {
  Look look;
  auto& all = look.widths;
  std::size_t fields = 1;
  bool is_quoted = false;
  bool is_blank = true;
  bool is_field_start = true;
  for (std::size_t i = 0; i < text.size() && all.size() < records_to_look_at; ++i) {
    const char c = text[i];
    if (c == '"' && (is_quoted || is_field_start)) {
      is_quoted = !is_quoted;
      is_blank = false;
      is_field_start = is_quoted ? false : i + 1 < text.size() && text[i + 1] == '"';
    } else if (!is_quoted && c == delimiter) {
      ++fields;
      is_blank = false;
      is_field_start = true;
    } else if (!is_quoted && is_end_of_line(text, i)) {
      if (!is_blank) all.push_back(fields);
      fields = 1;
      is_blank = is_field_start = true;
    } else if (!is_quoted && c != '\r' && c != ' ') {
      look.has_stray_quotes |= c == '"';
      is_blank = is_field_start = false;
    }
  }
  if (!is_blank && all.size() < records_to_look_at) all.push_back(fields);
  return look;
}

/// The delimiter that leaves no quotes astray and gives most records the header's width, the wider header
/// first.
char delimiter_of(std::string_view text) {
  char best = ',';
  std::pair<bool, std::size_t> best_score;
  for (const char candidate : {',', ';', '\t'}) {
    const auto look = look_with(text, candidate);
    const auto& all = look.widths;
    if (all.empty() || all.front() < 2) continue;
    const auto alike = static_cast<std::size_t>(std::ranges::count(all, all.front()));
    const std::pair score{!look.has_stray_quotes, all.front() * alike * alike};
    if (score > best_score) best = candidate, best_score = score;
  }
  return best;
}

constexpr std::string_view names_delimiter_with = "sep=";

/// Excel's own first line "sep=;" names the delimiter.
bool names_delimiter(std::string_view text) {
  constexpr std::string_view no_delimiters = "\r\n\"";
  return text.size() >= 6 && text.starts_with(names_delimiter_with) &&
         no_delimiters.find(text[4]) == std::string_view::npos && (text[5] == '\n' || text[5] == '\r');
}

class Parser {
 public:
  Parser(CsvTable& table, char delimiter) : table_(table) {
    if (csv_init(&csv_, 0) != 0) throw std::runtime_error("cannot begin to read CSV");
    csv_set_delim(&csv_, static_cast<unsigned char>(delimiter));
  }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void read_line(std::string_view line, int number) {
    if (!is_inside_) row_.line = number;
    has_ended_ = false;
    if (csv_parse(&csv_, line.data(), line.size(), &Parser::cell, &Parser::end, this) != line.size())
      throw std::runtime_error(csv_strerror(csv_error(&csv_)));
    is_inside_ = !has_ended_ && (is_inside_ || line.find_first_not_of(" \t\r\n") != std::string_view::npos);
  }

  void finish() {
    // libcsv reports an open quote in its strict mode only, which would refuse much that spreadsheets write.
    constexpr int field_has_begun = 2;
    if (csv_.pstate == field_has_begun && csv_.quoted != 0) {
      table_.faults.push_back({std::move(row_), "A quotation mark begins here and never ends."});
    } else if (csv_fini(&csv_, &Parser::cell, &Parser::end, this) != 0) {
      throw std::runtime_error(csv_strerror(csv_error(&csv_)));
    }
  }

 private:
  static void cell(void* bytes, std::size_t size, void* self) {
    std::string_view text(static_cast<const char*>(bytes), size);
    if (text.starts_with('\'') && looks_like_formula(text)) text.remove_prefix(1);
    static_cast<Parser*>(self)->row_.cells.emplace_back(text);
  }
  static void end(int, void* self) { static_cast<Parser*>(self)->end_row(); }

  void end_row() {
    has_ended_ = true;
    CsvRow row{row_.line, {}};
    row.cells.reserve(table_.header.size());
    std::swap(row, row_);
    if (std::ranges::all_of(row.cells, [](const std::string& text) { return text.empty(); })) return;
    if (table_.header.empty())
      table_.header = std::move(row.cells);
    else
      keep(std::move(row));
  }

  void keep(CsvRow row) {
    const auto width = table_.header.size();
    while (row.cells.size() > width && row.cells.back().empty()) row.cells.pop_back();
    if (row.cells.size() == width) return table_.rows.push_back(std::move(row));
    auto reason = "This line has " + count_words(static_cast<long>(row.cells.size()), "cell", "cells") +
                  ", the first line has " + count_words(static_cast<long>(width), "cell.", "cells.");
    table_.faults.push_back({std::move(row), std::move(reason)});
  }

  CsvTable& table_;
  csv_parser csv_{};
  CsvRow row_;
  bool has_ended_ = false;
  bool is_inside_ = false;
};

void parse(CsvTable& table, std::string_view text, int first_line) {
  Parser parser(table, table.delimiter);
  int number = first_line;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_end_of_line(text, i)) continue;
    parser.read_line(text.substr(begin, i + 1 - begin), number++);
    begin = i + 1;
    if (table.rows.size() + table.faults.size() > csv_rows_max) return;
  }
  parser.read_line(text.substr(begin), number);
  parser.finish();
}

bool must_be_quoted(std::string_view cell) {
  return cell.find_first_of(",;\t\"\r\n") != std::string_view::npos || cell.starts_with(' ') ||
         cell.ends_with(' ') || cell.starts_with(csv_byte_order_mark) ||
         cell.starts_with(names_delimiter_with);
}

}  // namespace

Result<CsvTable> read_csv(std::string_view bytes) {
  auto decoded = decode_text(bytes);
  if (!decoded) return decoded.refusal();
  std::string_view text = decoded->text;
  CsvTable table{.encoding = decoded->encoding};
  const bool is_named = names_delimiter(text);
  table.delimiter = is_named ? text[4] : delimiter_of(text);
  if (is_named) text.remove_prefix(text.substr(5).starts_with("\r\n") ? 7 : 6);
  parse(table, text, is_named ? 2 : 1);
  if (table.header.empty())
    return invalid("file", "This file is empty. Its first line should name the columns.");
  if (table.header.size() > csv_columns_max) return invalid("file", "This file has more than 200 columns.");
  if (table.rows.size() + table.faults.size() > csv_rows_max)
    return invalid("file", "This file has more than 500,000 lines. Cut it into parts.");
  std::ranges::stable_sort(table.faults, {}, [](const CsvFault& fault) { return fault.row.line; });
  return table;
}

void append_csv_row(std::string& out, std::span<const std::string> cells) {
  bool is_first = true;
  for (const auto& cell : cells) {
    if (!is_first) out += ',';
    is_first = false;
    const bool is_formula = looks_like_formula(cell);
    if (!must_be_quoted(cell)) {
      if (is_formula) out += '\'';
      out += cell;
      continue;
    }
    out += is_formula ? "\"'" : "\"";
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += "\r\n";
}

}  // namespace rapport::spreadsheet
