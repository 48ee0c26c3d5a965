// Importing people: who is who, what a row adds, and doing it through the front door of people.
#include <algorithm>
#include <unordered_map>

#include "base/random.hpp"
#include "base/text.hpp"
#include "exchange/cell_values.hpp"
#include "exchange/import_plan.hpp"
#include "exchange/known_people.hpp"
#include "exchange/likely_pairs.hpp"
#include "exchange/person_snapshot.hpp"
#include "people/people.hpp"

namespace rapport::exchange {
namespace {

/// One row read: an empty text says nothing about what is there.
struct PersonRow {
  PersonDraft draft;
  std::optional<Id<OrgUnit>> unit;
  std::string post_title;
};

/// What one row does. Short, because a file has many: what it says is read again when it is done.
struct PersonStep {
  std::optional<std::size_t> known;  ///< whom it changes; absent for somebody new
  bool is_said_to_be = false;        ///< somebody said that it is the known person
  bool is_first = true;              ///< of the known person in this file; a later one brings another post
};

void replace(std::string& there, const std::string& given) {
  if (!given.empty()) there = given;
}

/// `draft` with what the row says; an address that is new becomes the main one.
PersonDraft merged(PersonDraft draft, const PersonDraft& given) {
  replace(draft.title, given.title);
  replace(draft.full_name, given.full_name);
  replace(draft.known_as, given.known_as);
  replace(draft.pronouns, given.pronouns);
  replace(draft.orcid, given.orcid);
  replace(draft.external_id, given.external_id);
  replace(draft.about, given.about);
  std::vector<std::string> added;
  for (const auto& address : given.addresses) {
    const auto is_it = [&](const std::string& there) { return fold(there) == fold(address); };
    if (std::ranges::none_of(draft.addresses, is_it)) added.push_back(address);
  }
  draft.addresses.insert(draft.addresses.begin(), added.begin(), added.end());
  return draft;
}

bool says_the_same(const PersonDraft& left, const PersonDraft& right) {
  return left.title == right.title && left.full_name == right.full_name && left.known_as == right.known_as &&
         left.pronouns == right.pronouns && left.orcid == right.orcid &&
         left.external_id == right.external_id && left.about == right.about &&
         left.addresses == right.addresses;
}

enum class PostChange { none, added, retitled };

PostChange change_of_post(const PersonDetails& details, const PersonRow& row, Date today) {
  if (!row.unit) return PostChange::none;
  bool is_held = false;
  bool is_named = false;
  for (const auto& post : details.posts) {
    const bool counts = post.is_held_on(today) || details.person.main_unit == row.unit;
    if (post.unit != *row.unit || !counts) continue;
    is_held = true;
    is_named = is_named || row.post_title.empty() || row.post_title == post.title;
  }
  if (is_held) return is_named ? PostChange::none : PostChange::retitled;
  return PostChange::added;
}

class PeoplePlan : public ImportPlan {
 public:
  explicit PeoplePlan(const PlanInput& input)
      : ImportPlan(input), directory_(input.directory), today_(input.scope.today), known_(input.scope) {
    each_row([&](const FileRow& row) { plan_row(row); });
    families_.reset();  // wanted for the plan alone
    new_by_key_ = {};
  }

  Result<Done> apply(Scope& scope, std::size_t begin, std::size_t end,
                     std::vector<MadeChange>& made) override {
    std::vector<PersonDraft> drafts;
    for (std::size_t i = begin; i < end; ++i)
      if (!steps_[i].known) drafts.push_back(read_again(i).draft);
    const auto added = people::add_many(scope, directory_.org, drafts);
    if (!added) return added.refusal();
    for (const auto& one : *added) made.push_back({"person", one.id.value, {}});
    for (std::size_t i = begin; i < end; ++i) {
      if (!steps_[i].known) continue;
      if (auto done = change(scope, steps_[i], read_again(i), made); !done) return done;
    }
    return Done{};
  }

 private:
  void plan_row(const FileRow& row) {
    auto read = read_row(cells_of(row));
    if (!read) return add_fault(row, read.refusal().message);
    if (const auto faults = faults_of(read->draft); !faults.empty()) return add_fault(row, faults[0].message);
    const auto found = find(*read);
    if (!found) return add_fault(row, found.refusal().message);
    if (*found) return plan_known(row, std::move(*read), {.known = **found});
    const auto likely = find_likely(*read);
    if (!likely) return plan_new(row, std::move(*read));
    plan_likely(row, std::move(*read), *likely);
  }

  /// What a planned row says, as the plan took it.
  PersonRow read_again(std::size_t place) {
    auto read = read_row(cells_of(file_row(rows()[place].place))).value();
    adjust(read, steps_[place]);
    if (const auto more = more_posts_.find(place); more != more_posts_.end())
      read.draft.posts.insert(read.draft.posts.end(), more->second.begin(), more->second.end());
    return read;
  }

  /// What the known person has stays theirs, what is another's stays that one's.
  void adjust(PersonRow& read, const PersonStep& step) const {
    if (!step.is_said_to_be)
      leave_to_others(read, step.known);
    else if (folded_words(read.draft.full_name).front().size() == 1)
      read.draft.full_name = known_[*step.known].person.full_name;
    if (step.is_first) return;
    // A second post of somebody further up: the rest of the row is taken from there.
    read.draft = {};
    read.draft.full_name = known_[*step.known].person.full_name;
  }

  struct Likely {
    std::size_t place;
    std::string_view reason;
  };

  /// Who has an address or the ORCID iD of the row under quite another name, or a similar name in the same
  /// department.
  std::optional<Likely> find_likely(const PersonRow& row) {
    for (const auto& address : row.draft.addresses)
      if (const auto found = known_.with_address(address)) return Likely{*found, "The same address."};
    if (!row.draft.orcid.empty())
      if (const auto found = known_.with_orcid(row.draft.orcid)) return Likely{*found, "The same ORCID iD."};
    if (!row.unit) return std::nullopt;
    if (!families_) families_.emplace(known_);
    const auto found = families_->similar(row.draft.full_name, *row.unit);
    const bool have_both_numbers =
        found && !row.draft.external_id.empty() && !known_[*found].person.external_id.empty();
    if (!found || have_both_numbers) return std::nullopt;
    return Likely{*found, "A similar name in the same department."};
  }

  /// Both are kept unless somebody said that they are the same.
  void plan_likely(const FileRow& row, PersonRow read, const Likely& likely) {
    const auto& known = known_[likely.place];
    const auto answer = choices().answers.find(row.line);
    std::optional<bool> is_same;
    if (answer != choices().answers.end()) is_same = answer->second == known.person.id.value;
    add_pair({.line = row.line,
              .row = read.draft,
              .row_unit = read.unit,
              .known = known,
              .reason = std::string(likely.reason),
              .is_same = is_same});
    if (is_same.value_or(false))
      return plan_known(row, std::move(read), {.known = likely.place, .is_said_to_be = true});
    plan_new(row, std::move(read));
  }

  /// An address or ORCID iD of somebody with quite another name stays with them.
  void leave_to_others(PersonRow& read, std::optional<std::size_t> self) const {
    const auto is_anothers = [&](std::optional<std::size_t> holder) {
      return holder && holder != self &&
             !are_names_alike(read.draft.full_name, known_[*holder].person.full_name);
    };
    std::erase_if(read.draft.addresses,
                  [&](const std::string& address) { return is_anothers(known_.with_address(address)); });
    if (is_anothers(known_.with_orcid(read.draft.orcid))) read.draft.orcid.clear();
  }

  Result<PersonRow> read_row(const RowCells& cells) {
    PersonRow row;
    auto& draft = row.draft;
    auto written = std::string(cells.text("name"));
    if (written.empty())
      written = std::string(cells.text("given_name")) + " " + std::string(cells.text("family_name"));
    auto name = read_name(written);
    draft.full_name = std::move(name.full_name);
    draft.title = cells.text("title").empty() ? std::move(name.title) : std::string(cells.text("title"));
    draft.external_id = cells.text("external_id");
    draft.orcid = cells.text("orcid");
    draft.pronouns = pronouns_of(cells.text("pronouns"));
    draft.about = cells.text("about");
    draft.addresses = read_list(cells.text("email"));
    const auto known_as = std::string(cells.text("known_as"));
    draft.known_as = known_as;
    draft = tidied(draft);
    if (const auto left = cells.text("left_on"); !left.empty()) {
      const auto date = read_date(left);
      if (!date) return date.refusal();
      if (*date > today_) return invalid("left_on", "The day they left has not come yet.");
      draft.left_on = *date;
    }
    row.post_title = tidy_line(cells.text("post"));
    if (const auto department = cells.text("department"); !department.empty()) {
      const auto* unit = find_unit(department);
      if (unit == nullptr)
        return invalid("department", "No department here is called “" + shorten(department, 80) +
                                         "”. Import departments first, or correct the name.");
      row.unit = unit->id;
      draft.posts.push_back({.unit = unit->id, .title = row.post_title, .is_main = true});
    }
    if (known_as.empty()) draft.known_as.clear();  // says nothing; filled anew for somebody new
    return row;
  }

  static std::string pronouns_of(std::string_view text) {
    const auto folded = fold(text);
    return folded.substr(0, folded.find('/'));
  }

  const OrgUnitEntry* find_unit(std::string_view name) {
    const auto [at, is_new] = units_.try_emplace(std::string(name), nullptr);
    if (is_new) at->second = directory_.org.find_name(name);
    return at->second;
  }

  /// By number; by address or ORCID iD where the names are alike; else by name and department. Those whom
  /// only somebody can tell apart are for `find_likely`.
  Result<std::optional<std::size_t>> find(const PersonRow& row) {
    const auto& draft = row.draft;
    std::optional<std::size_t> found;
    if (!draft.external_id.empty()) found = known_.with_external_id(draft.external_id);
    for (const auto& address : draft.addresses)
      if (!found) found = alike(draft, known_.with_address(address));
    if (!found && !draft.orcid.empty()) found = alike(draft, known_.with_orcid(draft.orcid));
    if (found) return checked(row, *found);
    std::vector<std::size_t> namesakes;
    for (const auto place : known_.named(draft.full_name)) {
      const auto& person = known_[place];
      const bool is_there = row.unit ? belongs_to(person, *row.unit) : !person.person.main_unit;
      const bool may_be = draft.external_id.empty() || person.person.external_id.empty();
      if (is_there && may_be) namesakes.push_back(place);
    }
    if (namesakes.size() > 1)
      return invalid("name", "Several people there are called " + draft.full_name +
                                 ". Add their address or staff number.");
    return namesakes.empty() ? std::optional<std::size_t>() : namesakes.front();
  }

  std::optional<std::size_t> alike(const PersonDraft& draft, std::optional<std::size_t> place) const {
    const bool is_alike = place && are_names_alike(draft.full_name, known_[*place].person.full_name);
    return is_alike ? place : std::nullopt;
  }

  Result<std::optional<std::size_t>> checked(const PersonRow& row, std::size_t place) {
    const auto& person = known_[place].person;
    const auto& number = row.draft.external_id;
    if (!number.empty() && !person.external_id.empty() && number != person.external_id)
      return invalid("external_id", "The address or ORCID iD belongs to " + person.full_name +
                                        ", who has the staff number " + person.external_id + ".");
    return std::optional(place);
  }

  void plan_known(const FileRow& row, PersonRow read, PersonStep step) {
    const auto& details = known_[*step.known];
    const auto [at, is_first] = line_of_person_.try_emplace(*step.known, row.line);
    const auto post = change_of_post(details, read, today_);
    if (!is_first && post != PostChange::added) return repeated(row, read, details, at->second);
    step.is_first = is_first;
    adjust(read, step);
    const auto before = tidied(draft_of(details));
    const bool leaves = read.draft.left_on && read.draft.left_on != details.person.left_on;
    if (post == PostChange::none && !leaves && says_the_same(before, tidied(merged(before, read.draft))))
      return add_same();
    steps_.push_back(step);
    add_row(row, false);
  }

  void repeated(const FileRow& row, const PersonRow& read, const PersonDetails& details, int line) {
    const bool has_other_unit = read.unit && details.person.main_unit != read.unit;
    if (has_other_unit && change_of_post(details, read, today_) == PostChange::none) return add_same();
    add_fault(row, details.person.full_name + " stands on line " + std::to_string(line) + " already.");
  }

  void plan_new(const FileRow& row, PersonRow read) {
    adjust(read, {});
    const auto& draft = read.draft;
    std::vector<Fingerprint> keys;
    if (!draft.external_id.empty()) keys.push_back(fingerprint_of("n" + draft.external_id));
    for (const auto& address : draft.addresses) keys.push_back(fingerprint_of("a" + fold(address)));
    if (!draft.orcid.empty()) keys.push_back(fingerprint_of("o" + draft.orcid));
    if (keys.empty())
      keys.push_back(
          fingerprint_of("f" + fold(draft.full_name) + std::to_string(read.unit ? read.unit->value : 0)));
    for (const auto key : keys)
      if (const auto found = new_by_key_.find(key); found != new_by_key_.end())
        return join_new(row, read, found->second);
    for (const auto key : keys) new_by_key_.emplace(key, NewPerson{steps_.size(), read.unit});
    steps_.push_back({});
    add_row(row, true);
  }

  struct NewPerson {
    std::size_t step = 0;
    std::optional<Id<OrgUnit>> unit;
  };

  /// The same new person twice: another department is another post.
  void join_new(const FileRow& row, const PersonRow& read, const NewPerson& person) {
    const auto more = more_posts_.find(person.step);
    const bool is_there =
        !read.unit || !person.unit || person.unit == read.unit ||
        (more != more_posts_.end() && std::ranges::count(more->second, *read.unit, &PostDraft::unit) > 0);
    if (is_there)
      return add_fault(
          row, "The same person stands on line " + std::to_string(rows()[person.step].line) + " already.");
    more_posts_[person.step].push_back({.unit = *read.unit, .title = read.post_title, .is_main = false});
    add_same();
  }

  Result<Done> change(Scope& scope, const PersonStep& step, const PersonRow& row,
                      std::vector<MadeChange>& made) {
    const auto person = known_[*step.known].person.id;
    const auto before = people::get(scope, person);
    if (!before) return before.refusal();
    const auto draft = draft_of(*before);
    const auto wanted = tidied(merged(draft, row.draft));
    if (!says_the_same(tidied(draft), wanted))
      if (auto done = people::update(scope, person, edition(*before), wanted); !done) return done;
    if (auto done = change_post(scope, *before, row, step.is_first); !done) return done;
    const auto& left = row.draft.left_on;
    if (left && left != before->person.left_on)
      if (auto done = people::mark_left(scope, person, *left); !done) return done;
    const auto after = people::get(scope, person);
    if (!after) return after.refusal();
    made.push_back({"person", person.value, snapshot_json(*before, *after)});
    return Done{};
  }

  Result<Done> change_post(Scope& scope, const PersonDetails& before, const PersonRow& row, bool is_main) {
    const auto change = change_of_post(before, row, today_);
    if (change == PostChange::none) return Done{};
    const auto person = before.person.id;
    PostDraft post{.unit = *row.unit, .title = row.post_title, .is_main = is_main};
    if (change == PostChange::retitled) {
      const auto held = std::ranges::find_if(
          before.posts, [&](const Post& one) { return one.unit == post.unit && one.is_held_on(today_); });
      if (held != before.posts.end()) {
        post.is_main = held->is_main;
        post.valid_from = today_;
        if (auto done = people::end_post(scope, person, held->id, today_.plus_days(-1)); !done) return done;
      }
    }
    const auto added = people::add_post(scope, directory_.org, person, post);
    if (!added) return added.refusal();
    return Done{};
  }

  const Directory& directory_;
  Date today_;
  KnownPeople known_;
  std::optional<FamilyNames> families_;
  std::vector<PersonStep> steps_;
  std::unordered_map<std::string, const OrgUnitEntry*> units_;
  std::unordered_map<std::size_t, int> line_of_person_;
  std::unordered_map<Fingerprint, NewPerson> new_by_key_;
  std::unordered_map<std::size_t, std::vector<PostDraft>> more_posts_;  // of new people, by their step
};

}  // namespace

std::unique_ptr<ImportPlan> plan_people(const PlanInput& input) {
  return std::make_unique<PeoplePlan>(input);
}

}  // namespace rapport::exchange
