// Science and business: subjects and modules.
#include "subjects_by_faculty.hpp"

namespace rapport::demo {
namespace {

constexpr std::string_view computing[] = {
    "accessible interfaces", "machine translation", "network security",  "robot navigation",
    "software testing",      "games and learning",  "privacy by design", "sensor networks",
    "explainable models",    "version control",     "data structures",   "ethics of automation"};
constexpr ModuleWords computing_modules[] = {{"COMP1001", "Programming 1"},
                                             {"COMP1008", "Computers and Society"},
                                             {"COMP2004", "Databases"},
                                             {"COMP2010", "Human-Computer Interaction"},
                                             {"COMP2013", "Networks"},
                                             {"COMP3002", "Computing Project"},
                                             {"COMP3009", "Artificial Intelligence"},
                                             {"COMP7005", "Research Methods in Computing"}};

constexpr std::string_view engineering[] = {
    "flood defences",         "timber structures", "heat pumps",  "concrete with less carbon",
    "bridge inspection",      "railway noise",     "wind loads",  "materials standards",
    "additive manufacturing", "water treatment",   "site safety", "tidal power"};
constexpr ModuleWords engineering_modules[] = {{"ENGI1002", "Engineering Mathematics"},
                                               {"ENGI1006", "Design and Make"},
                                               {"ENGI1009", "Materials"},
                                               {"ENGI2001", "Structures"},
                                               {"ENGI2011", "Thermodynamics"},
                                               {"ENGI3003", "Individual Project"},
                                               {"ENGI3014", "Water Engineering"},
                                               {"ENGI7002", "Sustainable Construction"}};

constexpr std::string_view biosciences[] = {"pollinators",   "antibiotic resistance", "soil fungi",
                                            "river otters",  "gene editing",          "seagrass",
                                            "cell imaging",  "plant disease",         "ageing muscle",
                                            "microplastics", "bird ringing",          "laboratory notebooks"};
constexpr ModuleWords bioscience_modules[] = {
    {"BIOS1001", "Cells and Genes"},     {"BIOS1005", "Ecology in the Field"},
    {"BIOS1010", "Scientific Writing"},  {"BIOS2003", "Microbiology"},
    {"BIOS2009", "Plants and People"},   {"BIOS2014", "Data for Biologists"},
    {"BIOS3001", "Biosciences Project"}, {"BIOS3012", "Conservation"},
    {"BIOS7003", "Bioinformatics"}};

constexpr std::string_view geography[] = {"coastal erosion", "peat restoration",   "flood maps",
                                          "second homes",    "glacier retreat",    "river pollution",
                                          "rural transport", "refugee settlement", "urban heat",
                                          "historic maps",   "field sketches",     "place names"};
constexpr ModuleWords geography_modules[] = {{"GEOG1002", "Introducing Geography"},
                                             {"GEOG1006", "Maps and Data"},
                                             {"GEOG1012", "Fieldwork 1"},
                                             {"GEOG2001", "Rivers and Coasts"},
                                             {"GEOG2008", "Cities"},
                                             {"GEOG2013", "Research Design"},
                                             {"GEOG3004", "Geography Dissertation"},
                                             {"GEOG3010", "Climate and People"},
                                             {"GEOG7001", "Environmental Policy"}};

constexpr std::string_view business[] = {
    "family firms",         "supply chains",           "small charities", "annual reports", "consumer debt",
    "remote working",       "tourism and seasonality", "co-operatives",   "market entry",   "fair trade",
    "accounting standards", "ethical fashion",         "apprenticeships"};
constexpr ModuleWords business_modules[] = {{"BUSI1001", "Understanding Organisations"},
                                            {"BUSI1007", "Business Skills"},
                                            {"BUSI1010", "Accounting 1"},
                                            {"BUSI2003", "Marketing Insight"},
                                            {"BUSI2012", "Operations and Supply"},
                                            {"BUSI2018", "Business Ethics"},
                                            {"BUSI3001", "Business Dissertation"},
                                            {"BUSI3016", "Strategy"},
                                            {"BUSI7002", "Research for Managers"}};

constexpr std::string_view faculty = "Faculty of Science and Business";
constexpr std::string_view school = "School of Computing and Engineering";
constexpr DepartmentWords departments[] = {
    {"Computer Science", "COMP", faculty, school, 28, false, false, computing, computing_modules},
    {"Civil & Mechanical Engineering", "ENGI", faculty, school, 26, false, false, engineering,
     engineering_modules},
    {"Biosciences", "BIOS", faculty, "", 34, false, false, biosciences, bioscience_modules},
    {"Geography & Environment", "GEOG", faculty, "", 22, false, true, geography, geography_modules},
    {"Business & Management", "BUSI", faculty, "", 36, false, false, business, business_modules},
};

}  // namespace

std::span<const DepartmentWords> science_departments() {
  return departments;
}

}  // namespace rapport::demo
