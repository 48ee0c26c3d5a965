// The starter set.
#include "measures/starting_measures.hpp"

#include <array>
#include <string>

#include "measures/measure_store.hpp"

namespace rapport {
namespace {

using enum MeasureShape;
using enum Audience;

struct Start {
  std::string_view name;
  std::string_view definition;
  std::string_view source;
  MeasureShape shape = amount;
  std::string_view unit;
  bool counts_people = false;
  Better better = Better::up;
  Audience audience = department;
  std::optional<Formula> formula = {};
};

constexpr std::string_view own = "Rapport’s own records";
constexpr std::string_view sconul = "SCONUL statistical return";
constexpr std::string_view counter = "COUNTER 5 report";

constexpr std::array starts{
    Start{"People we work with", "", own, amount, "people", true, Better::up, department, Formula::people},
    Start{"Sessions taught", "", own, amount, "sessions", false, Better::up, department, Formula::sessions},
    Start{"Students reached", "", own, amount, "students", true, Better::up, department, Formula::students},
    Start{"Person-hours", "", own, amount, "person-hours", false, Better::up, department,
          Formula::person_hours},
    Start{"Modules reached", "", own, amount, "modules", false, Better::up, department, Formula::modules},
    Start{"One-to-ones", "", own, amount, "one-to-ones", true, Better::up, department, Formula::one_to_ones},
    Start{"Chains of three or more", "", own, amount, "chains", false, Better::up, department,
          Formula::chains},
    Start{"Plan items done", "", own, amount, "plan items", false, Better::up, department,
          Formula::plan_items},
    Start{"Students (FTE)",
          "Full-time equivalent students of the department on 1 December, as in the university’s return.",
          "Student records", amount, "students", true, Better::neutral, department},
    Start{"Visits", "People who came in through the gates with a card of this department.", sconul, amount,
          "visits", false, Better::neutral, department},
    Start{"Loans per student",
          "Loans and renewals by borrowers of the department, for each full-time equivalent student.", sconul,
          rate, "loans per student", false, Better::neutral, department},
    Start{"Students trained",
          "Students of the department who attended training in information skills, each time counted.",
          sconul, amount, "students", true, Better::up, department},
    Start{"Enquiries", "Questions answered for the department: at the desk, by phone, by mail and by chat.",
          sconul, amount, "enquiries", false, Better::neutral, department},
    Start{"Total item requests",
          "Total_Item_Requests: how often full text was opened or downloaded by users of the department.",
          counter, amount, "item requests", false, Better::up, department},
    Start{"Unique item requests",
          "Unique_Item_Requests: each item once in a session, however often it was opened.", counter, amount,
          "item requests", false, Better::up, department},
    Start{"Searches", "Searches_Platform: searches by users of the department on the platforms we pay for.",
          counter, amount, "searches", false, Better::neutral, library},
    Start{"Turned away",
          "No_License: how often users of the department were refused an item we hold no licence for.",
          counter, amount, "refusals", false, Better::down, library},
    Start{"Reading lists checked",
          "Modules of the department whose reading list was checked for the year, of all its modules.",
          "Reading list system", percent, "", false, Better::up, department},
    Start{"Satisfied with the library",
          "Students of the department who agreed that library resources supported their learning well, of "
          "those who answered.",
          "National Student Survey, question on the library", percent, "", true, Better::up, everybody},
    Start{"Spent on the department’s resources",
          "Books, journals and databases bought for the department alone.", "Finance system", money, "",
          false, Better::neutral, library},
};

std::string definition_of(const Start& start) {
  return std::string(start.formula ? formula_words(*start.formula) : start.definition);
}

}  // namespace

std::string_view formula_words(Formula formula) {
  switch (formula) {
    case Formula::people:
      return "People with a post in the department with whom at least one two-way conversation took place in "
             "the "
             "academic year, each once.";
    case Formula::sessions:
      return "Conversations of the family teaching in the academic year with the department or its people.";
    case Formula::students:
      return "Those who came to these sessions, added up; a session without a number adds nothing.";
    case Formula::person_hours:
      return "Those who came × hours, added up over these sessions (the SCONUL count); a session without a "
             "number or a "
             "length adds nothing.";
    case Formula::modules:
      return "Modules among the topics of the department’s conversations in the academic year, each once.";
    case Formula::one_to_ones:
      return "Conversations of the family consultation in the academic year with the department or its "
             "people.";
    case Formula::chains:
      return "Conversations of the academic year that came out of another which itself came out of one, by "
             "accepted "
             "bumps, and from which nothing has followed yet: the ends of chains of three or more.";
    case Formula::plan_items:
      return "Actions of the department’s action plan of the academic year that are done. One that was "
             "carried "
             "forward counts in the year in which it was done.";
  }
  return "";
}

std::vector<Measure> starting_measures() {
  std::vector<Measure> all;
  for (const auto& start : starts) {
    MeasureVersion version{.name = std::string(start.name),
                           .definition = definition_of(start),
                           .source = std::string(start.source),
                           .shape = start.shape,
                           .unit = std::string(start.unit),
                           .counts_people = start.counts_people,
                           .better = start.better,
                           .audience = start.audience,
                           .starts_in = first_measured_year};
    all.push_back({.code = measure_code_of(start.name),
                   .formula = start.formula,
                   .position = static_cast<int>(all.size()) + 1,
                   .versions = {std::move(version)}});
  }
  return all;
}

void insert_measures(db::Writer& writer, Id<Institution> institution, Instant now) {
  if (measure_store::has_any(writer, institution)) return;
  // Once for an institution.
  for (auto& measure : starting_measures()) {
    measure.id = measure_store::insert(writer, institution, measure);
    measure.versions.front().made_at = now;
    measure_store::insert_version(writer, institution, measure.id, measure.versions.front());
  }
}

}  // namespace rapport
