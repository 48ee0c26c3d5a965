// Fields, guesses and choices of imports.
#include "exchange/import.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "json/json.hpp"

namespace rapport::exchange {
namespace {

constexpr std::array people_fields{
    ImportField{"name", "Name", "“Jane Smith”, “Smith, Jane” or with a title before it",
                "name,full name,fullname,display name,person,staff name,academic"},
    ImportField{"given_name", "First name", "With the family name, where there is no column with both",
                "first name,given name,forename,forenames,firstname,first"},
    ImportField{"family_name", "Family name", "", "family name,last name,surname,lastname,last"},
    ImportField{"title", "Title", "Dr, Prof.", "title,salutation,honorific,prefix"},
    ImportField{"email", "Email", "Several in one cell parted by ;",
                "email,e mail,emails,email address,mail,e mail address,work email,addresses"},
    ImportField{"department", "Department", "As it is called in Rapport",
                "department,school,dept,org unit,unit,faculty,division,organisation"},
    ImportField{"post", "Job title", "", "post,job title,position,role,job,jobtitle,post title"},
    ImportField{"external_id", "Staff number", "What your staff directory knows them by; it never changes",
                "external id,staff number,staff id,employee number,employee id,person id,payroll number,id"},
    ImportField{"orcid", "ORCID iD", "", "orcid,orcid id"},
    ImportField{"known_as", "Called", "What colleagues call them",
                "known as,preferred name,called,nickname,knownas"},
    ImportField{"pronouns", "Pronouns", "she, he or they", "pronouns,pronoun"},
    ImportField{"about", "About", "", "about,interests,research interests,notes,description"},
    ImportField{"left_on", "Left on", "Their last day, where they have gone",
                "left on,leaving date,end date,left,date left,leave date"}};

constexpr std::array department_fields{
    ImportField{"name", "Name", "", "name,department,unit,school,org unit,department name,title"},
    ImportField{"kind", "Kind", "faculty, school, department or service", "kind,type,level"},
    ImportField{"parent", "Stands under", "The name of the faculty or school above it",
                "parent,faculty,stands under,part of,parent unit,college,parent name"},
    ImportField{"external_id", "Number", "What other systems know it by",
                "external id,code,id,number,department code,unit code,cost centre"}};

constexpr std::array interaction_fields{
    ImportField{"date", "Date", "Day before month, or 2026-11-12",
                "date,when,happened on,day,date of meeting,meeting date,contact date"},
    ImportField{"time", "Time", "", "time,start,start time,happened at,at"},
    ImportField{"kind", "Kind", "Meeting, email, corridor chat",
                "kind,type,method,contact type,how,channel,mode,interaction type"},
    ImportField{"people", "Academics", "Several parted by ; or “and”",
                "people,person,academic,academics,name,who,contact,with,attendee names,names"},
    ImportField{"department", "Department", "For a conversation with nobody named",
                "department,school,dept,org unit,unit,faculty"},
    ImportField{"staff", "Library staff", "Username, email or name; you where it is empty",
                "staff,librarian,library staff,colleague,logged by,liaison,liaison librarian,recorded by"},
    ImportField{"note", "Note", "", "note,notes,details,summary,description,comments,comment,outcome"},
    ImportField{"place", "Place", "", "place,location,where,room,venue"},
    ImportField{"duration", "Length", "Minutes, 1h30 or 1:30",
                "duration,length,minutes,duration minutes,how long,mins,time spent"},
    ImportField{"attendees", "How many came", "",
                "attendees,number,students,how many,headcount,number of attendees,attendance"},
    ImportField{"topics", "Topics", "Several parted by ;",
                "topics,topic,subject,subjects,theme,tags,modules"},
    ImportField{"begun_by", "Begun by", "us or them", "begun by,initiated by,started by,who began"},
    ImportField{"visibility", "Who may read it", "library, team or restricted",
                "visibility,access,privacy,who may read it"}};

constexpr std::array measure_fields{
    ImportField{"measure", "Measure", "As it is called under Measures",
                "measure,metric,metric type,figure,indicator,statistic"},
    ImportField{"department", "Department", "As it was called in that year",
                "department,school,dept,org unit,unit,faculty,division,subject area"},
    ImportField{"year", "Academic year", "2025/26, or a day in it",
                "academic year,year,session,period,reporting period"},
    ImportField{"value", "Figure", "The number; of a percentage or rate, with what it is of beside it",
                "value,figure,number,count,total,reporting period total,amount"},
    ImportField{"numerator", "Numerator", "Where the file has the parts of a percentage or rate",
                "numerator,agreed,part"},
    ImportField{"denominator", "Denominator", "The whole of a percentage, what a rate is for each of",
                "denominator,base,of,responses,out of,fte"},
    ImportField{"people", "How many people", "Whom the figure comes from; below five it is not shown",
                "n,people,respondents,population,number of people"},
    ImportField{"state", "State", "provisional or final; provisional where it is empty", "state,status"},
    ImportField{"source", "Source", "Where it is another than the measure’s own",
                "source,platform,system,origin"}};

constexpr std::array<std::string_view, 4> kind_codes{"people", "departments", "interactions", "measures"};
constexpr std::array<std::string_view, 4> kind_words{"People", "Departments", "Conversations", "Figures"};
constexpr std::array<std::string_view, 5> state_codes{"uploaded", "running", "done", "failed", "undone"};
constexpr std::array<std::string_view, 5> state_words{"Not run yet", "Running", "Done", "Stopped", "Undone"};

template <class Enum, std::size_t n>
std::optional<Enum> position_of(const std::array<std::string_view, n>& codes, std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<Enum>(found - codes.begin());
}

bool has_synonym(const ImportField& field, std::string_view header) {
  const auto synonyms = split(field.synonyms, ',');
  return std::ranges::find(synonyms, header) != synonyms.end();
}

}  // namespace

std::string_view code(ImportKind kind) {
  return kind_codes[static_cast<std::size_t>(kind)];
}
std::string_view words(ImportKind kind) {
  return kind_words[static_cast<std::size_t>(kind)];
}
std::optional<ImportKind> import_kind_of(std::string_view code) {
  return position_of<ImportKind>(kind_codes, code);
}
std::string_view code(ImportState state) {
  return state_codes[static_cast<std::size_t>(state)];
}
std::string_view words(ImportState state) {
  return state_words[static_cast<std::size_t>(state)];
}
std::optional<ImportState> import_state_of(std::string_view code) {
  return position_of<ImportState>(state_codes, code);
}

std::span<const ImportField> fields_of(ImportKind kind) {
  if (kind == ImportKind::people) return people_fields;
  if (kind == ImportKind::departments) return department_fields;
  if (kind == ImportKind::measures) return measure_fields;
  return interaction_fields;
}

ImportChoices guess_choices(ImportKind kind, const std::vector<std::string>& header) {
  ImportChoices choices{.header = header};
  std::vector<bool> is_taken(header.size());
  for (const auto& field : fields_of(kind))
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (is_taken[i] || !has_synonym(field, join(folded_words(header[i]), " "))) continue;
      choices.columns.emplace(field.code, static_cast<int>(i));
      is_taken[i] = true;
      break;
    }
  return choices;
}

std::vector<Fault> faults_of(ImportKind kind, const ImportChoices& choices) {
  std::vector<Fault> faults;
  const auto has = [&](std::string_view field) { return choices.columns.contains(field); };
  if (kind == ImportKind::people && !has("name") && !has("family_name"))
    faults.push_back({"column_name", "Choose the column that holds the name."});
  if (kind == ImportKind::departments && !has("name"))
    faults.push_back({"column_name", "Choose the column that holds the department’s name."});
  if (kind == ImportKind::interactions && !has("date"))
    faults.push_back({"column_date", "Choose the column that holds the date."});
  if (kind == ImportKind::interactions && !has("people") && !has("department"))
    faults.push_back({"column_people", "Choose the column with the academics, or the department."});
  if (kind != ImportKind::measures) return faults;
  if (!has("measure")) faults.push_back({"column_measure", "Choose the column that says what is measured."});
  if (!has("department"))
    faults.push_back({"column_department", "Choose the column that holds the department."});
  if (!has("year")) faults.push_back({"column_year", "Choose the column that holds the academic year."});
  if (!has("value") && !has("numerator"))
    faults.push_back({"column_value", "Choose the column that holds the figures."});
  return faults;
}

std::string choices_json(const ImportChoices& choices) {
  json::Object columns;
  for (const auto& [field, column] : choices.columns) columns.emplace_back(field, column);
  json::Array header;
  for (const auto& name : choices.header) header.emplace_back(name);
  json::Object answers;
  for (const auto& [line, person] : choices.answers) answers.emplace_back(std::to_string(line), person);
  return json::write(json::Object{{"columns", std::move(columns)},
                                  {"answers", std::move(answers)},
                                  {"is_all_or_none", choices.is_all_or_none},
                                  {"adds_people", choices.adds_people},
                                  {"header", std::move(header)},
                                  {"message", choices.message}});
}

ImportChoices choices_of(std::string_view text) {
  ImportChoices choices;
  const auto value = json::parse(text);
  if (!value) return choices;
  const auto is_on = [&](std::string_view name) {
    const auto* member = value->find(name);
    const auto* flag = member != nullptr ? std::get_if<bool>(&member->content) : nullptr;
    return flag != nullptr && *flag;
  };
  choices.is_all_or_none = is_on("is_all_or_none");
  choices.adds_people = is_on("adds_people");
  if (const auto* message = value->find("message"); message != nullptr && message->string() != nullptr)
    choices.message = *message->string();
  if (const auto* columns = value->find("columns"))
    if (const auto* members = std::get_if<json::Object>(&columns->content))
      for (const auto& [field, column] : *members)
        if (const auto* number = std::get_if<std::int64_t>(&column.content))
          choices.columns.emplace(field, static_cast<int>(*number));
  if (const auto* answers = value->find("answers"))
    if (const auto* members = std::get_if<json::Object>(&answers->content))
      for (const auto& [line, person] : *members)
        if (const auto* number = std::get_if<std::int64_t>(&person.content))
          choices.answers.emplace(std::atoi(line.c_str()), *number);
  if (const auto* header = value->find("header"); header != nullptr && header->array() != nullptr)
    for (const auto& name : *header->array())
      if (name.string() != nullptr) choices.header.push_back(*name.string());
  return choices;
}

std::string_view RowCells::text(std::string_view field) const {
  const auto found = choices_.columns.find(field);
  if (found == choices_.columns.end() || found->second < 0) return {};
  const auto column = static_cast<std::size_t>(found->second);
  return column < cells_.size() ? trim(cells_[column]) : std::string_view();
}

}  // namespace rapport::exchange
