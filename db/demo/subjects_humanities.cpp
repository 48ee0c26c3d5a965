// Arts, law and education: subjects and modules.
#include "subjects_by_faculty.hpp"

namespace rapport::demo {
namespace {

constexpr std::string_view english[] = {
    "Victorian periodicals", "contemporary poetry", "postcolonial novels",      "creative non-fiction",
    "ghost stories",         "Restoration drama",   "nature writing",           "digital editions",
    "working-class writing", "children's books",    "Welsh writing in English", "crime fiction",
    "manuscript drafts"};
constexpr ModuleWords english_modules[] = {{"ENGL1002", "Reading Now"},
                                           {"ENGL1007", "Poetry Workshop"},
                                           {"ENGL1011", "Shakespeare and Stage"},
                                           {"ENGL2004", "The Victorians"},
                                           {"ENGL2009", "Writing Lives"},
                                           {"ENGL2016", "World Literatures"},
                                           {"ENGL3001", "English Dissertation"},
                                           {"ENGL3013", "The Gothic"},
                                           {"ENGL7002", "Research Skills for Writers"}};

constexpr std::string_view history[] = {
    "canal towns",  "household accounts",     "women's suffrage", "the wool trade",    "parish registers",
    "oral history", "records of enslavement", "museum labels",    "medieval charters", "local newspapers",
    "the poor law", "railway towns",          "maps of enclosure"};
constexpr ModuleWords history_modules[] = {
    {"HIST1001", "Doing History"},        {"HIST1008", "Empires"},
    {"HIST1014", "Objects and Museums"},  {"HIST2003", "Towns and Trade"},
    {"HIST2011", "Reading Archives"},     {"HIST2017", "Women in Public"},
    {"HIST3002", "History Dissertation"}, {"HIST3015", "Memory and Monuments"},
    {"HIST7006", "Heritage in Practice"}};

constexpr std::string_view law[] = {
    "tenancy law",         "youth justice", "judicial review",     "company directors",   "asylum appeals",
    "sentencing",          "mooting",       "contract remedies",   "policing by consent", "data protection",
    "restorative justice", "case comment",  "human rights at work"};
constexpr ModuleWords law_modules[] = {
    {"LAWS1001", "Legal Method"},          {"LAWS1003", "Contract"},
    {"LAWS1009", "Crime and Society"},     {"LAWS2002", "Land Law"},
    {"LAWS2007", "Criminal Justice"},      {"LAWS2018", "Mooting and Advocacy"},
    {"LAWS3004", "Public Law in Context"}, {"LAWS3011", "Law Dissertation"},
    {"LAWS7001", "Legal Research"}};

constexpr std::string_view education[] = {"phonics",
                                          "school exclusion",
                                          "outdoor learning",
                                          "teacher retention",
                                          "special educational needs",
                                          "primary mathematics",
                                          "forest schools",
                                          "assessment in schools",
                                          "rural schools",
                                          "bilingual classrooms",
                                          "early years play",
                                          "picture books",
                                          "mentoring new teachers"};
constexpr ModuleWords education_modules[] = {
    {"EDUC1002", "How Children Learn"},       {"EDUC1005", "Schools and Society"},
    {"EDUC1013", "Language and Literacy"},    {"EDUC2001", "Inclusive Classrooms"},
    {"EDUC2008", "Professional Placement 2"}, {"EDUC2019", "Educational Research"},
    {"EDUC3003", "Education Dissertation"},   {"EDUC3010", "Curriculum and Policy"},
    {"EDUC7004", "Practitioner Enquiry"}};

constexpr std::string_view faculty = "Faculty of Arts, Law and Education";
constexpr DepartmentWords departments[] = {
    {"English & Creative Writing", "ENGL", faculty, "", 26, false, true, english, english_modules},
    {"History & Heritage", "HIST", faculty, "", 24, false, true, history, history_modules},
    {"Law & Criminology", "LAWS", faculty, "", 32, false, false, law, law_modules},
    {"Education", "EDUC", faculty, "", 36, true, false, education, education_modules},
};

}  // namespace

std::span<const DepartmentWords> humanities_departments() {
  return departments;
}

}  // namespace rapport::demo
