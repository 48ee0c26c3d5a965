// The table of settings, and reading and printing one value. Files, environment and flags are in config.cpp.
#include "base/config_table.hpp"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <exception>

#include "base/instant.hpp"
#include "base/text.hpp"

namespace rapport {
namespace {

using Fault = std::string_view;

Fault database_fault(const std::string& url) {
  for (const std::string_view start : {"sqlite:", "postgresql://", "postgres://", "host="}) {
    if (url.starts_with(start) && url.size() > start.size()) return {};
  }
  return "sqlite:FILE, postgresql://… or host=…";
}

/// `1` for an IPv4 address, `6` for IPv6, `0` for neither; `::ffff:` forms count as IPv6.
int address_family(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> parsed{};
  if (inet_pton(AF_INET, text.c_str(), parsed.data()) == 1) return AF_INET;
  return inet_pton(AF_INET6, text.c_str(), parsed.data()) == 1 ? AF_INET6 : 0;
}

Fault listen_fault(const std::string& address) {
  return address_family(address) != 0 ? Fault() : "an IP address such as 127.0.0.1 or ::1";
}

Fault public_url_fault(const std::string& url) {
  constexpr Fault fault = "an address such as https://rapport.example.ac.uk, without a path";
  if (url.empty()) return {};
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  const std::string_view host = std::string_view(url).substr(scheme);
  const bool is_host = !host.empty() && host.find_first_of("/?#@\"'<>\\ \t\r\n") == std::string_view::npos;
  return scheme > 0 && is_host ? Fault() : fault;
}

Fault zone_fault(const std::string& name) {
  try {
    return Zone(name), Fault();
  } catch (const std::exception&) {
    return "a time zone that this system knows, such as Europe/London";
  }
}

Fault name_fault(const std::string& name) {
  constexpr std::size_t characters_max = 120;
  const bool is_fit = is_clean_utf8(name) && !name.empty() && tidy_line(name) == name &&
                      character_count(name) <= characters_max;
  return is_fit ? Fault() : "one line of 1 to 120 characters";
}

/// `10.0.0.0/8`, `::1`
bool is_network(const std::string& text) {
  const std::size_t slash = text.find('/');
  const int family = address_family(text.substr(0, slash));
  if (family == 0 || slash == std::string::npos) return family != 0;
  int bits = -1;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + slash + 1, end, bits);
  return read.ec == std::errc() && read.ptr == end && bits >= 0 && bits <= (family == AF_INET ? 32 : 128);
}

struct Setter {
  Config& config;
  const std::string& text;

  std::string operator()(const NumberSetting& setting) const {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool is_number = read.ec == std::errc() && read.ptr == end;
    if (!is_number || number < setting.least || number > setting.most) {
      return "a whole number from " + std::to_string(setting.least) + " to " + std::to_string(setting.most);
    }
    config.*setting.member = number;
    return {};
  }

  std::string operator()(const TextSetting& setting) const {
    const Fault fault = setting.fault(text);
    if (fault.empty()) config.*setting.member = text;
    return std::string(fault);
  }

  std::string operator()(bool Config::*member) const {
    if (text != "true" && text != "false") return "true or false";
    config.*member = text == "true";
    return {};
  }

  std::string operator()(LogLevel Config::*member) const {
    const auto level = parse_log_level(text);
    if (!level) return "debug, info, warning, error or none";
    config.*member = *level;
    return {};
  }

  std::string operator()(std::vector<std::string> Config::*member) const {
    std::vector<std::string> networks;
    for (const std::string_view part : split(text, ',')) {
      const std::string network(trim(part));
      if (network.empty()) continue;
      if (!is_network(network)) return "a list of IP addresses or networks such as 10.0.0.0/8";
      networks.push_back(network);
    }
    config.*member = std::move(networks);
    return {};
  }

  /// A secret: long enough not to be guessed, and fit for a header.
  std::string operator()(std::optional<std::string> Config::*member) const {
    constexpr std::size_t least = 16;
    for (const char c : text) {
      if (c <= ' ' || c == 0x7F) return "at least 16 characters of plain ASCII, without spaces";
    }
    if (!text.empty() && text.size() < least) return "at least 16 characters of plain ASCII, without spaces";
    config.*member = text.empty() ? std::nullopt : std::optional(text);
    return {};
  }
};

struct Printer {
  const Config& config;

  std::string operator()(const NumberSetting& setting) const {
    return std::to_string(config.*setting.member);
  }
  std::string operator()(const TextSetting& setting) const { return config.*setting.member; }
  std::string operator()(bool Config::*member) const { return config.*member ? "true" : "false"; }
  std::string operator()(LogLevel Config::*member) const {
    return std::string(log_level_name(config.*member));
  }
  std::string operator()(std::vector<std::string> Config::*member) const { return join(config.*member, ","); }
  std::string operator()(std::optional<std::string> Config::*member) const {
    return (config.*member).value_or("");
  }
};

constexpr std::array rows = {
    ConfigRow{"database_url", TextSetting{&Config::database_url, database_fault},
              "Where everything is kept: `sqlite:FILE` for one machine, or a PostgreSQL address.", true},
    ConfigRow{"listen_address", TextSetting{&Config::listen_address, listen_fault},
              "The IP address that Rapport listens on. Keep it local when a reverse proxy stands in front."},
    ConfigRow{"port", NumberSetting{&Config::port, 0, 65535},
              "The port that Rapport listens on; 0 takes any free one."},
    ConfigRow{"public_url", TextSetting{&Config::public_url, public_url_fault},
              "Where people reach Rapport. Decides links and, with https, the strictest cookies. Empty: the "
              "listening address."},
    ConfigRow{"is_insecure_http_allowed", &Config::is_insecure_http_allowed,
              "Lets people sign in over plain http from other machines. For closed test networks only."},
    ConfigRow{"trusted_proxies", &Config::trusted_proxies,
              "Reverse proxies whose word about the visitor's address is taken: addresses or networks."},
    ConfigRow{"zone", TextSetting{&Config::zone, zone_fault},
              "The institution's time zone: decides which day it is."},
    ConfigRow{"institution_name", TextSetting{&Config::institution_name, name_fault},
              "Shown on pages and in exports."},
    ConfigRow{"workers", NumberSetting{&Config::workers, 0, 256},
              "Threads that make pages, each with a database connection; 0 is one for each processor core."},
    ConfigRow{"io_threads", NumberSetting{&Config::io_threads, 1, 64},
              "Threads that read requests and send answers."},
    ConfigRow{"queue_max", NumberSetting{&Config::queue_max, 1, 100000},
              "Requests that may wait for a worker; beyond it the answer is 503, try again."},
    ConfigRow{"connections_max", NumberSetting{&Config::connections_max, 1, 100000},
              "Connections open at once."},
    ConfigRow{"body_bytes_max", NumberSetting{&Config::body_bytes_max, 1024, 104857600},
              "The largest form or JSON body taken, in bytes."},
    ConfigRow{"upload_bytes_max", NumberSetting{&Config::upload_bytes_max, 1024, 1073741824},
              "The largest file taken, in bytes."},
    ConfigRow{"header_seconds", NumberSetting{&Config::header_seconds, 1, 300},
              "How long a visitor may take to send a request's header."},
    ConfigRow{"idle_seconds", NumberSetting{&Config::idle_seconds, 1, 3600},
              "How long a connection stays open with nothing to do."},
    ConfigRow{"drain_seconds", NumberSetting{&Config::drain_seconds, 0, 600},
              "How long a stopping server lets running requests finish."},
    ConfigRow{"session_hours_idle", NumberSetting{&Config::session_hours_idle, 1, 720},
              "Hours without a visit after which one has to sign in again."},
    ConfigRow{"session_days_max", NumberSetting{&Config::session_days_max, 1, 365},
              "Days after which one has to sign in again in any case."},
    ConfigRow{"log_level", &Config::log_level,
              "The least that is logged: debug, info, warning, error or none."},
    ConfigRow{"metrics_token", &Config::metrics_token,
              "The bearer token that `/metrics` asks for. Empty: only this machine may read it.", true},
};

}  // namespace

std::span<const ConfigRow> config_rows() {
  return rows;
}

const ConfigRow* find_config_row(std::string_view key) {
  for (const ConfigRow& row : rows) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

std::string set_config(Config& config, const ConfigRow& row, const std::string& text) {
  return std::visit(Setter{config, text}, row.setting);
}

std::string config_text(const Config& config, const ConfigRow& row) {
  return std::visit(Printer{config}, row.setting);
}

}  // namespace rapport
