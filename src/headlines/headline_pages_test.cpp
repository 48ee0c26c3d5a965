// What pages of headline sheets answer: forms keep their words, a form sent twice is stored once, files are
// files.
#include "headlines/headline_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "headlines/headlines.hpp"
#include "measures/starting_measures.hpp"
#include "organisation/organisation.hpp"
#include "organisation/year_starts.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A page that takes drafts that were made, here none.
template <auto page>
http::Response alone(const ui::Visit& visit, const Directory& directory) {
  headlines::MadeDrafts made;
  return page(visit, directory, made);
}

class HeadlinePages : public testing::Test, protected test::LibraryPages {
 protected:
  void SetUp() override {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
  }
  std::string slug() { return library.directory()->org.find(library.law)->slug; }
  Fields law(std::string year = "2025") { return {{"unit", slug()}, {"year", std::move(year)}}; }
  static Fields form(std::string words, std::string version = "0", std::string key = "") {
    return {{"version", std::move(version)},
            {"key", std::move(key)},
            {"place-say", "1"},
            {"place-small_print", "2"},
            {"say.note", std::move(words)}};
  }
  http::Response save(const Fields& fields) {
    return post(headlines::update_sheet, library.priya, law(), fields);
  }
};

TEST_F(HeadlinePages, WithoutDataAPageSaysWhatIsMissing) {
  const auto page = get(alone<headlines::show_sheet>, library.priya, law());
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("This page is waiting for something to tell"));
  EXPECT_THAT(page.body, HasSubstr("Law"));
  EXPECT_THAT(page.body, Not(HasSubstr("Freeze this page")));
}

TEST_F(HeadlinePages, WordsAreEscaped) {
  ASSERT_EQ(save(form("<script>alert(1)</script> **a & b**")).status, 303);
  const auto page = get(alone<headlines::show_sheet>, library.priya, law());
  EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; <b>a &amp; b</b>"));
}

TEST_F(HeadlinePages, AFormSentTwiceIsStoredOnce) {
  ASSERT_EQ(save(form("Hello.", "0", "key-1")).status, 303);
  const auto again = test::unchanged(library.database, [&] { return save(form("Hello.", "0", "key-1")); });
  EXPECT_EQ(again.status, 303);
}

TEST_F(HeadlinePages, AClashKeepsWhatWasTyped) {
  ASSERT_EQ(save(form("Theirs.")).status, 303);
  const auto page = test::unchanged(library.database, [&] { return save(form("My own words.")); });
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("My own words."));
  EXPECT_THAT(page.body, HasSubstr("Somebody saved this sheet"));
  EXPECT_THAT(page.body, HasSubstr(R"(name="version" value="1")")) << "saving again is possible";
}

TEST_F(HeadlinePages, AFaultKeepsWhatWasTyped) {
  auto fields = form("My own words.");
  fields.push_back({"say.heading", std::string(200, 'h')});
  const auto page = test::unchanged(library.database, [&] { return save(fields); });
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("My own words."));
  EXPECT_THAT(page.body, HasSubstr("At most 160 characters"));
}

TEST_F(HeadlinePages, WordsAreWrittenWhereTheyStand) {
  ASSERT_EQ(save(form("Ours.")).status, 303);
  const auto open = [&](std::string block) {
    return get(alone<headlines::show_sheet>, library.priya, law(),
               {{"draft", "1"}, {"write", std::move(block)}});
  };
  const auto page = open("say");
  EXPECT_THAT(page.body, HasSubstr(R"(<section class="hl-b hl-say hl-wide hl-now" id="b-say")"));
  EXPECT_THAT(page.body, HasSubstr(R"(name="block" value="say")"));
  EXPECT_THAT(page.body, HasSubstr(R"(write=small_print#b-small_print)")) << "the others have their pens";
  EXPECT_THAT(open("small_print").body, HasSubstr("\nAugust 2025 to July 2026."))
      << "the made words are there";
  EXPECT_THAT(open("own").body, HasSubstr("Place on the page")) << "not on the page: the whole editor";
  EXPECT_THAT(open("nothing").body, Not(HasSubstr(R"(name="block")")));
  const auto saved = save({{"version", "1"}, {"key", "k"}, {"block", "say"}, {"say.note", "Ours, again."}});
  EXPECT_EQ(saved.status, 303);
  const auto location = std::ranges::find(saved.headers, "Location", &http::Header::name);
  ASSERT_NE(location, saved.headers.end());
  EXPECT_THAT(location->value, testing::EndsWith("?draft=1#b-say"));
  const auto body = get(alone<headlines::show_sheet>, library.priya, law()).body;
  EXPECT_THAT(body, HasSubstr("Ours, again."));
  EXPECT_THAT(body, HasSubstr(R"(id="b-small_print")")) << "the places stay";
}

TEST_F(HeadlinePages, MadeWordsThatAreLeftAloneGoOnBeingMade) {
  const auto draft = [&](std::string words) {
    EXPECT_EQ(save({{"version", "0"},
                    {"block", "say"},
                    {"made-say.note", "We met 3 people.\r\nTwice."},
                    {"say.note", std::move(words)}})
                  .status,
              303);
    const auto scope = library.scope(library.priya);
    const auto directory = library.directory();
    return headlines::read_draft(*scope, *directory, {directory->org.find(library.law), 2025, ""})
        .value()
        .draft;
  };
  EXPECT_EQ(draft("We met 3 people.\r\nTwice."), new_draft());
}

TEST_F(HeadlinePages, WordsOfOneBlockAreKeptWhereSomebodyWasFaster) {
  ASSERT_EQ(save(form("Theirs.")).status, 303);
  const auto write = [&](std::string version, std::string words) {
    return test::unchanged(library.database, [&] {
      return save({{"version", std::move(version)}, {"block", "say"}, {"say.note", std::move(words)}});
    });
  };
  const auto clash = write("0", "Mine.");
  EXPECT_EQ(clash.status, 409);
  EXPECT_THAT(clash.body, HasSubstr("\nMine.</textarea>"));
  EXPECT_THAT(clash.body, HasSubstr("Theirs: “Theirs.”"));
  EXPECT_THAT(clash.body, HasSubstr(R"(name="version" value="1")")) << "saving again is possible";
  const auto fault = write("1", std::string(700, 'w'));
  EXPECT_EQ(fault.status, 422);
  EXPECT_THAT(fault.body, HasSubstr("At most 600 characters"));
  EXPECT_THAT(fault.body, HasSubstr(std::string(700, 'w')));
}

TEST_F(HeadlinePages, BlocksStandAsTheyAreNumbered) {
  ASSERT_EQ(save({{"version", "0"},
                  {"place-own", "1"},
                  {"own.note", "Ours first."},
                  {"place-say", "2"},
                  {"say.note", "Then this."},
                  {"place-people", "0"},
                  {"place-numbers", "many"}})
                .status,
            303);
  const auto body = get(alone<headlines::show_sheet>, library.priya, law()).body;
  EXPECT_LT(body.find("Ours first."), body.find("Then this."));
}

TEST_F(HeadlinePages, FreezingTwiceFreezesOnce) {
  ASSERT_EQ(save(form("Hello.")).status, 303);
  const Fields fields{{"version", "1"}, {"key", "freeze-1"}};
  ASSERT_EQ(post(headlines::create_freezing, library.priya, law(), fields).status, 303);
  const auto again = test::unchanged(
      library.database, [&] { return post(headlines::create_freezing, library.priya, law(), fields); });
  EXPECT_EQ(again.status, 303);
  const auto page = get(alone<headlines::show_sheet>, library.dora, law());
  EXPECT_THAT(page.body, HasSubstr("Frozen"));
  EXPECT_THAT(page.body, Not(HasSubstr("Write a new version"))) << "directors read";
}

TEST_F(HeadlinePages, ASharedPlanShowsWhatIsFrozenAlone) {
  const auto shown = [&] {
    const auto scope = library.scope(library.dora);
    const auto directory = library.directory();
    return headlines::frozen_sheet(*scope, *directory, *directory->org.find(library.law), 2025).text();
  };
  ASSERT_EQ(save(form("A draft.")).status, 303);
  EXPECT_EQ(shown(), "");
  ASSERT_EQ(post(headlines::create_freezing, library.priya, law(), {{"version", "1"}}).status, 303);
  ASSERT_EQ(save(form("The next draft.", "1")).status, 303);
  EXPECT_THAT(shown(), HasSubstr("A draft."));
  EXPECT_THAT(shown(), Not(HasSubstr("<h1"))) << "the page’s own is the plan’s";
  EXPECT_THAT(shown(), Not(HasSubstr("The next draft.")));
}

TEST_F(HeadlinePages, GiveAPdfAndAPicture) {
  const auto pdf = get(alone<headlines::show_sheet>, library.dora, law("2025.pdf"));
  EXPECT_EQ(pdf.content_type, "application/pdf");
  EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
  const auto png = get(alone<headlines::show_sheet>, library.dora, law("2025.png"));
  EXPECT_EQ(png.content_type, "image/png");
  EXPECT_TRUE(png.body.starts_with("\x89PNG"));
  EXPECT_EQ(get(alone<headlines::download_sources>, library.dora, law()).content_type, "application/pdf");
}

TEST_F(HeadlinePages, SourcesSayWhichDaysTheYearIs) {
  const auto days = [&](std::string year) {
    return get(alone<headlines::show_sources>, library.dora, law(std::move(year))).body;
  };
  EXPECT_THAT(days("2026"), HasSubstr("Law, 2026/27: 1 August 2026 to 31 July 2027."));
  const organisation::YearsInUse in_use{
      .held = [](db::Reader&, Id<Institution>) { return YearsHold::something; }, .notes = {}};
  ASSERT_TRUE(organisation::change_year_start(*library.scope(library.gwen), in_use, {{2027, 9}, 0}));
  EXPECT_THAT(days("2026"), HasSubstr("Law, 2026/27: 1 August 2026 to 31 August 2027."));
  EXPECT_THAT(days("2025"), HasSubstr("Law, 2025/26: 1 August 2025 to 31 July 2026."))
      << "what is over stays";
}

TEST_F(HeadlinePages, WhatIsNotThereIsNotFound) {
  for (const auto* year : {"2025.exe", "20x5", "", "2027", "-1", "99999999999999999999"})
    EXPECT_EQ(get(alone<headlines::show_sheet>, library.priya, law(year)).status, 404) << year;
  EXPECT_EQ(get(alone<headlines::show_sheet>, library.priya, {{"unit", "nowhere"}, {"year", "2025"}}).status,
            404);
  EXPECT_EQ(get(alone<headlines::show_sheet>, library.priya, law(), {{"version", "7"}}).status, 404);
  EXPECT_EQ(get(headlines::show_year, library.priya, {{"year", "2027"}}).status, 404);
}

TEST_F(HeadlinePages, OfferTheYearsInWhichTheDepartmentWasThere) {
  const auto scope = library.scope(library.ada);
  const auto optics =
      organisation::add(*scope, {.name = "Optics", .valid_from = Date::of(2023, 9, 1)}).value();
  ASSERT_TRUE(organisation::close(*scope, optics, *Date::of(2025, 7, 31)));
  const auto page =
      get(alone<headlines::show_sheet>, library.priya, {{"unit", "optics"}, {"year", "2024"}}).body;
  EXPECT_THAT(page, HasSubstr("/departments/optics/headline/2023"));
  EXPECT_THAT(page, Not(HasSubstr("/departments/optics/headline/2022")));
  EXPECT_THAT(page, Not(HasSubstr("/departments/optics/headline/2025")));
  const auto latest = get(headlines::show_latest_sheet, library.priya, {{"unit", "optics"}});
  const auto location = std::ranges::find(latest.headers, "Location", &http::Header::name);
  EXPECT_EQ(location->value, "/departments/optics/headline/2024");
}

TEST_F(HeadlinePages, AYearListsItsDepartments) {
  const auto page = get(headlines::show_year, library.dora, {{"year", "2025"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("/departments/" + slug() + "/headline/2025"));
  EXPECT_THAT(page.body, HasSubstr("Not written on yet"));
}

TEST_F(HeadlinePages, TheEditorShowsTheMadeWordsBesideEachField) {
  const auto page = get(headlines::edit_sheet, library.priya, law());
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("As made: Made on 12 November 2026"));
  EXPECT_THAT(page.body, HasSubstr("What we talked about"));
}

}  // namespace
}  // namespace rapport
