// Reads the form of a conversation.
#include "interactions/conversation_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "interactions/people_called.hpp"

namespace rapport {
namespace {

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto line : split(text, '\n'))
    if (auto tidied = tidy_line(line); !tidied.empty()) lines.push_back(std::move(tidied));
  return lines;
}

void read_people(const ConversationForm& form, const Directory& directory, InteractionDraft& draft,
                 std::vector<Fault>& faults) {
  for (const auto& line : lines_of(form.people)) {
    const auto colon = line.find(':');
    const auto name = std::string(trim(std::string_view(line).substr(0, colon)));
    const auto aside = colon == std::string::npos
                           ? std::string()
                           : std::string(trim(std::string_view(line).substr(colon + 1)));
    const auto found = people_called(directory.people, name);
    if (found.empty()) {
      faults.push_back(
          {"people", "Nobody called " + name + " is here. Check the name, or add them under People first."});
    } else if (found.size() > 1) {
      faults.push_back({"people", several_called_words(name, found, directory)});
    } else {
      draft.people.push_back({found.front()->id, aside});
    }
  }
}

void read_staff(const ConversationForm& form, const Directory& directory, InteractionDraft& draft,
                std::vector<Fault>& faults) {
  for (const auto& name : lines_of(form.staff)) {
    const auto folded = fold(name);
    const auto& all = directory.staff.staff();
    const auto found = std::ranges::find_if(all, [&](const StaffEntry& entry) {
      return fold(entry.full_name) == folded || entry.username == folded;
    });
    const auto given = [&](const StaffEntry& entry) {
      return fold(entry.given_name) == folded && entry.is_active;
    };
    if (found != all.end())
      draft.staff.push_back(found->id);
    else if (std::ranges::count_if(all, given) == 1)
      draft.staff.push_back(std::ranges::find_if(all, given)->id);
    else
      faults.push_back({"staff", "No colleague is called " + name + ". Write the full name."});
  }
}

void read_when(const ConversationForm& form, const Scope& scope, InteractionDraft& draft,
               std::vector<Fault>& faults) {
  draft.happened_on = scope.today;
  if (const auto typed = trim(form.happened_on); !typed.empty()) {
    if (const auto day = typed_day(typed))
      draft.happened_on = *day;
    else
      faults.push_back(
          {"happened_on", "There is no such day as " + std::string(typed) + ". Write it as 9/11/2026."});
  }
  if (const auto typed = trim(form.happened_at); !typed.empty()) {
    draft.happened_at_time = TimeOfDay::parse(typed);
    if (!draft.happened_at_time) faults.push_back({"happened_at", "Write the time as 14:30."});
  }
  draft.precision = precision_of(form.precision).value_or(Precision::day);
  if (draft.happened_at_time && draft.precision == Precision::day) draft.precision = Precision::time;
  if (draft.precision == Precision::time && !draft.happened_at_time) draft.precision = Precision::day;
  if (draft.precision == Precision::week)
    draft.happened_on = draft.happened_on.plus_days(-static_cast<int>(draft.happened_on.weekday()));
  if (draft.precision == Precision::month)
    draft.happened_on =
        Date::of(draft.happened_on.year(), draft.happened_on.month(), 1).value_or(draft.happened_on);
}

void read_amounts(const ConversationForm& form, InteractionDraft& draft, std::vector<Fault>& faults) {
  if (const auto typed = trim(form.duration); !typed.empty()) {
    draft.duration_minutes = typed_length(typed);
    if (!draft.duration_minutes) faults.push_back({"duration", "Write the length in minutes, or as 1h 30m."});
  }
  if (const auto typed = trim(form.attendees); !typed.empty()) {
    draft.attendees = whole_number(typed);
    if (!draft.attendees) faults.push_back({"attendees", "How many came is a whole number."});
  }
}

void read_promise(const ConversationForm& form, InteractionDraft& draft, std::vector<Fault>& faults) {
  const auto due = trim(form.promise_due_on);
  if (trim(form.promise).empty()) {
    if (!due.empty()) faults.push_back({"promise", "Say in a few words what was promised."});
    return;
  }
  PromiseDraft promise{.side = promise_side_of(form.promise_side).value_or(PromiseSide::ours),
                       .words = form.promise};
  if (!due.empty()) {
    promise.due_on = typed_day(due);
    if (!promise.due_on)
      faults.push_back(
          {"promise_due_on", "There is no such day as " + std::string(due) + ". Write it as 9/11/2026."});
  }
  draft.promises.push_back(std::move(promise));
}

std::string people_text(const std::vector<Participant>& participants, const Directory& directory) {
  std::string text;
  for (const auto& participant : participants) {
    const auto* person = directory.people.find(participant.person);
    if (person == nullptr) continue;
    const auto same = people_called(directory.people, person->full_name);
    text += same.size() == 1 ? person->full_name : person->slug;
    if (!participant.aside.empty()) text += ": " + participant.aside;
    text += '\n';
  }
  return text;
}

std::string staff_text(const std::vector<Id<Staff>>& staff, const Directory& directory) {
  std::string text;
  for (const auto id : staff) text.append(directory.staff.full_name(id)).append("\n");
  return text;
}

std::string kind_code(std::optional<Id<InteractionKind>> kind, const Directory& directory) {
  const auto* entry = kind ? directory.vocabulary.find(*kind) : nullptr;
  return entry != nullptr ? entry->code : "meeting";
}

std::string department_slug(std::optional<Id<OrgUnit>> unit, const Directory& directory) {
  const auto* entry = unit ? directory.org.find(*unit) : nullptr;
  return entry != nullptr ? entry->slug : "";
}

}  // namespace

std::optional<Date> typed_day(std::string_view text) {
  if (const auto date = Date::parse_iso(text)) return date;
  const char separator = text.find('/') != std::string_view::npos ? '/' : '.';
  const auto parts = split(text, separator);
  if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
  const auto day = whole_number(parts[0]);
  const auto month = whole_number(parts[1]);
  const auto year = whole_number(parts[2]);
  if (!day || !month || !year || *day < 1 || *month < 1) return std::nullopt;
  return Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<int> typed_length(std::string_view text) {
  int minutes = 0;
  std::string digits;
  bool is_read = false;
  for (const auto& word : folded_words(text)) {
    std::size_t at = 0;
    while (at < word.size()) {
      auto end = at;
      while (end < word.size() && word[end] >= '0' && word[end] <= '9') ++end;
      if (end > at) digits = word.substr(at, end - at);
      auto unit_end = end;
      while (unit_end < word.size() && (word[unit_end] < '0' || word[unit_end] > '9')) ++unit_end;
      const auto unit = word.substr(end, unit_end - end);
      at = unit_end;
      if (unit.empty()) continue;
      const auto number = whole_number(digits);
      const bool is_hours = unit.starts_with('h');
      if (!number || *number > 10'080 || (!is_hours && !unit.starts_with('m'))) return std::nullopt;
      minutes += is_hours ? 60 * *number : *number;
      digits.clear();
      is_read = true;
    }
  }
  if (!digits.empty()) {
    const auto number = whole_number(digits);
    if (!number || *number > 10'080) return std::nullopt;
    minutes += *number;
    is_read = true;
  }
  return is_read && minutes > 0 ? std::optional(minutes) : std::nullopt;
}

ConversationForm read_conversation_form(const http::Form& form) {
  const auto text = [&](std::string_view name) { return std::string(form.value(name)); };
  return {.people = text("people"),
          .staff = text("staff"),
          .kind = text("kind"),
          .happened_on = text("happened_on"),
          .happened_at = text("happened_at"),
          .precision = text("precision"),
          .duration = text("duration"),
          .attendees = text("attendees"),
          .place = text("place"),
          .topics = text("topics"),
          .begun_by = text("begun_by"),
          .two_way = text("two_way"),
          .note = text("note"),
          .visibility = text("visibility"),
          .department = text("department"),
          .promise = text("promise"),
          .promise_side = text("promise_side"),
          .promise_due_on = text("promise_due_on"),
          .because = text("because"),
          .line = text("line"),
          .key = text("key"),
          .version = static_cast<int>(form.number("version").value_or(0))};
}

ConversationForm new_conversation_form(const Scope& scope, const Directory& directory) {
  ConversationForm form;
  form.happened_on = scope.today.iso();
  form.kind = "meeting";
  form.staff = staff_text({scope.viewer.staff}, directory);
  return form;
}

ConversationForm form_of(const InteractionDraft& draft, const Directory& directory) {
  ConversationForm form;
  form.people = people_text(draft.people, directory);
  form.staff = staff_text(draft.staff, directory);
  form.kind = kind_code(draft.kind, directory);
  form.happened_on = draft.happened_on.iso();
  if (draft.happened_at_time) form.happened_at = draft.happened_at_time->words();
  form.precision = std::string(code(draft.precision));
  if (draft.duration_minutes) form.duration = std::to_string(*draft.duration_minutes);
  if (draft.attendees) form.attendees = std::to_string(*draft.attendees);
  form.place = draft.place;
  form.topics = join(draft.topics, ", ");
  form.begun_by = std::string(code(draft.begun_by));
  if (draft.is_two_way) form.two_way = *draft.is_two_way ? "yes" : "no";
  form.note = draft.note;
  form.visibility = std::string(code(draft.visibility));
  form.department = department_slug(draft.org_unit, directory);
  if (!draft.promises.empty()) {
    form.promise = draft.promises.front().words;
    form.promise_side = std::string(code(draft.promises.front().side));
    if (draft.promises.front().due_on) form.promise_due_on = draft.promises.front().due_on->iso();
  }
  form.line = draft.line;
  return form;
}

ConversationForm form_of(const Interaction& interaction, const std::vector<Participant>& participants,
                         const Directory& directory) {
  InteractionDraft draft{.kind = interaction.kind,
                         .happened_on = interaction.happened_on,
                         .happened_at_time = interaction.happened_at_time,
                         .precision = interaction.precision,
                         .duration_minutes = interaction.duration_minutes,
                         .attendees = interaction.attendees,
                         .place = interaction.place,
                         .begun_by = interaction.begun_by,
                         .is_two_way = interaction.is_two_way,
                         .note = interaction.note,
                         .visibility = interaction.visibility,
                         .org_unit = interaction.org_unit,
                         .people = participants,
                         .staff = interaction.staff,
                         .line = interaction.line};
  for (const auto id : interaction.topics)
    if (const auto* topic = directory.vocabulary.find(id)) draft.topics.push_back(topic->name);
  auto form = form_of(draft, directory);
  form.version = interaction.version;
  return form;
}

std::pair<InteractionDraft, std::vector<Fault>> draft_of(const ConversationForm& form, const Scope& scope,
                                                         const Directory& directory) {
  InteractionDraft draft{.place = form.place, .note = form.note, .line = form.line};
  std::vector<Fault> faults;
  read_people(form, directory, draft, faults);
  read_staff(form, directory, draft, faults);
  read_when(form, scope, draft, faults);
  read_amounts(form, draft, faults);
  read_promise(form, draft, faults);
  if (const auto* kind = directory.vocabulary.find_kind(form.kind))
    draft.kind = kind->id;
  else if (!form.kind.empty())
    faults.push_back({"kind", "Choose how it happened."});
  for (const auto topic : split(form.topics, ',')) {
    auto name = tidy_line(topic);
    if (name.starts_with('#')) name.erase(0, 1);
    if (!name.empty()) draft.topics.push_back(std::move(name));
  }
  draft.begun_by = begun_by_of(form.begun_by).value_or(BegunBy::unknown);
  if (!form.two_way.empty()) draft.is_two_way = form.two_way == "yes";
  draft.visibility = visibility_of(form.visibility).value_or(Visibility::library);
  if (!form.department.empty()) {
    const auto* unit = directory.org.find_slug(form.department);
    if (unit == nullptr)
      faults.push_back({"department", "That department is not here any more. Choose another."});
    else
      draft.org_unit = unit->id;
  }
  if (!form.key.empty()) draft.source_key = form.key;
  return {std::move(draft), std::move(faults)};
}

}  // namespace rapport
