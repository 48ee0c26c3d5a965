// Reading JSON by Boost.JSON with limits, writing it by hand. Numbers that no int64 holds become doubles.
#include "json/json.hpp"

#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace rapport::json {
namespace {

namespace bj = boost::json;

constexpr std::size_t depth_max = 64;
constexpr std::size_t values_max = 100'000;  // bounds what a megabyte of commas can take

/// What Boost's parser calls, piece by piece. A false answer ends the reading.
class Builder {
 public:
  static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_object_size = max_array_size;
  static constexpr std::size_t max_string_size = max_array_size;
  static constexpr std::size_t max_key_size = max_array_size;
  using Error = bj::error_code;
  using Text = bj::string_view;

  bool on_document_begin(Error& /*error*/) { return true; }
  bool on_document_end(Error& /*error*/) { return true; }
  bool on_array_begin(Error& /*error*/) { return open_one(Array()); }
  bool on_array_end(std::size_t /*count*/, Error& error) { return close_one(error); }
  bool on_object_begin(Error& /*error*/) { return open_one(Object()); }
  bool on_object_end(std::size_t /*count*/, Error& error) { return close_one(error); }
  bool on_string_part(Text part, std::size_t /*size*/, Error& error) { return take_text(part, error); }
  bool on_string(Text rest, std::size_t /*size*/, Error& error) {
    return take_text(rest, error) && add(std::exchange(text_, {}), error);
  }
  bool on_key_part(Text part, std::size_t /*size*/, Error& error) { return take_text(part, error); }
  bool on_key(Text rest, std::size_t /*size*/, Error& error) {
    if (!take_text(rest, error)) return false;
    keys_.push_back(std::exchange(text_, {}));
    return true;
  }
  bool on_number_part(Text /*part*/, Error& error) { return refuse(error); }  // only of a text in pieces
  bool on_int64(std::int64_t number, Text /*text*/, Error& error) { return add(number, error); }
  bool on_uint64(std::uint64_t number, Text /*text*/, Error& error) {
    return add(static_cast<double>(number), error);
  }
  /// Boost's own reading is a little off in the last places; it serves where the number is next to nought.
  bool on_double(double rough, Text text, Error& error) {
    double number = rough;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::isfinite(number) ? add(number, error) : refuse(error);
  }
  bool on_bool(bool value, Error& error) { return add(value, error); }
  bool on_null(Error& error) { return add(nullptr, error); }
  bool on_comment_part(Text /*part*/, Error& error) { return refuse(error); }
  bool on_comment(Text /*text*/, Error& error) { return refuse(error); }

  Value root;

 private:
  static bool refuse(Error& error) {
    error = bj::error::syntax;
    return false;
  }

  bool take_text(Text part, Error& error) {
    if (std::string_view(part.data(), part.size()).find('\0') != std::string_view::npos) return refuse(error);
    text_.append(part.data(), part.size());
    return true;
  }

  bool open_one(Value container) {
    open_.push_back(std::move(container));
    return true;
  }

  bool close_one(Error& error) {
    auto done = std::move(open_.back());
    open_.pop_back();
    return add(std::move(done), error);
  }

  bool add(Value value, Error& error) {
    if (++count_ > values_max) return refuse(error);
    if (open_.empty()) {
      root = std::move(value);
    } else if (auto* array = std::get_if<Array>(&open_.back().content)) {
      array->push_back(std::move(value));
    } else {
      std::get<Object>(open_.back().content).emplace_back(std::move(keys_.back()), std::move(value));
      keys_.pop_back();
    }
    return true;
  }

  std::vector<Value> open_;        // arrays and objects not yet closed
  std::vector<std::string> keys_;  // of the members whose values are being read
  std::string text_;
  std::size_t count_ = 0;
};

struct Writer {
  std::string& out;

  void operator()(std::nullptr_t) { out += "null"; }
  void operator()(bool value) { out += value ? "true" : "false"; }
  void operator()(std::int64_t value) { out += std::to_string(value); }
  void operator()(const std::string& value) { write_string(out, value); }

  /// The shortest digits that read back as the same double, told from a whole number by `.0`. JSON has no
  /// NaN.
  void operator()(double value) {
    if (!std::isfinite(value)) return (*this)(nullptr);
    std::array<char, 32> digits{};
    const auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    out += text;
    if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
  }

  void operator()(const Array& all) {
    out += '[';
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0) out += ',';
      std::visit(*this, all[i].content);
    }
    out += ']';
  }

  void operator()(const Object& all) {
    out += '{';
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0) out += ',';
      write_string(out, all[i].first);
      out += ':';
      std::visit(*this, all[i].second.content);
    }
    out += '}';
  }
};

void write_escaped(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += "\\u00";
  out += {digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  const auto* members = std::get_if<Object>(&content);
  if (members == nullptr) return nullptr;
  for (const auto& [key, value] : *members)
    if (key == name) return &value;
  return nullptr;
}

std::optional<Value> parse(std::string_view text) {
  bj::parse_options options;
  options.max_depth = depth_max;
  bj::basic_parser<Builder> parser(options);
  bj::error_code error;
  const auto read = parser.write_some(false, text.data(), text.size(), error);
  if (error || read != text.size()) return {};
  return std::move(parser.handler().root);
}

std::string write(const Value& value) {
  std::string out;
  std::visit(Writer{out}, value.content);
  return out;
}

void write_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '"' && text[end] != '\\' &&
           static_cast<unsigned char>(text[end]) >= 0x20)
      ++end;
    out += text.substr(begin, end - begin);
    if (end < text.size()) write_escaped(out, text[end]);
    begin = end + 1;
  }
  out += '"';
}

}  // namespace rapport::json
