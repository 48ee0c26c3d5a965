// The settings of one installation: what they are, where they may stand, and reading them. Acts on none of
// them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/log.hpp"
#include "base/result.hpp"

namespace rapport {

/// Every setting, with its default. What each means stands in `config_keys`.
struct Config {
  std::string database_url = "sqlite:rapport.db";
  std::string listen_address = "127.0.0.1";
  int port = 8080;
  std::string public_url;
  bool is_insecure_http_allowed = false;
  std::vector<std::string> trusted_proxies;
  std::string zone = "Europe/London";
  std::string institution_name = "The library";
  int workers = 0;
  int io_threads = 1;
  int queue_max = 256;
  int connections_max = 4096;
  int body_bytes_max = 1'048'576;
  int upload_bytes_max = 33'554'432;
  int header_seconds = 10;
  int idle_seconds = 60;
  int drain_seconds = 20;
  int session_hours_idle = 12;
  int session_days_max = 30;
  LogLevel log_level = LogLevel::info;
  std::optional<std::string> metrics_token;

  friend bool operator==(const Config&, const Config&) = default;

  /// Where people reach Rapport, without a slash at the end: `public_url`, or else the listening address.
  [[nodiscard]] std::string base_url() const;
  /// Whether people come by https: cookies are then `__Host-` and Secure.
  [[nodiscard]] bool is_https() const;
};

/// One setting as the manual shows it.
struct ConfigKey {
  std::string_view key;      ///< in the TOML file
  std::string environment;   ///< RAPPORT_PORT
  std::string flag;          ///< --port
  std::string default_text;  ///< empty where there is none
  std::string_view meaning;
};

/// All settings, in the order of the manual.
[[nodiscard]] std::vector<ConfigKey> config_keys();

/// The value of an environment variable, or nothing.
using EnvironmentLookup = std::function<std::optional<std::string>(const std::string& name)>;

/// Defaults, then the TOML file, then RAPPORT_* variables, then flags: the later wins. `flags` maps keys
/// (`port`) to values. All faults are told together, each with the key as its field and the place the value
/// came from in words; secrets are never repeated. Refuses: a file that cannot be read or is not TOML,
/// unknown keys (with the nearest known one), values out of range, http without https in front unless
/// allowed.
[[nodiscard]] Result<Config> read_config(const std::optional<std::filesystem::path>& file,
                                         const EnvironmentLookup& environment,
                                         const std::map<std::string, std::string>& flags);

/// The process's own environment.
[[nodiscard]] std::optional<std::string> process_environment(const std::string& name);

/// `config_keys` as a Markdown table, for docs/operate.md.
[[nodiscard]] std::string config_reference();

}  // namespace rapport
