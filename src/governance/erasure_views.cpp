// The pages of an erasure as HTML.
#include "governance/erasure_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport::erasures {
namespace {

using html::Html;
using html::Url;
using html::Writer;

Date day_of(const ui::Visit& visit, Instant at) {
  return visit.scope.zone.local_date(at);
}

/// "Dr Jane Smith" while she is there, "Somebody erased" afterwards.
std::string name_of(const Directory& directory, const Erasure& erasure) {
  // A number on the list of a database that was replaced may be somebody else's here.
  if (erasure.state == ErasureState::confirmed) return "Somebody erased";
  const auto* person = directory.people.find_counted(erasure.person);
  return person == nullptr ? "Somebody" : person->display_name();
}

std::string colleagues_words(const Directory& directory, const Erasure& erasure, Id<Staff> viewer) {
  std::vector<std::string> names;
  for (const auto* member : who_may_confirm(directory, erasure.requested_by))
    names.push_back(member->id == viewer ? "you" : member->full_name);
  if (names.empty())
    return "Nobody else here may confirm it: an administrator makes somebody a team leader first.";
  if (names.size() > 4) names.resize(4);
  return "May confirm it: " + join_words(names) + ".";
}

// Before it happens ---------------------------------------------------------------------------------------

void put_goes(Writer& out, const Preview& preview) {
  out.put<
      R"(<section class="card" aria-labelledby="h-goes"><h2 id="h-goes" class="gap-b">What goes</h2><ul class="stack-s">)">();
  for (const auto& line : preview.goes) out.put<"<li>{}</li>">(line);
  out.put<
      R"(</ul><p class="small muted gap-t">Also from the search, from exports, from the database itself, and from copies when they are restored.</p></section>)">();
}

void put_stays(Writer& out, const Preview& preview, Date today) {
  out.put<
      R"(<section class="card" aria-labelledby="h-stays"><h2 id="h-stays" class="gap-b">What stays as a count, without a name</h2><ul class="stack-s">)">();
  out.put<"<li>{}{}</li>">(
      with_capital_first(count_words(preview.alone + preview.shared, "conversation", "conversations")),
      preview.first_on
          ? ", from " + long_words(*preview.first_on, today) + " to " + long_words(*preview.last_on, today)
          : std::string());
  out.put<
      R"(<li>Of each its date, kind, topics, colleagues, department, length and how many came</li>)"
      R"(<li>What led to what, and what colleagues are credited with</li>)"
      R"(<li>Figures of departments and years; headline pages that were frozen, without a quotation of theirs</li>)"
      R"(<li>That a level moved on a day, and a number in place of the person</li></ul></section>)">();
}

/// Folded: there may be hundreds.
void put_conversations(Writer& out, std::span<const Interaction> rows, const Directory& directory,
                       Date today) {
  if (rows.empty()) return;
  out.put<R"(<details><summary>{} to read</summary><ul class="list tight gap-t">)">(
      with_capital_first(count_words(static_cast<long>(rows.size()), "conversation", "conversations")));
  for (const auto& row : rows)
    out.put<R"(<li data-row><h3><a href="{}">{}</a></h3><p class="micro muted">{}</p></li>)">(
        Url("/conversations/" + std::to_string(row.id.value)), headline_of(row, directory, {.today = today}),
        long_words(row.happened_on, today));
  out.put<"</ul></details>">();
}

void put_shared(Writer& out, const Directory& directory, const Preview& preview, SharedWords shared,
                Date today) {
  if (preview.shared == 0) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-shared"><h2 id="h-shared" class="gap-b">Conversations with others too</h2>)">();
  if (shared == SharedWords::go) {
    out.put<R"(<p>The words of all {} go as well.</p></section>)">(preview.shared);
    return;
  }
  out.put<
      R"(<p class="gap-b">{} They are about the others as well, so their words stay. The whole name goes out of them by itself; half a name or a nickname does not. Read them and correct them first: afterwards nothing knows what to look for.</p>)">(
      with_capital_first(count_words(preview.shared, "conversation was with others too.",
                                     "conversations were with others too.")));
  put_conversations(out, preview.to_read, directory, today);
  if (preview.not_shown > 0)
    out.put<
        R"(<p class="small muted gap-t">And {} that are not yours to read, or older ones: ask the colleagues in them.</p>)">(
        preview.not_shown);
  out.put<"</section>">();
}

void put_elsewhere(Writer& out, const Directory& directory, const Preview& preview, Date today) {
  if (preview.said_of.empty() && preview.mentions.empty() && preview.kept_names.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-else"><h2 id="h-else" class="gap-b">Where else “{}” stands</h2><p class="gap-b">It may be somebody else of that name. Where it is this person, correct it first.</p>)">(
      preview.word);
  put_conversations(out, preview.said_of, directory, today);
  if (!preview.mentions.empty()) {
    out.put<R"(<ul class="list tight gap-t">)">();
    for (const auto& mention : preview.mentions)
      out.put<R"(<li data-row><a href="{}">{}</a></li>)">(Url(mention.address), mention.what);
    out.put<"</ul>">();
  }
  if (!preview.kept_names.empty())
    out.put<R"(<p class="small gap-t">Somebody else is called {} too: that name stays in texts.</p>)">(
        join_words(preview.kept_names));
  out.put<"</section>">();
}

void put_preview(Writer& out, const Directory& directory, const Preview& preview, SharedWords shared,
                 Date today) {
  put_goes(out, preview);
  put_stays(out, preview, today);
  put_shared(out, directory, preview, shared, today);
  put_elsewhere(out, directory, preview, today);
}

// One request ---------------------------------------------------------------------------------------------

void put_fact(Writer& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.put<"<div><dt>{}</dt><dd>{}</dd></div>">(name, value);
}

std::string_view purge_words(const ui::Visit& visit, const Erasure& erasure) {
  if (visit.scope.database().engine() != db::Engine::sqlite)
    return erasure.purged_at ? "Cleared. What its files and archives hold is its administrator’s"
                             : "Is being cleared";
  return erasure.purged_at ? "Its file was written anew: no byte of it is left"
                           : "Its file is being written anew, so that no byte of it is left";
}

void put_facts(Writer& out, const ui::Visit& visit, const Directory& directory, const Erasure& erasure) {
  const auto today = visit.scope.today;
  out.put<R"(<dl class="facts">)">();
  put_fact(out, "State", words(erasure.state));
  put_fact(out, "Who asked", words(erasure.asked_by));
  put_fact(out, "Why", words(erasure.ground));
  put_fact(out, "In words", erasure.reason);
  put_fact(out, "Entered by",
           std::string(directory.staff.full_name(erasure.requested_by)) + ", " +
               long_words(day_of(visit, erasure.requested_at), today));
  if (erasure.is_open()) put_fact(out, "Due", long_words(erasure.due_on, today));
  if (erasure.settled_by && erasure.settled_at)
    put_fact(out, erasure.state == ErasureState::confirmed ? "Confirmed by" : "Settled by",
             std::string(directory.staff.full_name(*erasure.settled_by)) + ", " +
                 long_words(day_of(visit, *erasure.settled_at), today));
  put_fact(out, "Because", erasure.settled_because);
  if (erasure.state == ErasureState::confirmed) put_fact(out, "The database", purge_words(visit, erasure));
  out.put<"</dl>">();
}

void put_acts(Writer& out, const ui::Visit& visit, const Directory& directory, const ErasurePage& page) {
  const auto& erasure = page.erasure;
  out.put<R"(<section class="card" aria-labelledby="h-act"><h2 id="h-act" class="gap-b">What now</h2>)">();
  if (erasure.requested_by == visit.scope.viewer.staff) {
    out.put<
        R"(<p class="gap-b">You asked for it, so a second person confirms it. {}</p><form method="post" action="{}">{}<button class="btn">Withdraw it</button></form></section>)">(
        colleagues_words(directory, erasure, visit.scope.viewer.staff),
        Url(address_of(erasure, "/withdrawal")), ui::csrf_field(visit));
    return;
  }
  out.put<
      R"(<p><a class="btn primary" href="{}">Go on to confirm</a></p><details class="gap-t"{}><summary>Refuse it</summary><form method="post" action="{}" class="form gap-t" novalidate>{}{}<p><button class="btn">Refuse</button></p></form></details></section>)">(
      Url(address_of(erasure, "/confirmation")),
      html::Attribute::flag("open", !page.faults.empty() || !page.because.empty()),
      Url(address_of(erasure, "/refusal")), ui::csrf_field(visit),
      ui::field({.name = "because",
                 .label = "Why not",
                 .value = page.because,
                 .hint = "Whoever asked is told. The law gives reasons: a duty to keep it, a claim, the "
                         "public interest.",
                 .type = "textarea",
                 .rows = 3},
                page.faults));
}

void put_row(Writer& out, const ui::Visit& visit, const Directory& directory, const Erasure& erasure) {
  const auto today = visit.scope.today;
  const auto day = erasure.settled_at ? day_of(visit, *erasure.settled_at) : erasure.due_on;
  const bool is_late = erasure.is_open() && erasure.due_on < today;
  out.put<
      R"(<tr data-row><th scope="row"><a href="{}">{}<span class="vh">, request {}</span></a></th><td data-label="State">{}</td><td data-label="{}">{}{}</td><td data-label="Entered by">{}</td></tr>)">(
      Url(address_of(erasure)), name_of(directory, erasure), erasure.id.value, words(erasure.state),
      erasure.is_open() ? "Due" : "Settled", long_words(day, today), is_late ? ", past its day" : "",
      directory.staff.full_name(erasure.requested_by));
}

void put_table(Writer& out, const ui::Visit& visit, const Directory& directory, std::span<const Erasure> rows,
               std::string_view day) {
  out.put<
      R"(<div class="table-wrap"><table class="rows cards"><thead><tr><th scope="col">Whom</th><th scope="col">State</th><th scope="col">{}</th><th scope="col">Entered by</th></tr></thead><tbody>)">(
      day);
  for (const auto& erasure : rows) put_row(out, visit, directory, erasure);
  out.put<"</tbody></table></div>">();
}

template <class All>
std::vector<ui::Choice> choices_of(const All& all) {
  std::vector<ui::Choice> choices;
  for (const auto one : all) choices.push_back({std::string(code(one)), std::string(words(one))});
  return choices;
}

}  // namespace

std::string address_of(const Erasure& erasure, std::string_view rest) {
  return "/privacy/erasures/" + std::to_string(erasure.id.value) + std::string(rest);
}

Html privacy_view(const ui::Visit& visit, const Directory& directory, std::span<const Erasure> open,
                  std::span<const Erasure> settled) {
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><h1>Privacy</h1><p class="soft lead">People who ask to be erased. A request begins on the person’s page; a second person confirms it.</p><div class="stack gap-t2"><section class="card" aria-labelledby="h-open"><h2 id="h-open" class="gap-b">Waiting</h2>)">();
  if (open.empty()) {
    const auto* last = settled.empty() ? nullptr : &settled.front();
    out.put<R"(<p class="soft">No requests.{}</p>)">(
        last == nullptr ? std::string()
                        : " The last one was closed on " +
                              long_words(day_of(visit, last->settled_at.value_or(last->requested_at)),
                                         visit.scope.today) +
                              ".");
  } else {
    put_table(out, visit, directory, open, "Due");
  }
  out.put<"</section>">();
  if (!settled.empty()) {
    out.put<
        R"(<section class="card" aria-labelledby="h-done"><h2 id="h-done" class="gap-b">Settled</h2><p class="small soft gap-b">Of whoever was erased a number and the days are kept, so that a restored copy erases them again.</p>)">();
    put_table(out, visit, directory, settled, "Settled");
    out.put<"</section>">();
  }
  out.put<R"(</div><p class="small gap-t2">{}<a href="/help/privacy">What we keep and why</a></p>)">(
      visit.scope.viewer.is(Role::administrator)
          ? html::render<R"(<a href="/privacy/views">Who looked</a> · )">()
          : Html());
  return std::move(out).finish();
}

Html asking_view(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                 const Preview& preview, const AskingForm& form, const std::vector<Fault>& faults) {
  auto grounds = choices_of(all_erasure_grounds);
  grounds.insert(grounds.begin(), {"", "Choose one"});
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">{}</a></p><h1>Erase {}?</h1><p class="soft lead">Nothing happens yet: this is what would. A second person confirms it, and then nobody can take it back.</p>{}<div class="cols gap-t2"><div class="stack">)">(
      Url("/people/" + person.slug), person.display_name(), person.display_name(), ui::error_summary(faults));
  put_preview(out, directory, preview, SharedWords::stay, visit.scope.today);
  out.put<
      R"(</div><section class="card" aria-labelledby="h-ask"><h2 id="h-ask" class="gap-b">Ask for it</h2><form class="form" method="post" action="{}" novalidate data-once>{})">(
      Url("/people/" + person.slug + "/erasure"), ui::csrf_field(visit));
  out.add(ui::radios({.name = "asked_by",
                      .label = "Who asked?",
                      .value = form.asked_by,
                      .choices = choices_of(all_asked_by)},
                     faults));
  out.add(ui::field({.name = "ground",
                     .label = "Why may they be erased?",
                     .value = form.ground,
                     .type = "select",
                     .choices = std::move(grounds)},
                    faults));
  out.add(ui::field({.name = "reason",
                     .label = "In words (optional)",
                     .value = form.reason,
                     .hint = "For the second person. It is deleted with everything else.",
                     .type = "textarea",
                     .rows = 3},
                    faults));
  if (preview.shared > 0)
    out.add(ui::radios({.name = "shared_words",
                        .label = "Words of conversations with others too",
                        .value = form.shared_words,
                        .choices = {{"stay", "They stay; somebody reads them first"}, {"go", "They go too"}}},
                       faults));
  out.add(ui::field({.name = "due_on",
                     .label = "To be done by",
                     .value = form.due_on,
                     .hint = "The law gives a month from the day they asked.",
                     .type = "date",
                     .width = "middle"},
                    faults));
  out.put<
      R"(<div class="form-foot"><button class="btn primary">Ask a second person</button><a href="{}">Leave it</a></div></form></section></div>)">(
      Url("/people/" + person.slug));
  return std::move(out).finish();
}

Html erasure_view(const ui::Visit& visit, const Directory& directory, const ErasurePage& page) {
  const auto& erasure = page.erasure;
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/privacy">Privacy</a></p><h1>{}</h1>{}<div class="cols gap-t2"><div class="stack">)">(
      erasure.is_open() ? "Erase " + name_of(directory, erasure) + "?" : "A request to erase somebody",
      ui::error_summary(page.faults));
  if (page.preview)
    put_preview(out, directory, *page.preview, erasure.shared_words, visit.scope.today);
  else if (erasure.state == ErasureState::confirmed)
    out.put<
        R"(<section class="card"><p>It is done. Conversations remain as counts. The staff list may bring the person back as somebody new: take them out of the file before the next import.</p></section>)">();
  else
    out.put<R"(<section class="card"><p>Nothing was erased.</p></section>)">();
  out.put<
      R"(</div><div class="stack"><section class="card" aria-labelledby="h-facts"><h2 id="h-facts" class="gap-b">The request</h2>)">();
  put_facts(out, visit, directory, erasure);
  if (page.person != nullptr)
    out.put<R"(<p class="small gap-t"><a href="{}">{}’s page</a></p>)">(Url("/people/" + page.person->slug),
                                                                        page.person->full_name);
  out.put<"</section>">();
  if (erasure.is_open() && may_erase(visit.scope.viewer)) put_acts(out, visit, directory, page);
  out.put<"</div></div>">();
  return std::move(out).finish();
}

Html confirmation_view(const ui::Visit& visit, const Directory& directory, const ErasurePage& page) {
  const auto& erasure = page.erasure;
  const auto name = name_of(directory, erasure);
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">The request</a></p><h1>Erase {} for good?</h1>{}<section class="card gap-t2" aria-labelledby="h-sure"><h2 id="h-sure" class="gap-b">This cannot be undone</h2><p>The name, posts, notes, promises, plans and everything else that says who it was go now. {} remain as counts. No colleague, no administrator and no copy brings it back.</p>{}<form class="form gap-t" method="post" action="{}" novalidate data-once>{}{}<div class="form-foot"><button class="btn danger">Erase {}</button><a href="{}">Not now</a></div></form></section>)">(
      Url(address_of(erasure)), name, ui::error_summary(page.faults),
      with_capital_first(page.preview ? count_words(page.preview->alone + page.preview->shared,
                                                    "conversation", "conversations")
                                      : "conversations"),
      page.preview && page.preview->shared > 0 && erasure.shared_words == SharedWords::stay
          ? html::render<R"(<p class="gap-t">Words of <a href="{}">{}</a> stay. Have they been read?</p>)">(
                Url(address_of(erasure, "#h-shared")),
                count_words(page.preview->shared, "conversation with others too",
                            "conversations with others too"))
          : Html(),
      Url(address_of(erasure, "/confirmation")), ui::csrf_field(visit),
      ui::field({.name = "sure",
                 .label = "I have looked at what goes and what stays, and it is to be done",
                 .type = "checkbox",
                 .is_required = true},
                page.faults),
      name, Url(address_of(erasure)));
  return std::move(out).finish();
}

Html erased_view(const ui::Visit& visit, const std::optional<Erasure>& erasure) {
  Writer out;
  out.put<
      R"(<div class="oops"><h1>Somebody who was erased</h1><p>{} Conversations remain as counts: when they were, of which kind, with which colleagues and department. Nothing says any more who it was.</p><p><a class="btn" href="/people">People</a></p></div>)">(
      erasure && erasure->settled_at
          ? "Erased on " + long_words(day_of(visit, *erasure->settled_at), visit.scope.today) + "."
          : std::string("Erased."));
  return std::move(out).finish();
}

Html waiting_card(const ui::Visit& visit, const Directory& directory, std::span<const Erasure> waiting) {
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-erase"><h2 id="h-erase" class="gap-b">Asked to be erased</h2><ul class="list tight">)">();
  for (const auto& erasure : waiting)
    out.put<
        R"(<li data-row><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">{} asked a second person. Due {}</p></li>)">(
        Url(address_of(erasure)), name_of(directory, erasure),
        directory.staff.full_name(erasure.requested_by), long_words(erasure.due_on, visit.scope.today));
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

}  // namespace rapport::erasures
