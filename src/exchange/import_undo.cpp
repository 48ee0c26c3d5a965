// Undoing an import: the last change first, each through the front door that made it.
#include <algorithm>
#include <limits>

#include "audit/audit.hpp"
#include "exchange/figure_snapshot.hpp"
#include "exchange/import_store.hpp"
#include "exchange/imports.hpp"
#include "exchange/person_snapshot.hpp"
#include "interactions/interactions.hpp"
#include "json/json.hpp"
#include "measures/measures.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"

namespace rapport::exchange {
namespace {

constexpr int changes_a_part = 2'000;
constexpr std::size_t left_named_max = 50;

class Undoing {
 public:
  Undoing(Scope& scope, const Directory& directory) : scope_(scope), directory_(directory) {}

  Result<Done> undo(db::Writer& writer, Id<Import> import) {
    const auto in_use = import_store::people_in_use(writer, scope_.institution, import);
    std::vector<Id<Person>> to_remove;
    auto before = std::numeric_limits<std::int64_t>::max();
    for (;;) {
      const auto part =
          import_store::changes_before(writer, scope_.institution, import, before, changes_a_part);
      if (part.empty()) break;
      before = part.back().position;
      // Each change by itself: they differ, and undoing is rare.
      for (const auto& one : part) undo(one.change, in_use, to_remove);
    }
    if (to_remove.empty()) return Done{};
    return people::remove(scope_, to_remove);
  }

  [[nodiscard]] const std::vector<std::string>& left() const { return left_; }

 private:
  void undo(const MadeChange& change, const std::vector<Id<Person>>& in_use,
            std::vector<Id<Person>>& to_remove) {
    if (change.subject == "interaction") {
      const auto done =
          interactions::withdraw(scope_, directory_, {change.id}, "The import that brought it was undone.");
      if (!done) leave("A conversation: " + done.refusal().message);
    } else if (change.subject == "org_unit") {
      undo_unit(change);
    } else if (change.subject == "measure_value") {
      undo_figure(change);
    } else if (!change.before.empty()) {
      undo_person(change);
    } else if (std::ranges::binary_search(in_use, Id<Person>{change.id})) {
      leave_person({change.id}, "has been written about or changed since");
    } else {
      to_remove.push_back({change.id});
    }
  }

  void leave(std::string what) {
    if (left_.size() < left_named_max) left_.push_back(std::move(what));
  }

  void leave_person(Id<Person> id, std::string_view why) {
    const auto person = people::get(scope_, id);
    if (person) leave(person->person.full_name + " " + std::string(why) + ".");
  }

  void undo_person(const MadeChange& change) {
    const auto snapshot = snapshot_of(change.before);
    const auto now = people::get(scope_, Id<Person>{change.id});
    if (!snapshot || !now) return;
    if (mark_of(*now) != snapshot->mark) return leave_person({change.id}, "has been changed since");
    if (const auto done = people::put_back(scope_, {change.id}, snapshot->before); !done)
      leave_person({change.id}, done.refusal().message);
  }

  void undo_figure(const MadeChange& change) {
    const auto snapshot = figure_snapshot_of(change.before);
    const auto now = measures::find_value(scope_, {change.id});
    if (!snapshot || !now) return;
    if (!is_unchanged(*now, snapshot->after))
      return leave("The figure of " + now->unit_name + " has been changed since.");
    const auto done = snapshot->before ? measures::put_back(scope_, *snapshot->before)
                                       : measures::take_back(scope_, now->id);
    if (!done) leave("The figure of " + now->unit_name + ": " + done.refusal().message);
  }

  void undo_unit(const MadeChange& change) {
    const Id<OrgUnit> id{change.id};
    const auto now = organisation::get(scope_, id);
    if (!now) return;
    if (change.before.empty()) {
      if (const auto done = organisation::remove(scope_, id); !done)
        leave(now->name + ": " + done.refusal().message);
      return;
    }
    if (!put_unit_back(*now, change)) leave(now->name + " has been changed since.");
  }

  bool put_unit_back(const OrgUnit& now, const MadeChange& change) {
    const auto value = json::parse(change.before);
    if (!value) return false;
    const auto text = [&](std::string_view name) { return *value->find(name)->string(); };
    const auto parent = [&](std::string_view name) {
      const auto number = std::get<std::int64_t>(value->find(name)->content);
      return number == 0 ? std::optional<Id<OrgUnit>>() : std::optional(Id<OrgUnit>{number});
    };
    if (now.name != text("name_after") || now.parent != parent("parent_after")) return false;
    return organisation::rename(scope_, now.id, text("name"), scope_.today).ok() &&
           organisation::move(scope_, now.id, parent("parent"), scope_.today).ok();
  }

  Scope& scope_;
  const Directory& directory_;
  std::vector<std::string> left_;
};

}  // namespace

Result<std::vector<std::string>> undo_import(Scope& scope, const Directory& directory, Id<Import> id) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  return scope.write([&](db::Writer& writer) -> Result<std::vector<std::string>> {
    const auto now = import_store::find(writer, scope.institution, id);
    if (!now || (now->state != ImportState::done && now->state != ImportState::failed))
      return conflict("Only an import that has run can be undone, and once.");
    Undoing undoing(scope, directory);
    if (const auto done = undoing.undo(writer, id); !done) return done.refusal();
    auto choices = now->choices;
    choices.message = undoing.left().empty() ? "" : "Left as it is: ";
    for (std::size_t i = 0; i < undoing.left().size(); ++i)
      choices.message += (i == 0 ? "" : " ") + undoing.left()[i];
    import_store::set_choices(writer, scope.institution, id, choices);
    import_store::set_state(writer, scope.institution, id, ImportState::undone, scope.now);
    import_store::drop_file(writer, scope.institution, id);
    audit::record_change(scope, writer, {.action = "undone", .subject = "import", .subject_id = id.value});
    return undoing.left();
  });
}

}  // namespace rapport::exchange
