// Reads the form that moves a relationship.
#include "relationships/move_form.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "interactions/conversation_form.hpp"
#include "ui/route_id.hpp"

namespace rapport {

std::optional<RelationshipWith> with_in(const http::Request& request, const Directory& directory) {
  if (const auto* person = directory.people.find_slug(request.parameter("person"))) return person->id;
  if (const auto* unit = directory.org.find_slug(request.parameter("unit"))) return unit->id;
  return std::nullopt;
}

std::string safe_back(std::string_view address) {
  static constexpr std::array<std::string_view, 4> pages{"/relationships", "/people/", "/departments/",
                                                         "/today"};
  const bool is_ours = std::ranges::any_of(pages, [&](auto page) { return address.starts_with(page); });
  const bool is_plain = std::ranges::all_of(address, [](unsigned char c) { return c > 0x20 && c < 0x7F; });
  return is_ours && is_plain ? std::string(address) : std::string();
}

MoveForm move_form_in(const http::Form& form) {
  MoveForm read{.area = service_area_of(form.value("area")).value_or(ServiceArea::overall),
                .is_slipping = form.value("slipping") == "yes",
                .reason = std::string(form.value("reason")),
                .happened_on = std::string(trim(form.value("happened_on"))),
                .version = static_cast<int>(form.number("version").value_or(0)),
                .scale_version = static_cast<int>(form.number("scale").value_or(0)),
                .back = safe_back(form.value("back")),
                .key = std::string(form.value("key"))};
  if (const auto level = form.number("level"); level && *level >= 0 && *level < long{levels_max})
    read.level = static_cast<int>(*level);
  for (const auto value : form.values("evidence")) read.evidence.push_back(ui::id_of<Interaction>(value));
  return read;
}

Result<MoveDraft> draft_of(const MoveForm& form, RelationshipWith with) {
  std::vector<Fault> faults;
  const auto happened_on = typed_day(form.happened_on);
  if (!form.level) faults.push_back({"level", "Choose one of the levels."});
  if (tidy_line(form.reason).empty()) faults.push_back({"reason", "Say in a few words what changed."});
  if (!form.happened_on.empty() && !happened_on)
    faults.push_back(
        {"happened_on", "There is no such day as " + form.happened_on + ". Write it as 9/11/2026."});
  if (!faults.empty()) return invalid(std::move(faults));
  return MoveDraft{.with = with,
                   .area = form.area,
                   .level = *form.level,
                   .is_slipping = form.is_slipping,
                   .reason = form.reason,
                   .happened_on = happened_on,
                   .evidence = form.evidence,
                   .seen_version = form.version,
                   .seen_scale = form.scale_version};
}

}  // namespace rapport
