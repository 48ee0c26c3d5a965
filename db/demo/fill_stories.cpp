// Stories and thanks, as colleagues would have written them. Words that go on the office's screen name no
// academic.
#include "fill_stories.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bumps/bumps.hpp"
#include "bumps/stories.hpp"
#include "bumps/thanks.hpp"

namespace rapport::demo {
namespace {

struct ToldStory {
  std::string_view teller;
  int days_ago;
  std::string_view path;  ///< keys; the first one's chain it is
  std::string_view title;
  std::string_view words;
  std::string_view quoted = {};
  std::string_view quotation = {};
  std::string_view unit = {};
  bool is_on_board = false;
};
constexpr ToldStory told[] = {
    {.teller = "ines",
     .days_ago = 3,
     .path = "staircase guide measures introduced group-a support group-b workshop list-rebuilt helped",
     .title = "From one corridor chat",
     .words =
         "It began with five minutes on a staircase: students could not find psychological tests. A short "
         "guide "
         "became two sessions, an introduction became a workshop, and twelve students came back for an hour "
         "each.\n\nAlong the way the reading list was rebuilt. Nobody had planned any of it.",
     .quoted = "Luca Moretti",
     .quotation = "I thought I was asking for photocopies.",
     .unit = "Psychology",
     .is_on_board = true},
    {.teller = "nadia",
     .days_ago = 30,
     .path = "jane-cafe jane-list jane-session jane-dates jane-short",
     .title = "From a coffee to two sessions a year",
     .words = "A question about reading lists led to one list taken apart, then to a first session, and now "
              "to two "
              "shorter ones that students prefer.",
     .unit = "Nursing & Midwifery"},
    {.teller = "nadia",
     .days_ago = 60,
     .path = "ruth-phones ruth-trial",
     .title = "Reading that opens in an ambulance station",
     .words = "One computer for eight people. So we tried the e-books on a phone together and kept those "
              "that opened.",
     .unit = "Paramedic Science"},
};

struct SaidThanks {
  std::string_view from;
  std::string_view to;
  std::string_view earlier;
  std::string_view later;
  std::string_view words;
};
constexpr SaidThanks said[] = {
    {"ines", "nadia", "guide", "measures", "Thank you for passing this on. It grew."},
    {"dev", "ines", "introduced", "support", "Your introduction opened the door."},
    {"finlay", "ines", "group-b", "list-rebuilt", ""},
};

class Teller {
 public:
  Teller(World& world, const Directory& directory, const std::map<std::string_view, Id<Interaction>>& named)
      : world_(world), directory_(directory), named_(named) {}

  void tell(const ToldStory& story) {
    const auto path = path_of(story.path);
    if (path.empty()) return;
    auto scope = scope_of(story.teller, story.days_ago);
    must(bumps::tell(scope, directory_, path.front(), draft_of(story, path)));
  }

  void thank(const SaidThanks& thanks) {
    if (!named_.contains(thanks.earlier) || !named_.contains(thanks.later)) return;
    auto scope = scope_of(thanks.from, 0);
    const auto links = bumps::links_of(scope, named_.at(thanks.later));
    for (const auto& linked : links.earlier)
      if (linked.bump.from == named_.at(thanks.earlier))
        must(bumps::thank(scope, {.bump = linked.bump.id,
                                  .to = world_.id_of(world_.cast.member(thanks.to)),
                                  .words = std::string(thanks.words)}));
  }

 private:
  [[nodiscard]] Scope scope_of(std::string_view username, int days_ago) const {
    const auto day = world_.cast.today.plus_days(-days_ago);
    const auto then = days_ago > 0 ? world_.zone.instant_of(day, TimeOfDay{17 * 60}) : world_.now;
    return Scope(world_.database, world_.institution, world_.viewer(world_.cast.member(username)),
                 world_.zone, then);
  }

  /// Empty where a step is missing.
  [[nodiscard]] std::vector<Id<Interaction>> path_of(std::string_view keys) const {
    std::vector<Id<Interaction>> path;
    for (const auto key : split(keys, ' ')) {
      const auto found = named_.find(key);
      if (found == named_.end()) return {};
      path.push_back(found->second);
    }
    return path;
  }

  [[nodiscard]] StoryDraft draft_of(const ToldStory& story, const std::vector<Id<Interaction>>& path) const {
    StoryDraft draft{.title = std::string(story.title),
                     .path = path,
                     .words = std::string(story.words),
                     .quotation = std::string(story.quotation),
                     .org_unit = world_.id_of(world_.cast.unit(story.unit)),
                     .is_on_board = story.is_on_board};
    if (story.quoted.empty()) return draft;
    draft.quoted = world_.id_of(world_.cast.person(story.quoted));
    draft.permission = "By email";
    draft.permission_on = world_.cast.today.plus_days(-story.days_ago - 1);
    return draft;
  }

  World& world_;
  const Directory& directory_;
  const std::map<std::string_view, Id<Interaction>>& named_;
};

}  // namespace

void tell_stories(World& world, const Directory& directory,
                  const std::map<std::string_view, Id<Interaction>>& named) {
  Teller teller(world, directory, named);
  for (const auto& story : told) teller.tell(story);
  for (const auto& thanks : said) teller.thank(thanks);
}

}  // namespace rapport::demo
