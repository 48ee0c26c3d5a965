// The file of examples, line by line.
#include "interactions/capture_examples.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/text.hpp"

namespace rapport::test {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// {600 × word } 600 times.
void expand_repeats(std::string& text) {
  constexpr std::string_view times = " × ";
  for (auto sign = text.find(times); sign != std::string::npos; sign = text.find(times)) {
    const auto begin = text.rfind('{', sign);
    const auto end = text.find('}', sign);
    const auto what = text.substr(sign + times.size(), end - sign - times.size());
    std::string repeated;
    for (int left = std::stoi(text.substr(begin + 1)); left > 0; --left) repeated += what;
    text.replace(begin, end + 1 - begin, repeated);
  }
}

std::string unescaped(std::string_view written) {
  std::string text(written);
  replace_all(text, "\\r", "\r");
  replace_all(text, "\\n", "\n");
  replace_all(text, "{nbsp}", "\u00A0");
  replace_all(text, "{rlo}", "\u202E");
  expand_repeats(text);
  return text;
}

std::vector<std::string> columns(std::string_view row) {
  std::vector<std::string> parts;
  for (const auto part : split(row, '|')) parts.emplace_back(trim(part));
  parts.resize(std::max<std::size_t>(parts.size(), 4));
  return parts;
}

/// The cast as it grows line by line.
struct Cast {
  std::vector<PersonEntry> people;
  std::vector<StaffEntry> staff;
  std::vector<TopicEntry> topics;

  void add_person(std::string_view row) {
    const auto part = columns(row);
    PersonEntry person{.id = {static_cast<std::int64_t>(people.size()) + 1},
                       .slug = "person-" + std::to_string(people.size() + 1),
                       .title = part[1],
                       .full_name = part[0],
                       .known_as = part[0].substr(0, part[0].find(' ')),
                       .sort_key = sort_key(part[0]),
                       .words = folded_words(part[0] + " " + part[3])};
    people.push_back(std::move(person));
  }
  void add_colleague(std::string_view row) {
    const auto part = columns(row);
    staff.push_back({.id = {static_cast<std::int64_t>(staff.size()) + 1},
                     .username = part[1],
                     .full_name = part[0],
                     .given_name = part[0].substr(0, part[0].find(' '))});
  }
  void add_topic(std::string_view name) {
    topics.push_back({.id = {static_cast<std::int64_t>(topics.size()) + 1},
                      .name = std::string(name),
                      .folded_name = fold(name)});
  }
};

Vocabulary vocabulary_of(std::vector<TopicEntry> topics) {
  auto kinds = starting_kinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].id = {static_cast<std::int64_t>(i) + 1};
  return {std::move(kinds), std::move(topics)};
}

}  // namespace

Id<Person> CaptureExamples::person(std::string_view full_name) const {
  for (std::int64_t id = 1; const auto* entry = directory.people.find(Id<Person>{id}); ++id)
    if (entry->full_name == full_name) return entry->id;
  throw std::runtime_error("Nobody in the cast is called " + std::string(full_name));
}

Id<Staff> CaptureExamples::colleague(std::string_view full_name) const {
  for (const auto& entry : directory.staff.staff())
    if (entry.full_name == full_name) return entry.id;
  throw std::runtime_error("No colleague in the cast is called " + std::string(full_name));
}

CaptureContext CaptureExamples::context(Date today) const {
  return {.directory = directory,
          .today = today,
          .me = me,
          .nearness = [this](std::span<const Id<Person>> people) {
            std::vector<int> near;
            for (const auto id : people) near.push_back(nearness.at(id.value));
            return near;
          }};
}

CaptureExamples read_capture_examples(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("Cannot read " + file.string());
  CaptureExamples all;
  Cast cast;
  std::string my_name;
  Date today;
  std::string row;
  for (int number = 1; std::getline(in, row); ++number) {
    const auto colon = row.find(':');
    if (row.empty() || row[0] == '#') continue;
    if (colon == std::string::npos) throw std::runtime_error("No field in line " + std::to_string(number));
    const auto field = row.substr(0, colon);
    const auto value = row.size() > colon + 2 ? row.substr(colon + 2) : std::string();
    if (field == "line")
      all.examples.push_back({number, unescaped(value), today, {}});
    else if (field == "today")
      (all.examples.empty() ? today : all.examples.back().today) = Date::parse_iso(value).value();
    else if (field == "me")
      my_name = value;
    else if (field == "person") {
      cast.add_person(value);
      all.nearness[cast.people.back().id.value] = std::stoi(columns(value)[2]);
    } else if (field == "colleague")
      cast.add_colleague(value);
    else if (field == "topic")
      cast.add_topic(value);
    else
      all.examples.back().fields.emplace_back(field, unescaped(value));
  }
  all.directory.people = PeopleDirectory(std::move(cast.people));
  all.directory.staff = StaffDirectory(std::move(cast.staff));
  all.directory.vocabulary = vocabulary_of(std::move(cast.topics));
  all.me = all.colleague(my_name);
  return all;
}

}  // namespace rapport::test
