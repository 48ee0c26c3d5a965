// How long linking and suggesting take in a filled database: one line of JSON for bump_bench.mjs. Changes the
// database.
#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "bumps/bump_figures.hpp"
#include "bumps/bump_store.hpp"
#include "bumps/bumps.hpp"
#include "bumps/suggestions.hpp"
#include "staff/set_up.hpp"

namespace {

using namespace rapport;
using Clock = std::chrono::steady_clock;

constexpr int times = 600;

/// Milliseconds, sorted.
class Times {
 public:
  template <class F>
  void take(F&& act) {
    const auto begun = Clock::now();
    act();
    all_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
  }
  [[nodiscard]] std::string json() {
    std::ranges::sort(all_);
    return fmt::format(R"({{"p50":{:.4f},"p99":{:.4f},"worst":{:.4f},"n":{}}})", all_[all_.size() / 2],
                       all_[all_.size() * 99 / 100], all_.back(), all_.size());
  }

 private:
  std::vector<double> all_;
};

struct Library {
  db::Database& database;
  Id<Institution> institution;
  Zone zone;
  std::shared_ptr<const Directory> directory;

  [[nodiscard]] Scope scope(Id<Staff> who) const {
    const auto* member = directory->staff.find(who);
    return Scope(database, institution,
                 {who, member->role, member->team, member->full_name, member->given_name}, zone,
                 system_now());
  }
};

/// Two conversations with one person, and who recorded the later one.
struct Pair {
  Id<Interaction> earlier;
  Id<Interaction> later;
  Id<Staff> who;
};

/// Later ones spread over all of the library's time, each with the one before it with the same person.
std::vector<Pair> some_pairs(db::Database& database, Id<Institution> institution, int count) {
  constexpr int candidates = 20;
  return database.read([&](db::Reader& reader) {
    const auto last = reader.count("select max(id) from interactions");
    std::vector<Pair> pairs;
    for (int i = 1; i <= count; ++i) {
      const auto pair = reader.one(
          // The few candidates stand in a query of their own, so that both engines begin with them.
          "select (select e.interaction_id from interaction_persons e where e.institution_id = $3 and "
          "e.person_id = p.person_id and e.happened_on < p.happened_on and e.visibility = 0 "
          "order by e.happened_on desc, e.interaction_id desc limit 1), i.id, i.recorded_by from "
          "(select id, recorded_by from interactions where institution_id = $3 and id >= $1 and withdrawn_at "
          "is null and visibility = 0 order by id limit $2) i "
          "join interaction_persons p on p.institution_id = $3 and p.interaction_id = i.id "
          "join staff s on s.institution_id = $3 and s.id = i.recorded_by and s.role <> 'director' "
          "order by i.id limit 1",
          [](const db::Row& row) {
            return row.is_null(0) ? std::optional<Pair>()
                                  : Pair{row.id<Interaction>(0), row.id<Interaction>(1), row.id<Staff>(2)};
          },
          last * i / (count + 2), candidates, institution);
      if (pair && *pair) pairs.push_back(**pair);
    }
    return pairs;
  });
}

/// Appends as many pages as a link does and waits until they are on the disk: less than that no durable link
/// can take.
class Disk {
 public:
  explicit Disk(const std::string& path)
      : path_(path), file_(::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600)) {}
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  ~Disk() {
    ::close(file_);
    ::unlink(path_.c_str());
  }
  void flush_some() const {
    static const std::string pages(pages_of_a_link * 8192, 'x');
    if (::write(file_, pages.data(), pages.size()) < 0 || ::fdatasync(file_) != 0)
      throw std::runtime_error("the disk does not take what it is given");
  }

 private:
  static constexpr std::size_t pages_of_a_link = 14;
  std::string path_;
  int file_;
};

std::string measure(const Library& library, const Disk& disk) {
  const auto pairs = some_pairs(library.database, library.institution, times);
  if (pairs.empty()) throw std::runtime_error("there are no conversations to link");
  Times checks, links, flushes, follows, suggestions, today;
  for (const auto& pair : pairs) {
    auto scope = library.scope(pair.who);
    suggestions.take([&] { (void)bumps::suggest_earlier(scope, *library.directory, pair.later, 3); });
    scope.read([&](db::Reader& reader) {
      checks.take([&] { (void)bump_store::leads_to(reader, library.institution, pair.later, pair.earlier); });
    });
    links.take(
        [&] { (void)bumps::propose(scope, *library.directory, {.from = pair.earlier, .to = pair.later}); });
    flushes.take([&] { disk.flush_some(); });
  }
  Scope nobody(library.database, library.institution, {}, library.zone, system_now());
  const auto waiting = [&] {
    return nobody.read(
        [&](db::Reader& reader) { return bump_store::changes(reader, library.institution, 1).size(); });
  };
  while (waiting() > 0) follows.take([&] { (void)bumps::catch_up(nobody, *library.directory); });
  for (std::size_t i = 0; i < 20; ++i) {
    auto scope = library.scope(pairs[i % pairs.size()].who);
    today.take([&] { (void)bumps::suggestions_for(scope, *library.directory); });
  }
  return fmt::format(R"({{"link":{},"disk":{},"check":{},"follow":{},"suggestion":{},"today":{}}})",
                     links.json(), flushes.json(), checks.json(), follows.json(), suggestions.json(),
                     today.json());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: bump_bench DATABASE   (a copy: it is changed)\n");
    return 2;
  }
  try {
    const auto database = db::open_database({.url = "sqlite:" + std::string(argv[1])});
    const auto institution = staff::open_institution(*database, system_now());
    Library library{*database, institution.id, Zone(institution.zone), nullptr};
    Scope nobody(*database, institution.id, {}, library.zone, system_now());
    library.directory = DirectoryKeeper().current(nobody);
    fmt::print("{}\n", measure(library, Disk(std::string(argv[1]) + ".flushes")));
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
