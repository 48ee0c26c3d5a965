// Imports as HTML: choose, match columns, trial, progress, how it ended.
#include "exchange/import_views.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::exchange {
namespace {

using html::Html;
using html::Url;

std::string number_words(int count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what);
}

/// "214 new, 31 changed, 12 the same, 4 to look at"
std::string counts_words(const ImportCounts& counts) {
  return number_words(counts.fresh, "new, ") + number_words(counts.changed, "changed, ") +
         number_words(counts.same, "the same, ") + number_words(counts.faulty, "to look at");
}

/// That it runs, the part of the page says that is looked at again.
void put_head(html::Writer& out, const Import& import) {
  const auto state =
      import.state == ImportState::running ? std::string() : ", " + std::string(words(import.state));
  out.put<R"(<p class="crumbs"><a href="/import">Import</a></p><h1>{}</h1><p class="muted mv-b">{}{}</p>)">(
      import.file_name, words(import.kind), state);
}

/// The first of `count` faults.
void put_faults(html::Writer& out, const Import& import, const std::vector<RowFault>& faults, int count) {
  if (faults.empty()) return;
  out.put<R"(<section class="card" aria-labelledby="faults-h"><h2 id="faults-h">To look at</h2>)"
          R"(<p><a href="{}">Download these lines as CSV</a>, correct them there and import that file.</p>)"
          R"(<div class="table-wrap"><table class="rows"><thead><tr><th scope="col" class="n">Line</th>)"
          R"(<th scope="col">Why</th><th scope="col">What stands there</th></tr></thead><tbody>)">(
      Url(address_of(import.id) + "/faults.csv"));
  for (const auto& fault : faults)
    out.put<R"(<tr><th scope="row" class="n">{}</th><td>{}</td><td class="small muted">{}</td></tr>)">(
        fault.line, fault.reason, shorten(join(fault.cells, " · "), 160));
  out.put<"</tbody></table></div>">();
  if (static_cast<std::size_t>(count) > faults.size())
    out.put<R"(<p class="muted">The first {} of {}. The download has them all.</p>)">(faults.size(), count);
  out.put<"</section>">();
}

std::vector<ui::Choice> column_choices(const std::vector<std::string>& header) {
  std::vector<ui::Choice> choices{{"", "Not in this file"}};
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto& name = header[i];
    choices.push_back(
        {std::to_string(i), name.empty() ? "Column " + std::to_string(i + 1) : shorten(name, 60)});
  }
  return choices;
}

void put_column(html::Writer& out, const ImportField& field, const ImportChoices& choices,
                const std::vector<std::string>& header, const ColumnSamples& samples,
                const std::vector<Fault>& faults) {
  const auto found = choices.columns.find(field.code);
  const bool is_chosen = found != choices.columns.end() && found->second >= 0 &&
                         static_cast<std::size_t>(found->second) < header.size();
  std::string hint(field.hint);
  if (is_chosen) {
    const auto& there = samples[static_cast<std::size_t>(found->second)];
    hint = there.empty() ? "This column is empty." : "In the file: " + join(there, " · ");
  }
  out.add(ui::field({.name = "column_" + std::string(field.code),
                     .label = std::string(field.label),
                     .value = is_chosen ? std::to_string(found->second) : "",
                     .hint = hint,
                     .type = "select",
                     .choices = column_choices(header),
                     .width = "middle"},
                    faults));
}

std::vector<ui::Choice> whole_choices() {
  return {{"good", "Take the good rows and list the others"},
          {"all", "All or none: with any fault take nothing"}};
}

void put_undo(html::Writer& out, const ui::Visit& visit, const Import& import) {
  out.put<
      R"(<section class="card" aria-labelledby="undo-h"><h2 id="undo-h">Undo</h2><p>What was new goes, )"
      R"(conversations are withdrawn, figures taken back, what was changed is put back. What a colleague changed since stays.</p>)"
      R"(<form class="gap-t" method="post" action="{}" data-once>{}<button class="btn">Undo this import</button></form></section>)">(
      Url(address_of(import.id) + "/undo"), ui::csrf_field(visit));
}

void put_run_again(html::Writer& out, const ui::Visit& visit, const Import& import) {
  out.put<
      R"(<form class="form-foot" method="post" action="{}" data-once>{}<button class="btn primary">Run it again</button>)"
      R"(<a class="btn" href="{}">Choose columns</a></form>)">(
      Url(address_of(import.id) + "/run"), ui::csrf_field(visit), Url(address_of(import.id) + "/columns"));
}

}  // namespace

std::string address_of(Id<Import> id) {
  return "/import/" + std::to_string(id.value);
}

Html imports_view(const ui::Visit& visit, const std::vector<Import>& earlier, ImportKind chosen,
                  const std::vector<Fault>& faults) {
  html::Writer out;
  out.put<R"(<h1>Import</h1><p class="lead">A spreadsheet saved as CSV. You match its columns and see what )"
          R"(would happen before anything is kept.</p>)">();
  out.add(ui::error_summary(faults));
  out.put<
      R"(<form class="form" method="post" action="/import" enctype="multipart/form-data" data-once novalidate>{})">(
      ui::csrf_field(visit));
  std::vector<ui::Choice> kinds;
  for (const auto kind :
       {ImportKind::people, ImportKind::departments, ImportKind::interactions, ImportKind::measures})
    kinds.push_back({std::string(code(kind)), std::string(words(kind))});
  out.add(ui::radios(
      {.name = "kind",
       .label = "What is in the file?",
       .value = std::string(code(chosen)),
       .hint = "Departments first, then people, then conversations. Figures are of departments and years.",
       .choices = kinds},
      faults));
  out.add(ui::field(
      {.name = "file", .label = "File", .hint = "Its first line names the columns.", .type = "file"},
      faults));
  out.put<R"(<div class="form-foot"><button class="btn primary">{}Upload and match columns</button>)"
          R"(<a href="/export">Export everything</a></div></form>)">(ui::icon("upload"));
  if (earlier.empty()) return std::move(out).finish();
  out.put<
      R"(<h2 class="mv-b gap-t">Earlier imports</h2><table class="rows cards"><thead><tr><th scope="col">File</th>)"
      R"(<th scope="col">What</th><th scope="col">When</th><th scope="col">How it ended</th></tr></thead><tbody>)">();
  for (const auto& import : earlier)
    out.put<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="What">{}</td><td data-label="When">{}</td>)"
        R"(<td data-label="How it ended">{}{}</td></tr>)">(
        Url(address_of(import.id)), import.file_name, words(import.kind),
        short_words(visit.scope.zone.local_date(import.made_at), visit.scope.today), words(import.state),
        import.state == ImportState::done ? ": " + counts_words(import.counts) : std::string());
  out.put<"</tbody></table>">();
  return std::move(out).finish();
}

Html columns_view(const ui::Visit& visit, const Import& import, const ImportChoices& choices,
                  const ColumnSamples& samples, const std::vector<Fault>& faults) {
  html::Writer out;
  put_head(out, import);
  out.add(ui::error_summary(faults));
  out.put<
      R"(<h2>Which column is what?</h2><p class="mv-b">Guessed from the first line. Read as {}, {} lines.</p>)"
      R"(<form class="form" method="post" action="{}" novalidate>{})">(
      import.encoding, import.counts.total, Url(address_of(import.id) + "/columns"), ui::csrf_field(visit));
  for (const auto& field : fields_of(import.kind))
    put_column(out, field, choices, import.choices.header, samples, faults);
  out.add(ui::radios({.name = "whole",
                      .label = "Where a row has a fault",
                      .value = choices.is_all_or_none ? "all" : "good",
                      .choices = whole_choices()}));
  if (import.kind == ImportKind::interactions)
    out.add(ui::field({.name = "adds_people",
                       .label = "Add people who are not known",
                       .hint = "Otherwise a name that nobody has is a fault.",
                       .type = "checkbox",
                       .is_checked = choices.adds_people}));
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Try it</button><a class="btn" href="/import">Cancel</a>)"
      R"(</div></form>)">();
  return std::move(out).finish();
}

namespace {

constexpr int pairs_shown = 20;

std::string posts_in_words(const OrgDirectory& units, const PersonDetails& known) {
  std::vector<std::string> posts;
  posts.reserve(known.posts.size());
  for (const auto& post : known.posts)
    posts.push_back(post.title.empty() ? std::string(units.name(post.unit))
                                       : post.title + ", " + std::string(units.name(post.unit)));
  return join(posts, "; ");
}

std::string post_in_words(const OrgDirectory& units, const LikelyPair& pair) {
  const auto title = pair.row.posts.empty() ? std::string() : pair.row.posts.front().title;
  const auto unit = std::string(units.name(pair.row_unit));
  return title.empty() ? unit : title + ", " + unit;
}

void put_pair_row(html::Writer& out, std::string_view label, std::string_view known, std::string_view row) {
  if (known.empty() && row.empty()) return;
  out.put<
      R"(<tr><th scope="row">{}</th><td data-label="Known">{}</td><td data-label="In the file">{}</td></tr>)">(
      label, known, row);
}

void put_pair(html::Writer& out, const ui::Visit& visit, const OrgDirectory& units, const Import& import,
              const LikelyPair& pair) {
  const auto& known = pair.known.person;
  out.put<
      R"(<li class="stack-s" data-row data-question><h2 class="h3">Line {}: {}</h2><p class="small soft">{}</p>)"
      R"(<div class="table-wrap"><table class="rows cards"><thead><tr><th scope="col"><span class="vh">What</span></th>)"
      R"(<th scope="col">Known</th><th scope="col">In the file</th></tr></thead><tbody>)">(
      pair.line, pair.row.full_name, pair.reason);
  put_pair_row(out, "Name", known.title.empty() ? known.full_name : known.title + " " + known.full_name,
               pair.row.title.empty() ? pair.row.full_name : pair.row.title + " " + pair.row.full_name);
  put_pair_row(out, "Post", posts_in_words(units, pair.known), post_in_words(units, pair));
  put_pair_row(out, "Email", join(pair.known.addresses, "; "), join(pair.row.addresses, "; "));
  put_pair_row(out, "ORCID iD", known.orcid, pair.row.orcid);
  put_pair_row(out, "Staff number", known.external_id, pair.row.external_id);
  out.put<
      R"(</tbody></table></div><form class="row wrap" method="post" action="{}">{}<input type="hidden" name="line" value="{}">)"
      R"(<input type="hidden" name="known" value="{}"><button class="btn primary" name="answer" value="both" data-answer="n">)"
      R"(Keep both <kbd class="hide-m">N</kbd></button><button class="btn" name="answer" value="same" data-answer="y">)"
      R"(Same person <kbd class="hide-m">Y</kbd></button></form></li>)">(
      Url(address_of(import.id) + "/same"), ui::csrf_field(visit), pair.line, known.id.value);
}

}  // namespace

Html pairs_view(const ui::Visit& visit, const OrgDirectory& units, const Import& import,
                const std::vector<LikelyPair>& pairs, int count) {
  html::Writer out;
  put_head(out, import);
  out.put<
      R"(<p class="soft">{} may be somebody you know already. Both are kept unless you say that they are the same; )"
      R"(then the known person is brought up to date. What belongs to the known person stays theirs.</p>)"
      R"(<p class="mv-b"><a class="btn" href="{}">Keep both for all that are left, and go on</a></p><ol class="list">)">(
      count_words(count, "person in the file", "people in the file"),
      Url(address_of(import.id) + "?trial=1"));
  const int shown = std::min(count, pairs_shown);
  for (int i = 0; i < shown; ++i) put_pair(out, visit, units, import, pairs[static_cast<std::size_t>(i)]);
  out.put<"</ol>">();
  if (count > shown) out.put<R"(<p class="small muted">{} more come after these.</p>)">(count - shown);
  return std::move(out).finish();
}

Html trial_view(const ui::Visit& visit, const Import& import, const Trial& trial) {
  html::Writer out;
  put_head(out, import);
  const bool is_stopped = import.choices.is_all_or_none && trial.counts.faulty > 0;
  const bool has_work = trial.counts.fresh + trial.counts.changed > 0;
  out.put<
      R"(<div class="stack"><section class="card" aria-labelledby="trial-h"><h2 id="trial-h">{}</h2><p>{}</p>)">(
      counts_words(trial.counts),
      is_stopped  ? "You chose all or none, so nothing will be taken while lines have faults."
      : !has_work ? "There is nothing to take: everything in the file is here already, or has faults."
                  : "Nothing has been kept yet.");
  if (trial.open_pairs > 0)
    out.put<R"(<p><a href="{}">{} may be somebody you know already</a>; both are kept.</p>)">(
        Url(address_of(import.id) + "/same"), count_words(trial.open_pairs, "person", "people"));
  out.put<R"(<form class="form-foot gap-t" method="post" action="{}" data-once>{})">(
      Url(address_of(import.id) + "/run"), ui::csrf_field(visit));
  if (has_work && !is_stopped)
    out.put<R"(<button class="btn primary">{}</button>)">(trial.counts.faulty == 0 ? "Import"
                                                                                   : "Take the good rows");
  out.put<R"(<a class="btn" href="{}">Change columns or choices</a></form></section>)">(
      Url(address_of(import.id) + "/columns"));
  put_faults(out, import, trial.faults, trial.counts.faulty);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html progress_view(const Import& import) {
  const auto& counts = import.counts;
  if (import.state != ImportState::running)
    return html::render<
        R"(<div class="card" role="status"><p>{}: {}.</p><p><a class="btn primary" href="{}">See how it ended</a></p></div>)">(
        words(import.state), counts_words(counts), Url(address_of(import.id)));
  return html::render<
      R"(<div class="card" data-progress-href="{}"><p id="progress-words">{} of {} lines done.</p>)"
      R"(<progress aria-labelledby="progress-words" max="{}" value="{}"></progress>)"
      R"(<p class="gap-t">You can leave this page: the import goes on.</p>)"
      R"(<p class="gap-t"><a class="btn" href="{}">Look again</a></p></div>)">(
      Url(address_of(import.id) + "?partial=1"), counts.done, counts.total, std::max(counts.total, 1),
      counts.done, Url(address_of(import.id)));
}

Html running_view(const Import& import) {
  html::Writer out;
  put_head(out, import);
  out.add(progress_view(import));
  return std::move(out).finish();
}

Html ended_view(const ui::Visit& visit, const Import& import, const std::vector<RowFault>& faults) {
  html::Writer out;
  put_head(out, import);
  out.put<
      R"(<div class="stack"><section class="card" aria-labelledby="end-h"><h2 id="end-h">{}</h2><p>{}</p>)">(
      counts_words(import.counts), import.choices.message);
  if (import.state == ImportState::failed) put_run_again(out, visit, import);
  out.put<"</section>">();
  put_faults(out, import, faults, import.counts.faulty);
  if (import.state != ImportState::undone) put_undo(out, visit, import);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::exchange
