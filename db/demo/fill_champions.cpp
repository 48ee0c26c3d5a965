// Through the front door of champions. The words are made up and fit any subject; nobody is named in them.
#include "fill_champions.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "interactions/directory.hpp"
#include "relationships/champions.hpp"

namespace rapport::demo {
namespace {

struct Said {
  ChampionAct act;
  int days_ago;
  std::string_view words;
};
struct Told {
  std::vector<Said> said;
  std::vector<Said> thanks = {};  ///< their act means nothing
  std::string_view spoke = {};    ///< what a colleague ticked
};

using enum ChampionAct;
const Told all_told[] = {
    {{{nominated, 260,
       "Brought three colleagues to us in one year, and says at every committee that we exist."},
      {told, 250, "Over coffee, after the committee"},
      {agreed, 246, "Gladly, as long as it is not another meeting"}},
     {{agreed, 120, "A card and a cake, after the second introduction"},
      {agreed, 20, "A line to the head of school"}},
     "Asked at the learning and teaching committee why the library was not in the room"},
    {{{nominated, 440, "The module was designed with us from the first draft on."},
      {told, 431, "By telephone"},
      {agreed, 425, ""}},
     {{agreed, 200, "Lunch, with the two colleagues who followed"}},
     "Said in the away day’s last round that two sessions with us saved a term"},
    {{{nominated, 700, "Comes back every term, and never alone."},
      {told, 694, "At the open day"},
      {agreed, 690, "On the spot"}}},
    {{{nominated, 6, "Sent two new lecturers to us in their first week."}}},
    {{{nominated, 24, "Speaks for us where decisions are made, without being asked."},
      {told, 12, "By e-mail; an answer is promised for next week"}}},
    {{{nominated, 130, "Two modules reached from one conversation."},
      {told, 118, "In person"},
      {declined, 110, "Flattered, and too busy until the programme is validated"}}},
    {{{nominated, 330, "Opened the door to a whole research group."},
      {told, 322, ""},
      {agreed, 315, ""},
      {ended, 40, "A post without teaching from now on; thanked, and glad to stay in touch"}},
     {{agreed, 39, "Flowers and a book plate"}}},
    {{{nominated, 800, "Put us on the agenda of the programme board."},
      {told, 790, "After the board"},
      {agreed, 780, ""},
      {renewed, 60, "Wants to go on, and has somebody in mind to follow"}},
     {{agreed, 59, "A handwritten card"}}},
    {{{nominated, 150, "A second voice beside the one we have in that department."},
      {told, 141, "Together with a colleague"},
      {agreed, 140, ""}}},
};

constexpr std::size_t looked_at = 140;  // of the cast, so that a large one takes no longer

class ChampionWriter {
 public:
  explicit ChampionWriter(World& world)
      : world_(world),
        scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now),
        directory_(keeper_.current(scope_)) {}

  std::int64_t write() {
    std::vector<champions::PastChampion> past;
    const auto chosen = people();
    for (std::size_t i = 0; i < std::min(chosen.size(), std::size(all_told)); ++i) {
      past.push_back(past_of(*chosen[i], all_told[i]));
      if (!all_told[i].spoke.empty()) tick(*chosen[i], all_told[i].spoke);
    }
    must(champions::record_past(scope_, *directory_, past));
    return static_cast<std::int64_t>(past.size());
  }

 private:
  bool is_fit(const PersonEntry* person) const {
    return person != nullptr && person->is_here && person->unit &&
           directory_->staff.lead_of(*person->unit) != nullptr;
  }

  /// Whom the pictures show, somebody else of that department, then people of others for whom something
  /// speaks.
  std::vector<const PersonEntry*> people() {
    std::vector<const PersonEntry*> all;
    const auto add = [&](const PersonEntry* person) {
      if (is_fit(person) && std::ranges::count(all, person) == 0) all.push_back(person);
    };
    add(directory_->people.find(world_.id_of(world_.cast.person("Jane Smith"))));
    const std::size_t stride = std::max<std::size_t>(1, world_.cast.people.size() / looked_at);
    for (std::size_t i = 1; i < world_.cast.people.size() && all.size() < std::size(all_told); i += stride) {
      const auto* person = member(i);
      const bool is_second = all.size() == 1;
      const bool is_of_another = is_fit(person) && std::ranges::none_of(all, [&](const PersonEntry* other) {
                                   return other->unit == person->unit;
                                 });
      if (is_second ? is_fit(person) && !is_of_another : is_of_another && speaks_for(*person)) add(person);
    }
    // Few conversations, as in tests: whoever is there.
    for (std::size_t i = 1; i < world_.cast.people.size() && all.size() < std::size(all_told); ++i)
      add(member(i));
    return all;
  }

  const PersonEntry* member(std::size_t place) {
    return directory_->people.find(world_.id_of(Id<CastPerson>{static_cast<std::int64_t>(place)}));
  }
  bool speaks_for(const PersonEntry& person) {
    return held(champions::findings_of(scope_, *directory_, person), scope_.today).size() >= 2;
  }

  Date ago(int days) const { return scope_.today.plus_days(-days); }

  champions::PastChampion past_of(const PersonEntry& person, const Told& told) {
    const auto by = directory_->staff.lead_of(*person.unit)->id;
    champions::PastChampion past{.person = person.id};
    for (const auto& said : told.said)
      past.said.push_back({{said.act, ago(said.days_ago), std::string(said.words)}, by});
    for (const auto& said : told.thanks)
      past.thanks.push_back({{ago(said.days_ago), std::string(said.words)}, by});
    return past;
  }

  /// By who looks after the department, with the latest conversation that everybody may read.
  void tick(const PersonEntry& person, std::string_view words) {
    Scope scope(world_.database, world_.institution, viewer_of(*directory_->staff.lead_of(*person.unit)),
                world_.zone, world_.now);
    const auto evidence = champions::evidence_for(scope, *directory_, person);
    if (!evidence.empty())
      must(champions::tick(scope, *directory_, person.id,
                           {Sign::spoke, evidence.front().id, std::string(words)}));
  }

  World& world_;
  DirectoryKeeper keeper_;
  Scope scope_;
  std::shared_ptr<const Directory> directory_;
};

}  // namespace

std::int64_t write_champions(World& world) {
  return ChampionWriter(world).write();
}

}  // namespace rapport::demo
