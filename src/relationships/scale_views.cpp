// Draws the levels in the settings.
#include "relationships/scale_views.hpp"

#include <ranges>

#include "base/text.hpp"
#include "relationships/level_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Writer;

std::string relationship_words(int count) {
  return count_words(count, "relationship", "relationships");
}

void put_levels(Writer& out, const LevelsPage& page) {
  const auto& scale = page.scales.current();
  out.put<
      R"(<div class="table-wrap"><table class="rows cards gap-t2"><thead><tr><th scope="col">Level</th>)"
      R"(<th scope="col">What it means</th><th scope="col" class="n">Relationships today</th></tr></thead><tbody>)">();
  for (int level = scale.top(); level >= 0; --level) {
    const auto place = static_cast<std::size_t>(level);
    out.put<
        R"(<tr><th scope="row">{}</th><td data-label="Means">{}</td><td class="n" data-label="Today">{}</td></tr>)">(
        level_mark(scale, level), scale.levels[place].meaning,
        level == 0 ? std::string("everybody else") : std::to_string(page.counts[place]));
  }
  out.put<"</tbody></table></div>">();
}

void put_form(Writer& out, const ui::Visit& visit, const LevelsPage& page) {
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-change"><h2 id="h-change">Change them</h2>{}<form method="post" )"
      R"(action="/settings/levels/preview" class="form" data-keep>{}<input type="hidden" name="version" value="{}">{})"
      R"(<p><button class="btn primary">Look at what changes</button></p></form></section>)">(
      ui::error_summary(page.faults), ui::csrf_field(visit), page.scales.current().version,
      ui::field({.name = "levels",
                 .label = "One level a line, lowest first",
                 .value = page.typed,
                 .hint = "A name, a colon, and what it means. Two to seven levels. Nothing changes before "
                         "you have seen "
                         "what it does",
                 .type = "textarea",
                 .rows = 8},
                page.faults));
}

void put_history(Writer& out, const ui::Visit& visit, const Directory& directory, const Scales& scales) {
  if (scales.versions().size() < 2) return;
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-history"><h2 id="h-history">Earlier levels</h2><ul class="list">)">();
  for (const auto& scale : scales.versions() | std::views::reverse) {
    std::vector<std::string> names;
    names.reserve(scale.levels.size());
    for (const auto& level : scale.levels) names.push_back(level.name);
    out.put<R"(<li><h3>Version {}{}</h3><p>{}</p><p class="small muted">{}{}{}</p></li>)">(
        scale.version, scale.version == scales.current().version ? ", today’s" : "", join_words(names),
        scale.made_by ? std::string(directory.staff.full_name(*scale.made_by))
                      : std::string("As every library begins"),
        scale.made_by && scale.made_at
            ? ", " + long_words(visit.scope.zone.local_date(*scale.made_at), visit.scope.today)
            : std::string(),
        scale.because.empty() ? std::string() : ". " + scale.because);
  }
  out.put<R"(</ul><p class="small muted">A move keeps the names of its time.</p></section>)">();
}

Html mapping_field(const LevelsPreview& preview, std::size_t from) {
  std::vector<ui::Choice> choices;
  choices.reserve(preview.draft.levels.size());
  for (std::size_t to = 0; to < preview.draft.levels.size(); ++to)
    choices.push_back({std::to_string(to), preview.draft.levels[to].name});
  const auto count = preview.counts[from];
  return ui::field(
      {.name = "mapping-" + std::to_string(from),
       .label = preview.today.levels[from].name + " becomes",
       .value = std::to_string(preview.draft.mapping[from]),
       .hint = from == 0 ? std::string("Everybody of whom nothing was said") : relationship_words(count),
       .type = "select",
       .choices = choices,
       .width = "middle"},
      preview.faults);
}

void put_new_levels(Writer& out, const ScaleDraft& draft) {
  const Scale next{.levels = draft.levels};
  out.put<R"(<ol class="stack-s gap-t" reversed>)">();
  for (int level = next.top(); level >= 0; --level)
    out.put<R"(<li>{} <span class="small muted">{}</span></li>)">(
        level_mark(next, level), next.levels[static_cast<std::size_t>(level)].meaning);
  out.put<"</ol>">();
}

}  // namespace

Html levels_view(const ui::Visit& visit, const Directory& directory, const LevelsPage& page) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><h1>Levels</h1><p class="soft lead">How well the )"
      R"(library and somebody work together today. Not a mark for anyone.</p>)">();
  put_levels(out, page);
  if (page.may_change)
    put_form(out, visit, page);
  else
    out.put<R"(<p class="small muted gap-t2">Administrators change them.</p>)">();
  put_history(out, visit, directory, page.scales);
  return std::move(out).finish();
}

Html levels_preview_view(const ui::Visit& visit, const LevelsPreview& preview) {
  Writer out;
  out.put<R"(<p class="crumbs"><a href="/settings/levels">Levels</a></p><div class="form-page"><h1>{}</h1>)">(
      preview.clash.empty() ? "What would change" : "Somebody was faster");
  if (!preview.clash.empty()) out.put<R"(<p class="lead" role="alert">{}</p>)">(preview.clash);
  out.add(ui::error_summary(preview.faults));
  out.put<R"(<section class="card gap-t2" aria-labelledby="h-new"><h2 id="h-new">The new levels</h2>)">();
  put_new_levels(out, preview.draft);
  out.put<
      R"(</section><form method="post" action="/settings/levels" class="form gap-t2" data-once data-keep>{}{})"
      R"(<input type="hidden" name="version" value="{}"><textarea name="levels" hidden>{}</textarea>)"
      R"(<h2>Where the levels of today stand then</h2>)">(ui::csrf_field(visit), ui::once_field(),
                                                          preview.draft.seen_version, preview.typed);
  for (std::size_t from = 0; from < preview.today.levels.size(); ++from)
    out.add(mapping_field(preview, from));
  out.add(ui::field({.name = "because",
                     .label = "Why (optional)",
                     .value = preview.draft.because,
                     .hint = "It stands in the list of earlier levels"},
                    preview.faults));
  out.put<R"(<p class="form-foot"><button class="btn primary">Use these levels</button><a class="btn quiet" )"
          R"(href="/settings/levels">Leave them as they are</a></p></form></div>)">();
  return std::move(out).finish();
}

}  // namespace rapport
