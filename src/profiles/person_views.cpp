// Draws a person's page.
#include "profiles/person_views.hpp"

#include <algorithm>
#include <array>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "bumps/chain_views.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "profiles/fact_views.hpp"
#include "profiles/week_chart.hpp"
#include "relationships/quiet_views.hpp"
#include "relationships/relationship_views.hpp"
#include "relationships/suggested_move_pages.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

std::string address_of(const PersonEntry& person, std::string_view rest = "") {
  return "/people/" + person.slug + std::string(rest);
}

/// Of the department; script puts those of the list instead from which the page was opened.
void put_neighbours(html::Writer& out, const Neighbours& beside) {
  const auto put = [&](const PersonEntry* person, std::string_view words, const html::Attribute& marked) {
    if (person == nullptr) {
      out.put<R"(<a hidden{}>{}<span class="vh"></span></a>)">(marked, words);
    } else {
      out.put<R"(<a href="{}"{}>{}<span class="vh">: {}</span></a>)">(html::Url(address_of(*person)), marked,
                                                                      words, person->full_name);
    }
  };
  put(beside.previous, "Previous", html::Attribute::flag("data-previous", true));
  put(beside.next, "Next", html::Attribute::flag("data-next", true));
}

void put_crumbs(html::Writer& out, const Directory& directory, const PersonProfile& profile) {
  out.put<R"(<div class="row crumbs"><p class="grow"><a href="/people">People</a>)">();
  if (!profile.posts.empty())
    if (const auto* unit = directory.org.find(profile.posts.front().unit))
      out.put<R"( / <a href="{}">{}</a>)">(html::Url("/departments/" + unit->slug), unit->name);
  out.put<"</p>">();
  put_neighbours(out, directory.people.neighbours(*profile.person));
  out.put<"</div>">();
}

void put_badges(html::Writer& out, const ui::Visit& visit, const PersonProfile& profile) {
  out.put<R"(<div class="row wrap gap-t">{})">(
      level_mark(profile.relationship.scales.current(), profile.relationship.standing));
  out.add(champion_mark(profile, visit.scope.today));
  for (const auto* merged : profile.merged)
    out.put<R"(<a class="tag" href="{}">{}Also kept as {}</a>)">(
        html::Url(address_of(*profile.person, "/merging")), ui::icon("users"), merged->full_name);
  if (profile.left_on) out.put<R"(<span class="tag amber">Left {}</span>)">(profile.left_on->iso());
  if (profile.looked_after_by != nullptr)
    out.put<R"(<span class="tag">{}{} looks after this relationship</span>)">(
        ui::icon("user-heart"), profile.looked_after_by->given_name);
  if (profile.orcid)
    out.put<R"(<a class="tag" href="{}" rel="noreferrer">ORCID {}</a>)">(
        html::Url("https://orcid.org/" + *profile.orcid), *profile.orcid);
  out.put<"</div>">();
}

void put_actions(html::Writer& out, const PersonProfile& profile, bool is_for_phone) {
  const auto& person = *profile.person;
  const auto log = html::Url("/capture?person=" + person.slug);
  if (is_for_phone) {
    out.put<
        R"(<div class="row only-m gap-t"><a class="btn primary grow" href="{}" data-capture-open>{}Log</a>)">(
        log, ui::icon("pencil-plus"));
  } else {
    out.put<
        R"(<div class="bc-act hide-m"><a class="btn primary" href="{}" data-capture-open aria-keyshortcuts="c">)"
        R"({}Log <kbd>C</kbd></a>)">(log, ui::icon("pencil-plus"));
  }
  if (!profile.addresses.empty())
    out.put<R"(<a class="{}" href="{}">{}Write</a>)">(is_for_phone ? "btn grow" : "btn",
                                                      html::Url("mailto:" + profile.addresses.front()),
                                                      ui::icon("mail"));
  out.put<"</div>">();
}

void put_brief_card(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                    const PersonProfile& profile) {
  const auto& person = *profile.person;
  out.put<
      R"(<section class="card brief-card" aria-labelledby="name"><div class="bc-top">{}<div class="grow">)"
      R"(<h1 id="name">{}</h1><p class="soft">{}</p>)">(
      ui::avatar(person.full_name, "l"), person.display_name(), post_words(profile, directory));
  put_badges(out, visit, profile);
  out.put<"</div>">();
  put_actions(out, profile, false);
  out.put<"</div>{}</section>">(three_facts(visit, directory, profile));
  put_actions(out, profile, true);
}

void put_colleague(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                   const PersonProfile& profile) {
  const auto* row = colleague_lately(profile, visit.scope);
  if (row == nullptr) return;
  const auto* kind = directory.vocabulary.find(row->kind);
  const bool is_message = kind != nullptr && kind->family == Family::message;
  out.put<R"(<p class="note small gap-t colleague">{} {} {} {}. <a href="{}">Read it before you do</a></p>)">(
      staff_words(*row, directory, visit.scope.viewer.staff), is_message ? "wrote to" : "spoke with",
      object_word(*profile.person), relative_words(row->happened_on, visit.scope.today),
      html::Url("/conversations/" + std::to_string(row->id.value)));
}

struct Filter {
  std::string_view family;
  std::string_view words;
};
constexpr std::array<Filter, 5> filters{{{"", "All"},
                                         {"meeting", "Meetings"},
                                         {"teaching", "Teaching"},
                                         {"message", "Messages"},
                                         {"informal", "Informal"}}};

void put_filters(html::Writer& out, const PersonEntry& person, std::string_view family) {
  out.put<R"(<div class="row wrap filters"><span class="seg" role="group" aria-label="Filter">)">();
  for (const auto& filter : filters) {
    const auto address = filter.family.empty() ? address_of(person)
                                               : address_of(person, "?kind=" + std::string(filter.family));
    out.put<R"(<a href="{}"{}>{}</a>)">(html::Url(address),
                                        filter.family == family
                                            ? html::Attribute::value("aria-current", "true")
                                            : html::Attribute::flag("", false),
                                        filter.words);
  }
  out.put<R"(</span><a class="btn s quiet" href="{}">{}Search {} notes</a></div>)">(
      html::Url("/find?person=" + person.slug), ui::icon("search"), possessive_word(person));
}

void put_story(html::Writer& out, const ui::Visit& visit, const Directory& directory,
               const PersonProfile& profile, std::string_view family) {
  const auto& person = *profile.person;
  const auto weeks = weeks_of_year(profile.days_of_year, visit.scope.today);
  out.put<R"(<section aria-labelledby="h-story"><div class="sec-h"><h2 id="h-story">The story so far</h2>)"
          R"(<span class="more muted">{}, {}</span></div>{})">(
      count_words(static_cast<long>(profile.days_of_year.size()), "conversation this year",
                  "conversations this year"),
      count_words(static_cast<long>(profile.known_by.size()), "colleague", "colleagues"), week_chart(weeks));
  put_filters(out, person, family);
  if (profile.timeline.interactions.empty()) {
    out.add(ui::empty_state(
        family.empty() ? "Nobody has written about " + person.display_name() + " yet. Start with hello."
                       : std::string("Nothing of this kind yet. Choose All to see the rest.")));
  }
  out.add(
      timeline(profile.timeline.interactions, directory, {.person = person.id, .today = visit.scope.today}));
  if (profile.timeline.next) {
    const auto kind = family.empty() ? "" : "&kind=" + std::string(family);
    out.put<R"(<a class="btn" href="{}">Show earlier conversations</a>)">(
        html::Url(address_of(person, "?before=" + *profile.timeline.next + kind)));
  }
  out.put<"</section>">();
}

void put_known_by(html::Writer& out, const Directory& directory, const PersonProfile& profile) {
  if (profile.known_by.empty()) return;
  out.put<R"(<section class="card" aria-labelledby="h-know"><h2 id="h-know" class="gap-b">Who knows {}</h2>)"
          R"(<ul class="stack-s">)">(object_word(*profile.person));
  const auto shown = std::min<std::size_t>(profile.known_by.size(), 6);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& known = profile.known_by[i];
    const auto name = directory.staff.full_name(known.staff);
    out.put<R"(<li class="row">{}<div><h3>{}</h3><p class="micro muted">{}, since {}</p></div></li>)">(
        ui::avatar(name), name, count_words(known.conversations, "conversation", "conversations"),
        known.first_on.year());
  }
  out.put<"</ul></section>">();
}

void put_ways(html::Writer& out, const ui::Visit& visit, const PersonProfile& profile) {
  const auto edit = html::Url(address_of(*profile.person, "/edit"));
  out.put<
      R"(<section class="card" aria-labelledby="h-ways"><div class="sec-h"><h2 id="h-ways">Ways of working</h2>)"
      R"(<a class="more" href="{}" data-edit>Edit {} details</a></div>)">(edit,
                                                                          possessive_word(*profile.person));
  if (profile.ways.empty()) out.put<R"(<p class="small muted">Nothing stated yet.</p>)">();
  out.put<R"(<ul class="stack-s">)">();
  for (const auto& way : profile.ways) {
    out.put<R"(<li><p>{}</p><p class="micro muted">{}, {}{}</p></li>)">(
        way.statement, way.source, short_words(way.stated_on, visit.scope.today),
        way.review_on ? ". Ask again " + relative_words(*way.review_on, visit.scope.today) : std::string());
  }
  out.put<"</ul></section>">();
}

/// The latest conversation on the page that something came out of.
std::optional<Id<Interaction>> latest_that_led_on(const PersonProfile& profile) {
  for (const auto& row : profile.timeline.interactions)
    if (row.bump_count > 0) return row.id;
  return std::nullopt;
}

void put_aside(html::Writer& out, const ui::Visit& visit, const Directory& directory,
               const PersonProfile& profile) {
  const auto& person = *profile.person;
  out.put<R"(<aside class="stack" aria-label="About this relationship">)">();
  if (profile.latest_known_since)
    out.add(relationships::suggestion_for_page(visit, directory, person, profile.relationship,
                                               {profile.timeline.interactions, *profile.latest_known_since}));
  out.add(relationship_card(partner_words(directory, person.id), profile.relationship,
                            !visit.scope.viewer.is(Role::director)));
  put_known_by(out, directory, profile);
  if (!profile.promises.empty())
    out.put<
        R"(<section class="card" aria-labelledby="h-both"><h2 id="h-both" class="gap-b">Promises on both sides</h2>{}</section>)">(
        promise_list(visit, directory, profile.promises, {.is_on_person_page = true}));
  out.add(grown_card(profile.grew, profile.grew_since, latest_that_led_on(profile)));
  put_ways(out, visit, profile);
  out.put<
      R"(<p class="small"><a href="{}">Plan the next step</a></p><p class="small"><a href="{}" data-brief>Print a brief</a> · <a href="{}">Engagement</a> · <a href="{}">How often we speak</a> · <a href="{}">Champion</a></p>)">(
      html::Url(address_of(person, "/plan")), html::Url(address_of(person, "/brief")),
      html::Url(address_of(person, "/engagement")), html::Url(address_of(person, "/quiet")),
      html::Url(address_of(person, "/champion")));
  if (visit.scope.viewer.is(Role::leader) || visit.scope.viewer.is(Role::administrator))
    out.put<R"(<p class="small"><a href="{}">{} asks to be erased</a></p>)">(
        html::Url(address_of(person, "/erasure")), person.known_as);
  out.put<
      R"(<p class="note small">{} may ask to read this page, and who opened it: that is kept by day. Write what you would say with {} in the room. )"
      R"(<a href="/help/privacy">What we keep and why</a></p></aside>)">(person.known_as,
                                                                         object_word(person));
}

}  // namespace

std::string post_words(const PersonProfile& profile, const Directory& directory) {
  std::vector<std::string> posts;
  for (const auto& post : profile.posts) {
    const std::string unit(directory.org.name(post.unit));
    posts.push_back(post.title.empty() ? unit : post.title + ", " + unit);
  }
  auto words = join(posts, "; ");
  if (!words.empty()) words += '.';
  if (!profile.about.empty()) words += (words.empty() ? "" : " ") + profile.about;
  return words;
}

html::Html champion_mark(const PersonProfile& profile, Date today) {
  const auto words = champions::mark_words(profile.champion, today);
  if (words.empty()) return {};
  return html::render<R"(<a class="tag green" href="{}">{}{}</a>)">(
      html::Url(address_of(*profile.person, "/champion")), ui::icon("award"), words);
}

html::Html person_view(const ui::Visit& visit, const Directory& directory, const PersonProfile& profile,
                       std::string_view family) {
  html::Writer out;
  put_crumbs(out, directory, profile);
  put_brief_card(out, visit, directory, profile);
  put_colleague(out, visit, directory, profile);
  out.add(quiet::quiet_note(directory, profile.quiet, visit.scope.today));
  out.put<R"(<div class="cols person-cols">)">();
  put_story(out, visit, directory, profile, family);
  put_aside(out, visit, directory, profile);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::profiles
