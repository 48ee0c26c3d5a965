// Makes packs beside the pages, one after the other, and keeps the last few in memory: whoever asked sees how
// far it is, and fetches it. A pack is of one moment. What was asked for is a row in the database: after a
// restart, in another process, or where it is one of the last few no more, it is made again.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "headlines/made_drafts.hpp"
#include "headlines/sheet_pack.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::headlines {

struct PackOrder {
  int academic_year = 0;
  PackParts parts = PackParts::sheets;
  std::string library = {};  ///< what the institution is called

  friend bool operator==(const PackOrder&, const PackOrder&) = default;
};
struct PackFiles {
  std::string pdf = {};
  std::string zip = {};
  int sheets = 0;
};
/// How far a pack is. Steps: each sheet is read, then drawn twice.
struct PackProgress {
  PackOrder order = {};
  Instant as_of = {};  ///< the moment whose rows it has, once it has begun
  int done = 0;
  int whole = 0;
  bool has_failed = false;
  std::shared_ptr<const PackFiles> files = {};  ///< once it is done
};

/// Thread-safe. Owned by the application, one a process.
class PackMaker {
 public:
  /// `directories` and `drafts` must outlive it.
  PackMaker(db::Database& database, DirectoryKeeper& directories, MadeDrafts& drafts,
            std::function<Instant()> clock);
  ~PackMaker();
  PackMaker(const PackMaker&) = delete;
  PackMaker& operator=(const PackMaker&) = delete;

  /// The pack's name, for its address. The same order of the same colleague that is not done yet is the same
  /// pack. Conflict where too many wait.
  [[nodiscard]] Result<std::string> start(Scope& scope, const PackOrder& order);
  /// One that is not in memory is made again, of this moment; `library` is what the institution is called.
  /// Nothing for a pack of somebody else, or one that was asked for more than thirty days ago.
  [[nodiscard]] std::optional<PackProgress> find(Scope& scope, std::string_view name,
                                                 std::string_view library = {});
  /// Those that are ready or under way are of a moment before somebody was erased: they are made again when
  /// they are looked at.
  void throw_away();
  /// For tests and a stop in good order.
  void wait_until_idle();

 private:
  struct Pack {
    std::string name = {};
    Id<Institution> institution = {};
    Viewer viewer = {};
    Zone zone;
    PackProgress progress = {};
    bool is_waiting = true;

    [[nodiscard]] bool is_open() const { return !progress.files && !progress.has_failed; }
  };
  void work(const std::stop_token& stop);
  void make(Pack& pack, const std::stop_token& stop);
  struct ReadPack {
    std::vector<PackSheet> sheets = {};
    std::string year = {};  ///< as its pages call it
  };
  ReadPack read_sheets(Pack& pack, const std::stop_token& stop);
  void step(Pack& pack, int by = 1);
  [[nodiscard]] std::shared_ptr<Pack> next() const;
  /// Both while the mutex is held.
  [[nodiscard]] bool is_full() const;
  void put_in_line(const Scope& scope, std::string name, const PackOrder& order);

  db::Database& database_;
  DirectoryKeeper& directories_;
  MadeDrafts& drafts_;
  std::function<Instant()> clock_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::shared_ptr<Pack>> packs_;
  bool is_working_ = false;
  std::jthread thread_;
};

}  // namespace rapport::headlines
