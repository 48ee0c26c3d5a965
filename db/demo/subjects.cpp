// All departments in one row, the names of those that larger universities add, and the topics.
#include "subjects.hpp"

#include <vector>

#include "subjects_by_faculty.hpp"

namespace rapport::demo {
namespace {

constexpr std::string_view further[] = {"Accounting & Finance",
                                        "American Studies",
                                        "Animal Science",
                                        "Anthropology",
                                        "Archaeology",
                                        "Architecture",
                                        "Art History",
                                        "Astronomy",
                                        "Audiology",
                                        "Chemical Engineering",
                                        "Chemistry",
                                        "Chinese Studies",
                                        "Classics",
                                        "Counselling",
                                        "Dance",
                                        "Dentistry",
                                        "Design",
                                        "Dietetics",
                                        "Drama",
                                        "Economics",
                                        "Electrical Engineering",
                                        "Film",
                                        "Fine Art",
                                        "Forestry",
                                        "French",
                                        "German",
                                        "Graphic Communication",
                                        "Hispanic Studies",
                                        "Hospitality",
                                        "Italian",
                                        "Journalism",
                                        "Land Management",
                                        "Linguistics",
                                        "Marine Science",
                                        "Mathematics",
                                        "Media",
                                        "Medicine",
                                        "Music",
                                        "Neuroscience",
                                        "Optometry",
                                        "Pharmacy",
                                        "Philosophy",
                                        "Photography",
                                        "Physics",
                                        "Planning",
                                        "Policing",
                                        "Politics",
                                        "Product Design",
                                        "Radiography",
                                        "Religious Studies",
                                        "Robotics",
                                        "Social Policy",
                                        "Social Work",
                                        "Sociology",
                                        "Speech Therapy",
                                        "Sport Science",
                                        "Statistics",
                                        "Textiles",
                                        "Theology",
                                        "Tourism",
                                        "Translation",
                                        "Veterinary Nursing",
                                        "War Studies",
                                        "Welsh",
                                        "Youth Work",
                                        "Zoology"};

constexpr std::string_view topics[] = {"reading-lists",
                                       "e-books",
                                       "placements",
                                       "systematic-review",
                                       "open-access",
                                       "research-data",
                                       "information-literacy",
                                       "induction",
                                       "accessibility",
                                       "copyright",
                                       "subscriptions",
                                       "dissertations",
                                       "archives",
                                       "exam-papers",
                                       "module-validation",
                                       "referencing",
                                       "academic-integrity",
                                       "generative-ai",
                                       "inter-library-loans",
                                       "library-committee",
                                       "study-space",
                                       "opening-hours",
                                       "research-bids",
                                       "bibliometrics",
                                       "orcid",
                                       "theses",
                                       "inclusive-reading-lists",
                                       "apprenticeships",
                                       "distance-learners",
                                       "special-collections",
                                       "maps",
                                       "statistics",
                                       "streaming-media",
                                       "software",
                                       "budget",
                                       "journals",
                                       "one-to-ones",
                                       "literature-searching",
                                       "action-plan",
                                       "staff-development",
                                       "student-feedback"};

std::vector<DepartmentWords> all_departments() {
  std::vector<DepartmentWords> all;
  for (const auto faculty : {health_departments(), humanities_departments(), science_departments()})
    all.insert(all.end(), faculty.begin(), faculty.end());
  return all;
}

}  // namespace

std::span<const DepartmentWords> department_words() {
  static const std::vector<DepartmentWords> all = all_departments();
  return all;
}

std::span<const std::string_view> further_department_names() {
  return further;
}

std::span<const std::string_view> topic_names() {
  return topics;
}

}  // namespace rapport::demo
