// Reads the form of an action.
#include "plans/item_form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/capture.hpp"
#include "interactions/conversation_form.hpp"
#include "ui/route_id.hpp"

namespace rapport {
namespace {

std::string text_of(const http::Form& form, std::string_view name) {
  return std::string(form.value(name));
}

/// "Which @smith: Dr Jane Smith or Prof. Owen Smith?"
std::string which(const CaptureName& name, const Directory& directory) {
  constexpr std::size_t names_max = 4;
  std::vector<std::string> names;
  for (const auto& offer : name.offers)
    if (const auto* person = offer.person ? directory.people.find(*offer.person) : nullptr;
        person != nullptr && names.size() < names_max)
      names.push_back(person->display_name());
  if (names.size() < 2) return {};
  return "Which @" + name.key + ": " + join(names, ", ") + "? Write the whole name.";
}

/// Where the @ of a name stands in the line; each takes a byte out.
std::string without_signs(std::string_view line, const CaptureReading& reading) {
  std::vector<std::size_t> signs;
  for (const auto& token : reading.tokens)
    if (token.kind == CaptureKind::person)
      if (const auto at = line.find('@', token.begin); at < token.end) signs.push_back(at);
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (std::ranges::count(signs, i) == 0) text += line[i];
  return text;
}

}  // namespace

ItemForm item_form_in(const http::Form& form) {
  ItemForm read{.theme = text_of(form, "theme"),
                .words = text_of(form, "words"),
                .success = text_of(form, "success"),
                .their_owners = text_of(form, "their_owners"),
                .due_on = text_of(form, "due_on"),
                .is_asked = form.has("asked"),
                .version = static_cast<int>(form.number("version").value_or(0)),
                .key = text_of(form, "key")};
  for (std::size_t row = 1; row <= item_owners_max; ++row)
    if (const auto field = "owner-" + std::to_string(row); form.has(field))
      read.owners.push_back(text_of(form, field));
  return read;
}

ItemForm item_form_of(const PlanItem& item) {
  ItemForm form{.theme = item.theme,
                .words = item.words,
                .success = item.success,
                .their_owners = item.their_owners,
                .due_on = item.due_on ? item.due_on->iso() : std::string(),
                .is_asked = item.is_asked,
                .version = item.version};
  for (const auto& owner : item.owners) form.owners.push_back(std::to_string(owner.staff.value));
  return form;
}

TheirNames their_names_in(std::string_view text, const Directory& directory, Date today, Id<Staff> me) {
  TheirNames names;
  const auto line = tidy_line(text);
  const auto reading = read_line(line, {.directory = directory, .today = today, .me = me});
  for (const auto& name : reading.names) {
    if (name.person && std::ranges::count(names.people, *name.person) == 0)
      names.people.push_back(*name.person);
    if (!name.is_certain() && names.unclear.empty()) names.unclear = which(name, directory);
  }
  names.words = without_signs(line, reading);
  return names;
}

Result<ItemDraft> draft_of(const ItemForm& form, const Directory& directory, Date today, Id<Staff> me) {
  std::vector<Fault> faults;
  auto names = their_names_in(form.their_owners, directory, today, me);
  if (!names.unclear.empty()) faults.push_back({"their_owners", names.unclear});
  ItemDraft draft{.theme = form.theme,
                  .words = form.words,
                  .success = form.success,
                  .their_owners = std::move(names.words),
                  .people = std::move(names.people),
                  .is_asked = form.is_asked};
  if (!trim(form.due_on).empty()) {
    draft.due_on = typed_day(form.due_on);
    if (!draft.due_on) faults.push_back({"due_on", "There is no such day. Write it as 9/11/2026."});
  }
  for (const auto& owner : form.owners)
    if (!owner.empty()) draft.owners.push_back(ui::id_of<Staff>(owner));
  if (!faults.empty()) return invalid(std::move(faults));
  return draft;
}

}  // namespace rapport
