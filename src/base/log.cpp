// Log lines as JSON, written through spdlog's standard-error sink.
#include "base/log.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <cassert>
#include <cmath>
#include <memory>
#include <utility>

#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 5> level_names = {"debug", "info", "warning", "error", "none"};

/// A JSON string (RFC 8259); what is not UTF-8 becomes U+FFFD.
void append_json(std::string& json, std::string_view text) {
  json += '"';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += static_cast<char>(c);
    } else if (c == '\n') {
      json += "\\n";
    } else if (c < 0x20 || c == 0x7F) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      append_character(json, c == ill_formed ? U'\uFFFD' : c);
    }
  }
  json += '"';
}

/// JSON knows no infinity and no NaN.
std::string number_text(double number) {
  return std::isfinite(number) ? fmt::format("{}", number) : "null";
}

void append_value(std::string& json, const Field::Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return append_json(json, *text);
  if (const auto* is_true = std::get_if<bool>(&value)) {
    json += *is_true ? "true" : "false";
  } else if (const auto* number = std::get_if<double>(&value)) {
    json += number_text(*number);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    json += std::to_string(*integer);
  } else {
    json += std::to_string(std::get<std::uint64_t>(value));
  }
}

void append_field(std::string& json, const Field& field) {
  assert(field.name != "time" && field.name != "level" && field.name != "event");
  json += ',';
  append_json(json, field.name);
  json += ':';
  append_value(json, field.value);
}

Log::Sink standard_error() {
  auto logger =
      std::make_shared<spdlog::logger>("rapport", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%v");
  logger->set_level(spdlog::level::trace);
  return [logger = std::move(logger)](std::string_view line) {
    logger->log(spdlog::level::info, spdlog::string_view_t(line.data(), line.size()));
  };
}

}  // namespace

std::string_view log_level_name(LogLevel level) {
  return level_names.at(static_cast<std::size_t>(level));
}

std::optional<LogLevel> parse_log_level(std::string_view name) {
  for (std::size_t i = 0; i < level_names.size(); ++i) {
    if (level_names.at(i) == name) return static_cast<LogLevel>(i);
  }
  return std::nullopt;
}

Log::Log(LogLevel least) : Log(standard_error(), least) {}

Log::Log(Sink sink, LogLevel least, Clock clock)
    : sink_(std::move(sink)), least_(least), clock_(std::move(clock)) {}

void Log::debug(std::string_view event, std::initializer_list<Field> fields) const {
  write(LogLevel::debug, event, fields);
}
void Log::info(std::string_view event, std::initializer_list<Field> fields) const {
  write(LogLevel::info, event, fields);
}
void Log::warning(std::string_view event, std::initializer_list<Field> fields) const {
  write(LogLevel::warning, event, fields);
}
void Log::error(std::string_view event, std::initializer_list<Field> fields) const {
  write(LogLevel::error, event, fields);
}

void Log::write(LogLevel level, std::string_view event, std::initializer_list<Field> fields) const {
  if (!writes(level)) return;
  std::string line = R"({"time":")" + clock_().iso() + R"(","level":")";
  line += log_level_name(level);
  line += R"(","event":)";
  append_json(line, event);
  for (const Field& field : fields) append_field(line, field);
  line += '}';
  sink_(line);
}

}  // namespace rapport
