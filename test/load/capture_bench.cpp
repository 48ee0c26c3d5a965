// How long one preview takes among 20,000 names: reading the line and writing its markup, without HTTP and
// database.
#include <benchmark/benchmark.h>

#include "base/text.hpp"
#include "interactions/capture_views.hpp"

namespace {

using namespace rapport;

constexpr std::size_t people_count = 20'000;

/// Names as a university has them: some hundred surnames, the commonest borne by hundreds of people.
std::vector<PersonEntry> made_up_people() {
  const std::vector<std::string> given{"Jane", "Owen",      "Siân", "Wei",    "Adaeze",
                                       "Luca", "Mary-Jane", "Kofi", "Łukasz", "María"};
  const std::vector<std::string> begins{"Ash",  "Brook", "Cald", "Dun",  "Elm",
                                        "Fair", "Gled",  "Hart", "Kirk", "Lang"};
  const std::vector<std::string> ends{"worth", "ford", "well", "ton",  "by",
                                      "ley",   "ham",  "more", "wick", "stead"};
  std::vector<PersonEntry> people;
  for (std::size_t i = 0; i < people_count; ++i) {
    const auto surname = i % 40 == 0 ? "Smith" : begins[i / 10 % 10] + ends[i / 100 % 10];
    PersonEntry person;
    person.id = {static_cast<std::int64_t>(i) + 1};
    person.slug = "p-" + std::to_string(i);
    person.full_name = given[i % 10] + " " + surname;
    person.known_as = given[i % 10];
    person.sort_key = sort_key(person.full_name);
    person.words = folded_words(person.full_name);
    people.push_back(std::move(person));
  }
  return people;
}

const Directory& directory() {
  static const Directory made = [] {
    Directory one;
    one.people = PeopleDirectory(made_up_people());
    auto kinds = starting_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].id = {static_cast<std::int64_t>(i) + 1};
    one.vocabulary = Vocabulary(std::move(kinds), {});
    return one;
  }();
  return made;
}

void preview(benchmark::State& state, const std::string& line) {
  const auto today = *Date::of(2026, 11, 12);
  const CaptureContext context{
      .directory = directory(), .today = today, .me = {1}, .nearness = [](auto people) {
        return std::vector<int>(people.size(), 3);
      }};
  for (auto _ : state) {
    const auto html = capture_preview(directory(), {.reading = read_line(line, context), .today = today});
    benchmark::DoNotOptimize(html.text().data());
  }
}

std::string long_line() {
  std::string line = "met @Jane Ashworth corridor 10m ";
  while (line.size() < 10'000) line += "placement students locked out of e-books ";
  return line + "> send price Fri";
}

void typical_line(benchmark::State& state) {
  preview(
      state,
      "met @Jane Ashworth corridor re #reading-lists 10m placement students locked out -> send price Fri");
}
void commonest_surname(benchmark::State& state) {
  preview(state, "phoned @smith 5m thesis drop-ins");
}
void one_letter(benchmark::State& state) {
  preview(state, "met @j");
}
void ten_thousand_characters(benchmark::State& state) {
  preview(state, long_line());
}

BENCHMARK(typical_line)->Unit(benchmark::kMicrosecond);
BENCHMARK(commonest_surname)->Unit(benchmark::kMicrosecond);
BENCHMARK(one_letter)->Unit(benchmark::kMicrosecond);
BENCHMARK(ten_thousand_characters)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
