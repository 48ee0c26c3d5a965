// email_import CONTACTS DATABASE_URL: makes a library out of a network of who mailed whom and when, to try
// Rapport on rhythms that nobody made up. How people become staff and academics is in README.md.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/migrate.hpp"
#include "interactions/interactions.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"
#include "staff/portfolio.hpp"
#include "staff/set_up.hpp"
#include "staff/staff.hpp"

namespace {

using namespace rapport;

constexpr int staff_count = 12;
constexpr int department_count = 14;
constexpr std::size_t chunk = 1'000;
constexpr std::string_view password = "made-of-real-rhythms";

/// One line: a mail from one number to another, so many seconds after the first.
struct Contact {
  int sender = 0;
  int receiver = 0;
  std::int64_t second = 0;
};

/// A mail with the library on one side: several lines of one sender and second.
struct Mail {
  std::int64_t second = 0;
  int sender = 0;
  std::set<int> staff;
  std::set<int> academics;
};

/// Who is who.
struct Cast {
  std::vector<int> staff;  ///< the busiest first
  std::vector<int> academics;
  std::vector<Mail> mails;   ///< in order of time
  std::size_t left_out = 0;  ///< lines among academics, among staff, or to oneself
  std::int64_t last_second = 0;
};

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.refusal().message);
  return std::move(result).value();
}

std::vector<Contact> read_contacts(const char* path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  std::vector<Contact> contacts;
  Contact contact;
  while (file >> contact.sender >> contact.receiver >> contact.second) contacts.push_back(contact);
  if (!file.eof())
    throw std::runtime_error("line " + std::to_string(contacts.size() + 1) + " is not three numbers");
  return contacts;
}

std::vector<int> busiest_senders(const std::vector<Contact>& contacts) {
  std::map<int, int> sent;
  for (const auto& contact : contacts) ++sent[contact.sender];
  std::vector<int> senders;
  for (const auto& [number, mails] : sent) senders.push_back(number);
  std::ranges::stable_sort(senders, [&](int a, int b) { return sent[a] > sent[b]; });
  senders.resize(std::min<std::size_t>(senders.size(), staff_count));
  return senders;
}

Cast make_cast(const std::vector<Contact>& contacts) {
  Cast cast;
  cast.staff = busiest_senders(contacts);
  const auto is_staff = [&](int number) { return std::ranges::count(cast.staff, number) > 0; };
  std::set<int> everybody;
  std::map<std::pair<std::int64_t, int>, Mail> mails;
  for (const auto& [sender, receiver, second] : contacts) {
    everybody.insert({sender, receiver});
    cast.last_second = std::max(cast.last_second, second);
    if (is_staff(sender) == is_staff(receiver)) {
      ++cast.left_out;
      continue;
    }
    auto& mail = mails[{second, sender}];
    mail.second = second;
    mail.sender = sender;
    for (const int number : {sender, receiver})
      (is_staff(number) ? mail.staff : mail.academics).insert(number);
  }
  for (const int number : everybody)
    if (!is_staff(number)) cast.academics.push_back(number);
  for (auto& [key, mail] : mails) cast.mails.push_back(std::move(mail));
  return cast;
}

/// Where the cast stands in the database.
struct Library {
  db::Database& database;
  Id<Institution> institution;
  Zone zone{"Europe/London"};
  Instant now;
  Viewer administrator = {};
  std::unordered_map<int, Id<Staff>> staff = {};
  std::unordered_map<int, Id<Person>> people = {};
  std::vector<Id<OrgUnit>> departments = {};

  [[nodiscard]] Scope scope() { return Scope(database, institution, administrator, zone, now); }
};

std::string staff_username(std::size_t place) {
  return "colleague" + std::to_string(place + 1);
}

void set_up(Library& library, const Cast& cast) {
  staff::PasswordHasher hasher;
  Scope nobody(library.database, library.institution, Viewer{}, library.zone, library.now);
  const auto token = staff::make_set_up_link(nobody);
  if (!token) throw std::runtime_error("this database is in use already; give an empty one");
  const staff::StaffDraft first{.username = staff_username(0),
                                .full_name = "Colleague 1",
                                .given_name = "Colleague 1",
                                .email = "colleague1@library.example"};
  const auto id = must(staff::set_up(nobody, hasher, *token,
                                     {.institution_name = "A research institution",
                                      .zone = "Europe/London",
                                      .administrator = first,
                                      .password = std::string(password)}));
  library.administrator = {.staff = id,
                           .role = Role::administrator,
                           .team = {},
                           .full_name = "Colleague 1",
                           .given_name = "Colleague 1"};
  library.staff[cast.staff.front()] = id;
  library.database.write([&](db::Writer& writer) {
    if (read_vocabulary(writer, library.institution).kinds().empty())
      insert_kinds(writer, library.institution, starting_kinds());
  });
}

void add_staff_and_departments(Library& library, const Cast& cast) {
  auto scope = library.scope();
  for (std::size_t i = 1; i < cast.staff.size(); ++i) {
    const auto number = std::to_string(i + 1);
    library.staff[cast.staff[i]] = must(staff::add(scope, {.username = staff_username(i),
                                                           .full_name = "Colleague " + number,
                                                           .given_name = "Colleague " + number,
                                                           .email = staff_username(i) + "@library.example"}));
  }
  for (int i = 1; i <= department_count; ++i)
    library.departments.push_back(must(organisation::add(
        scope, {.kind = OrgUnitKind::department, .name = "Department " + std::to_string(i)})));
  const auto units =
      scope.read([&](db::Reader& reader) { return read_org_directory(reader, library.institution); });
  for (std::size_t i = 0; i < library.departments.size(); ++i)
    static_cast<void>(must(staff::look_after(scope, units,
                                             {.unit = library.departments[i],
                                              .staff = library.staff[cast.staff[i % cast.staff.size()]],
                                              .part = staff::PortfolioPart::lead,
                                              .from = scope.today.plus_days(-365),
                                              .reason = "For the load"})));
}

void add_people(Library& library, const Cast& cast) {
  auto scope = library.scope();
  const auto units =
      scope.read([&](db::Reader& reader) { return read_org_directory(reader, library.institution); });
  std::vector<PersonDraft> drafts;
  for (const int number : cast.academics) {
    const auto words = std::to_string(number);
    drafts.push_back(
        {.full_name = "Person " + words,
         .known_as = "Person " + words,
         .external_id = words,
         .addresses = {"person" + words + "@institution.example"},
         .posts = {
             {.unit = library.departments[static_cast<std::size_t>(number) % library.departments.size()],
              .title = "Researcher",
              .is_main = true}}});
  }
  const auto added = must(people::add_many(scope, units, drafts));
  for (std::size_t i = 0; i < added.size(); ++i) library.people[cast.academics[i]] = added[i].id;
}

InteractionDraft draft_of(const Library& library, const Directory& directory, const Cast& cast,
                          const Mail& mail) {
  const auto at = library.now.plus(std::chrono::seconds(mail.second - cast.last_second));
  const bool is_from_us = mail.staff.contains(mail.sender);
  InteractionDraft draft{
      .kind = directory.vocabulary.find_kind("email")->id,
      .happened_on = library.zone.local_date(at),
      .happened_at_time = library.zone.local_time(at),
      .precision = Precision::time,
      .begun_by = is_from_us ? BegunBy::us : BegunBy::them,
      .topics = {"mail"},
      .source = "import",
      .source_key = "mail-" + std::to_string(mail.sender) + "-" + std::to_string(mail.second)};
  for (const int number : mail.academics) draft.people.push_back({library.people.at(number)});
  for (const int number : mail.staff) draft.staff.push_back(library.staff.at(number));
  return draft;
}

void record_mails(Library& library, const Cast& cast) {
  auto scope = library.scope();
  DirectoryKeeper keeper;
  for (std::size_t from = 0; from < cast.mails.size(); from += chunk) {
    const auto directory = keeper.current(scope);
    std::vector<InteractionDraft> drafts;
    std::vector<Id<Staff>> recorded_by;
    for (std::size_t i = from; i < std::min(from + chunk, cast.mails.size()); ++i) {
      drafts.push_back(draft_of(library, *directory, cast, cast.mails[i]));
      recorded_by.push_back(drafts.back().staff.front());
    }
    static_cast<void>(must(interactions::record_many(scope, *directory, drafts, recorded_by)));
  }
}

void print_summary(const Cast& cast, std::size_t lines) {
  std::map<int, int> met;
  std::size_t largest = 0;
  for (const auto& mail : cast.mails) {
    largest = std::max(largest, mail.academics.size());
    for (const int number : mail.academics) ++met[number];
  }
  std::vector<std::pair<int, int>> hubs;
  for (const auto& [number, conversations] : met) hubs.emplace_back(conversations, number);
  std::ranges::sort(hubs, std::greater<>());
  std::printf(
      "%zu lines: %zu staff, %zu people of whom %zu were in touch, %zu conversations (the largest with %zu "
      "people), "
      "%zu lines left out\n",
      lines, cast.staff.size(), cast.academics.size(), met.size(), cast.mails.size(), largest, cast.left_out);
  std::printf("busiest people:");
  for (std::size_t i = 0; i < std::min<std::size_t>(10, hubs.size()); ++i)
    std::printf(" Person %d (%d)", hubs[i].second, hubs[i].first);
  std::printf("\nsign in as %s with %.*s\n", staff_username(0).c_str(), static_cast<int>(password.size()),
              password.data());
}

void run(const char* contacts_path, const char* database_url) {
  const auto contacts = read_contacts(contacts_path);
  const auto cast = make_cast(contacts);
  const auto database = db::open_database({.url = database_url});
  db::migrate(*database);
  const auto now = system_now();
  Library library{
      .database = *database, .institution = staff::open_institution(*database, now).id, .now = now};
  set_up(library, cast);
  add_staff_and_departments(library, cast);
  add_people(library, cast);
  record_mails(library, cast);
  print_summary(cast, contacts.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs(
        "email_import CONTACTS DATABASE_URL\n  for example: email_import contacts.txt sqlite:/tmp/email.db\n",
        stderr);
    return 2;
  }
  try {
    run(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "email_import: %s\n", error.what());
    return 1;
  }
}
