#include "people/people_pages.hpp"

#include <gmock/gmock.h>

#include "http/form.hpp"
#include "people/people.hpp"
#include "people/people_list.hpp"
#include "support/day.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport::people {
namespace {

using test::day;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string header(const http::Response& response, std::string_view name) {
  for (const auto& header : response.headers)
    if (header.name == name) return header.value;
  return {};
}

class PeoplePages : public testing::Test {
 protected:
  test::SmallLibrary library;
  Id<Staff> viewer = library.priya;

  http::Response visit(http::Request request, const std::function<http::Response(ui::Visit&)>& handler) {
    auto scope = library.scope(viewer);
    ui::Visit visit{.request = request,
                    .scope = *scope,
                    .csrf_token = "token",
                    .colours = "device",
                    .institution_name = "University of Nowhere",
                    .place_in_library = "Health"};
    return handler(visit);
  }
  http::Response get(const Pairs& query, const std::function<http::Response(ui::Visit&)>& handler,
                     Pairs parameters = {}) {
    http::Request request{.target = "/people", .path = "/people", .parameters = std::move(parameters)};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return visit(std::move(request), handler);
  }
  http::Response post(const Pairs& fields, const std::function<http::Response(ui::Visit&)>& handler,
                      Pairs parameters = {}) {
    http::Request request{.method = http::Method::post,
                          .target = "/people",
                          .path = "/people",
                          .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                          .parameters = std::move(parameters)};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    return visit(std::move(request), handler);
  }

  std::string list(const Pairs& query) {
    const auto directory = library.directory();
    return get(query,
               [&](ui::Visit& v) {
                 return show_people(v, directory->people, directory->org, directory->staff);
               })
        .body;
  }
  http::Response create(const Pairs& fields) {
    const auto directory = library.directory();
    return post(fields, [&](ui::Visit& v) { return create_person(v, directory->people, directory->org); });
  }
  /// A form of Jane's edit page.
  http::Response act(http::Response (*handler)(ui::Visit&, const OrgDirectory&), const Pairs& fields,
                     Pairs parameters = {}) {
    const auto directory = library.directory();
    parameters.emplace_back("person", "jane-smith-4f2");
    return post(
        fields, [&](ui::Visit& v) { return handler(v, directory->org); }, std::move(parameters));
  }
  std::string edit_page() {
    const auto directory = library.directory();
    return get({}, [&](ui::Visit& v) { return edit_person(v, directory->org); },
               {{"person", "jane-smith-4f2"}})
        .body;
  }
  PersonDetails jane() { return people::get(*library.scope(library.priya), library.jane).value(); }
  Pairs jane_fields(std::string about) {
    return {{"full_name", "Jane Smith"},
            {"known_as", "Jane"},
            {"title", "Dr"},
            {"about", std::move(about)},
            {"edition", edition(jane())}};
  }
};

TEST_F(PeoplePages, ListEverybodyHereByFamilyName) {
  const auto body = list({});
  const auto sian = body.find("Dr Siân Probert");
  const auto jane = body.find("Dr Jane Smith");
  EXPECT_LT(sian, jane);
  EXPECT_LT(jane, body.find("Prof. Owen Smith"));
  EXPECT_THAT(body, AllOf(HasSubstr("people-list"), HasSubstr("href=\"/people/jane-smith-4f2\""),
                          HasSubstr("Lecturer, Nursing &amp; Midwifery"), HasSubstr("1 to 3 of 3")));
}

TEST_F(PeoplePages, LetPeopleBeTickedWhereSomethingIsDoneWithThem) {
  EXPECT_THAT(list({}), Not(HasSubstr("type=\"checkbox\" name=\"people\"")));
  ASSERT_TRUE(people::mark_left(*library.scope(library.priya), library.owen, library.today()));
  const auto after = library.directory();
  const PeopleListPart part{.act = PeopleListAct{"Hand over to…", "Tick people first", "/hand-overs/new"}};
  const auto body = get({{"who", "everybody"}}, [&](ui::Visit& v) {
                      return show_people(v, after->people, after->org, after->staff, part);
                    }).body;
  EXPECT_THAT(body, HasSubstr("<form method=\"get\" action=\"/hand-overs/new\">"));
  EXPECT_THAT(body,
              HasSubstr("name=\"people\" value=\"jane-smith-4f2\" aria-label=\"Choose Dr Jane Smith\""));
  EXPECT_THAT(body, Not(HasSubstr("value=\"owen-smith-7k3\""))) << "who left is looked after by nobody";
}

TEST_F(PeoplePages, NarrowTheListByNameDepartmentAndPortfolio) {
  EXPECT_THAT(list({{"q", "smi jan"}}), Not(HasSubstr("jane-smith-4f2\"")));
  EXPECT_THAT(list({{"q", "jane smi"}}), AllOf(HasSubstr("jane-smith-4f2"), Not(HasSubstr("owen-smith"))));
  EXPECT_THAT(list({{"unit", "law"}}), AllOf(HasSubstr("owen-smith"), Not(HasSubstr("jane-smith"))));
  EXPECT_THAT(list({{"mine", "yes"}}), AllOf(HasSubstr("jane-smith"), Not(HasSubstr("owen-smith"))));
  EXPECT_THAT(list({{"mine", "yes"}, {"unit", "law"}}), HasSubstr("Nobody here."));
  viewer = library.tom;
  EXPECT_THAT(list({{"mine", "yes"}}), HasSubstr("Nobody here."));
}

TEST_F(PeoplePages, OfferToAddSomebodyWhoIsNotFound) {
  EXPECT_THAT(list({{"q", "Ada <Byron>"}}),
              AllOf(HasSubstr("/people/new?name=Ada%20%3CByron%3E"), HasSubstr("Add Ada &lt;Byron&gt;")));
  viewer = library.dora;
  EXPECT_THAT(list({{"q", "Ada"}}), Not(HasSubstr("/people/new")));
}

TEST_F(PeoplePages, ShowThoseWhoLeftOnlyWhenAsked) {
  ASSERT_TRUE(mark_left(*library.scope(library.priya), library.jane, library.today()));
  EXPECT_THAT(list({}), Not(HasSubstr("jane-smith")));
  EXPECT_THAT(list({{"who", "left"}}), AllOf(HasSubstr("jane-smith"), Not(HasSubstr("owen-smith"))));
  EXPECT_THAT(list({{"who", "everybody"}}), AllOf(HasSubstr("jane-smith"), HasSubstr("owen-smith")));
}

TEST_F(PeoplePages, OrderByLastSpoke) {
  library.database->write([&](db::Writer& writer) {
    writer.execute("update persons set last_on = '2026-11-11' where institution_id = $1 and id = $2",
                   library.institution, library.jane);
    writer.execute("update persons set last_on = '2026-10-01' where institution_id = $1 and id = $2",
                   library.institution, library.owen);
  });
  const auto directory = library.directory();
  const auto order = [&](PeopleOrder wanted) {
    std::vector<std::string> names;
    for (const auto& row :
         people::list(*library.scope(library.priya), directory->people, directory->org, {.order = wanted})
             .rows)
      names.push_back(row.person->full_name);
    return names;
  };
  EXPECT_THAT(order(PeopleOrder::last_spoke),
              testing::ElementsAre("Jane Smith", "Owen Smith", "Siân Probert"));
  EXPECT_THAT(order(PeopleOrder::longest_ago),
              testing::ElementsAre("Siân Probert", "Owen Smith", "Jane Smith"));
  EXPECT_THAT(order(PeopleOrder::department),
              testing::ElementsAre("Owen Smith", "Siân Probert", "Jane Smith"));
  EXPECT_THAT(list({{"order", "last"}}), HasSubstr(">yesterday</time>"));
}

TEST_F(PeoplePages, ShowAnEmptyPageBehindTheLast) {
  const auto body = list({{"page", "99999999999999999999"}, {"order", "nonsense"}, {"who", "x"}});
  EXPECT_THAT(body, HasSubstr("jane-smith"));
  EXPECT_THAT(list({{"page", "7"}}), HasSubstr("Nobody here."));
}

TEST_F(PeoplePages, AddSomebodyAndLeadToTheirPage) {
  const auto reply = create({{"title", "Dr"},
                             {"full_name", "Ada Byron"},
                             {"addresses", "ada@example.ac.uk"},
                             {"unit", "law"},
                             {"post_title", "Reader"},
                             {"key", "k1"}});
  EXPECT_EQ(reply.status, 303);
  const auto location = header(reply, "Location");
  EXPECT_THAT(location, StartsWith("/people/ada-byron-"));
  const auto made = people::get(*library.scope(viewer), std::string_view(location).substr(8)).value();
  EXPECT_EQ(made.posts.front().title, "Reader");
  EXPECT_EQ(made.addresses.front(), "ada@example.ac.uk");
}

TEST_F(PeoplePages, StoreAFormOnceThatWasSentTwice) {
  const Pairs fields{{"full_name", "Ada Byron"}, {"key", "k1"}};
  const auto first = create(fields);
  const auto second = test::unchanged(library.database, [&] { return create(fields); });
  EXPECT_EQ(second.status, 303);
  EXPECT_EQ(header(second, "Location"), header(first, "Location"));
}

TEST_F(PeoplePages, KeepWhatWasTypedWhenItIsRefused) {
  const auto reply = test::unchanged(library.database, [&] {
    return create({{"full_name", "Ada \"Countess\""}, {"addresses", "not one"}, {"post_title", "Reader"}});
  });
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("value=\"Ada &quot;Countess&quot;\""), HasSubstr("value=\"not one\""),
                    HasSubstr("value=\"Reader\""), HasSubstr("href=\"#unit\"")));
}

TEST_F(PeoplePages, AskBeforeAddingANamesake) {
  const auto asked = test::unchanged(library.database, [&] { return create({{"full_name", "jane SMITH"}}); });
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.body,
              AllOf(HasSubstr("href=\"/people/jane-smith-4f2\""), HasSubstr("href=\"#is_another\"")));
  EXPECT_EQ(create({{"full_name", "jane SMITH"}, {"is_another", "yes"}}).status, 303);
}

TEST_F(PeoplePages, AreReadOnlyForDirectors) {
  viewer = library.dora;
  EXPECT_THAT(list({}), AllOf(HasSubstr("jane-smith"), Not(HasSubstr("/people/new"))));
  const auto directory = library.directory();
  EXPECT_EQ(get({}, [&](ui::Visit& v) { return new_person(v, directory->org); }).status, 403);
  EXPECT_EQ(test::unchanged(library.database, [&] { return create({{"full_name", "A"}}); }).status, 403);
  for (auto* handler : {update_person, create_post, end_person_post, make_post_main, create_way,
                        review_person_way, end_person_way, mark_person_left, mark_person_returned})
    EXPECT_EQ(test::unchanged(library.database, [&] { return act(handler, {}); }).status, 403);
}

TEST_F(PeoplePages, SaveTheEditForm) {
  auto fields = jane_fields("Runs\r\nthe placement year.");
  fields.emplace_back("addresses", "jane@example.ac.uk\r\n\r\njs@example.org\r\n");
  fields.emplace_back("former", "Jane Hartley");
  fields.emplace_back("orcid", "0000000218250097");
  fields.emplace_back("pronouns", "she");
  const auto reply = act(update_person, fields);
  EXPECT_EQ(reply.status, 303);
  EXPECT_EQ(header(reply, "Location"), "/people/jane-smith-4f2");
  const auto now = jane();
  EXPECT_EQ(now.person.about, "Runs\nthe placement year.");
  EXPECT_EQ(now.person.orcid, "0000-0002-1825-0097");
  EXPECT_THAT(now.addresses, testing::ElementsAre("jane@example.ac.uk", "js@example.org"));
  EXPECT_THAT(now.names, testing::ElementsAre(OtherName{NameKind::former, "Jane Hartley"}));
  EXPECT_THAT(edit_page(), AllOf(HasSubstr("jane@example.ac.uk\njs@example.org"), HasSubstr("Jane Hartley")));
}

TEST_F(PeoplePages, ShowBothVersionsWhenTwoEdited) {
  const auto mine = jane_fields("Mine");
  const auto yours = jane_fields("Yours");
  ASSERT_EQ(act(update_person, mine).status, 303);
  const auto reply = test::unchanged(library.database, [&] { return act(update_person, yours); });
  EXPECT_EQ(reply.status, 409);
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("<td data-label=\"Kept now\">Mine</td><td data-label=\"Yours\">Yours</td>"),
                    HasSubstr("\nYours</textarea>"), HasSubstr(edition(jane()))));
  EXPECT_EQ(act(update_person, jane_fields("Yours")).status, 303);
  EXPECT_EQ(jane().person.about, "Yours");
}

TEST_F(PeoplePages, KeepTypedWordsOfARefusedEdit) {
  auto fields = jane_fields("About <b>");
  fields.emplace_back("orcid", "0000-0002-1825-0098");
  const auto reply = test::unchanged(library.database, [&] { return act(update_person, fields); });
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("About &lt;b&gt;"), HasSubstr("value=\"0000-0002-1825-0098\""),
                                HasSubstr("href=\"#orcid\"")));
}

TEST_F(PeoplePages, AddEndAndChangePostsWithoutScript) {
  const Pairs fields{{"unit", "law"},
                     {"post_title", "Reader"},
                     {"valid_from", "2026-09-01"},
                     {"is_main", "yes"},
                     {"key", "k1"}};
  EXPECT_EQ(header(act(create_post, fields), "Location"), "/people/jane-smith-4f2/edit#posts");
  EXPECT_EQ(act(create_post, fields).status, 303);  // the same form again
  ASSERT_EQ(jane().posts.size(), 2U);
  EXPECT_EQ(jane().person.main_unit, library.law);
  const auto lecturer = jane().posts[1].id.value;
  EXPECT_EQ(act(make_post_main, {}, {{"post", std::to_string(lecturer)}}).status, 303);
  EXPECT_EQ(jane().person.main_unit, library.nursing);
  const auto field = "ended_on-" + std::to_string(lecturer);
  const auto refused = test::unchanged(library.database, [&] {
    return act(end_person_post, {{field, "2026-02-31"}}, {{"post", std::to_string(lecturer)}});
  });
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("href=\"#" + field + "\""));
  EXPECT_EQ(act(end_person_post, {{field, "2026-10-31"}}, {{"post", std::to_string(lecturer)}}).status, 303);
  EXPECT_EQ(jane().person.main_unit, library.law);
}

TEST_F(PeoplePages, KeepTypedWordsOfARefusedPostOrWay) {
  const auto post_reply = test::unchanged(library.database, [&] {
    return act(create_post, {{"unit", ""}, {"post_title", "Reader in Law"}});
  });
  EXPECT_EQ(post_reply.status, 422);
  EXPECT_THAT(post_reply.body, AllOf(HasSubstr("value=\"Reader in Law\""), HasSubstr("href=\"#unit\"")));
  const auto way_reply = test::unchanged(library.database, [&] {
    return act(create_way, {{"statement", "Phone first"}, {"source", ""}, {"stated_on", "2026-11-01"}});
  });
  EXPECT_EQ(way_reply.status, 422);
  EXPECT_THAT(way_reply.body, AllOf(HasSubstr("value=\"Phone first\""), HasSubstr("href=\"#source\"")));
}

TEST_F(PeoplePages, AddReviewAndEndWaysOfWorking) {
  EXPECT_EQ(act(create_way, {{"statement", "Phone first"},
                             {"source", "told Tom"},
                             {"stated_on", "2026-11-01"},
                             {"review_on", "2027-11-01"},
                             {"key", "k1"}})
                .status,
            303);
  const auto way = std::to_string(jane().ways.front().id.value);
  EXPECT_THAT(edit_page(), HasSubstr("Phone first"));
  EXPECT_EQ(act(review_person_way, {{"review_on-" + way, "2028-01-01"}}, {{"way", way}}).status, 303);
  EXPECT_EQ(jane().ways.front().review_on, day("2028-01-01"));
  EXPECT_EQ(act(end_person_way, {}, {{"way", "not a number"}}).status, 404);
  EXPECT_EQ(act(end_person_way, {}, {{"way", way}}).status, 303);
  EXPECT_TRUE(jane().ways.empty());
}

TEST_F(PeoplePages, MarkSomebodyAsLeftAndBack) {
  EXPECT_EQ(act(mark_person_left, {{"left_on", "2027-01-01"}}).status, 422);
  EXPECT_EQ(act(mark_person_left, {{"left_on", "2026-10-31"}}).status, 303);
  EXPECT_EQ(jane().person.left_on, day("2026-10-31"));
  EXPECT_THAT(edit_page(), HasSubstr("Jane left on Saturday 31 October."));
  EXPECT_EQ(act(mark_person_returned, {}).status, 303);
  EXPECT_EQ(jane().person.left_on, std::nullopt);
}

TEST_F(PeoplePages, SayNotFoundForAPersonWhoIsNotThere) {
  const auto directory = library.directory();
  EXPECT_EQ(get({}, [&](ui::Visit& v) { return edit_person(v, directory->org); }, {{"person", "nobody-abc"}})
                .status,
            404);
}

}  // namespace
}  // namespace rapport::people
