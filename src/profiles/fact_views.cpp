// Draws the three facts.
#include "profiles/fact_views.hpp"

#include <algorithm>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"

namespace rapport::profiles {
namespace {

void put_last_spoken(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                     const PersonProfile& profile) {
  const auto today = visit.scope.today;
  const auto* row = last_spoken(profile, visit.scope);
  if (row == nullptr) {
    out.put<
        R"(<div><h2>Last spoke</h2><p class="big">Not yet</p><p class="small soft">Start with hello.</p></div>)">();
    return;
  }
  const auto* kind = directory.vocabulary.find(row->kind);
  auto when = relative_words(row->happened_on, today);
  const auto who = staff_words(*row, directory, visit.scope.viewer.staff);
  when[0] = static_cast<char>(when[0] >= 'a' && when[0] <= 'z' ? when[0] - 'a' + 'A' : when[0]);
  out.put<R"(<div><h2>Last spoke</h2><p class="big">{}{}</p><p class="small soft">{}. {}</p></div>)">(
      when, who.empty() ? std::string() : ", with " + who,
      kind != nullptr ? kind->name : std::string("Conversation"), shorten(markdown_to_plain(row->note), 150));
}

const Promise* first_of(const std::vector<Promise>& promises, PromiseSide side) {
  const auto found = std::ranges::find(promises, side, &Promise::side);
  return found == promises.end() ? nullptr : &*found;
}

void put_owed(html::Writer& out, const ui::Visit& visit, const Directory& directory,
              const PersonProfile& profile) {
  const auto today = visit.scope.today;
  const auto* ours = first_of(profile.promises, PromiseSide::ours);
  const auto* promise = ours != nullptr ? ours : first_of(profile.promises, PromiseSide::theirs);
  if (promise == nullptr) {
    out.put<
        R"(<div><h2>Promises</h2><p class="big">Nothing open</p><p class="small soft">On either side.</p></div>)">();
    return;
  }
  const auto& person = *profile.person;
  const auto heading = promise->side == PromiseSide::ours
                           ? "We owe " + object_word(person)
                           : (person.pronouns == "they" ? "They owe us" : subject_word(person) + " owes us");
  const auto more = profile.promises.size() - 1;
  const auto who = promise->staff == visit.scope.viewer.staff
                       ? std::string("you")
                       : std::string(directory.staff.given_name(promise->staff));
  out.put<
      R"(<div><h2>{}</h2><p class="big">{}</p><p class="small soft">{} Promised {} {} on {}.{}</p></div>)">(
      heading, promise->words, due_tag(*promise, today), promise->side == PromiseSide::ours ? "by" : "to",
      who, short_words(promise->made_on, today),
      more == 0 ? std::string()
                : " And " + count_words(static_cast<long>(more), "more promise is open.",
                                        "more promises are open."));
}

/// "Said so at the first meeting, 12 Apr": where it comes from, as it was written down.
std::string source_of(const profile_store::WayOfWorking& way, Date today) {
  return way.source.empty() ? std::string() : way.source + ", " + short_words(way.stated_on, today) + ".";
}

void put_good_to_know(html::Writer& out, const ui::Visit& visit, const PersonProfile& profile) {
  if (profile.ways.empty()) {
    out.put<R"(<div><h2>Good to know</h2><p class="big">Nothing stated yet</p>)"
            R"(<p class="small soft">Ask how {} would like to work with us.</p></div>)">(
        profile.person->known_as);
    return;
  }
  std::string rest;
  for (std::size_t i = 1; i < std::min<std::size_t>(profile.ways.size(), 3); ++i) {
    if (!rest.empty()) rest += ' ';
    rest += profile.ways[i].statement;
    if (!rest.ends_with('.')) rest += '.';
  }
  if (rest.empty()) rest = source_of(profile.ways.front(), visit.scope.today);
  out.put<R"(<div><h2>Good to know</h2><p class="big">{}</p><p class="small soft">{}</p></div>)">(
      profile.ways.front().statement, rest);
}

}  // namespace

html::Html three_facts(const ui::Visit& visit, const Directory& directory, const PersonProfile& profile) {
  html::Writer out;
  out.put<R"(<div class="five">)">();
  put_last_spoken(out, visit, directory, profile);
  put_owed(out, visit, directory, profile);
  put_good_to_know(out, visit, profile);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::profiles
