// Reads names, conversations and quotations of a person.
#include "governance/erasing_of.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/forget_store.hpp"

namespace rapport::erasures {
namespace {

/// "Smith Jane" of "Jane Smith"; nothing of one word.
std::string family_first(const std::string& name) {
  const auto space = name.rfind(' ');
  return space == std::string::npos ? std::string() : name.substr(space + 1) + " " + name.substr(0, space);
}

/// "Jenny Smith" of Jennifer Smith, who is called Jenny.
std::string as_called(const erasure_store::Record& record) {
  const auto space = record.full_name.rfind(' ');
  return space == std::string::npos || record.known_as.empty()
             ? std::string()
             : record.known_as + record.full_name.substr(space);
}

std::vector<std::string> names_of(const std::vector<erasure_store::Record>& records) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::ranges::count(names, name) == 0) names.push_back(name);
  };
  for (const auto& record : records) {
    for (const auto& name : {record.full_name, as_called(record)}) {
      add(name);
      add(family_first(name));
    }
    for (const auto& name : record.names) {
      add(name);
      add(family_first(name));
    }
  }
  return names;
}

std::vector<std::string> sorted_words(std::string_view name) {
  auto words = folded_words(name);
  std::ranges::sort(words);
  return words;
}

template <class F>
void each_other_name(db::Reader& reader, Id<Institution> institution,
                     const std::vector<erasure_store::Record>& records, F&& visit) {
  const auto look = [&](const db::Row& row) {
    if (std::ranges::count(records, row.id<Person>(0), &erasure_store::Record::id) == 0) visit(row.text(1));
  };
  reader.each("select id, full_name from persons where institution_id = $1 and erased_on is null", look,
              institution);
  reader.each("select person_id, name from person_names where institution_id = $1", look, institution);
  reader.each("select id, full_name from staff where institution_id = $1", look, institution);
}

}  // namespace

NameForms name_forms(db::Reader& reader, Id<Institution> institution,
                     const std::vector<erasure_store::Record>& records) {
  std::vector<std::vector<std::string>> others;
  auto names = names_of(records);
  std::vector<std::vector<std::string>> words;
  words.reserve(names.size());
  for (const auto& name : names) words.push_back(sorted_words(name));
  each_other_name(reader, institution, records, [&](std::string_view other) {
    auto of_other = sorted_words(other);
    if (std::ranges::count(words, of_other) > 0) others.push_back(std::move(of_other));
  });
  NameForms forms;
  for (std::size_t i = 0; i < names.size(); ++i)
    (std::ranges::count(others, words[i]) > 0 ? forms.of_others_too : forms.own)
        .push_back(std::move(names[i]));
  for (const auto& record : records) {
    std::ranges::copy(record.addresses, std::back_inserter(forms.own));
    if (!record.orcid.empty()) forms.own.push_back(record.orcid);
    forms.own.push_back(record.slug);
  }
  return forms;
}

Erasing erasing_of(db::Reader& reader, const std::vector<erasure_store::Record>& records,
                   const ErasingBy& by) {
  std::vector<Id<Person>> ids;
  ids.reserve(records.size());
  for (const auto& record : records) ids.push_back(record.id);
  auto conversations = interactions::conversations_of(reader, by.institution, ids);
  Erasing erasing{.institution = by.institution,
                  .alone = std::move(conversations.alone),
                  .shared = std::move(conversations.shared),
                  .takes_shared_words = by.shared_words == SharedWords::go,
                  .names = ErasedNames(name_forms(reader, by.institution, records).own),
                  .by = by.by,
                  .at = by.at,
                  .today = by.today};
  for (std::size_t i = 0; i < records.size(); ++i) {
    auto& days = conversations.days[i];
    std::erase_if(days, [&](Date day) { return day > by.today; });
    erasing.records.push_back({records[i].id, records[i].slug, std::move(days)});
    std::ranges::move(erasure_store::quotations_of(reader, by.institution, records[i].id),
                      std::back_inserter(erasing.quotations));
    std::ranges::move(erasure_store::actions_of(reader, by.institution, records[i].id),
                      std::back_inserter(erasing.plan_actions));
  }
  return erasing;
}

}  // namespace rapport::erasures
