// Reading settings from file, environment and flags, and the manual's table of them.
#include "base/config.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "base/config_table.hpp"

namespace rapport {
namespace {

std::string environment_name(std::string_view key) {
  std::string name = "RAPPORT_";
  for (const char c : key) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

std::string flag_name(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

/// How many characters to add, drop or change to get from one word to the other.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t changed = diagonal + (from[i] == to[j] ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string_view nearest_key(std::string_view key) {
  const auto rows = config_rows();
  return std::min_element(rows.begin(), rows.end(),
                          [&](const ConfigRow& left, const ConfigRow& right) {
                            return edit_distance(key, left.key) < edit_distance(key, right.key);
                          })
      ->key;
}

/// Collects faults, so that one reading tells them all.
class Reader {
 public:
  void set(std::string_view key, const std::string& text, const std::string& source) {
    const ConfigRow* row = find_config_row(key);
    if (row == nullptr) return refuse_unknown(key, source);
    const std::string wanted = set_config(config_, *row, text);
    if (wanted.empty()) return;
    const std::string given = row->is_secret ? "something else" : '"' + text + '"';
    refuse(key, std::string(key) + " must be " + wanted + "; " + source + " says " + given + '.');
  }

  void refuse(std::string_view key, std::string message) {
    faults_.push_back({std::string(key), std::move(message)});
  }

  [[nodiscard]] const Config& config() const { return config_; }

  [[nodiscard]] Result<Config> take() && {
    if (!faults_.empty()) return invalid(std::move(faults_));
    return std::move(config_);
  }

 private:
  void refuse_unknown(std::string_view key, const std::string& source) {
    refuse(key, "There is no setting " + std::string(key) + ", found in " + source + ". Did you mean " +
                    std::string(nearest_key(key)) + '?');
  }

  Config config_;
  std::vector<Fault> faults_;
};

/// A TOML value as the environment would write it; nothing for dates, fractions and tables.
std::optional<std::string> toml_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* is_true = node.as_boolean()) return is_true->get() ? "true" : "false";
  const auto* array = node.as_array();
  if (array == nullptr) return std::nullopt;
  std::string list;
  for (const toml::node& element : *array) {
    const auto* text = element.as_string();
    if (text == nullptr) return std::nullopt;
    list += (list.empty() ? "" : ",") + text->get();
  }
  return list;
}

void read_table(Reader& reader, const toml::table& table, const std::string& name) {
  for (const auto& [key, node] : table) {
    const std::string source = name + ", line " + std::to_string(node.source().begin.line);
    if (const auto text = toml_text(node)) {
      reader.set(key.str(), *text, source);
    } else {
      reader.refuse(key.str(), std::string(key.str()) + " in " + source +
                                   " must be a text, a whole number, true, false or a list of texts.");
    }
  }
}

void read_file(Reader& reader, const std::filesystem::path& file) {
  const std::string name = file.string();
  if (!std::filesystem::is_regular_file(file)) {
    return reader.refuse("config", "There is no configuration file " + name + '.');
  }
  try {
    read_table(reader, toml::parse_file(name), name);
  } catch (const toml::parse_error& error) {
    reader.refuse("config", name + ", line " + std::to_string(error.source().begin.line) +
                                ", is not TOML: " + std::string(error.description()));
  }
}

/// `url` without its scheme and port.
std::string_view host_of(std::string_view url) {
  url.remove_prefix(std::min(url.find("://") + 3, url.size()));
  const std::size_t port = url.rfind(':');
  const bool has_port = port != std::string_view::npos && url.find(']', port) == std::string_view::npos;
  return has_port ? url.substr(0, port) : url;
}

bool is_loopback(std::string_view url) {
  const std::string_view host = host_of(url);
  const bool is_v4 =
      host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || host == "[::1]" || is_v4;
}

/// Passwords do not travel unprotected between machines unless somebody said so.
void refuse_open_http(Reader& reader) {
  const Config& config = reader.config();
  if (config.is_https() || config.is_insecure_http_allowed || is_loopback(config.base_url())) return;
  reader.refuse("public_url",
                "People would send their passwords unprotected to " + config.base_url() +
                    ". Set public_url to an https:// address (see the manual for a reverse proxy), or "
                    "is_insecure_http_allowed = true on a closed network.");
}

/// A table cell: nothing in it ends the cell or the line.
std::string cell(std::string_view text, bool is_code) {
  if (text.empty()) return "";
  return is_code ? '`' + std::string(text) + '`' : std::string(text);
}

}  // namespace

std::string Config::base_url() const {
  if (!public_url.empty()) return public_url;
  const bool is_v6 = listen_address.find(':') != std::string::npos;
  const std::string host = is_v6 ? '[' + listen_address + ']' : listen_address;
  return "http://" + host + ':' + std::to_string(port);
}

bool Config::is_https() const {
  return public_url.starts_with("https://");
}

std::vector<ConfigKey> config_keys() {
  const Config defaults;
  std::vector<ConfigKey> keys;
  for (const ConfigRow& row : config_rows()) {
    keys.push_back(
        {row.key, environment_name(row.key), flag_name(row.key), config_text(defaults, row), row.meaning});
  }
  return keys;
}

Result<Config> read_config(const std::optional<std::filesystem::path>& file,
                           const EnvironmentLookup& environment,
                           const std::map<std::string, std::string>& flags) {
  Reader reader;
  if (file) read_file(reader, *file);
  for (const ConfigRow& row : config_rows()) {
    const std::string name = environment_name(row.key);
    if (const auto text = environment(name)) reader.set(row.key, *text, "the environment variable " + name);
  }
  for (const auto& [key, text] : flags) reader.set(key, text, "the flag " + flag_name(key));
  refuse_open_http(reader);
  return std::move(reader).take();
}

std::optional<std::string> process_environment(const std::string& name) {
  const char* text = std::getenv(name.c_str());
  return text == nullptr ? std::nullopt : std::optional<std::string>(text);
}

std::string config_reference() {
  std::string table = "| key | environment | flag | default | meaning |\n|---|---|---|---|---|\n";
  for (const ConfigKey& key : config_keys()) {
    table += "| " + cell(key.key, true) + " | " + cell(key.environment, true) + " | " + cell(key.flag, true) +
             " | " + cell(key.default_text, true) + " | " + cell(key.meaning, false) + " |\n";
  }
  return table;
}

}  // namespace rapport
