// CSV by libcsv, fed one physical line at a time so that each record knows its line.
// Nothing here holds more of a file than a part.
#include "spreadsheet/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/text.hpp"
#include "spreadsheet/csv_encoding.hpp"

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

/// Where a record's cells are, until the text that holds them has stopped growing.
struct Place {
  int line = 0;
  std::size_t first_cell = 0;
  std::size_t cells = 0;
  std::string reason = {};  ///< of a record at fault
};

/// Records as they are read, one physical line after the other; cells stand one behind the other in one text.
class Parser {
 public:
  explicit Parser(char delimiter) {
    if (csv_init(&csv_, 0) != 0) throw std::runtime_error("cannot begin to read CSV");
    csv_set_delim(&csv_, static_cast<unsigned char>(delimiter));
  }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void expect(std::vector<std::string> header) { header_ = std::move(header); }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] std::size_t records() const { return places_.size(); }
  void expect_bytes(std::size_t bytes) { text_.reserve(bytes); }
  /// A record has begun and not ended.
  [[nodiscard]] bool is_inside() const { return is_inside_; }
  // libcsv reports an open quote in its strict mode only, which would refuse much that spreadsheets write.
  [[nodiscard]] bool is_quoted() const {
    constexpr int field_has_begun = 2;
    return csv_.pstate == field_has_begun && csv_.quoted != 0;
  }

  void read_line(std::string_view line, int number) {
    if (!is_inside_) line_ = number;
    has_ended_ = false;
    if (csv_parse(&csv_, line.data(), line.size(), &Parser::cell, &Parser::end, this) != line.size())
      throw std::runtime_error(csv_strerror(csv_error(&csv_)));
    is_inside_ = !has_ended_ && (is_inside_ || line.find_first_not_of(" \t\r\n") != std::string_view::npos);
  }

  void finish() {
    if (is_quoted())
      keep_row("A quotation mark begins here and never ends.");
    else if (csv_fini(&csv_, &Parser::cell, &Parser::end, this) != 0)
      throw std::runtime_error(csv_strerror(csv_error(&csv_)));
  }

  /// What was read is let go of; the header stays.
  void forget_records() {
    places_.clear();
    ends_.clear();
    text_.clear();
    first_cell_ = 0;
  }

  [[nodiscard]] CsvTable table(CsvFormat format) && {
    CsvTable table{.format = std::move(format)};
    table.text = std::make_unique<const std::string>(std::move(text_));
    const std::string_view text = *table.text;
    table.cells.reserve(ends_.size());
    std::size_t begin = 0;
    for (const auto cell_end : ends_) {
      table.cells.push_back(text.substr(begin, cell_end - begin));
      begin = cell_end;
    }
    const std::span<const std::string_view> cells = table.cells;
    table.rows.reserve(places_.size());
    for (auto& place : places_) {
      const CsvRow row{place.line, cells.subspan(place.first_cell, place.cells)};
      if (place.reason.empty())
        table.rows.push_back(row);
      else
        table.faults.push_back({row, std::move(place.reason)});
    }
    return table;
  }

 private:
  static void cell(void* bytes, std::size_t size, void* self) {
    std::string_view text(static_cast<const char*>(bytes), size);
    if (text.starts_with('\'') && looks_like_formula(text)) text.remove_prefix(1);
    auto& parser = *static_cast<Parser*>(self);
    parser.text_.append(text);
    parser.ends_.push_back(parser.text_.size());
  }
  static void end(int, void* self) { static_cast<Parser*>(self)->end_row(); }

  [[nodiscard]] std::size_t begin_of_row() const { return first_cell_ == 0 ? 0 : ends_[first_cell_ - 1]; }

  void end_row() {
    has_ended_ = true;
    if (begin_of_row() == text_.size()) return drop_row();  // without any text
    if (header_.empty()) return take_header();
    const auto width = header_.size();
    while (ends_.size() - first_cell_ > width && ends_.back() == ends_[ends_.size() - 2]) ends_.pop_back();
    const auto cells = ends_.size() - first_cell_;
    keep_row(cells == width ? "" : wrong_width(cells, width));
  }

  static std::string wrong_width(std::size_t cells, std::size_t width) {
    return "This line has " + count_words(static_cast<long>(cells), "cell", "cells") +
           ", the first line has " + count_words(static_cast<long>(width), "cell.", "cells.");
  }

  void keep_row(std::string reason) {
    places_.push_back({line_, first_cell_, ends_.size() - first_cell_, std::move(reason)});
    first_cell_ = ends_.size();
  }

  void drop_row() { ends_.resize(first_cell_); }

  void take_header() {
    std::size_t begin = begin_of_row();
    for (std::size_t i = first_cell_; i < ends_.size(); ++i) {
      header_.push_back(text_.substr(begin, ends_[i] - begin));
      begin = ends_[i];
    }
    forget_records();
  }

  csv_parser csv_{};
  std::vector<std::string> header_;
  std::vector<Place> places_;
  std::vector<std::size_t> ends_;  // of cells in text_
  std::string text_;
  std::size_t first_cell_ = 0;  // of the record that is being read
  int line_ = 0;
  bool has_ended_ = false;
  bool is_inside_ = false;
};

using KeepPart = std::function<void(const CsvPart&)>;

/// Takes a file's text piece by piece and hands it on in parts that end where a record does.
class Cutter {
 public:
  Cutter(char delimiter, int first_line, std::size_t part_bytes, const KeepPart& keep)
      : parser_(delimiter), keep_(keep), part_bytes_(part_bytes), part_line_(first_line), line_(first_line) {}

  /// False where no more is wanted.
  bool take(std::string_view piece) {
    text_.append(piece);
    // A CR that is the last there is may be half of a line end.
    read_lines(text_.size() - (text_.ends_with('\r') ? 1 : 0));
    return !is_too_long() && records_ + parser_.records() <= csv_rows_max;
  }

  Result<CsvCut> finish() {
    const bool was_too_long = is_too_long();
    read_lines(text_.size());
    if (line_begin_ < text_.size()) read_line(text_.size());
    if (was_too_long && !parser_.is_quoted())
      return invalid("file", "Line " + std::to_string(line_ - 1) + " of this file is longer than 1 MB.");
    parser_.finish();
    hand_on();
    if (parser_.header().empty())
      return invalid("file", "This file is empty. Its first line should name the columns.");
    if (parser_.header().size() > csv_columns_max)
      return invalid("file", "This file has more than 200 columns.");
    if (records_ > csv_rows_max)
      return invalid("file", "This file has more than 500,000 lines. Cut it into parts.");
    return CsvCut{.format = {.header = parser_.header()}, .records = static_cast<int>(records_)};
  }

 private:
  [[nodiscard]] bool is_too_long() const {
    return text_.size() - (parser_.is_inside() ? record_begin_ : line_begin_) > csv_record_bytes_max;
  }

  void read_lines(std::size_t end) {
    while (at_ < end)
      if (is_end_of_line(text_, at_++)) end -= read_line(at_);
  }

  /// How many bytes of the text were let go of.
  std::size_t read_line(std::size_t end) {
    if (!parser_.is_inside()) record_begin_ = line_begin_;
    const bool had_header = !parser_.header().empty();
    parser_.read_line(std::string_view(text_).substr(line_begin_, end - line_begin_), line_++);
    line_begin_ = end;
    if (parser_.is_inside()) return 0;
    const bool is_header = !had_header && !parser_.header().empty();
    if (!is_header && line_begin_ < part_bytes_) return 0;
    hand_on();
    return end;
  }

  void hand_on() {
    if (parser_.records() > 0)
      keep_({.first_line = part_line_, .text = std::string_view(text_).substr(0, line_begin_)});
    records_ += parser_.records();
    parser_.forget_records();
    text_.erase(0, line_begin_);
    at_ = line_begin_ = record_begin_ = 0;
    part_line_ = line_;
  }

  Parser parser_;
  const KeepPart& keep_;
  std::size_t part_bytes_;
  std::string text_;              // from where the part begins
  std::size_t at_ = 0;            // what was looked at for line ends
  std::size_t line_begin_ = 0;    // of the line that is read next
  std::size_t record_begin_ = 0;  // of the record that has begun
  std::size_t records_ = 0;       // in parts that were handed on
  int part_line_;
  int line_;
};

bool must_be_quoted(std::string_view cell) {
  return cell.find_first_of(",;\t\"\r\n") != std::string_view::npos || cell.starts_with(' ') ||
         cell.ends_with(' ') || cell.starts_with(csv_byte_order_mark) ||
         cell.starts_with(names_delimiter_with);
}

}  // namespace

Result<CsvCut> cut_csv(std::string_view bytes, const KeepPart& keep, std::size_t part_bytes) {
  auto reader = TextReader::open(bytes);
  if (!reader) return reader.refusal();
  auto text = reader->next();
  const bool is_named = names_delimiter(text);
  const char delimiter = is_named ? text[4] : delimiter_of(text);
  if (is_named) text.remove_prefix(text.substr(5).starts_with("\r\n") ? 7 : 6);
  Cutter cutter(delimiter, is_named ? 2 : 1, part_bytes, keep);
  while (!text.empty() && cutter.take(text)) text = reader->next();
  auto cut = cutter.finish();
  if (!cut) return cut;
  cut->format.encoding = reader->encoding();
  cut->format.delimiter = delimiter;
  return cut;
}

CsvTable read_csv_part(const CsvFormat& format, const CsvPart& part) {
  Parser parser(format.delimiter);
  parser.expect(format.header);
  parser.expect_bytes(part.text.size());
  int number = part.first_line;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < part.text.size(); ++i) {
    if (!is_end_of_line(part.text, i)) continue;
    parser.read_line(part.text.substr(begin, i + 1 - begin), number++);
    begin = i + 1;
  }
  parser.read_line(part.text.substr(begin), number);
  parser.finish();
  return std::move(parser).table(format);
}

Result<CsvTable> read_csv(std::string_view bytes) {
  CsvPart whole;
  std::string text;
  const auto keep = [&](const CsvPart& part) {
    text = part.text;
    whole = {.first_line = part.first_line, .text = text};
  };
  const auto cut = cut_csv(bytes, keep, bytes.max_size());
  if (!cut) return cut.refusal();
  return read_csv_part(cut->format, whole);
}

namespace {

template <class Text>
void append_row(std::string& out, std::span<const Text> cells) {
  bool is_first = true;
  for (const std::string_view cell : cells) {
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

}  // namespace

void append_csv_row(std::string& out, std::span<const std::string> cells) {
  append_row(out, cells);
}
void append_csv_row(std::string& out, std::span<const std::string_view> cells) {
  append_row(out, cells);
}

}  // namespace rapport::spreadsheet
