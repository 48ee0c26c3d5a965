// Years begin on another day, and nothing that is over changes: every page of past years of the made-up
// university, its frozen headline pages, credit and board are the same bytes before and after, on both
// engines.
#include <gtest/gtest.h>

#include "app/application.hpp"
#include "app/demo_headlines.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "bumps/bump_figures.hpp"
#include "demo/cast.hpp"
#include "demo/fill.hpp"
#include "measures/unit_years.hpp"
#include "relationships/rhythms.hpp"
#include "support/test_database.hpp"

namespace rapport::app {
namespace {

const Instant nine_o_clock = *Instant::parse_iso("2026-11-12T09:00:00Z");

class PastYears : public test::OnEachEngine {
 protected:
  static constexpr std::string_view csrf = "csrf-of-the-test";

  void SetUp() override {
    const auto cast = demo::make_cast(*Date::parse_iso("2026-11-12"),
                                      {.people = 60, .interactions = 900, .departments = 4, .staff = 6});
    institution_ =
        demo::fill(database(), cast, {.now = nine_o_clock, .hash_cost = {.passes = 1, .memory_bytes = 8192}})
            .institution;
    fill_headlines(database(), nine_o_clock, cast.institution);
    config_.is_insecure_http_allowed = true;
    application_ = std::make_unique<Application>(config_, database(), log_, [] { return nine_o_clock; });
    sign_in();
    follow();
    list_pages();
  }

  void sign_in() {
    token_ = random_token();
    database().write([&](db::Writer& writer) {
      const auto staff = writer.one(
          "select id from staff where institution_id = $1 and role = 'administrator' order by id limit 1",
          [](const db::Row& row) { return row.id<Staff>(0); }, institution_);
      writer.execute(
          "insert into sessions (institution_id, token_hash, staff_id, csrf_token, device, started_at, "
          "seen_at, expires_at) values ($1, $2, $3, $4, 'A browser', $5, $5, $6)",
          institution_, sha256_hex(token_), *staff, csrf, nine_o_clock,
          nine_o_clock.plus(std::chrono::hours(24)));
    });
  }
  http::Response ask(http::Method method, const std::string& target, std::string body = {}) {
    http::Request request{.method = method, .target = target, .path = target.substr(0, target.find('?'))};
    if (const auto query = target.find('?'); query != std::string::npos)
      request.query = http::parse_urlencoded(target.substr(query + 1)).value();
    request.headers = {{"Host", "127.0.0.1:8080"}, {"Cookie", "rapport=" + token_}};
    if (method == http::Method::post) {
      request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
      request.headers.push_back({"Origin", "http://127.0.0.1:8080"});
      request.headers.push_back({"X-CSRF-Token", std::string(csrf)});
      request.body = std::move(body);
    }
    return application_->answer(request);
  }
  void follow() {
    const auto scope = application_->nobodys_scope();
    const auto directory = application_->directories().current(*scope);
    while (bumps::catch_up(*scope, *directory)) {
    }
    while (rhythms::catch_up(*scope, *directory)) {
    }
    while (unit_years::catch_up(*scope, *directory)) {
    }
  }

  /// Everything of the years 2024/25 and 2025/26, the board of this month and term, chains and stories.
  void list_pages() {
    pages_ = {"/plans/2025",
              "/headlines/2025",
              "/reports/year/2025",
              "/reports/year/2025/figures.csv",
              "/bumps/board?time=month&view=library",
              "/bumps/board?time=term&view=library",
              "/bumps/stories",
              "/reports/engagement?year=2025",
              "/reports/engagement?year=2024"};
    database().read([&](db::Reader& reader) {
      reader.each(
          "select slug from org_units where institution_id = $1 order by id",
          [&](const db::Row& row) {
            for (const std::string year : {"2024", "2025"})
              for (const auto* part : {"/measures/", "/headline/", "/plan/"})
                pages_.push_back("/departments/" + row.string(0) + part + year);
          },
          institution_);
      reader.each(
          "select to_id from bumps where institution_id = $1 and state = 'accepted' order by id limit 40",
          [&](const db::Row& row) { pages_.push_back("/bumps/" + std::to_string(row.integer(0))); },
          institution_);
    });
  }
  /// Without the key that each form has of its own.
  static std::string without_keys(std::string body) {
    constexpr std::string_view begins = "name=\"key\" value=\"";
    for (auto at = body.find(begins); at != std::string::npos; at = body.find(begins, at + 1)) {
      const auto from = at + begins.size();
      body.erase(from, body.find('"', from) - from);
    }
    return body;
  }
  std::map<std::string, std::string> print() {
    std::map<std::string, std::string> print;
    for (const auto& page : pages_) {
      const auto answer = ask(http::Method::get, page);
      print[page] = std::to_string(answer.status) + " " + without_keys(answer.body);
    }
    database().read([&](db::Reader& reader) {
      auto& frozen = print["frozen"];
      reader.each(
          "select sheet_id, number, content from headline_versions where institution_id = $1 order by "
          "sheet_id, number",
          [&](const db::Row& row) {
            frozen += std::to_string(row.integer(0)) + "/" + std::to_string(row.integer(1)) + row.string(2);
          },
          institution_);
      auto& stories = print["stories"];
      reader.each(
          "select id, academic_year from stories where institution_id = $1 order by id",
          [&](const db::Row& row) {
            stories += std::to_string(row.integer(0)) + ":" + std::to_string(row.integer(1)) + " ";
          },
          institution_);
      auto& counted = print["unit years"];
      reader.each(
          "select org_unit_id, academic_year, people, sessions, students, person_minutes, modules, "
          "one_to_ones, chains "
          "from unit_years where institution_id = $1 and academic_year <= 2026 order by org_unit_id, "
          "academic_year",
          [&](const db::Row& row) {
            for (int i = 0; i < 9; ++i) counted += std::to_string(row.integer(i)) + " ";
          },
          institution_);
    });
    return print;
  }

  Id<Institution> institution_;
  Config config_;
  Log log_{[](std::string_view) {}};
  std::string token_;
  std::unique_ptr<Application> application_;
  std::vector<std::string> pages_;
};
INSTANTIATE_TEST_SUITE_P(Engines, PastYears, test::on_each_engine(), test::engine_test_name);

TEST_P(PastYears, StayAsTheyWereWhereYearsToComeBeginOtherwise) {
  const auto before = print();
  int shown = 0;
  for (const auto& [page, words] : before) shown += words.starts_with("200 ") ? 1 : 0;
  ASSERT_GT(shown, 40) << "there is something to compare";
  ASSERT_FALSE(before.at("frozen").empty());
  ASSERT_FALSE(before.at("unit years").empty());
  ASSERT_EQ(ask(http::Method::post, "/settings/academic-years", "from_year=2027&month=9&seen=0").status, 303);
  follow();
  const auto after = print();
  for (const auto& [page, words] : before) EXPECT_EQ(words, after.at(page)) << page;
  EXPECT_NE(ask(http::Method::get, "/settings/academic-years").body.find("from 2027/28 on 1 September"),
            std::string::npos);
}

}  // namespace
}  // namespace rapport::app
