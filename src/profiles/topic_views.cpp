// Draws a topic's page and the list of one's own conversations.
#include "profiles/topic_views.hpp"

#include <array>

#include "base/text.hpp"
#include "interactions/timeline_views.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

using html::Url;

std::string address_of(const TopicEntry& topic) {
  return "/topics/" + std::to_string(topic.id.value);
}

std::string count_sentence(const TopicProfile& profile) {
  const auto since = " since " + std::string(month_name(profile.since_month));
  if (profile.this_year > topic_count_max)
    return "More than " + count_words(topic_count_max, "conversation", "conversations") + since + ".";
  if (profile.this_year == 0) return "No conversations" + since + ".";
  return std::to_string(profile.this_year) + (profile.this_year == 1 ? " conversation" : " conversations") +
         since + " that you can read.";
}

void put_units(html::Writer& out, const Directory& directory, const TopicProfile& profile) {
  if (profile.units.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-dep"><h2 id="h-dep" class="gap-b">With whom since {}</h2>)"
      R"(<ul class="stack-s">)">(month_name(profile.since_month));
  for (const auto& counted : profile.units)
    if (const auto* unit = directory.org.find(counted.unit))
      out.put<R"(<li class="row between"><a href="{}">{}</a><span class="small muted num">{}</span></li>)">(
          Url("/departments/" + unit->slug), unit->name, counted.conversations);
  out.put<"</ul>">();
  if (profile.this_year > topic_newest_max)
    out.put<R"(<p class="micro muted gap-t">In the latest {} conversations.</p>)">(topic_newest_max);
  out.put<"</section>">();
}

struct Filter {
  std::string_view family;
  std::string_view words;
};
constexpr std::array<Filter, 7> filters{{{"", "All"},
                                         {"meeting", "Meetings"},
                                         {"teaching", "Teaching"},
                                         {"message", "Messages"},
                                         {"informal", "Informal"},
                                         {"consultation", "Consultations"},
                                         {"event", "Events"}}};

void put_filters(html::Writer& out, std::string_view family) {
  out.put<R"(<div class="row wrap filters gap-t"><span class="seg" role="group" aria-label="Filter">)">();
  for (const auto& filter : filters) {
    const auto address = filter.family.empty() ? std::string("/conversations")
                                               : "/conversations?kind=" + std::string(filter.family);
    out.put<R"(<a href="{}"{}>{}</a>)">(Url(address),
                                        filter.family == family
                                            ? html::Attribute::value("aria-current", "true")
                                            : html::Attribute::flag("", false),
                                        filter.words);
  }
  out.put<"</span></div>">();
}

void put_earlier(html::Writer& out, const std::string& address) {
  out.put<R"(<a class="btn" href="{}">Show earlier conversations</a>)">(Url(address));
}

}  // namespace

html::Html topic_view(const ui::Visit& visit, const Directory& directory, const TopicProfile& profile) {
  html::Writer out;
  out.put<
      R"(<h1>#{}</h1><p class="soft lead">{}{}</p><div class="cols dep-cols"><section aria-labelledby="h-con">)"
      R"(<h2 id="h-con" class="gap-b">Latest conversations</h2>)">(
      profile.topic->name, profile.topic->is_module ? "Module. " : "", count_sentence(profile));
  if (profile.timeline.interactions.empty())
    out.add(ui::empty_state("No conversations about this yet. Write #" + profile.topic->name +
                            " when you log one."));
  out.add(timeline(profile.timeline.interactions, directory, {.today = visit.scope.today}));
  if (profile.timeline.next)
    put_earlier(out, address_of(*profile.topic) + "?before=" + *profile.timeline.next);
  out.put<R"(</section><aside class="stack" aria-label="About this topic">)">();
  put_units(out, directory, profile);
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

html::Html conversations_view(const ui::Visit& visit, const Directory& directory,
                              const interactions::Timeline& timeline, std::string_view family) {
  html::Writer out;
  out.put<
      R"(<h1>Your conversations</h1><p class="soft lead">Those that you took part in, newest first.</p>)">();
  put_filters(out, family);
  if (timeline.interactions.empty())
    out.add(ui::empty_state(family.empty() ? "Nothing yet. Log your first conversation: one line is enough."
                                           : "Nothing of this kind yet. Choose All to see the rest."));
  out.add(rapport::timeline(timeline.interactions, directory, {.today = visit.scope.today}));
  if (timeline.next)
    put_earlier(out, "/conversations?before=" + *timeline.next +
                         (family.empty() ? std::string() : "&kind=" + std::string(family)));
  return std::move(out).finish();
}

}  // namespace rapport::profiles
