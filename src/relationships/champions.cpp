// The front door of champions: what is said of one person.
#include "relationships/champions.hpp"

#include <algorithm>
#include <tuple>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "people/person_contact.hpp"
#include "relationships/champion_facts.hpp"
#include "relationships/champion_sign_store.hpp"
#include "relationships/engagement.hpp"

namespace rapport::champions {
namespace {

constexpr int contacts_read = 2000;
constexpr int evidence_shown = 12;

Refusal nobody_there() {
  return not_found("Nobody is there any more.");
}
Refusal none_there() {
  return not_found("That is not here any more.");
}
Refusal has_left(const PersonEntry& person) {
  return conflict(person.display_name() + " has left. Say that it ended; nothing else can be said.");
}

/// An open one first, then the newest.
auto order_of(const Champion& champion) {
  return std::tuple(!champion.is_open(), -static_cast<int>(champion.state), -champion.id.value);
}

std::vector<Champion> all_of(db::Reader& reader, const Scope& scope, const Directory& directory,
                             Id<Person> person) {
  std::vector<Champion> all;
  // One record, but for merged people.
  for (const auto record : directory.people.same_person(person))
    std::ranges::move(champion_store::of_person(reader, scope.institution, record), std::back_inserter(all));
  std::ranges::sort(all, {}, order_of);
  return all;
}

void note(Scope& scope, db::Writer& writer, Id<Person> person, std::string_view action,
          std::string_view subject, std::int64_t id) {
  people::touch(writer, scope.institution, person);
  audit::record_change(scope, writer, {.action = action, .subject = subject, .subject_id = id});
}

Refusal nominated_already(const Directory& directory, const Champion& other,
                          const std::vector<ChampionStep>& steps, Date today) {
  const auto by = steps.empty() ? std::string("Somebody")
                                : std::string(directory.staff.full_name(steps.front().recorded_by));
  const auto on = steps.empty() ? other.state_on : steps.front().happened_on;
  return conflict(by + " nominated them already, on " + long_words(on, today) +
                  ". What you wrote is kept below.");
}

/// Who says it, and when it is written down: now, or then.
struct Saying {
  Id<Staff> by = {};
  Instant at = {};
};

void write_step(Scope& scope, db::Writer& writer, Id<Champion> id, const ChampionDraft& draft,
                std::vector<Sign> signs, Saying saying) {
  champion_store::insert(writer, scope.institution,
                         ChampionStep{.champion = id,
                                      .act = draft.act,
                                      .happened_on = *draft.happened_on,
                                      .words = tidy(draft.words),
                                      .signs = std::move(signs),
                                      .recorded_by = saying.by,
                                      .recorded_at = saying.at});
}

Result<Id<Champion>> nominate_now(Scope& scope, db::Writer& writer, const Directory& directory,
                                  const PersonEntry& person, const ChampionDraft& draft, Saying saying) {
  const auto before = all_of(writer, scope, directory, person.id);
  if (!before.empty() && before.front().is_open())
    return nominated_already(directory, before.front(),
                             champion_store::steps_of(writer, scope.institution, before.front().id),
                             scope.today);
  if (auto faults = faults_of(draft, std::nullopt, scope.today); !faults.empty())
    return invalid(std::move(faults));
  Champion champion{.person = person.id, .state_on = *draft.happened_on};
  champion.id = champion_store::insert(writer, scope.institution, champion);
  write_step(scope, writer, champion.id, draft, held(findings_of(scope, directory, person), scope.today),
             saying);
  note(scope, writer, person.id, "nominated", "champion", champion.id.value);
  return champion.id;
}

Result<Champion> say_now(Scope& scope, db::Writer& writer, const PersonEntry& person, const Champion& before,
                         const ChampionDraft& draft, Saying saying) {
  if (!can_follow(before, draft.act)) return conflict(order_words(before, draft.act));
  if (!person.is_here && draft.act != ChampionAct::ended) return has_left(person);
  if (auto faults = faults_of(draft, before.state_on, scope.today); !faults.empty())
    return invalid(std::move(faults));
  auto next = after(before, draft.act, *draft.happened_on,
                    champion_store::main_post(writer, scope.institution, person.id));
  // Within the transaction that has just read it.
  (void)champion_store::update(writer, scope.institution, next);
  ++next.version;
  write_step(scope, writer, next.id, draft, {}, saying);
  note(scope, writer, person.id, code(draft.act), "champion", next.id.value);
  return next;
}

template <class Read>
void add_for_each(const std::vector<Id<Person>>& records, auto& all, Read read) {
  for (const auto record : records) std::ranges::move(read(record), std::back_inserter(all));
}

/// `met` without themselves, under the records that remain.
std::vector<Introduction> introductions_by(db::Reader& reader, const Scope& scope, const Directory& directory,
                                           const std::vector<Id<Person>>& records, Date first) {
  std::vector<Introduction> all;
  for (const auto record : records)
    for (auto& one :
         champion_sign_store::introductions(reader, scope.institution, first, scope.today, record)) {
      std::erase_if(one.introduction.met, [&](Id<Person> met) {
        const auto* entry = directory.people.find_counted(met);
        return entry == nullptr || entry->id == records.front();
      });
      all.push_back(std::move(one.introduction));
    }
  return all;
}

bool is_with(const Interaction& row, const Directory& directory, const PersonEntry& person) {
  return std::ranges::any_of(row.people, [&](Id<Person> one) {
    const auto* entry = directory.people.find(one);
    return entry != nullptr && entry->id == person.id;
  });
}

/// Whether it may be named as evidence of something about that person.
bool is_evidence(const Interaction& row, const Scope& scope, const Directory& directory,
                 const PersonEntry& person) {
  return row.visibility == Visibility::library && !row.is_withdrawn && row.happened_on <= scope.today &&
         row.happened_on >= first_of_months(scope.today, sign_months) && is_with(row, directory, person);
}

std::vector<Fault> faults_of_tick(Scope& scope, const Directory& directory, const PersonEntry& person,
                                  const TickDraft& draft) {
  std::vector<Fault> faults;
  if (!draft.sign || !is_ticked(*draft.sign)) faults.push_back({"sign", "Say what it shows."});
  const auto row =
      draft.conversation ? interactions::get(scope, *draft.conversation) : Result<Interaction>(not_found(""));
  if (!row || !is_evidence(*row, scope, directory, person))
    faults.push_back({"conversation", "Choose the conversation that shows it."});
  const auto typed = tidy(draft.words);
  if (typed.empty()) faults.push_back({"tick-words", "Say in a few words what they said or did."});
  if (character_count(typed) > champion_words_max)
    faults.push_back({"tick-words", "At most 500 characters."});
  return faults;
}

}  // namespace

Result<Done> may_write(const Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden(
        "Directors read about champions and write nothing. Ask an administrator to change your role.");
  return Done{};
}

const Champion* Account::open() const {
  return terms.empty() || !terms.front().champion.is_open() ? nullptr : &terms.front().champion;
}

Account account_of(Scope& scope, const Directory& directory, const PersonEntry& person) {
  return scope.read([&](db::Reader& reader) {
    Account account{.person = &person, .signs_min = current_rule(scope).signs_min};
    for (auto& champion : all_of(reader, scope, directory, person.id)) {
      auto steps = champion_store::steps_of(reader, scope.institution, champion.id);
      account.terms.push_back({std::move(champion), std::move(steps)});
    }
    const auto records = directory.people.same_person(person.id);
    add_for_each(records, account.thanks, [&](Id<Person> record) {
      return champion_store::thanks_of(reader, scope.institution, record);
    });
    std::ranges::stable_sort(account.thanks, std::greater(), &ChampionThanks::said_on);
    account.post = champion_store::main_post(reader, scope.institution, person.id);
    return account;
  });
}

std::optional<Champion> mark_of(Scope& scope, const Directory& directory, Id<Person> person) {
  auto all = scope.read([&](db::Reader& reader) { return all_of(reader, scope, directory, person); });
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::string mark_words(const std::optional<Champion>& champion, Date today) {
  return champion && champion->is_champion(today) ? state_words(*champion, today) : std::string();
}

Findings findings_of(Scope& scope, const Directory& directory, const PersonEntry& person) {
  return scope.read([&](db::Reader& reader) {
    const auto records = directory.people.same_person(person.id);
    const auto first = first_of_months(scope.today, sign_months);
    std::vector<rhythm_store::Contact> contacts;
    std::vector<champion_sign_store::QuotationOf> quoted;
    std::vector<SignTick> ticks;
    add_for_each(records, contacts, [&](Id<Person> record) {
      return rhythm_store::contacts(reader, scope.institution, record, scope.today.plus_days(1),
                                    contacts_read);
    });
    add_for_each(records, quoted, [&](Id<Person> record) {
      return champion_sign_store::quotations(reader, scope.institution, first, record);
    });
    add_for_each(records, ticks, [&](Id<Person> record) {
      return champion_sign_store::ticks(reader, scope.institution, first, record);
    });
    std::vector<Quotation> quotations;
    quotations.reserve(quoted.size());
    for (auto& one : quoted) quotations.push_back(std::move(one.quotation));
    const auto spoken = sign_contacts(contacts, directory);
    return Findings{introduced(introductions_by(reader, scope, directory, records, first), scope.today),
                    ticked(Sign::spoke, ticks, scope.today),
                    embedded(spoken, scope.today),
                    came_back(spoken, scope.today),
                    reach(sign_reached(reached_by(reader, scope, directory, records)), scope.today),
                    endorsed(quotations, ticks, scope.today)};
  });
}

Result<Id<Champion>> nominate(Scope& scope, const Directory& directory, Id<Person> person,
                              const ChampionDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return nobody_there();
  if (!entry->is_here) return conflict(entry->display_name() + " has left and cannot be nominated.");
  return scope.write([&](db::Writer& writer) {
    return nominate_now(scope, writer, directory, *entry, draft, {scope.viewer.staff, scope.now});
  });
}

Result<Champion> get(Scope& scope, Id<Champion> id) {
  return scope.read([&](db::Reader& reader) -> Result<Champion> {
    auto found = champion_store::find(reader, scope.institution, id);
    if (!found) return none_there();
    return std::move(*found);
  });
}

Result<Champion> say(Scope& scope, const Directory& directory, Id<Champion> id, int version,
                     const ChampionDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Champion> {
    const auto before = champion_store::find(writer, scope.institution, id);
    const auto* person = before ? directory.people.find(before->person) : nullptr;
    if (person == nullptr || draft.act == ChampionAct::nominated) return none_there();
    if (before->version != version)
      return conflict("Somebody was faster: " + with_small_first(state_words(*before, scope.today)) +
                      ". What you wrote is kept below.");
    return say_now(scope, writer, *person, *before, draft, {scope.viewer.staff, scope.now});
  });
}

Result<Id<SignTick>> tick(Scope& scope, const Directory& directory, Id<Person> person,
                          const TickDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return nobody_there();
  return scope.write([&](db::Writer& writer) -> Result<Id<SignTick>> {
    if (auto faults = faults_of_tick(scope, directory, *entry, draft); !faults.empty())
      return invalid(std::move(faults));
    const auto first = first_of_months(scope.today, sign_months);
    for (const auto record : directory.people.same_person(entry->id))
      for (const auto& other : champion_sign_store::ticks(writer, scope.institution, first, record))
        if (other.sign == *draft.sign && other.conversation == *draft.conversation)
          return conflict(std::string(directory.staff.full_name(other.recorded_by)) +
                          " named this conversation already: “" + other.words + "”");
    const auto id = champion_store::insert(writer, scope.institution,
                                           SignTick{.person = entry->id,
                                                    .sign = *draft.sign,
                                                    .conversation = *draft.conversation,
                                                    .words = tidy(draft.words),
                                                    .recorded_by = scope.viewer.staff,
                                                    .recorded_at = scope.now});
    note(scope, writer, entry->id, "ticked", "champion_sign", id.value);
    return id;
  });
}

Result<Id<Person>> take_back_tick(Scope& scope, Id<SignTick> id) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Id<Person>> {
    const auto found = champion_store::find_tick(writer, scope.institution, id);
    if (!found) return none_there();
    const bool may = found->recorded_by == scope.viewer.staff || scope.viewer.is(Role::leader) ||
                     scope.viewer.is(Role::administrator);
    if (!may) return forbidden("Only the colleague who ticked it and team leaders take it back.");
    if (champion_store::withdraw_tick(writer, scope.institution, id, scope.viewer.staff, scope.now))
      note(scope, writer, found->person, "taken back", "champion_sign", id.value);
    return found->person;
  });
}

std::vector<Interaction> evidence_for(Scope& scope, const Directory& directory, const PersonEntry& person) {
  auto rows = interactions::timeline_of_person(scope, directory.people.same_person(person.id),
                                               {.until = scope.today, .limit = 50})
                  .interactions;
  std::erase_if(rows, [&](const Interaction& row) { return !is_evidence(row, scope, directory, person); });
  if (rows.size() > evidence_shown) rows.resize(evidence_shown);
  return rows;
}

Result<Done> thank(Scope& scope, const Directory& directory, Id<Person> person,
                   const ChampionThanksDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return allowed;
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return nobody_there();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto all = all_of(writer, scope, directory, entry->id);
    if (std::ranges::none_of(all, [](const Champion& one) { return one.agreed_on.has_value(); }))
      return conflict(entry->display_name() + " has not agreed to be one yet.");
    if (auto faults = faults_of(draft, scope.today); !faults.empty()) return invalid(std::move(faults));
    champion_store::insert(writer, scope.institution,
                           ChampionThanks{.person = entry->id,
                                          .said_on = *draft.said_on,
                                          .words = tidy(draft.words),
                                          .said_by = scope.viewer.staff},
                           scope.now);
    note(scope, writer, entry->id, "thanked", "champion", all.front().id.value);
    return Done{};
  });
}

namespace {

Result<Done> record_one(Scope& scope, db::Writer& writer, const Directory& directory,
                        const PastChampion& past) {
  const auto* person = directory.people.find(past.person);
  if (person == nullptr) return nobody_there();
  std::optional<Champion> champion;
  for (const auto& said : past.said) {
    const Saying saying{
        said.by, scope.zone.instant_of(said.draft.happened_on.value_or(scope.today), TimeOfDay{15 * 60})};
    if (champion) {
      auto next = say_now(scope, writer, *person, *champion, said.draft, saying);
      if (!next) return std::move(next).refusal();
      champion = *next;
    } else {
      const auto id = nominate_now(scope, writer, directory, *person, said.draft, saying);
      if (!id) return id.refusal();
      champion = champion_store::find(writer, scope.institution, *id);
    }
  }
  for (const auto& [draft, by] : past.thanks)
    champion_store::insert(
        writer, scope.institution,
        ChampionThanks{.person = person->id, .said_on = *draft.said_on, .words = draft.words, .said_by = by},
        scope.now);
  return Done{};
}

}  // namespace

Result<Done> record_past(Scope& scope, const Directory& directory, std::span<const PastChampion> past) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators record many champions at once. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    for (const auto& one : past)
      if (auto done = record_one(scope, writer, directory, one); !done) return done;
    return Done{};
  });
}

}  // namespace rapport::champions
