// Says what would go and what would stay, before anything does.
#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/text.hpp"
#include "db/full_text.hpp"
#include "governance/erasing_of.hpp"
#include "governance/erasures.hpp"
#include "interactions/interaction_words.hpp"

namespace rapport::erasures {
namespace {

constexpr std::size_t to_read_max = 200;
constexpr int said_of_max = 50;
constexpr int mentions_max = 20;

using erasure_store::Counts;

void add(Counts& sum, const Counts& more) {
  for (const auto member :
       {&Counts::names, &Counts::addresses, &Counts::posts, &Counts::ways, &Counts::asides, &Counts::promises,
        &Counts::promises_open, &Counts::level_reasons, &Counts::plans, &Counts::champion_steps,
        &Counts::thanks, &Counts::quotations, &Counts::answers, &Counts::actions, &Counts::origins,
        &Counts::import_changes, &Counts::views})
    sum.*member += more.*member;
}

/// "2 mail addresses"; nothing that there is none of.
std::vector<std::string> lines_of(const Counts& counts, std::size_t alone, std::size_t shared) {
  std::vector<std::string> lines{
      "The name, and everything else on the person’s page: about, pronouns, ORCID iD, "
      "staff number"};
  const auto line = [&](std::int64_t count, std::string_view one, std::string_view many) {
    if (count > 0) lines.push_back(with_capital_first(count_words(static_cast<long>(count), one, many)));
  };
  line(counts.names, "other name", "other names");
  line(counts.addresses, "mail address", "mail addresses");
  line(counts.posts, "post: its title, and its days outside of conversations",
       "posts: their titles, and their days outside of conversations");
  line(counts.ways, "way of working", "ways of working");
  line(static_cast<std::int64_t>(alone), "conversation with them alone: its note, place, line and history",
       "conversations with them alone: their notes, places, lines and history");
  line(static_cast<std::int64_t>(shared),
       "conversation with others too: what it said before it was corrected",
       "conversations with others too: what they said before they were corrected");
  line(counts.asides, "word about them beside a conversation", "words about them beside conversations");
  line(counts.promises - counts.promises_open, "promise that is kept or dropped: its words",
       "promises that are kept or dropped: their words");
  line(counts.promises_open, "open promise, which is dropped", "open promises, which are dropped");
  line(counts.level_reasons, "reason why the level moved", "reasons why the level moved");
  line(counts.plans, "plan for the relationship: its words; an active one is closed",
       "plans for the relationship: their words; an active one is closed");
  line(counts.champion_steps, "step as a champion, with its words", "steps as a champion, with their words");
  line(counts.thanks, "thank-you", "thank-yous");
  line(counts.quotations, "quotation, on headline pages too", "quotations, on headline pages too");
  line(counts.origins, "introduction: its words", "introductions: their words");
  line(counts.answers, "answer to “gone quiet”", "answers to “gone quiet”");
  line(counts.actions, "action of a department’s plan that names them",
       "actions of departments’ plans that name them");
  line(counts.import_changes, "row kept to undo an import", "rows kept to undo imports");
  line(counts.views, "entry of the log of who looked", "entries of the log of who looked");
  lines.push_back("Words of stories and thanks that tell of conversations with them alone");
  lines.push_back(
      "Their whole name, mail addresses and ORCID iD in texts about others: “[name erased]” stands there");
  return lines;
}

std::string family_name(const std::string& full_name) {
  return full_name.substr(full_name.rfind(' ') + 1);
}

/// Conversations of others with this word, as far as the viewer may read them.
std::vector<Interaction> said_of(Scope& scope, db::Reader& reader, const std::string& word,
                                 const Erasing& erasing) {
  std::vector<Id<Interaction>> found;
  for (const auto number : db::find_documents(reader, scope.institution, {{.forms = {word}, .beginning = {}}},
                                              std::numeric_limits<std::int64_t>::max(), said_of_max * 4)) {
    const auto id = id_of_document(number);
    if (!std::ranges::binary_search(erasing.alone, id) && !std::ranges::binary_search(erasing.shared, id))
      found.push_back(id);
  }
  if (found.size() > said_of_max) found.resize(said_of_max);
  return interactions::several(scope, found);
}

void read_shared(Scope& scope, const Erasing& erasing, Preview& preview) {
  std::vector<Id<Interaction>> latest(erasing.shared.rbegin(), erasing.shared.rend());
  if (latest.size() > to_read_max) latest.resize(to_read_max);
  preview.to_read = interactions::several(scope, latest);
  std::erase_if(preview.to_read,
                [](const Interaction& row) { return row.note.empty() && row.place.empty(); });
  const auto readable = interactions::several(scope, latest).size();
  preview.not_shown = static_cast<int>(erasing.shared.size() - readable);
}

void read_elsewhere(Scope& scope, db::Reader& reader, const std::vector<erasure_store::Record>& records,
                    const Erasing& erasing, Preview& preview) {
  preview.word = family_name(records.front().full_name);
  const auto words = folded_words(preview.word);
  if (words.empty()) return;
  preview.said_of = said_of(scope, reader, words.front(), erasing);
  std::vector<Id<Person>> ids;
  ids.reserve(records.size());
  for (const auto& record : records) ids.push_back(record.id);
  for (auto& mention : erasure_store::mentions(reader, scope.institution, words.front(), ids, mentions_max))
    preview.mentions.push_back({std::move(mention.what), std::move(mention.address)});
}

}  // namespace

Result<Preview> preview(Scope& scope, const Directory& directory, Id<Person> person) {
  if (!may_erase(scope.viewer))
    return forbidden("Team leaders and administrators see what an erasure would do. Ask one of them.");
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return not_found("Nobody of that name is here.");
  return scope.read([&](db::Reader& reader) -> Result<Preview> {
    const auto records = erasure_store::records_of(reader, scope.institution, entry->id);
    if (records.empty()) return not_found("Nobody of that name is here.");
    const auto erasing =
        erasing_of(reader, records, {.institution = scope.institution, .today = scope.today});
    Preview preview{.alone = static_cast<int>(erasing.alone.size()),
                    .shared = static_cast<int>(erasing.shared.size()),
                    .kept_names = name_forms(reader, scope.institution, records).of_others_too};
    Counts counts;
    for (const auto& record : records)
      add(counts, erasure_store::counts_of(reader, scope.institution, record.id));
    preview.goes = lines_of(counts, erasing.alone.size(), erasing.shared.size());
    for (const auto& record : erasing.records) {
      if (record.days.empty()) continue;
      if (!preview.first_on || record.days.front() < *preview.first_on)
        preview.first_on = record.days.front();
      if (!preview.last_on || *preview.last_on < record.days.back()) preview.last_on = record.days.back();
    }
    read_shared(scope, erasing, preview);
    read_elsewhere(scope, reader, records, erasing, preview);
    return preview;
  });
}

}  // namespace rapport::erasures
