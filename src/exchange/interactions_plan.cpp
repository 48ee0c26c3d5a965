// Importing conversations: the spreadsheet that a library kept until now. The same row is stored once: its
// source key is the hash of what its cells say and how often that came before.
#include <algorithm>
#include <unordered_map>

#include "base/random.hpp"
#include "base/text.hpp"
#include "exchange/cell_values.hpp"
#include "exchange/import_plan.hpp"
#include "exchange/known_people.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"

namespace rapport::exchange {
namespace {

/// What one row says.
struct InteractionRow {
  InteractionDraft draft;
  std::vector<PersonDraft> unknown;  ///< to be added first
};

/// What one row does. Short, because a file has many: what it says is read again when it is done.
struct InteractionStep {
  int occurrence = 1;                             ///< the first row that says so, or the second …
  std::optional<Id<Interaction>> withdrawn = {};  ///< undone once: comes back
};

/// A conversation that an import brought.
struct Stored {
  Fingerprint source_key;
  Id<Interaction> id;
  bool is_withdrawn = false;
};

constexpr std::string_view source_key_start = "import:";

std::optional<BegunBy> begun_by(std::string_view text) {
  const auto word = fold(text);
  if (word.empty()) return BegunBy::unknown;
  if (word == "us" || word == "library" || word == "we" || word == "librarian") return BegunBy::us;
  if (word == "them" || word == "academic" || word == "they" || word == "academics") return BegunBy::them;
  return std::nullopt;
}

std::optional<Visibility> visibility(std::string_view text) {
  const auto word = fold(text);
  if (word.empty() || word == "library" || word == "everyone" || word == "everybody")
    return Visibility::library;
  if (word == "team") return Visibility::team;
  if (word == "restricted" || word == "private" || word == "confidential") return Visibility::restricted;
  return std::nullopt;
}

std::string in_quotes(std::string_view text) {
  return "“" + shorten(text, 60) + "”";
}

class InteractionsPlan : public ImportPlan {
 public:
  explicit InteractionsPlan(const PlanInput& input)
      : ImportPlan(input), directory_(input.directory), today_(input.scope.today), known_(input.scope) {
    read_there(input.scope);
    each_row([&](const FileRow& row) { plan_row(row); });
    occurrences_ = {};  // wanted for the plan alone
    stored_ = {};
  }

  Result<Done> apply(Scope& scope, std::size_t begin, std::size_t end,
                     std::vector<MadeChange>& made) override {
    std::erase_if(added_, [&](const auto& one) { return one.second.step >= begin; });
    const auto rows_read = read_again(begin, end);
    if (auto done = add_people(scope, begin, rows_read, made); !done) return done;
    const auto directory = with_added(scope);
    std::vector<InteractionDraft> drafts;
    std::vector<Id<Staff>> authors;
    for (std::size_t i = begin; i < end; ++i) {
      const auto& step = steps_[i];
      if (step.withdrawn) {
        const auto back = interactions::reinstate(scope, *directory, *step.withdrawn);
        if (!back) return back.refusal();
        made.push_back({"interaction", step.withdrawn->value, {}});
        continue;
      }
      const auto& row = rows_read[i - begin];
      drafts.push_back(row.draft);
      for (const auto& person : row.unknown)
        drafts.back().people.push_back({added_.at(key_of(person)).id, {}});
      authors.push_back(row.draft.staff.empty() ? scope.viewer.staff : row.draft.staff.front());
    }
    if (drafts.empty()) return Done{};
    const auto recorded = interactions::record_many(scope, *directory, drafts, authors);
    if (!recorded) return recorded.refusal();
    for (const auto& one : *recorded)
      if (!one.was_there_already) made.push_back({"interaction", one.interaction.value, {}});
    return Done{};
  }

 private:
  struct AddedPerson {
    Id<Person> id;
    std::size_t step = 0;
  };

  void read_there(Scope& scope) {
    scope.read([&](db::Reader& reader) {
      reader.each(
          "select source_key, id, withdrawn_at from interactions where institution_id = $1 and source_key "
          "like "
          "'import:%'",
          [&](const db::Row& row) {
            const auto key = fingerprint_of_hex(row.text(0).substr(source_key_start.size()));
            stored_.push_back({key, row.id<Interaction>(1), !row.is_null(2)});
          },
          scope.institution);
      std::ranges::sort(stored_, {}, &Stored::source_key);
      reader.each(
          "select id, username, full_name, email from staff where institution_id = $1 order by is_active, id",
          [&](const db::Row& row) {
            for (int column = 1; column <= 3; ++column)
              staff_.insert_or_assign(fold(row.text(column)), row.id<Staff>(0));
          },
          scope.institution);
    });
  }

  void plan_row(const FileRow& row) {
    const auto cells = cells_of(row);
    auto read = read_row(cells);
    if (!read) return add_fault(row, read.refusal().message);
    auto& whole = read->draft;
    for (std::size_t i = 0; i < read->unknown.size(); ++i) whole.people.push_back({});  // not there yet
    if (const auto faults = faults_of(whole, today_); !faults.empty())
      return add_fault(row, faults.front().message);
    const auto said = what_is_said(cells);
    InteractionStep step{.occurrence = ++occurrences_[fingerprint_of(said)]};
    const auto key = fingerprint_of(said + std::to_string(step.occurrence));
    const auto there = std::ranges::lower_bound(stored_, key, {}, &Stored::source_key);
    if (there != stored_.end() && there->source_key == key) {
      if (!there->is_withdrawn) return add_same();
      step.withdrawn = there->id;
    }
    steps_.push_back(step);
    add_row(row, true);
  }

  std::vector<InteractionRow> read_again(std::size_t begin, std::size_t end) const {
    std::vector<InteractionRow> read;
    read.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      const auto cells = cells_of(file_row(rows()[i].place));
      read.push_back(read_row(cells).value());
      read.back().draft.source_key = std::string(source_key_start) +
                                     sha256_hex(what_is_said(cells) + std::to_string(steps_[i].occurrence));
      if (steps_[i].withdrawn) read.back().unknown.clear();
    }
    return read;
  }

  static std::string what_is_said(const RowCells& cells) {
    std::string text;
    for (const auto& field : fields_of(ImportKind::interactions)) {
      const auto value = cells.text(field.code);
      if (!value.empty()) text.append(field.code).append(1, '\x1f').append(tidy(value)).append(1, '\x1e');
    }
    return text;
  }

  Result<InteractionRow> read_row(const RowCells& cells) const {
    InteractionRow row;
    auto& draft = row.draft;
    draft.source = "import";
    const auto date = read_date(cells.text("date"));
    if (!date) return date.refusal();
    draft.happened_on = *date;
    if (auto done = read_texts(cells, draft); !done) return done.refusal();
    if (auto done = read_numbers(cells, draft); !done) return done.refusal();
    if (auto done = read_staff(cells.text("staff"), draft); !done) return done.refusal();
    if (auto done = read_place(cells, row); !done) return done.refusal();
    return row;
  }

  Result<Done> read_texts(const RowCells& cells, InteractionDraft& draft) const {
    draft.note = cells.text("note");
    draft.place = cells.text("place");
    draft.topics = read_list(cells.text("topics"));
    const auto begun = begun_by(cells.text("begun_by"));
    if (!begun) return invalid("begun_by", "Who began it is to be “us” or “them”.");
    draft.begun_by = *begun;
    const auto readers = visibility(cells.text("visibility"));
    if (!readers) return invalid("visibility", "Who may read it is to be library, team or restricted.");
    draft.visibility = *readers;
    return read_kind(cells.text("kind"), draft);
  }

  Result<Done> read_kind(std::string_view text, InteractionDraft& draft) const {
    if (text.empty()) return Done{};
    const auto word = fold(tidy_line(text));
    const auto& vocabulary = directory_.vocabulary;
    const auto* kind = vocabulary.find_kind(word);
    for (const auto& entry : vocabulary.kinds())
      if (kind == nullptr && fold(entry.name) == word) kind = &entry;
    if (kind == nullptr) kind = vocabulary.kind_of_word(word);
    if (kind == nullptr) return invalid("kind", "No kind of conversation is called " + in_quotes(text) + ".");
    draft.kind = kind->id;
    return Done{};
  }

  static Result<Done> read_numbers(const RowCells& cells, InteractionDraft& draft) {
    if (const auto text = cells.text("time"); !text.empty()) {
      const auto time = TimeOfDay::parse(text.substr(0, 5));
      if (!time) return invalid("time", in_quotes(text) + " is not a time. Write it as 14:30.");
      draft.happened_at_time = *time;
      draft.precision = Precision::time;
    }
    if (const auto text = cells.text("duration"); !text.empty()) {
      draft.duration_minutes = read_minutes(text);
      if (!draft.duration_minutes)
        return invalid("duration", in_quotes(text) + " is not a length. Write minutes, or 1h30.");
    }
    if (const auto text = cells.text("attendees"); !text.empty()) {
      draft.attendees = read_minutes(text);
      if (!draft.attendees) return invalid("attendees", in_quotes(text) + " is not a number of people.");
    }
    return Done{};
  }

  Result<Done> read_staff(std::string_view text, InteractionDraft& draft) const {
    for (const auto& name : read_names(text)) {
      const auto found = staff_.find(fold(name));
      if (found == staff_.end())
        return invalid("staff", "No colleague here is called " + in_quotes(name) + ".");
      if (std::ranges::count(draft.staff, found->second) == 0) draft.staff.push_back(found->second);
    }
    return Done{};
  }

  Result<Done> read_place(const RowCells& cells, InteractionRow& row) const {
    if (const auto department = cells.text("department"); !department.empty()) {
      const auto* unit = directory_.org.find_name(department);
      if (unit == nullptr)
        return invalid("department", "No department here is called " + in_quotes(department) + ".");
      row.draft.org_unit = unit->id;
    }
    for (const auto& name : read_names(cells.text("people")))
      if (auto done = read_person(name, row); !done) return done;
    if (row.draft.people.empty() && row.unknown.empty() && !row.draft.org_unit)
      return invalid("people", "Say with whom it was, or with which department.");
    return Done{};
  }

  Result<Done> read_person(const std::string& written, InteractionRow& row) const {
    const auto unit = row.draft.org_unit;
    if (const auto place = known_.with_address(written))
      return row.draft.people.push_back({known_[*place].person.id, {}}), Done{};
    auto name = read_name(written);
    auto places = known_.named(name.full_name);
    if (places.size() > 1 && unit)
      std::erase_if(places, [&](std::size_t place) { return !belongs_to(known_[place], *unit); });
    if (places.size() == 1) return row.draft.people.push_back({known_[places.front()].person.id, {}}), Done{};
    if (places.size() > 1)
      return invalid("people", "Several people are called " + in_quotes(written) + ". Write the address.");
    if (!choices().adds_people) return invalid("people", "Nobody here is called " + in_quotes(written) + ".");
    PersonDraft draft{.title = std::move(name.title), .full_name = std::move(name.full_name)};
    if (unit) draft.posts.push_back({.unit = *unit, .is_main = true});
    draft = tidied(draft);
    if (const auto faults = faults_of(draft); !faults.empty()) return invalid(faults);
    row.unknown.push_back(std::move(draft));
    return Done{};
  }

  static std::string key_of(const PersonDraft& person) { return fold(person.full_name); }

  Result<Done> add_people(Scope& scope, std::size_t begin, const std::vector<InteractionRow>& rows_read,
                          std::vector<MadeChange>& made) {
    std::vector<PersonDraft> drafts;
    std::vector<std::pair<std::string, std::size_t>> keys;
    for (std::size_t i = 0; i < rows_read.size(); ++i)
      for (const auto& person : rows_read[i].unknown) {
        const auto key = key_of(person);
        if (added_.contains(key)) continue;
        added_.emplace(key, AddedPerson{{}, begin + i});
        keys.emplace_back(key, begin + i);
        drafts.push_back(person);
      }
    const auto added = people::add_many(scope, directory_.org, drafts);
    if (!added) return added.refusal();
    for (std::size_t i = 0; i < added->size(); ++i) {
      added_[keys[i].first] = {(*added)[i].id, keys[i].second};
      made.push_back({"person", (*added)[i].id.value, {}});
    }
    return Done{};
  }

  /// The directory, knowing those who were added on the way.
  std::shared_ptr<const Directory> with_added(Scope& scope) const {
    if (added_.empty()) return {std::shared_ptr<const Directory>(), &directory_};
    auto next = std::make_shared<Directory>(directory_);
    next->people = directory_.people.with(scope.read([&](db::Reader& reader) {
      return read_people_entries(reader, scope.institution, directory_.version);
    }));
    return next;
  }

  const Directory& directory_;
  Date today_;
  KnownPeople known_;
  std::vector<Stored> stored_;  // by key
  std::unordered_map<std::string, Id<Staff>> staff_;
  std::unordered_map<Fingerprint, int> occurrences_;  // the text of a whole file is long
  std::vector<InteractionStep> steps_;
  std::unordered_map<std::string, AddedPerson> added_;
};

}  // namespace

std::unique_ptr<ImportPlan> plan_interactions(const PlanInput& input) {
  return std::make_unique<InteractionsPlan>(input);
}

}  // namespace rapport::exchange
