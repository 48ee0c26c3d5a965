// The capture line over HTTP, with and without script.
#include "interactions/capture_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;

/// What the chapter of bumps is asked to link.
struct LinkAsked {
  Id<Interaction> earlier;
  Id<Interaction> kept;
};
std::vector<LinkAsked> links_asked;
bool is_link_refused = false;

Result<Done> note_link(Scope&, const Directory&, Id<Interaction> earlier, Id<Interaction> kept) {
  links_asked.push_back({earlier, kept});
  if (is_link_refused) return invalid("from", "These two go in a circle.");
  return Done{};
}
html::Html no_section(const ui::Visit&, const Directory&, const Interaction&) {
  return {};
}
constexpr interactions::BumpsOfLine noted{note_link, no_section};

http::Response create_capture(ui::Visit& visit, const Directory& directory) {
  return interactions::create_capture(visit, directory, noted);
}
http::Response show_saved_capture(ui::Visit& visit, const Directory& directory) {
  return interactions::show_saved_capture(visit, directory, noted);
}

class CapturePages : public testing::Test {
 protected:
  using Page = http::Response (*)(ui::Visit&, const Directory&);

  http::Response ask(Page page, http::Request request, Id<Staff> who, int minutes_later = 0) {
    const auto scope = library.scope(who, minutes_later);
    const auto directory = library.directory();
    ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
  http::Response get(Page page, const Fields& query, std::string interaction = {}) {
    http::Request request{.method = http::Method::get, .target = "/capture", .path = "/capture"};
    for (const auto& [name, value] : query) request.query.add(name, value);
    request.parameters = {{"interaction", std::move(interaction)}};
    return ask(page, std::move(request), library.priya);
  }
  http::Response post(Page page, const Fields& fields, const Fields& query = {},
                      std::string interaction = {}) {
    return ask(page, post_request(fields, query, std::move(interaction)), library.priya);
  }
  static http::Request post_request(const Fields& fields, const Fields& query = {},
                                    std::string interaction = {}) {
    http::Request request{.method = http::Method::post, .target = "/capture", .path = "/capture"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : query) request.query.add(name, value);
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    request.parameters = {{"interaction", std::move(interaction)}};
    return request;
  }
  http::Response save(std::string line, std::string key = "key-1") {
    return post(create_capture, {{"line", std::move(line)}, {"key", std::move(key)}});
  }
  std::string preview(std::string line, Fields more = {}) {
    more.emplace_back("line", std::move(line));
    return post(interactions::preview_capture, more).body;
  }
  static std::string location(const http::Response& response) {
    for (const auto& header : response.headers)
      if (header.name == "Location") return header.value;
    return {};
  }
  static std::string id_of(const http::Response& response) {
    const auto address = location(response);
    return address.substr(address.rfind('/') + 1);
  }
  std::vector<Interaction> story() {
    return interactions::timeline_of_person(*library.scope(library.priya), library.jane, {}).interactions;
  }

  void SetUp() override {
    links_asked.clear();
    is_link_refused = false;
  }

  SmallLibrary library;
};

/// What the reader of a page sees: the text between tags.
std::string text_of(std::string_view markup) {
  std::string text;
  bool is_tag = false;
  for (const char c : markup) {
    if (c == '<')
      is_tag = true;
    else if (c == '>')
      is_tag = false;
    else if (!is_tag)
      text += c;
  }
  return text;
}

TEST_F(CapturePages, TakesSharedWordsWithTheirTitleAndAddressEachOnce) {
  const auto page = get(interactions::show_capture, {{"title", "Reading list"},
                                                     {"line", "see https://example.ac.uk/l"},
                                                     {"url", "https://example.ac.uk/l"}});
  EXPECT_THAT(page.body, HasSubstr("\nReading list see https://example.ac.uk/l</textarea>"));
}

TEST_F(CapturePages, BeginsWithThePersonOfThePage) {
  const auto page = get(interactions::show_capture,
                        {{"person", std::string(library.directory()->people.find(library.jane)->slug)}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("\n@Jane Smith </textarea>"));
  EXPECT_THAT(
      page.body,
      HasSubstr("<form id=\"capture-form\" method=\"post\" action=\"/capture\" data-capture data-once>"));
  EXPECT_THAT(page.body, HasSubstr("name=\"csrf\" value=\"token\""));
  EXPECT_THAT(page.body, HasSubstr("name=\"key\""));
}

TEST_F(CapturePages, GivesTheFormAloneToTheDialog) {
  const auto part = get(interactions::show_capture, {{"partial", "1"}});
  EXPECT_THAT(part.body, Not(HasSubstr("<!doctype")));
  EXPECT_TRUE(part.body.starts_with("<form id=\"capture-form\""));
}

TEST_F(CapturePages, PreviewTintsTheLineExactlyAsTyped) {
  const std::string line = "  met @Jane Smith corridor #reading-lists 10m\nlocked out > send price Fri ";
  const auto body = preview(line);
  const auto begin = body.find("<div data-mirror hidden>");
  const auto mirror = body.substr(begin, body.find("</div>") - begin);
  EXPECT_EQ(text_of(mirror),
            "  met @Jane Smith corridor #reading-lists 10m\nlocked out &gt; send price Fri ");
  EXPECT_THAT(mirror, HasSubstr("<span class=\"tk p\">@Jane Smith</span>"));
  EXPECT_THAT(mirror, HasSubstr("<span class=\"tk w\">corridor</span>"));
  EXPECT_THAT(mirror, HasSubstr("<span class=\"tk t\">#reading-lists</span>"));
  EXPECT_THAT(mirror, HasSubstr("<span class=\"tk d\">10m</span>"));
}

TEST_F(CapturePages, PreviewSaysInWordsHowTheLineWasRead) {
  const auto body =
      preview("yesterday met @Jane Smith corridor #reading-lists 10m locked out > send price Fri");
  for (const auto* words : {"Dr Jane Smith", "Nursing", "Corridor chat", "Yesterday", "10 minutes",
                            "reading-lists", "Locked out", "Send price", "Friday 13 November"})
    EXPECT_THAT(body, HasSubstr(words));
}

TEST_F(CapturePages, PreviewKeepsWhatWasTurnedBack) {
  const auto body = preview("met @Jane Smith corridor", {{"plain", "how:1:corridor"}});
  EXPECT_THAT(body, HasSubstr("<input type=\"hidden\" name=\"plain\" value=\"how:1:corridor\">"));
  EXPECT_THAT(body, Not(HasSubstr("Corridor chat")));
}

TEST_F(CapturePages, OffersThoseWhoMayBeMeantAndSomebodyNew) {
  const auto body = preview("phoned @smith 5m");
  EXPECT_THAT(body, HasSubstr("tk p unsure"));
  EXPECT_THAT(body, HasSubstr("role=\"listbox\" aria-label=\"Which Smith?\""));
  EXPECT_THAT(body, HasSubstr("data-insert=\"@Owen Smith\""));
  EXPECT_THAT(body, HasSubstr("value=\"smith=" + std::to_string(library.owen.value) + "\""));
  EXPECT_THAT(body, HasSubstr("data-id=\"owen smith=" + std::to_string(library.owen.value) + "\""));
  EXPECT_THAT(body, HasSubstr("Someone new called Smith"));
}

TEST_F(CapturePages, EscapesWhateverIsTyped) {
  const auto body =
      preview("@<script>alert(1)</script> #x <b>\"'&amp; > <i>x</i> Fri", {{"plain", "how:1:\"><script>"}});
  EXPECT_THAT(body, Not(HasSubstr("<script")));
  EXPECT_THAT(body, Not(HasSubstr("<b>\"")));
  EXPECT_THAT(body, Not(HasSubstr("<i>x")));
}

TEST_F(CapturePages, SavesAndShowsWhatElseIsKnown) {
  InteractionDraft earlier{
      .happened_on = library.today().plus_days(-1), .note = "asked for the list", .people = {{library.jane}}};
  earlier.kind = library.directory()->vocabulary.find_kind("email")->id;
  ASSERT_TRUE(interactions::record(*library.scope(library.tom), *library.directory(), earlier));
  const auto done =
      post(create_capture, {{"line", "met @Jane Smith corridor re #reading-lists 10m -> follow up Fri"},
                            {"key", "k"},
                            {"typed_seconds", "6"}});
  ASSERT_EQ(done.status, 303);
  ASSERT_EQ(story().size(), 2U);
  const auto kept = story().front();
  EXPECT_EQ(kept.duration_minutes, 10);
  EXPECT_EQ(kept.line, "met @Jane Smith corridor re #reading-lists 10m -> follow up Fri");
  EXPECT_EQ(location(done), "/capture/saved/" + std::to_string(kept.id.value) + "?seconds=6");
  const auto page = get(show_saved_capture, {{"seconds", "6"}}, std::to_string(kept.id.value));
  EXPECT_THAT(page.body, HasSubstr("Logged in 6 seconds. Reminder set for tomorrow."));
  EXPECT_THAT(page.body, HasSubstr("Tom wrote to "));
  EXPECT_THAT(page.body, HasSubstr("asked for the list"));
  EXPECT_THAT(text_of(page.body), HasSubstr("follow up"));
  EXPECT_THAT(page.body, HasSubstr("action=\"/capture/" + std::to_string(kept.id.value) + "/undo\""));
}

TEST_F(CapturePages, AnswersTheScriptWithTheSavedPart) {
  const auto part = post(create_capture, {{"line", "met @Jane Smith"}, {"key", "k"}}, {{"partial", "1"}});
  EXPECT_EQ(part.status, 200);
  EXPECT_THAT(part.body, HasSubstr("class=\"saved\""));
  EXPECT_THAT(part.body, Not(HasSubstr("<!doctype")));
}

TEST_F(CapturePages, StoresALineSentTwiceOnce) {
  const auto first = save("met @Jane Smith > send price Fri");
  const auto second = save("met @Jane Smith > send price Fri");
  EXPECT_EQ(location(first), location(second));
  EXPECT_EQ(story().size(), 1U);
  EXPECT_EQ(interactions::promises_with(*library.scope(library.priya), library.jane).size(), 1U);
}

/// What stands in <main>, so that a failure can be read.
std::string main_of(const http::Response& page) {
  const auto begin = page.body.find("<main");
  return page.body.substr(begin, page.body.find("</main>") - begin);
}

TEST_F(CapturePages, RefusesNothingButAnEmptyLineAndThenChangesNothing) {
  const auto before = test::contents(library.database);
  for (const auto* line : {"", "   ", ">", "@", "->  "}) {
    const auto page = save(line);
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(main_of(page), HasSubstr("role=\"alert\">Nothing to save yet."));
  }
  EXPECT_EQ(test::contents(library.database), before);
  EXPECT_EQ(save("corridor 5m no name given").status, 303);
}

TEST_F(CapturePages, KeepsAnUncertainNameToSortOutAndTakesTheAnswer) {
  const auto done = save("phoned @smith 5m thesis drop-ins");
  ASSERT_EQ(done.status, 303);
  const auto id = id_of(done);
  const auto page = get(show_saved_capture, {}, id);
  EXPECT_THAT(page.body, HasSubstr("Kept to sort out"));
  EXPECT_THAT(page.body, HasSubstr("Which Smith?"));
  EXPECT_EQ(interactions::to_sort_out(*library.scope(library.priya)).size(), 1U);
  const auto named =
      post(interactions::name_capture, {{"chosen", "smith=" + std::to_string(library.jane.value)}}, {}, id);
  EXPECT_EQ(named.status, 303);
  ASSERT_EQ(story().size(), 1U);
  EXPECT_EQ(story().front().note, "thesis drop-ins");
  EXPECT_FALSE(story().front().needs_sorting);
  EXPECT_TRUE(interactions::to_sort_out(*library.scope(library.priya)).empty());
}

TEST_F(CapturePages, MakesSomebodyNewOnce) {
  const Fields fields{
      {"line", "met @Nobody Known and @Nobody Known 5m"}, {"chosen", "nobody known=new"}, {"key", "k"}};
  const auto first = post(create_capture, fields);
  const auto second = post(create_capture, fields);
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(location(first), location(second));
  const std::vector<std::string> words{"nobody", "known"};
  EXPECT_EQ(library.directory()->people.matching(words, LastWord::whole, 10).size(), 1U);
  EXPECT_FALSE(interactions::to_sort_out(*library.scope(library.priya)).size());
}

TEST_F(CapturePages, NamesSomebodyNewInAKeptLine) {
  const auto id = id_of(save("met @Nobody Known 5m"));
  EXPECT_EQ(post(interactions::name_capture, {{"chosen", "nobody known=new"}}, {}, id).status, 303);
  const std::vector<std::string> words{"nobody", "known"};
  const auto directory = library.directory();
  const auto found = directory->people.matching(words, LastWord::whole, 10);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(
      interactions::timeline_of_person(*library.scope(library.priya), found[0]->id, {}).interactions.size(),
      1U);
}

TEST_F(CapturePages, KeepsAPromiseAloneWithoutAConversation) {
  const auto done = save("-> ring estates 30 Nov");
  EXPECT_EQ(done.status, 303);
  const auto open = interactions::open_promises(*library.scope(library.priya), 10);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].words, "ring estates");
  EXPECT_EQ(open[0].due_on, Date::of(2026, 11, 30));
  EXPECT_EQ(save("-> ring estates 30 Nov").status, 303);
  EXPECT_EQ(interactions::open_promises(*library.scope(library.priya), 10).size(), 1U);
}

TEST_F(CapturePages, UndoesAndGivesTheWordsBack) {
  const auto id = id_of(save("met @Jane Smith 10m"));
  const auto undone = post(interactions::undo_capture, {}, {}, id);
  EXPECT_EQ(location(undone), "/capture?line=met%20%40Jane%20Smith%2010m");
  EXPECT_TRUE(story().empty());
}

TEST_F(CapturePages, ReadsALineThatWaitedAsOfTheDayItWasWritten) {
  ASSERT_EQ(post(create_capture, {{"line", "met @Jane Smith yesterday > send price Fri"},
                                  {"key", "k"},
                                  {"written_at", "2026-11-05T09:30:00.000Z"}})
                .status,
            303);
  EXPECT_EQ(story().front().happened_on, Date::of(2026, 11, 4));
  EXPECT_EQ(interactions::promises_with(*library.scope(library.priya), library.jane).front().due_on,
            Date::of(2026, 11, 6));
}

TEST_F(CapturePages, ShowsTheLineAgainForAChipWithoutScript) {
  const auto page = post(create_capture, {{"line", "met @Jane Smith corridor"}, {"plain", "how:1:corridor"}},
                         {{"preview", "1"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("\nmet @Jane Smith corridor</textarea>"));
  EXPECT_TRUE(story().empty());
}

TEST_F(CapturePages, LinksTheLatestConversationWithThatPerson) {
  save("met @Jane Smith 9 Nov", "old");
  save("phoned @Jane Smith 11 Nov", "newer");
  save("met @Owen Smith today", "another");
  save("taught @Jane Smith ^ 2h", "next");
  ASSERT_EQ(links_asked.size(), 1U);
  const auto told = story();
  EXPECT_EQ(links_asked[0].kept, told[0].id);
  EXPECT_EQ(links_asked[0].earlier, told[1].id);
}

TEST_F(CapturePages, LinksTheConversationThatWasPicked) {
  const auto old = id_of(save("met @Jane Smith 9 Nov", "old"));
  save("phoned @Jane Smith 11 Nov", "newer");
  const auto shown = preview("taught @Jane Smith ^");
  EXPECT_THAT(shown, HasSubstr("name=\"earlier\" value=\"1=" + old + "\""));
  post(create_capture, {{"line", "taught @Jane Smith ^"}, {"earlier", "1=" + old}, {"key", "next"}});
  ASSERT_EQ(links_asked.size(), 1U);
  EXPECT_EQ(std::to_string(links_asked[0].earlier.value), old);
}

TEST_F(CapturePages, FindsEarlierConversationsOfMergedRecords) {
  save("met @Owen Smith 9 Nov", "old");
  EXPECT_THAT(preview("taught @Jane Smith ^"), Not(HasSubstr("Meeting with Priya, 9 Nov")));
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.owen));
  for (const auto* line : {"taught @Jane Smith ^", "taught @Siân Probert ^Jane"})
    EXPECT_THAT(preview(line), HasSubstr("Meeting with Priya, 9 Nov")) << line;
}

TEST_F(CapturePages, LinksAColleaguesConversationByTheirName) {
  ask(create_capture, post_request({{"line", "met @Jane Smith 10 Nov"}, {"key", "toms"}}), library.tom);
  save("met @Jane Smith 11 Nov", "mine");
  save("taught @Jane Smith ^Tom", "next");
  ASSERT_EQ(links_asked.size(), 1U);
  EXPECT_EQ(links_asked[0].earlier, story()[2].id);
}

TEST_F(CapturePages, BeginsWithThePeopleOfWhatItLedOnFrom) {
  const auto first = id_of(save("met @Jane Smith 9 Nov", "old"));
  const auto page = get(interactions::show_capture, {{"led_on", first}}).body;
  EXPECT_THAT(page, HasSubstr("\n@Jane Smith </textarea>"));
  EXPECT_THAT(page, HasSubstr("name=\"earlier\" value=\"0=" + first + "\""));
  post(create_capture, {{"line", "taught @Jane Smith"}, {"earlier", "0=" + first}, {"key", "next"}});
  ASSERT_EQ(links_asked.size(), 1U);
  EXPECT_EQ(std::to_string(links_asked[0].earlier.value), first);
}

TEST_F(CapturePages, KeepsALineThatCannotBeLinkedAndSaysWhy) {
  save("met @Jane Smith 9 Nov", "old");
  is_link_refused = true;
  const auto saved = save("taught @Jane Smith ^", "next");
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(story().size(), 2U);
  const auto part =
      post(create_capture, {{"line", "phoned @Jane Smith ^"}, {"key", "more"}}, {{"partial", "1"}});
  EXPECT_THAT(part.body, HasSubstr("Not linked: These two go in a circle."));
}

TEST_F(CapturePages, DirectorsReadAndDoNotLog) {
  const auto before = test::contents(library.database);
  const auto page =
      ask(create_capture, post_request({{"line", "met @Jane Smith"}, {"key", "k"}}), library.dora);
  EXPECT_EQ(page.status, 403);
  EXPECT_EQ(test::contents(library.database), before);
}

}  // namespace
}  // namespace rapport
