// Some conversations a transaction; in the end promises are kept, day by day, by those who made them.
#include "fill_diary.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "diary.hpp"
#include "fill_bumps.hpp"
#include "fill_forerunners.hpp"
#include "fill_levels.hpp"
#include "fill_stories.hpp"
#include "interactions/interactions.hpp"

namespace rapport::demo {
namespace {

constexpr std::size_t chunk = 1'000;
constexpr TimeOfDay end_of_day{16 * 60 + 30};

PromiseDraft draft_of(const World& world, const CastPromise& promise) {
  PromiseDraft draft{.side = promise.is_ours ? PromiseSide::ours : PromiseSide::theirs,
                     .words = promise.words,
                     .due_on = promise.due_on};
  if (promise.person) draft.person = world.id_of(*promise.person);
  return draft;
}

Id<InteractionKind> kind_of(const Directory& directory, std::string_view code) {
  const auto* kind = directory.vocabulary.find_kind(code);
  if (kind == nullptr) throw std::runtime_error("no kind of conversation is called " + std::string(code));
  return kind->id;
}

InteractionDraft draft_of(const World& world, const Directory& directory, const CastConversation& made) {
  InteractionDraft draft{.kind = kind_of(directory, made.kind),
                         .happened_on = made.happened_on,
                         .precision = precision_of(made.precision).value(),
                         .duration_minutes = made.duration_minutes,
                         .attendees = made.attendees,
                         .place = made.place,
                         .begun_by = begun_by_of(made.begun_by).value_or(BegunBy::unknown),
                         .note = made.note,
                         .visibility = visibility_of(made.visibility).value(),
                         .topics = made.topics,
                         .needs_sorting = made.needs_sorting,
                         .line = std::string(made.line),
                         .source = "demo"};
  if (made.minute) draft.happened_at_time = TimeOfDay{*made.minute};
  if (made.unit) draft.org_unit = unit_then(world, *made.unit, made.happened_on, made.happened_on.iso());
  for (const auto& one : made.people)
    draft.people.push_back({world.id_of(one.person), std::string(one.aside)});
  for (const auto member : made.staff) draft.staff.push_back(world.id_of(member));
  for (const auto& promise : made.promises) draft.promises.push_back(draft_of(world, promise));
  return draft;
}

/// What one colleague did with promises on one day.
struct Settled {
  std::vector<Id<Promise>> kept;
  std::vector<Id<Promise>> dropped;
};
using SettledByDay = std::map<std::pair<Date, Id<CastStaff>>, Settled>;

class DiaryWriter {
 public:
  DiaryWriter(World& world, const OnProgress& report)
      : world_(world), report_(report), bumps_(world), levels_(world) {}

  Written write() {
    Diary diary(world_.cast);
    while (auto day = diary.next()) {
      for (auto& made : day->conversations) {
        waiting_.push_back(std::move(made));
        if (waiting_.size() == chunk) write_waiting();
      }
    }
    write_waiting();
    for (const auto& [key, settled] : settled_) settle(*scope_on(key.first, key.second), settled);
    written_.bumps = bumps_.written().accepted;
    const auto directory = keeper_.current(*scope_on(world_.cast.today, world_.administrator()));
    tell_stories(world_, *directory, bumps_.named());
    written_.moves = levels_.write(*directory);
    return written_;
  }

 private:
  [[nodiscard]] std::unique_ptr<Scope> scope_on(Date date, Id<CastStaff> member) const {
    const auto then = date < world_.cast.today ? world_.zone.instant_of(date, end_of_day) : world_.now;
    return std::make_unique<Scope>(world_.database, world_.institution, world_.viewer(member), world_.zone,
                                   then);
  }

  void write_waiting() {
    if (waiting_.empty()) return;
    const auto scope = scope_on(world_.cast.today, world_.administrator());
    const auto directory = keeper_.current(*scope);
    std::vector<InteractionDraft> drafts;
    std::vector<Id<Staff>> recorded_by;
    for (const auto& made : waiting_) {
      drafts.push_back(draft_of(world_, *directory, made));
      recorded_by.push_back(world_.id_of(made.staff.front()));
    }
    const auto recorded = must(interactions::record_many(*scope, *directory, drafts, recorded_by));
    note_settled(recorded);
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      put_right(*directory, waiting_[i], drafts[i], recorded[i]);
      bumps_.add(waiting_[i], recorded[i].interaction);
      levels_.add(waiting_[i], recorded[i].interaction);
    }
    bumps_.write(*directory);
    written_.interactions += static_cast<std::int64_t>(waiting_.size());
    waiting_.clear();
    report_({"conversations", written_.interactions, world_.cast.size.interactions});
  }

  void note_settled(const std::vector<interactions::Recorded>& recorded) {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      const auto& promises = waiting_[i].promises;
      written_.promises += static_cast<std::int64_t>(promises.size());
      for (std::size_t p = 0; p < promises.size(); ++p) {
        const auto author = waiting_[i].staff.front();
        if (promises[p].kept_on)
          settled_[{*promises[p].kept_on, author}].kept.push_back(recorded[i].promises[p]);
        if (promises[p].dropped_on)
          settled_[{*promises[p].dropped_on, author}].dropped.push_back(recorded[i].promises[p]);
      }
    }
  }

  /// One transaction for a colleague's day.
  static void settle(Scope& scope, const Settled& settled) {
    must(scope.write_whole([&](db::Writer&) -> Result<Done> {
      for (const auto promise : settled.kept) must(interactions::keep_promise(scope, promise, true));
      for (const auto promise : settled.dropped) must(interactions::drop_promise(scope, promise));
      return Done{};
    }));
  }

  void put_right(const Directory& directory, const CastConversation& made, InteractionDraft& draft,
                 const interactions::Recorded& recorded) {
    if (made.correction) {
      const auto scope = scope_on(made.correction->on, made.staff.front());
      draft.note = made.correction->note;
      draft.promises.clear();
      must(
          interactions::correct(*scope, directory, recorded.interaction, 1, draft, made.correction->because));
    }
    if (made.withdrawal) {
      const auto scope = scope_on(made.withdrawal->on, made.staff.front());
      must(interactions::withdraw(*scope, directory, recorded.interaction, made.withdrawal->because));
    }
  }

  World& world_;
  const OnProgress& report_;
  BumpWriter bumps_;
  LevelWriter levels_;
  DirectoryKeeper keeper_;
  std::vector<CastConversation> waiting_;
  SettledByDay settled_;
  Written written_;
};

}  // namespace

Written write_diary(World& world, const OnProgress& report) {
  return DiaryWriter(world, report).write();
}

}  // namespace rapport::demo
