// Running an import: in parts, or as a whole.
#include <algorithm>
#include <bit>

#include "audit/audit.hpp"
#include "db/postgres_planner.hpp"
#include "exchange/import_plan.hpp"
#include "exchange/import_store.hpp"
#include "exchange/imports.hpp"
#include "json/json.hpp"

namespace rapport::exchange {
namespace {

// Each part looks once at all addresses that are taken: smaller parts make 20,000 people twice as slow.
constexpr std::size_t rows_a_part = 2'000;

/// After the first part, the second, the fourth …
bool has_doubled(std::size_t begin) {
  return std::has_single_bit(begin / rows_a_part + 1);
}

/// Keeps faults as they come, some at a time.
class KeptFaults {
 public:
  KeptFaults(Scope& scope, Id<Import> import) : scope_(scope), import_(import) {
    scope_.write([&](db::Writer& writer) { import_store::drop_faults(writer, scope_.institution, import_); });
  }
  void add(RowFault fault) {
    waiting_.push_back(std::move(fault));
    if (waiting_.size() == rows_a_part) keep();
  }
  void keep() {
    if (waiting_.empty()) return;
    scope_.write(
        [&](db::Writer& writer) { import_store::add_faults(writer, scope_.institution, import_, waiting_); });
    waiting_.clear();
  }

 private:
  Scope& scope_;
  Id<Import> import_;
  std::vector<RowFault> waiting_;
};

class Run {
 public:
  Run(Scope& scope, const Import& import, ImportPlan& plan, KeptFaults& faults)
      : scope_(scope), import_(import), plan_(plan), counts_(plan.counts()), faults_(faults) {}

  /// False where it was asked to stop.
  bool take_good_rows(const StopAsked& is_stop_asked) {
    for (std::size_t begin = 0; begin < plan_.rows().size(); begin += rows_a_part) {
      if (is_stop_asked && is_stop_asked()) return false;
      take_part(begin, std::min(begin + rows_a_part, plan_.rows().size()));
      if (has_doubled(begin)) scope_.write([](db::Writer& writer) { db::count_tables(writer); });
    }
    return true;
  }

  /// With its first fault where there is one: then nothing is kept.
  Result<Done> take_all() {
    if (counts_.faulty > 0) return invalid("", "Nothing was taken, because some lines have faults.");
    return scope_.write_whole([&](db::Writer& writer) -> Result<Done> {
      for (std::size_t begin = 0; begin < plan_.rows().size(); begin += rows_a_part) {
        std::vector<MadeChange> made;
        const auto end = std::min(begin + rows_a_part, plan_.rows().size());
        if (auto done = plan_.apply(scope_, begin, end, made); !done) return done;
        import_store::add_changes(writer, scope_.institution, import_.id, made);
        if (has_doubled(begin)) db::count_tables(writer);
      }
      return Done{};
    });
  }

  void count_all_done() { counts_.done = counts_.total; }
  void count_none_done() { counts_.done = counts_.fresh = counts_.changed = 0; }
  [[nodiscard]] const ImportCounts& counts() const { return counts_; }

  void keep_end(ImportState state, std::string message) {
    faults_.keep();
    auto choices = import_.choices;
    choices.message = std::move(message);
    scope_.write([&](db::Writer& writer) {
      const auto institution = scope_.institution;
      import_store::set_choices(writer, institution, import_.id, choices);
      import_store::set_counts(writer, institution, import_.id, counts_);
      import_store::set_state(writer, institution, import_.id, state, scope_.now);
      if (state == ImportState::done) import_store::drop_file(writer, institution, import_.id);
      const json::Object details{
          {"new", counts_.fresh}, {"changed", counts_.changed}, {"faulty", counts_.faulty}};
      audit::record_change(scope_, writer,
                           {.action = "ran",
                            .subject = "import",
                            .subject_id = import_.id.value,
                            .details = json::write(json::Value(details))});
      return Done{};
    });
  }

 private:
  /// Where one of the rows is refused meanwhile, its halves: so the others are taken, and the transaction is
  /// a whole.
  void take_part(std::size_t begin, std::size_t end) {
    auto counts = counts_;
    counts.done += static_cast<int>(end - begin);
    const auto done = scope_.write_whole([&](db::Writer& writer) -> Result<Done> {
      std::vector<MadeChange> made;
      if (auto applied = plan_.apply(scope_, begin, end, made); !applied) return applied;
      import_store::add_changes(writer, scope_.institution, import_.id, made);
      import_store::set_counts(writer, scope_.institution, import_.id, counts);
      return Done{};
    });
    if (!done && end - begin > 1) {
      const auto middle = begin + (end - begin) / 2;
      take_part(begin, middle);
      return take_part(middle, end);
    }
    counts_ = counts;
    if (!done) refuse(begin, done.refusal().message);
  }

  void refuse(std::size_t place, std::string reason) {
    faults_.add(plan_.fault_of(place, std::move(reason)));
    --(plan_.rows()[place].is_new ? counts_.fresh : counts_.changed);
    ++counts_.faulty;
  }

  Scope& scope_;
  const Import& import_;
  ImportPlan& plan_;
  ImportCounts counts_;
  KeptFaults& faults_;
};

}  // namespace

Result<Done> begin_import(Scope& scope, Id<Import> id) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  if (auto faults = faults_of(import->kind, import->choices); !faults.empty())
    return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto now = import_store::find(writer, scope.institution, id);
    if (!now || (now->state != ImportState::uploaded && now->state != ImportState::failed))
      return conflict("This import is running, or has run already.");
    import_store::set_state(writer, scope.institution, id, ImportState::running, std::nullopt);
    import_store::set_counts(writer, scope.institution, id, {.total = now->counts.total});
    return Done{};
  });
}

Result<ImportCounts> run_import(Scope& scope, const Directory& directory, Id<Import> id,
                                const StopAsked& is_stop_asked) {
  const auto import = get_import(scope, id);
  if (!import) return import.refusal();
  auto file = ImportFile::open(scope, *import);
  if (!file) return file.refusal();
  KeptFaults faults(scope, id);
  const auto plan = plan_import(import->kind, {scope, directory, *file, import->choices,
                                               [&](const RowFault& fault) { faults.add(fault); }});
  Run run(scope, *import, *plan, faults);
  scope.write([&](db::Writer& writer) {
    const auto counts = plan->counts();
    import_store::set_counts(writer, scope.institution, id, {.total = counts.total, .done = counts.done});
    return Done{};
  });
  if (import->choices.is_all_or_none) {
    const auto done = run.take_all();
    done ? run.count_all_done() : run.count_none_done();
    run.keep_end(done ? ImportState::done : ImportState::failed, done ? "" : done.refusal().message);
  } else {
    const bool is_whole = run.take_good_rows(is_stop_asked);
    run.keep_end(is_whole ? ImportState::done : ImportState::failed,
                 is_whole ? "" : "It was interrupted. Run it again: nothing is changed twice.");
  }
  return run.counts();
}

void stop_import(Scope& scope, Id<Import> id, std::string_view message) {
  scope.write([&](db::Writer& writer) {
    const auto import = import_store::find(writer, scope.institution, id);
    if (!import) return Done{};
    auto choices = import->choices;
    choices.message = message;
    import_store::set_choices(writer, scope.institution, id, choices);
    import_store::set_state(writer, scope.institution, id, ImportState::failed, scope.now);
    return Done{};
  });
}

}  // namespace rapport::exchange
