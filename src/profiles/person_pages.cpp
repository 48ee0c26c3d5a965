// Answers with a person's page.
#include "profiles/person_pages.hpp"

#include "base/random.hpp"
#include "profiles/person_views.hpp"
#include "ui/assets.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

/// Everything that the page hangs on, in a few words: the person's version, the names', the reader, the day,
/// the program.
std::string tag_of(const ui::Visit& visit, const Directory& directory, int version,
                   const std::optional<QuietPerson>& quiet) {
  std::string text = visit.request.target;
  if (quiet)
    text.append(1, '|')
        .append(quiet->words(visit.scope.today))
        .append(1, '|')
        .append(std::to_string(quiet->answer ? quiet->answer->id.value
                                             : static_cast<std::int64_t>(quiet->quietness)));
  for (const auto part : {static_cast<std::int64_t>(version), directory.version,
                          visit.scope.viewer.staff.value, static_cast<std::int64_t>(visit.scope.today.days()),
                          static_cast<std::int64_t>(visit.has_single_keys)})
    text.append(1, '|').append(std::to_string(part));
  text.append(1, '|').append(visit.colours).append(1, '|').append(visit.csrf_token);
  text.append(1, '|').append(ui::asset_addresses().stylesheet).append(ui::asset_addresses().script);
  return "W/\"" + sha256_hex(text).substr(0, 24) + "\"";
}

/// Rises with each change of any record that is this person.
int version_of(Scope& scope, const Directory& directory, const PersonEntry& person) {
  return scope.read([&](db::Reader& reader) {
    int version = 0;
    for (const auto record : directory.people.same_person(person.id))  // one, nearly always
      version += profile_store::version_of(reader, scope.institution, record).value_or(0);
    return version;
  });
}

bool has_flash(const ui::Visit& visit) {
  return visit.request.cookie("rapport_flash").has_value();
}

Refusal nobody_here() {
  return not_found("Nobody of that name is here.");
}

}  // namespace

http::Response show_person(const ui::Visit& visit, const Directory& directory) {
  const auto slug = visit.request.parameter("person");
  const auto* person = directory.people.find_slug(slug);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  if (person->slug != slug) return http::see_other("/people/" + person->slug);
  auto quiet = quiet::of_person(visit.scope, directory, person->id);
  const auto tag = tag_of(visit, directory, version_of(visit.scope, directory, *person), quiet);
  if (!has_flash(visit) && visit.request.header("If-None-Match") == tag) {
    return http::Response{.status = 304}.with("ETag", tag).with("Cache-Control", "private, no-cache");
  }
  const auto family = visit.request.query.value("kind");
  interactions::TimelineQuery query{.family = family_of(family)};
  if (visit.request.query.has("before")) query.before = std::string(visit.request.query.value("before"));
  auto profile = read_profile(visit.scope, directory, *person, query);
  profile.quiet = std::move(quiet);
  auto response =
      ui::show(visit, {.title = person->display_name(),
                       .section = ui::Section::people,
                       .content = person_view(visit, directory, profile, query.family ? family : ""),
                       .person = person->slug});
  return std::move(response).with("ETag", tag);
}

http::Response show_brief(const ui::Visit& visit, const Directory& directory) {
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto profile = read_profile(visit.scope, directory, *person, {.limit = 10});
  return ui::show(visit, {.title = "Brief: " + person->display_name(),
                          .section = ui::Section::people,
                          .content = brief_view(visit, directory, profile,
                                                read_brief_more(visit.scope, directory, *person)),
                          .person = person->slug});
}

}  // namespace rapport::profiles
