// Reading JSON by Boost.JSON with limits, writing it by hand. Numbers that no int64 holds become doubles.
#include "json/json.hpp"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <charconv>
#include <cmath>

namespace rapport::json {
namespace {

namespace bj = boost::json;

constexpr std::size_t depth_max = 64;
constexpr std::size_t values_max = 100'000;  // bounds what a megabyte of commas can take

/// Copies out of Boost's tree; stops at a NUL in a string or at too many values.
class Copier {
 public:
  std::optional<Value> copy(const bj::value& from) {
    if (++count_ > values_max) return {};
    switch (from.kind()) {
      case bj::kind::null:
        return Value();
      case bj::kind::bool_:
        return Value(from.get_bool());
      case bj::kind::int64:
        return Value(std::int64_t{from.get_int64()});
      case bj::kind::uint64:
        return Value(static_cast<double>(from.get_uint64()));
      case bj::kind::double_:
        return Value(from.get_double());
      case bj::kind::string:
        return text(from.get_string());
      case bj::kind::array:
        return array(from.get_array());
      case bj::kind::object:
        return object(from.get_object());
    }
    return {};
  }

 private:
  static std::optional<Value> text(std::string_view from) {
    if (from.find('\0') != std::string_view::npos) return {};
    return Value(from);
  }

  std::optional<Value> array(const bj::array& from) {
    Array all;
    all.reserve(from.size());
    for (const auto& item : from) {
      auto value = copy(item);
      if (!value) return {};
      all.push_back(std::move(*value));
    }
    return Value(std::move(all));
  }

  std::optional<Value> object(const bj::object& from) {
    Object all;
    all.reserve(from.size());
    for (const auto& member : from) {
      const std::string_view name = member.key();
      auto value = copy(member.value());
      if (!value || name.find('\0') != std::string_view::npos) return {};
      all.emplace_back(name, std::move(*value));
    }
    return Value(std::move(all));
  }

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
  bj::error_code error;
  bj::monotonic_resource memory;
  const auto tree = bj::parse(bj::string_view(text.data(), text.size()), error, &memory, options);
  if (error) return {};
  return Copier().copy(tree);
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
