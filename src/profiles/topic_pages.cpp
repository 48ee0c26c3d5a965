// Answers with a topic's page and with the viewer's own conversations.
#include "profiles/topic_pages.hpp"

#include <charconv>

#include "organisation/academic_calendar.hpp"
#include "profiles/topic_views.hpp"
#include "ui/page.hpp"

namespace rapport::profiles {
namespace {

Id<Topic> id_in(std::string_view text) {
  Id<Topic> id;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), id.value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? id : Id<Topic>{};
}

interactions::TimelineQuery query_of(const http::Request& request) {
  interactions::TimelineQuery query{.family = family_of(request.query.value("kind")), .limit = 50};
  if (request.query.has("before")) query.before = std::string(request.query.value("before"));
  return query;
}

TopicProfile read_topic(Scope& scope, const TopicEntry& topic, const interactions::TimelineQuery& query) {
  TopicProfile profile{.topic = &topic};
  profile.since_month = scope.years().month(scope.years().of(scope.today));
  const department_store::Span year{scope.years().first_day(scope.years().of(scope.today)), scope.today};
  scope.read([&](db::Reader& reader) {
    profile.this_year = department_store::count_of_topic(reader, scope, topic.id, year, topic_count_max + 1);
    profile.units = department_store::units_of_topic(reader, scope, topic.id, year, topic_newest_max);
  });
  profile.timeline = interactions::timeline_of_topic(scope, topic.id, query);
  return profile;
}

}  // namespace

http::Response show_topic(const ui::Visit& visit, const Directory& directory) {
  const auto* topic = directory.vocabulary.find(id_in(visit.request.parameter("topic")));
  if (topic == nullptr) return ui::show_refusal(visit, not_found("There is no topic with that number."));
  auto query = query_of(visit.request);
  query.family = {};
  const auto profile = read_topic(visit.scope, *topic, query);
  return ui::show(visit, {.title = "#" + topic->name, .content = topic_view(visit, directory, profile)});
}

http::Response show_conversations(const ui::Visit& visit, const Directory& directory) {
  const auto query = query_of(visit.request);
  const auto timeline = interactions::timeline_of_staff(visit.scope, visit.scope.viewer.staff, query);
  const auto family = query.family ? code(*query.family) : std::string_view();
  return ui::show(visit, {.title = "Your conversations",
                          .content = conversations_view(visit, directory, timeline, family)});
}

}  // namespace rapport::profiles
