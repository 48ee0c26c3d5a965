#include "base/log.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace rapport {
namespace {

using namespace std::string_literals;

struct Lines {
  std::vector<std::string> lines;
  Log log(LogLevel least = LogLevel::debug) {
    return Log([this](std::string_view line) { lines.emplace_back(line); }, least, [] { return Instant{0}; });
  }
};

TEST(Log, WritesOneJsonObjectALine) {
  Lines lines;
  const std::string route = "/people/{id}";
  lines.log().info("request", {{"route", route},
                               {"status", 200},
                               {"took_ms", 1.5},
                               {"is_cached", false},
                               {"person_id", std::int64_t{-4}},
                               {"bytes", std::size_t{18446744073709551615U}}});
  ASSERT_EQ(lines.lines.size(), 1U);
  EXPECT_EQ(lines.lines.front(),
            R"({"time":"1970-01-01T00:00:00.000Z","level":"info","event":"request","route":"/people/{id}",)"
            R"("status":200,"took_ms":1.5,"is_cached":false,"person_id":-4,"bytes":18446744073709551615})");
}

TEST(Log, EscapesWhatWouldEndALineOrAString) {
  Lines lines;
  lines.log().error("fault", {{"words", "a\"b\\c\nd\te\x7F\xFF\0"s + "é\u2028"}});
  EXPECT_NE(lines.lines.at(0).find(R"("words":"a\"b\\c\nd\u0009e\u007f)"
                                   "\uFFFD"
                                   R"(\u0000é)"
                                   "\u2028\""),
            std::string::npos)
      << lines.lines.at(0);
  EXPECT_EQ(lines.lines.at(0).find('\n'), std::string::npos);
}

TEST(Log, WritesNullWhereJsonHasNoNumber) {
  Lines lines;
  lines.log().info("odd", {{"a", std::numeric_limits<double>::infinity()},
                           {"b", std::numeric_limits<double>::quiet_NaN()}});
  EXPECT_NE(lines.lines.at(0).find(R"("a":null,"b":null})"), std::string::npos);
}

TEST(Log, LeavesOutWhatIsBelowItsLevel) {
  Lines lines;
  const Log log = lines.log(LogLevel::warning);
  log.debug("a");
  log.info("b");
  log.warning("c");
  log.error("d");
  EXPECT_EQ(lines.lines.size(), 2U);
  EXPECT_FALSE(log.writes(LogLevel::info));
  lines.log(LogLevel::none).error("e");
  EXPECT_EQ(lines.lines.size(), 2U);
}

TEST(Log, WritesToStandardErrorByDefault) {
  ::testing::internal::CaptureStderr();
  Log().info("started", {{"port", 8080}});
  const std::string written = ::testing::internal::GetCapturedStderr();
  EXPECT_TRUE(written.ends_with("\"event\":\"started\",\"port\":8080}\n")) << written;
}

TEST(LogLevel, IsReadByItsName) {
  for (const auto level :
       {LogLevel::debug, LogLevel::info, LogLevel::warning, LogLevel::error, LogLevel::none}) {
    EXPECT_EQ(parse_log_level(log_level_name(level)), level);
  }
  EXPECT_FALSE(parse_log_level("loud"));
}

}  // namespace
}  // namespace rapport
