// Draws levels.
#include "relationships/level_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/form.hpp"

namespace rapport {
namespace {

using html::Html;

constexpr int bar_width = 7;
constexpr int bar_step = 9;
constexpr int height = 16;

/// When each level of the current scale was reached, as far as it still holds.
std::vector<std::optional<Date>> reached_on(const Scales& scales, std::span<const LevelEvent> events) {
  std::vector<std::optional<Date>> reached(scales.current().levels.size());
  for (const auto& event : events) {
    const int from = scales.now(event.scale_version, event.from_level);
    const int to = scales.now(event.scale_version, event.to_level);
    for (int level = from + 1; level <= to; ++level)
      reached[static_cast<std::size_t>(level)] = event.happened_on;
    for (int level = to + 1; level <= from; ++level) reached[static_cast<std::size_t>(level)].reset();
  }
  return reached;
}

std::string month_words(Date date) {
  return std::string(month_name(date.month()).substr(0, 3)) + " " + std::to_string(date.year());
}

}  // namespace

Html rungs(const Scales& scales, const Standing& standing, std::span<const LevelEvent> events) {
  const auto& scale = scales.current();
  const auto reached = reached_on(scales, events);
  html::Writer out;
  out.put<R"(<ol class="rungs">)">();
  for (int level = scale.top(); level >= 0; --level) {
    const bool is_here = level == standing.level();
    const auto& on = reached[static_cast<std::size_t>(level)];
    out.put<R"(<li class="{}">{}<b>{}</b><span class="micro muted">{}{}</span></li>)">(
        is_here                    ? "here"
        : level < standing.level() ? "done"
                                   : "",
        is_here ? html::render<R"(<span class="vh">Now: </span>)">() : Html(), scale.name(level),
        on ? month_words(*on) : std::string(), is_here && standing.is_slipping() ? ", slipping" : "");
  }
  out.put<"</ol>">();
  return std::move(out).finish();
}

int ramp_step(const Scale& scale, int level) {
  constexpr int darkest = 5;
  if (level <= 0) return 1;
  return darkest - (scale.top() - level) * (darkest - 1) / std::max(scale.top(), 1);
}

Html level_mark(const Scale& scale, int level, bool is_slipping) {
  const auto count = static_cast<int>(scale.levels.size());
  html::Writer out;
  out.put<R"(<span class="level"><svg viewBox="0 0 {} {}" aria-hidden="true">)">(
      bar_step * (count - 1) + bar_width + 1, height);
  for (int bar = 0; bar < count; ++bar) {
    const int rise = 4 + bar * 10 / std::max(count - 1, 1);
    out.put<R"(<rect x="{}" y="{}" width="7" height="{}" rx="1.5" class="{}"/>)">(
        bar * bar_step, height - rise, rise, level > 0 && bar <= level ? "step-on" : "step-off");
  }
  out.put<"</svg>{}</span>">(scale.name(level));
  if (is_slipping) out.put<R"( <span class="tag amber">Slipping</span>)">();
  return std::move(out).finish();
}

Html level_mark(const Scale& scale, const Standing& standing) {
  return level_mark(scale, standing.level(), standing.is_slipping());
}

std::vector<ui::Choice> area_choices() {
  std::vector<ui::Choice> choices;
  for (const auto area : service_areas)
    choices.push_back({std::string(code(area)), std::string(words(area))});
  return choices;
}

std::string with_area(std::string name, ServiceArea area) {
  return area == ServiceArea::overall ? name : std::move(name) + ", " + with_small_first(words(area));
}

PartnerWords partner_words(const Directory& directory, RelationshipWith with) {
  if (const auto* id = std::get_if<Id<Person>>(&with)) {
    const auto* person = directory.people.find_counted(*id);
    return {person->display_name(), "/people/" + person->slug, person->id, person->known_as};
  }
  const auto* unit = directory.org.find(std::get<Id<OrgUnit>>(with));
  return {unit->name, "/departments/" + unit->slug, std::nullopt, unit->name};
}

std::string relationship_address(const PartnerWords& partner, ServiceArea area) {
  const auto base = partner.page + "/relationship";
  return area == ServiceArea::overall ? base : base + "?area=" + std::string(code(area));
}

std::string move_address(const PartnerWords& partner, ServiceArea area, std::string_view back) {
  auto address = partner.page + "/relationship/move";
  if (area != ServiceArea::overall) address += "?area=" + std::string(code(area));
  if (!back.empty())
    address += (area == ServiceArea::overall ? "?back=" : "&back=") + http::percent_encode(back);
  return address;
}

}  // namespace rapport
