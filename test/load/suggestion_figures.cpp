// How often suggestions are right: for every conversation of the made-up university, what the rules suggest
// against what it came out of there. See docs/bumps.md for how those links are made and what the figures
// mean.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "bumps/suggestions.hpp"
#include "db/migrate.hpp"
#include "demo/fill.hpp"

namespace {

using namespace rapport;

const Instant nine_o_clock = *Instant::parse_iso("2026-11-12T09:00:00Z");
const Date today = *Date::parse_iso("2026-11-12");

/// What each conversation came out of.
using Truth = std::map<Id<Interaction>, std::set<Id<Interaction>>>;

/// Reads the links and takes them out of the database, so that nothing of them is known.
Truth take_links(db::Database& database) {
  return database.write([](db::Writer& writer) {
    Truth truth;
    writer.each("select from_id, to_id from bumps where state = 'accepted'",
                [&](const db::Row& row) { truth[row.id<Interaction>(1)].insert(row.id<Interaction>(0)); });
    writer.execute("delete from bumps");
    return truth;
  });
}

struct Asked {
  Id<Interaction> id;
  Viewer viewer;
};
std::vector<Asked> conversations(db::Database& database) {
  return database.read([](db::Reader& reader) {
    return reader.all(
        "select i.id, s.id, s.role, s.team_id from interactions i join staff s on s.id = i.recorded_by where "
        "i.withdrawn_at is null and i.needs_sorting = 0 order by i.id",
        [](const db::Row& row) {
          return Asked{row.id<Interaction>(0),
                       {.staff = row.id<Staff>(1),
                        .role = role_of(row.text(2)).value(),
                        .team = row.optional_id<Team>(3),
                        .full_name = {},
                        .given_name = {}}};
        });
  });
}

/// What somebody without rules would offer: the latest three with one of the same people in eight weeks.
std::vector<Id<Interaction>> latest_with_same_people(db::Database& database, Id<Interaction> id) {
  return database.read([&](db::Reader& reader) {
    return reader.all(
        "select distinct e.interaction_id, e.happened_on from interaction_persons p join interaction_persons "
        "e on "
        "e.institution_id = p.institution_id and e.person_id = p.person_id and e.happened_on <= "
        "p.happened_on and "
        "e.happened_on >= date(p.happened_on, '-56 days') and e.interaction_id < p.interaction_id where "
        "p.institution_id = 1 and p.interaction_id = $1 order by e.happened_on desc, e.interaction_id desc "
        "limit 3",
        [](const db::Row& row) { return row.id<Interaction>(0); }, id);
  });
}

struct Tally {
  int offered = 0;
  int right = 0;
  void count(bool is_right) { ++offered, right += is_right; }
  [[nodiscard]] std::string words() const {
    return fmt::format("{:5} of {:5} = {:5.1f} %", right, offered,
                       offered == 0 ? 0.0 : 100.0 * right / offered);
  }
};

struct Figures {
  int asked = 0;
  int linked = 0;
  int links = 0;
  Tally all_first, all_three;        ///< of every conversation
  Tally linked_first, linked_three;  ///< of those that came out of something
  Tally today;                       ///< strong enough to be asked on Today
  int found_first = 0, found_three = 0;
  Tally plain_first, plain_three;  ///< of the latest with the same people
  std::array<Tally, suggestion_rules> by_rule_first = {}, by_rule_three = {};

  void count_plain(const std::vector<Id<Interaction>>& latest, const std::set<Id<Interaction>>& parents) {
    for (const auto id : latest) plain_three.count(parents.contains(id));
    if (!latest.empty()) plain_first.count(parents.contains(latest.front()));
  }
  void count(const std::vector<Suggestion>& suggestions, const std::set<Id<Interaction>>& parents) {
    ++asked;
    linked += !parents.empty();
    links += static_cast<int>(parents.size());
    for (std::size_t rank = 0; rank < suggestions.size(); ++rank) count(suggestions[rank], rank, parents);
  }

 private:
  void count(const Suggestion& suggestion, std::size_t rank, const std::set<Id<Interaction>>& parents) {
    const bool is_right = parents.contains(suggestion.earlier.id);
    const auto rule = static_cast<std::size_t>(suggestion.reasons.front().rule);
    all_three.count(is_right);
    by_rule_three[rule].count(is_right);
    found_three += is_right;
    if (!parents.empty()) linked_three.count(is_right);
    if (rank > 0) return;
    all_first.count(is_right);
    if (suggestion.weight >= suggestion_weight_for_today) today.count(is_right);
    by_rule_first[rule].count(is_right);
    found_first += is_right;
    if (!parents.empty()) linked_first.count(is_right);
  }
};

void print(const Figures& figures) {
  const auto share = [&](int found) { return 100.0 * found / std::max(1, figures.links); };
  fmt::print("{} conversations, {} of which came out of something, {} links\n", figures.asked, figures.linked,
             figures.links);
  fmt::print("right, of all suggested              first: {}   first three: {}\n", figures.all_first.words(),
             figures.all_three.words());
  fmt::print("right, where it came of something    first: {}   first three: {}\n",
             figures.linked_first.words(), figures.linked_three.words());
  fmt::print("right, strong enough for Today       first: {}\n", figures.today.words());
  fmt::print("links found                          first: {:5} = {:.1f} %   first three: {:5} = {:.1f} %\n",
             figures.found_first, share(figures.found_first), figures.found_three,
             share(figures.found_three));
  fmt::print("without rules, the latest with them  first: {}   first three: {}\n",
             figures.plain_first.words(), figures.plain_three.words());
  fmt::print("  links found so                     first: {:5} = {:.1f} %   first three: {:5} = {:.1f} %\n",
             figures.plain_first.right, share(figures.plain_first.right), figures.plain_three.right,
             share(figures.plain_three.right));
  fmt::print("by the strongest reason\n");
  for (std::size_t rule = 0; rule < suggestion_rules; ++rule)
    fmt::print("  {:34} first: {}   first three: {}\n", code(static_cast<SuggestionRule>(rule)),
               figures.by_rule_first[rule].words(), figures.by_rule_three[rule].words());
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "usage: suggestion_figures FOLDER\n");
    return 2;
  }
  const auto file = std::filesystem::path(words[1]) / "suggestions.db";
  std::filesystem::remove(file);
  const auto database = db::open_database({.url = "sqlite:" + file.string(), .is_durable = false});
  db::migrate(*database);
  const auto cast = demo::make_cast(today);
  const auto filled = demo::fill(*database, cast, {.now = nine_o_clock});
  const auto truth = take_links(*database);
  const Zone zone(cast.zone);
  DirectoryKeeper keeper;
  Figures figures;
  for (const auto& asked : conversations(*database)) {
    Scope scope(*database, filled.institution, asked.viewer, zone, nine_o_clock);
    const auto directory = keeper.current(scope);
    const auto parents = truth.find(asked.id);
    const auto expected = parents == truth.end() ? std::set<Id<Interaction>>{} : parents->second;
    figures.count(bumps::suggest_earlier(scope, *directory, asked.id, 3), expected);
    figures.count_plain(latest_with_same_people(*database, asked.id), expected);
  }
  print(figures);
  return 0;
}
