// Answers for the capture line.
#include "interactions/capture_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/form.hpp"
#include "interactions/capture_keep.hpp"
#include "interactions/capture_views.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"
#include "ui/route_id.hpp"

namespace rapport::interactions {
namespace {

constexpr int conversations_before = 3;
constexpr int people_paid_back = 3;
constexpr int colleague_days = 14;
constexpr int offline_days_max = 60;
constexpr std::size_t line_in_address_max = 2000;

Id<Interaction> id_in(const http::Request& request) {
  return ui::route_id<Interaction>(request, "interaction");
}

CaptureCorrections corrections_in(const http::Form& form) {
  CaptureCorrections corrections;
  for (const auto value : form.values("plain")) {
    auto mark = capture_mark_of(value);
    const bool is_new = mark && std::ranges::find(corrections.plain, *mark) == corrections.plain.end();
    if (is_new) corrections.plain.push_back(std::move(*mark));
  }
  for (const auto value : form.values("chosen")) {
    auto choice = capture_choice_of(value);
    if (!choice) continue;
    std::erase_if(corrections.chosen,
                  [&](const CaptureChoice& earlier) { return earlier.name == choice->name; });
    corrections.chosen.push_back(std::move(*choice));
  }
  for (const auto value : form.values("earlier")) {
    const auto earlier = capture_earlier_of(value);
    if (!earlier) continue;
    std::erase_if(corrections.earlier,
                  [&](const CaptureEarlier& there) { return there.occurrence == earlier->occurrence; });
    corrections.earlier.push_back(*earlier);
  }
  return corrections;
}

/// The day on which a line was written that waited on a device; today for any other.
Date day_written(const Scope& scope, const http::Form& form) {
  const auto written_at = Instant::parse_iso(form.value("written_at"));
  if (!written_at) return scope.today;
  const auto day = scope.zone.local_date(*written_at);
  return day <= scope.today && scope.today - day <= offline_days_max ? day : scope.today;
}

/// Words shared from another program may come with a title and an address.
std::string line_in(const http::Form& query) {
  std::string line;
  for (const auto name : {"title", "line", "url"}) {
    const auto words = trim(query.value(name));
    if (words.empty() || line.find(words) != std::string::npos) continue;
    line.append(line.empty() ? "" : " ").append(words);
  }
  return line;
}

std::string without_returns(std::string_view line) {
  std::string plain(line);
  std::erase(plain, '\r');
  return plain;
}

CaptureShown read(Scope& scope, const Directory& directory, std::string_view line,
                  CaptureCorrections corrections, Date today) {
  auto reading = read_line(line, capture_context(scope, directory, today), corrections);
  auto earlier = find_earlier(scope, directory, reading, corrections.earlier);
  return {.reading = std::move(reading),
          .corrections = std::move(corrections),
          .today = today,
          .earlier = std::move(earlier)};
}

http::Response show_form(const ui::Visit& visit, const Directory& directory, const CaptureShown& shown,
                         int status = 200) {
  const auto form = capture_form(visit, directory, shown);
  if (visit.is_partial()) return ui::show_fragment(form, status);
  auto content = html::render<R"(<h1 class="vh">Log a conversation</h1><div class="palette">{}</div>)">(form);
  return ui::show(visit, {.title = "Log a conversation", .content = std::move(content), .status = status});
}

/// "@Jane Smith ", with the choice made already where several are called so.
CaptureShown begin_with(Scope& scope, const Directory& directory, const PersonEntry& person) {
  CaptureCorrections corrections;
  corrections.chosen.push_back({.name = join(folded_words(person.full_name), " "), .person = person.id});
  return read(scope, directory, "@" + person.full_name + " ", std::move(corrections), scope.today);
}

/// What came next after a conversation: the same people, with the link made already.
CaptureShown begin_after(Scope& scope, const Directory& directory, Id<Interaction> earlier) {
  CaptureCorrections corrections{.earlier = {{0, earlier}}};
  std::string line;
  if (const auto row = get(scope, earlier)) {
    for (const auto id : row->people) {
      const auto* person = directory.people.find(id);
      if (person == nullptr) continue;
      line += "@" + person->full_name + " ";
      corrections.chosen.push_back({.name = join(folded_words(person->full_name), " "), .person = id});
    }
  }
  return read(scope, directory, line, std::move(corrections), scope.today);
}

std::optional<Interaction> latest_of_colleague(const std::vector<Interaction>& story, const Scope& scope) {
  for (const auto& row : story) {
    const bool is_recent = row.happened_on <= scope.today && scope.today - row.happened_on <= colleague_days;
    if (is_recent && !row.staff.empty() && std::ranges::count(row.staff, scope.viewer.staff) == 0) return row;
  }
  return std::nullopt;
}

CapturePayback payback_of(Scope& scope, const Directory& directory, const PersonEntry& person,
                          Id<Interaction> just_kept) {
  CapturePayback payback{.person = &person};
  const auto records = directory.people.same_person(person.id);
  auto story = timeline_of_person(scope, records, {.until = scope.today, .limit = 10}).interactions;
  std::erase_if(story, [&](const Interaction& row) { return row.id == just_kept; });
  payback.of_colleague = latest_of_colleague(story, scope);
  if (story.size() > conversations_before) story.resize(conversations_before);
  payback.last = std::move(story);
  payback.promises = promises_with(scope, records);
  return payback;
}

std::optional<int> seconds_in(std::optional<long> number) {
  return number && *number > 0 && *number < 3600 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

CaptureSaved saved_with(ui::Visit& visit, const Directory& directory, const Interaction& interaction,
                        const BumpsOfLine& bumps) {
  auto& scope = visit.scope;
  CaptureSaved saved{.interaction = interaction, .promises = promises_of(scope, interaction.id)};
  saved.to_sort_out = names_to_sort_out(scope, directory, interaction);
  saved.bumps = bumps.section(visit, directory, interaction);
  for (const auto id : interaction.people) {
    if (saved.payback.size() == people_paid_back) break;
    if (const auto* person = directory.people.find(id))
      saved.payback.push_back(payback_of(scope, directory, *person, interaction.id));
  }
  return saved;
}

/// What was kept, and why something in it was not linked.
struct Kept {
  KeptLine line = {};
  std::string not_linked = {};
};

/// A line whose `^` cannot be linked is kept all the same, and says why.
Result<Kept> keep_and_link(Scope& scope, const Directory& directory, const CaptureShown& shown,
                           const std::string& key, const BumpsOfLine& bumps) {
  return scope.write([&](db::Writer&) -> Result<Kept> {
    auto line = keep_line(scope, directory, shown.reading, key);
    if (!line) return line.refusal();
    Kept kept{.line = std::move(*line)};
    for (const auto& found : shown.earlier) {
      if (!found.earlier || !kept.line.interaction) continue;
      const auto linked = bumps.link(scope, directory, found.earlier->id, *kept.line.interaction);
      if (!linked) kept.not_linked = "Not linked: " + linked.refusal().message;
    }
    return kept;
  });
}

http::Response answer_kept(ui::Visit& visit, const Directory& directory, const Kept& all,
                           std::optional<int> seconds, const CaptureReading& reading,
                           const BumpsOfLine& bumps) {
  const auto& kept = all.line;
  if (!kept.interaction) {
    CaptureSaved saved{.typed_seconds = seconds};
    for (std::size_t i = 0; i < kept.promises.size(); ++i)
      saved.promises.push_back(
          {.id = kept.promises[i], .words = reading.promises[i].words, .due_on = reading.promises[i].due_on});
    if (visit.is_partial()) return ui::show_fragment(capture_saved(visit, directory, saved));
    return ui::go(visit, "/promises", saved_words(saved.promises, {}, visit.scope.today));
  }
  const auto told = seconds ? "?seconds=" + std::to_string(*seconds) : std::string();
  if (!visit.is_partial())
    return ui::go(visit, "/capture/saved/" + std::to_string(kept.interaction->value) + told, all.not_linked);
  const auto row = get(visit.scope, *kept.interaction);
  if (!row) return ui::show_refusal(visit, row.refusal());
  auto saved = saved_with(visit, directory, *row, bumps);
  saved.typed_seconds = seconds;
  if (!all.not_linked.empty())
    saved.bumps = html::render<R"(<p class="flash amber">{}</p>{})">(all.not_linked, saved.bumps);
  return ui::show_fragment(capture_saved(visit, directory, saved));
}

/// Nothing of what was typed is lost: the form comes back with the reason.
http::Response answer_refused(ui::Visit& visit, const Directory& directory, CaptureShown shown,
                              const Refusal& refusal) {
  if (refusal.kind != Refusal::Kind::invalid) return ui::show_refusal(visit, refusal);
  shown.reading.nothing_to_save = refusal.message;
  shown.is_refused = true;
  if (visit.is_partial()) return ui::show_fragment(capture_preview(directory, shown), 422);
  return show_form(visit, directory, shown, 422);
}

}  // namespace

http::Response show_capture(ui::Visit& visit, const Directory& directory) {
  auto& scope = visit.scope;
  const auto& query = visit.request.query;
  const auto* person = query.has("person") ? directory.people.find_slug(query.value("person")) : nullptr;
  if (person != nullptr && !query.has("line"))
    return show_form(visit, directory, begin_with(scope, directory, *person));
  if (query.has("led_on"))
    return show_form(visit, directory,
                     begin_after(scope, directory, ui::id_of<Interaction>(query.value("led_on"))));
  return show_form(visit, directory,
                   read(scope, directory, without_returns(line_in(query)), {}, scope.today));
}

http::Response preview_capture(ui::Visit& visit, const Directory& directory) {
  const auto form = visit.request.form();
  return ui::show_fragment(
      capture_preview(directory, read(visit.scope, directory, without_returns(form.value("line")),
                                      corrections_in(form), visit.scope.today)));
}

http::Response create_capture(ui::Visit& visit, const Directory& directory, const BumpsOfLine& bumps) {
  auto& scope = visit.scope;
  const auto form = visit.request.form();
  if (visit.request.query.has("preview"))
    return show_form(
        visit, directory,
        read(scope, directory, without_returns(form.value("line")), corrections_in(form), scope.today));
  auto shown =
      read(scope, directory, tidy(form.value("line")), corrections_in(form), day_written(scope, form));
  if (!shown.reading.nothing_to_save.empty()) {
    const auto reason = shown.reading.nothing_to_save;
    return answer_refused(visit, directory, std::move(shown), invalid("line", reason));
  }
  const auto kept = keep_and_link(scope, directory, shown, std::string(form.value("key")), bumps);
  if (!kept) return answer_refused(visit, directory, std::move(shown), kept.refusal());
  return answer_kept(visit, directory, *kept, seconds_in(form.number("typed_seconds")), shown.reading, bumps);
}

http::Response show_saved_capture(ui::Visit& visit, const Directory& directory, const BumpsOfLine& bumps) {
  const auto row = get(visit.scope, id_in(visit.request));
  if (!row) return ui::show_refusal(visit, row.refusal());
  auto saved = saved_with(visit, directory, *row, bumps);
  saved.typed_seconds = seconds_in(visit.request.query.number("seconds"));
  auto content = html::render<
      R"(<h1 class="vh">Logged</h1><div class="palette"><div class="cap-answer">{}</div></div>)">(
      capture_saved(visit, directory, saved));
  return ui::show(visit, {.title = "Logged", .content = std::move(content)});
}

http::Response undo_capture(ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto row = get(visit.scope, id);
  if (!row) return ui::show_refusal(visit, row.refusal());
  const auto done = undo(visit.scope, directory, id);
  if (!done) return ui::show_refusal(visit, done.refusal());
  const bool fits = !row->line.empty() && row->line.size() <= line_in_address_max;
  return ui::go(visit, fits ? "/capture?line=" + http::percent_encode(row->line) : "/capture",
                "Undone. The conversation and its promises are taken out again.");
}

http::Response name_capture(ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto choice = capture_choice_of(visit.request.form().value("chosen"));
  if (!choice) return ui::show_refusal(visit, invalid("chosen", "Choose who was meant."));
  const auto done = name_person(visit.scope, directory, id, *choice);
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, "/capture/saved/" + std::to_string(id.value), "Thank you, that is sorted out.");
}

}  // namespace rapport::interactions
