#include "base/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace rapport {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Texts = std::map<std::string, std::string>;

/// A configuration file that goes away with the test.
class ConfigTest : public ::testing::Test {
 protected:
  ~ConfigTest() override { std::filesystem::remove(file_); }

  Result<Config> read(const std::string& toml, const Texts& environment = {}, const Texts& flags = {}) const {
    std::ofstream(file_) << toml;
    return read_config(file_, lookup(environment), flags);
  }

  static EnvironmentLookup lookup(const Texts& environment) {
    return [environment](const std::string& name) -> std::optional<std::string> {
      const auto found = environment.find(name);
      return found == environment.end() ? std::nullopt : std::optional(found->second);
    };
  }

  std::string message(const std::string& toml, const Texts& environment = {}, const Texts& flags = {}) const {
    const auto result = read(toml, environment, flags);
    return result ? "taken" : result.refusal().message;
  }

  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("rapport_config_test_" + std::to_string(getpid()) + ".toml");
};

TEST_F(ConfigTest, HasDefaultsForEverything) {
  const auto config = read_config(std::nullopt, lookup({}), {});
  ASSERT_TRUE(config) << config.refusal().message;
  EXPECT_EQ(*config, Config{});
}

TEST_F(ConfigTest, ReadsEveryKindOfValue) {
  const auto config = read(
      "database_url = 'postgresql://db.example.org/rapport'\nport = 9090\npublic_url = "
      "'https://rapport.example.org'\n"
      "trusted_proxies = ['127.0.0.1', '10.0.0.0/8']\nlog_level = 'debug'\nmetrics_token = "
      "'0123456789abcdef'\n"
      "is_insecure_http_allowed = true\nzone = 'Europe/Dublin'\n");
  ASSERT_TRUE(config) << config.refusal().message;
  EXPECT_EQ(config->database_url, "postgresql://db.example.org/rapport");
  EXPECT_EQ(config->port, 9090);
  EXPECT_EQ(config->trusted_proxies, (std::vector<std::string>{"127.0.0.1", "10.0.0.0/8"}));
  EXPECT_EQ(config->log_level, LogLevel::debug);
  EXPECT_EQ(config->metrics_token, "0123456789abcdef");
  EXPECT_TRUE(config->is_insecure_http_allowed);
  EXPECT_TRUE(config->is_https());
  EXPECT_EQ(config->zone, "Europe/Dublin");
}

TEST_F(ConfigTest, LetsFlagsWinOverEnvironmentOverFileOverDefaults) {
  const auto config = read("port = 1\nidle_seconds = 2\nheader_seconds = 3\n",
                           {{"RAPPORT_PORT", "11"}, {"RAPPORT_IDLE_SECONDS", "12"}}, {{"port", "111"}});
  ASSERT_TRUE(config) << config.refusal().message;
  EXPECT_EQ(config->port, 111);
  EXPECT_EQ(config->idle_seconds, 12);
  EXPECT_EQ(config->header_seconds, 3);
  EXPECT_EQ(config->drain_seconds, Config{}.drain_seconds);
}

TEST_F(ConfigTest, SaysWhereAValueOutOfRangeCameFrom) {
  EXPECT_THAT(message("\nport = 70000\n"), AllOf(HasSubstr("port must be a whole number from 0 to 65535"),
                                                 HasSubstr("line 2"), HasSubstr("70000")));
  EXPECT_THAT(message("", {{"RAPPORT_PORT", "eighty"}}),
              AllOf(HasSubstr("the environment variable RAPPORT_PORT"), HasSubstr("\"eighty\"")));
  EXPECT_THAT(message("", {}, {{"drain_seconds", "-1"}}), HasSubstr("the flag --drain-seconds"));
}

TEST_F(ConfigTest, SuggestsTheNearestKeyForAnUnknownOne) {
  EXPECT_THAT(message("prot = 80\n"), HasSubstr("Did you mean port?"));
  EXPECT_THAT(message("sesion_hours = 80\n"), HasSubstr("Did you mean session_hours_idle?"));
  EXPECT_THAT(message("[server]\nport = 80\n"), Not(HasSubstr("taken")));
  EXPECT_THAT(message("", {}, {{"database", "sqlite:x"}}), HasSubstr("Did you mean database_url?"));
}

TEST_F(ConfigTest, TellsAllFaultsTogether) {
  const auto result = read("port = -1\nzone = 'Mars/Olympus'\nworkers = 1.5\n");
  ASSERT_FALSE(result);
  std::set<std::string> fields;
  for (const Fault& fault : result.refusal().faults) fields.insert(fault.field);
  EXPECT_EQ(fields, (std::set<std::string>{"port", "zone", "workers"}));
}

TEST_F(ConfigTest, NeverRepeatsASecret) {
  EXPECT_THAT(message("metrics_token = 'tooshort'\n"), Not(HasSubstr("tooshort")));
  EXPECT_THAT(message("database_url = 'mysql://root:hunter2@db'\n"), Not(HasSubstr("hunter2")));
}

TEST_F(ConfigTest, RefusesAFileThatIsMissingOrNotToml) {
  const auto missing = read_config("/nowhere/rapport.toml", lookup({}), {});
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.refusal().message, HasSubstr("/nowhere/rapport.toml"));
  EXPECT_THAT(message("port = 80\nzone = \n"), AllOf(HasSubstr("line 2"), HasSubstr("not TOML")));
}

struct Taken {
  const char* key;
  const char* text;
  bool is_taken;
};

class ConfigValue : public ::testing::TestWithParam<Taken> {};

TEST_P(ConfigValue, IsTakenOnlyWhereItMakesSense) {
  const auto& [key, text, is_taken] = GetParam();
  const auto nothing = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
  EXPECT_EQ(read_config(std::nullopt, nothing, {{key, text}}).ok(), is_taken) << key << " = " << text;
}

INSTANTIATE_TEST_SUITE_P(
    Config, ConfigValue,
    ::testing::Values(
        Taken{"port", "0", true}, Taken{"port", "65535", true}, Taken{"port", "80 ", false},
        Taken{"port", "", false}, Taken{"port", "99999999999999", false}, Taken{"port", "+80", false},
        Taken{"database_url", "sqlite:", false}, Taken{"database_url", "sqlite:a b.db", true},
        Taken{"database_url", "host=/run/pg dbname=r", true}, Taken{"listen_address", "::1", true},
        Taken{"listen_address", "localhost", false}, Taken{"listen_address", "0.0.0.0", false},
        Taken{"public_url", "http://localhost:8080", true}, Taken{"public_url", "http://127.0.0.1", true},
        Taken{"public_url", "http://[::1]:80", true},
        Taken{"public_url", "http://localhost.example.org", false},
        Taken{"public_url", "http://127.example.org", false},
        Taken{"public_url", "http://rapport.example.org", false}, Taken{"public_url", "https://", false},
        Taken{"public_url", "https://a.example/path", false},
        Taken{"public_url", "https://a.example\r\nX: y", false}, Taken{"public_url", "javascript://x", false},
        Taken{"public_url", "https://a.example:8443", true}, Taken{"trusted_proxies", "", true},
        Taken{"trusted_proxies", "10.0.0.0/8, ::1", true}, Taken{"trusted_proxies", "10.0.0.0/33", false},
        Taken{"trusted_proxies", "10.0.0.0/", false}, Taken{"trusted_proxies", "proxy.example.org", false},
        Taken{"institution_name", "", false}, Taken{"institution_name", "Prifysgol Cwmbran", true},
        Taken{"institution_name", "two\nlines", false}, Taken{"institution_name", "\xFF", false},
        Taken{"log_level", "loud", false}, Taken{"is_insecure_http_allowed", "yes", false},
        Taken{"metrics_token", "", true}, Taken{"metrics_token", "with space in the middle", false},
        Taken{"nonsense", "1", false}));

TEST_F(ConfigTest, LetsPasswordsTravelUnprotectedOnlyWhenTold) {
  EXPECT_THAT(message("listen_address = '0.0.0.0'\n"), HasSubstr("unprotected"));
  EXPECT_EQ(message("listen_address = '0.0.0.0'\nis_insecure_http_allowed = true\n"), "taken");
  EXPECT_EQ(message("listen_address = '0.0.0.0'\npublic_url = 'https://rapport.example.org'\n"), "taken");
}

TEST(Config, BuildsLinksFromTheListeningAddressWithoutAPublicOne) {
  Config config;
  EXPECT_EQ(config.base_url(), "http://127.0.0.1:8080");
  EXPECT_FALSE(config.is_https());
  config.listen_address = "::1";
  EXPECT_EQ(config.base_url(), "http://[::1]:8080");
  config.public_url = "https://rapport.example.org";
  EXPECT_EQ(config.base_url(), "https://rapport.example.org");
}

TEST(ConfigKeys, AreDescribedOnceAndTakeTheirOwnDefaults) {
  std::set<std::string_view> seen;
  Texts flags;
  for (const ConfigKey& key : config_keys()) {
    EXPECT_TRUE(seen.insert(key.key).second) << key.key;
    EXPECT_FALSE(key.meaning.empty()) << key.key;
    flags[std::string(key.key)] = key.default_text;
  }
  const auto config = read_config(
      std::nullopt, [](const std::string&) { return std::nullopt; }, flags);
  ASSERT_TRUE(config) << config.refusal().message;
  EXPECT_EQ(*config, Config{});
}

TEST(ConfigReference, IsAMarkdownTableOfAllKeys) {
  const std::string table = config_reference();
  EXPECT_THAT(table, HasSubstr("| `port` | `RAPPORT_PORT` | `--port` | `8080` |"));
  EXPECT_EQ(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')), config_keys().size() + 2);
}

}  // namespace
}  // namespace rapport
