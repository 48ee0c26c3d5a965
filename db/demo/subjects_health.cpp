// Health and care: subjects and modules.
#include "subjects_by_faculty.hpp"

namespace rapport::demo {
namespace {

constexpr std::string_view nursing[] = {"wound care",
                                        "safe staffing",
                                        "perinatal mental health",
                                        "learning disability nursing",
                                        "medicines management",
                                        "end-of-life care",
                                        "infection prevention",
                                        "breastfeeding support",
                                        "child health",
                                        "continuity of carer",
                                        "delegation and supervision",
                                        "diabetes care in the community",
                                        "falls on hospital wards",
                                        "simulation in nursing"};
constexpr ModuleWords nursing_modules[] = {{"NURS1001", "Foundations of Nursing Care"},
                                           {"NURS1004", "Anatomy for Nurses"},
                                           {"NURS1010", "Becoming a Midwife"},
                                           {"NURS2003", "Evidence for Practice"},
                                           {"NURS2008", "Care of the Acutely Ill"},
                                           {"NURS2015", "Midwifery Practice 2"},
                                           {"NURS3002", "Leading Care"},
                                           {"NURS3011", "Dissertation in Nursing"},
                                           {"NURS7005", "Advanced Clinical Practice"}};

constexpr std::string_view paramedic[] = {"out-of-hospital cardiac arrest",
                                          "trauma triage",
                                          "mental health calls",
                                          "ambulance response times",
                                          "falls pick-up services",
                                          "sepsis recognition",
                                          "paramedic wellbeing",
                                          "drug calculations",
                                          "rural emergency care",
                                          "handover to emergency departments",
                                          "maternity emergencies"};
constexpr ModuleWords paramedic_modules[] = {{"PARA1002", "Introduction to Paramedic Practice"},
                                             {"PARA1006", "Anatomy and Physiology"},
                                             {"PARA1009", "The Ambulance Service"},
                                             {"PARA2001", "Trauma Care"},
                                             {"PARA2007", "Research for Paramedics"},
                                             {"PARA2012", "Urgent Care in the Community"},
                                             {"PARA3003", "Complex Emergencies"},
                                             {"PARA3010", "Paramedic Dissertation"}};

constexpr std::string_view therapies[] = {
    "stroke rehabilitation",  "low back pain",      "hand therapy",
    "exercise after surgery", "home adaptations",   "occupational therapy in schools",
    "chronic fatigue",        "balance training",   "gait analysis",
    "sport injuries",         "telerehabilitation", "outcome measures"};
constexpr ModuleWords therapy_modules[] = {{"PHOT1001", "Movement and Function"},
                                           {"PHOT1005", "Occupation and Health"},
                                           {"PHOT1011", "Therapy Skills 1"},
                                           {"PHOT2002", "Neurological Rehabilitation"},
                                           {"PHOT2006", "Musculoskeletal Practice"},
                                           {"PHOT2014", "Appraising Evidence"},
                                           {"PHOT3004", "Therapy Research Project"},
                                           {"PHOT3009", "Practice in Communities"},
                                           {"PHOT7001", "Critical Appraisal for Therapists"}};

constexpr std::string_view public_health[] = {
    "vaccine uptake",     "air quality and asthma", "food insecurity",        "housing and health",
    "health visiting",    "smoking in pregnancy",   "social prescribing",     "health inequalities",
    "school meals",       "global maternal health", "outbreak investigation", "alcohol harm",
    "walking and cycling"};
constexpr ModuleWords public_health_modules[] = {{"HLTH1003", "Health and Society"},
                                                 {"HLTH1008", "Introduction to Epidemiology"},
                                                 {"HLTH2020", "Health Promotion"},
                                                 {"HLTH2041", "Reviewing the Evidence"},
                                                 {"HLTH3005", "Health Policy"},
                                                 {"HLTH3012", "Public Health Dissertation"},
                                                 {"HLTH7010", "Principles of Public Health"},
                                                 {"HLTH7021", "Systematic Reviews in Health"},
                                                 {"HLTH7030", "Global Health"}};

constexpr std::string_view psychology[] = {"working memory",
                                           "adolescent sleep",
                                           "bilingual children",
                                           "eyewitness evidence",
                                           "social media and self-esteem",
                                           "autism in adulthood",
                                           "decision making under stress",
                                           "reading difficulties",
                                           "grief",
                                           "attention in classrooms",
                                           "qualitative interviews",
                                           "replication studies",
                                           "gambling"};
constexpr ModuleWords psychology_modules[] = {
    {"PSYC1001", "Introduction to Psychology"}, {"PSYC1006", "Mind and Brain"},
    {"PSYC1012", "Thinking about Research"},    {"PSYC2010", "Research Methods 2"},
    {"PSYC2014", "Developmental Psychology"},   {"PSYC2022", "Social Psychology"},
    {"PSYC3001", "Psychology Project"},         {"PSYC3018", "Forensic Psychology"},
    {"PSYC7003", "Clinical Research Skills"}};

constexpr std::string_view health = "Faculty of Health and Care";
constexpr std::string_view school = "School of Nursing and Allied Health";
constexpr DepartmentWords departments[] = {
    {"Nursing & Midwifery", "NURS", health, school, 48, true, false, nursing, nursing_modules},
    {"Paramedic Science", "PARA", health, school, 18, true, false, paramedic, paramedic_modules},
    {"Physiotherapy & Occupational Therapy", "PHOT", health, school, 26, true, false, therapies,
     therapy_modules},
    {"Public Health", "HLTH", health, "", 28, false, false, public_health, public_health_modules},
    {"Psychology", "PSYC", health, "", 36, false, false, psychology, psychology_modules},
};

}  // namespace

std::span<const DepartmentWords> health_departments() {
  return departments;
}

}  // namespace rapport::demo
