// Who asks, in which institution, at what moment, and the snapshot or transaction that is open for them.
// Every front-door verb takes a Scope& first.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "db/database.hpp"
#include "scope/academic_years.hpp"

namespace rapport {

struct Staff;  // tags of the ids that a scope carries; staff/ fills them
struct Team;

enum class Role { librarian, leader, director, administrator };

/// `librarian`, `leader`, `director`, `administrator`: as stored and in JSON.
[[nodiscard]] std::string_view code(Role role);
/// `Librarian`, `Team leader`, `Director`, `Administrator`: as shown.
[[nodiscard]] std::string_view words(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view code);

/// The member of library staff who asks; for jobs and the command line, `nobody`.
struct Viewer {
  Id<Staff> staff;
  Role role = Role::librarian;
  std::optional<Id<Team>> team;
  std::string full_name;
  std::string given_name;

  [[nodiscard]] bool is(Role wanted) const { return role == wanted; }
};

/// One request's or job's view of the world. Not thread-safe; lives as long as the request.
class Scope {
 public:
  Scope(db::Database& database, Id<Institution> in_institution, Viewer who, const Zone& in_zone, Instant at)
      : institution(in_institution),
        viewer(std::move(who)),
        zone(in_zone),
        now(at),
        today(in_zone.local_date(at)),
        database_(database) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  const Id<Institution> institution;
  const Viewer viewer;
  const Zone& zone;
  const Instant now;
  const Date today;

  /// `look(db::Reader&)` on the open snapshot or transaction, or on a snapshot of its own, which is open for
  /// what is read inside.
  template <class F>
  auto read(F&& look) {
    if (writer_ != nullptr) return look(static_cast<db::Reader&>(*writer_));
    if (reader_ != nullptr) return look(*reader_);
    return database_.read([&](db::Reader& reader) {
      const Opened opened(reader_, reader);
      return look(reader);
    });
  }

  /// `change(db::Writer&)` in one transaction, undone when it returns a refusal or throws. Inside another
  /// write it is a savepoint of that one: a verb may be made of verbs.
  template <class F>
  auto write(F&& change) {
    if (writer_ != nullptr) return write_nested(change);
    return database_.write([&](db::Writer& writer) {
      const Opened opened(writer_, writer);
      return change(writer);
    });
  }

  /// As `write`, for much at once: the verbs inside are no savepoints of their own (on SQLite each of those
  /// keeps all pages that change, on PostgreSQL each waits for answers). So one that is refused spoils the
  /// whole, and `change` hands its refusal on: std::logic_error where it does not.
  template <class F>
  auto write_whole(F&& change) {
    return write([&](db::Writer& writer) {
      bool is_spoilt = false;
      const Whole whole(is_spoilt_, is_spoilt);
      auto made = change(writer);
      if (made.ok() && is_spoilt) throw std::logic_error("a refusal inside a whole was passed over");
      return made;
    });
  }

  /// Reads go through this snapshot from now on: a page sees one moment. It must outlive the scope's use.
  void read_through(db::Reader& reader) { reader_ = &reader; }

  /// When the institution's academic years begin, as it stood when this was first asked: one look-up by key
  /// then, none later.
  [[nodiscard]] const AcademicYears& years() const;

  [[nodiscard]] db::Database& database() { return database_; }

 private:
  template <class T>
  struct Opened {
    Opened(T*& slot_in, T& open) : slot(slot_in) { slot = &open; }
    ~Opened() { slot = nullptr; }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    T*& slot;
  };

  struct Whole {
    Whole(bool*& slot_in, bool& is_spoilt) : slot(slot_in), before(slot_in) { slot = &is_spoilt; }
    ~Whole() { slot = before; }
    Whole(const Whole&) = delete;
    Whole& operator=(const Whole&) = delete;
    bool*& slot;
    bool* before;
  };

  /// What throws has spoilt the whole as well as what is refused.
  template <class F>
  auto write_joined(F& change) {
    const bool was_spoilt = std::exchange(*is_spoilt_, true);
    if constexpr (std::is_void_v<std::invoke_result_t<F&, db::Writer&>>) {
      change(*writer_);
      *is_spoilt_ = was_spoilt;
    } else {
      auto made = change(*writer_);
      bool is_kept = true;
      if constexpr (requires { made.refusal(); }) is_kept = made.ok();
      *is_spoilt_ = was_spoilt || !is_kept;
      return made;
    }
  }

  template <class F>
  auto write_nested(F& change) {
    if (is_spoilt_ != nullptr) return write_joined(change);
    writer_->set_savepoint();
    try {
      if constexpr (std::is_void_v<std::invoke_result_t<F&, db::Writer&>>) {
        change(*writer_);
        writer_->release_savepoint();
        return;
      } else {
        auto made = change(*writer_);
        bool is_kept = true;
        if constexpr (requires { made.refusal(); }) is_kept = made.ok();
        is_kept ? writer_->release_savepoint() : writer_->roll_back_savepoint();
        return made;
      }
    } catch (...) {
      writer_->roll_back_savepoint();
      throw;
    }
  }

  db::Database& database_;
  db::Reader* reader_ = nullptr;
  db::Writer* writer_ = nullptr;
  bool* is_spoilt_ = nullptr;  // inside a whole: whether something in it was refused
  mutable std::optional<AcademicYears> years_ = {};
};

/// When its academic years begin, as this snapshot has it.
[[nodiscard]] AcademicYears academic_years_of(db::Reader& reader, Id<Institution> institution);

/// Counts a change to people, staff, departments, topics or kinds, so that the in-process directories notice.
/// Returns the new version, to be stored in the changed row's `directory_version`.
[[nodiscard]] std::int64_t next_directory_version(db::Writer& writer, Id<Institution> institution);

}  // namespace rapport
