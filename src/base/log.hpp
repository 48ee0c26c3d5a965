// Structured logs: one JSON object a line. No global logger: a Log is handed to whoever writes.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/instant.hpp"

namespace rapport {

enum class LogLevel { debug, info, warning, error, none };

/// `debug`, `info`, `warning`, `error` or `none`.
[[nodiscard]] std::string_view log_level_name(LogLevel level);
[[nodiscard]] std::optional<LogLevel> parse_log_level(std::string_view name);

/// One named value of a line. Both views must outlive the call that logs them, no longer.
struct Field {
  using Value = std::variant<std::string_view, std::int64_t, std::uint64_t, double, bool>;

  Field(std::string_view name_, std::string_view text) : name(name_), value(text) {}
  Field(std::string_view name_, const char* text) : name(name_), value(std::string_view(text)) {}
  Field(std::string_view name_, const std::string& text) : name(name_), value(std::string_view(text)) {}
  Field(std::string_view name_, bool is_true) : name(name_), value(is_true) {}
  template <std::signed_integral Integer>
  Field(std::string_view name_, Integer number) : name(name_), value(static_cast<std::int64_t>(number)) {}
  template <std::unsigned_integral Integer>
  requires(!std::same_as<Integer, bool>) Field(std::string_view name_, Integer number)
      : name(name_), value(static_cast<std::uint64_t>(number)) {}
  template <std::floating_point Number>
  Field(std::string_view name_, Number number) : name(name_), value(static_cast<double>(number)) {}

  std::string_view name;
  Value value;
};

/// Writes `{"time":"…","level":"info","event":"request","status":200}`, a line each.
///
/// A line holds what the caller gives and nothing else, and callers give ids, route templates, counts and
/// durations: never names, addresses, note text, search words or anything else that tells of a person
/// (quality.md, Privacy). May be used by many threads at once where its sink may.
class Log {
 public:
  /// Takes one line without its end.
  using Sink = std::function<void(std::string_view line)>;
  using Clock = std::function<Instant()>;

  /// To the standard error stream, from `least` upwards.
  explicit Log(LogLevel least = LogLevel::info);
  /// To `sink`: for tests, or `[](std::string_view) {}` for silence.
  explicit Log(Sink sink, LogLevel least = LogLevel::debug, Clock clock = system_now);

  /// `event` is a fixed word or two in snake_case. Field names are not `time`, `level` or `event`.
  void debug(std::string_view event, std::initializer_list<Field> fields = {}) const;
  void info(std::string_view event, std::initializer_list<Field> fields = {}) const;
  void warning(std::string_view event, std::initializer_list<Field> fields = {}) const;
  void error(std::string_view event, std::initializer_list<Field> fields = {}) const;

  [[nodiscard]] bool writes(LogLevel level) const { return level >= least_; }

 private:
  void write(LogLevel level, std::string_view event, std::initializer_list<Field> fields) const;

  Sink sink_;
  LogLevel least_;
  Clock clock_;
};

}  // namespace rapport
