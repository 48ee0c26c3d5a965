// The one table of settings, inside base/: which member a key sets and what it may be. Others use config.hpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/config.hpp"

namespace rapport {

/// Whole numbers from `least` to `most`.
struct NumberSetting {
  int Config::*member;
  int least;
  int most;
};

/// Text that `fault` has nothing against; `fault` completes the sentence "KEY must be ...".
struct TextSetting {
  std::string Config::*member;
  std::string_view (*fault)(const std::string& value);
};

using Setting = std::variant<NumberSetting, TextSetting, bool Config::*, LogLevel Config::*,
                             std::vector<std::string> Config::*, std::optional<std::string> Config::*>;

struct ConfigRow {
  std::string_view key;
  Setting setting;
  std::string_view meaning;
  bool is_secret = false;  ///< never repeated in a message
};

[[nodiscard]] std::span<const ConfigRow> config_rows();
/// The row of a key, or null.
[[nodiscard]] const ConfigRow* find_config_row(std::string_view key);

/// Sets the member that `row` is about; the end of the sentence "KEY must be ..." where `text` cannot be
/// taken.
[[nodiscard]] std::string set_config(Config& config, const ConfigRow& row, const std::string& text);
/// The value as it would be written in the environment.
[[nodiscard]] std::string config_text(const Config& config, const ConfigRow& row);

}  // namespace rapport
