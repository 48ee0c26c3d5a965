// The thread of packs.
#include "headlines/pack_maker.hpp"

#include <algorithm>
#include <chrono>

#include "base/random.hpp"
#include "headlines/headlines.hpp"
#include "headlines/pack_store.hpp"
#include "headlines/sheet_files.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::headlines {
namespace {

constexpr std::size_t packs_kept = 8;
constexpr std::chrono::milliseconds kept_for = std::chrono::days(30);

}  // namespace

PackMaker::PackMaker(db::Database& database, DirectoryKeeper& directories, MadeDrafts& drafts,
                     std::function<Instant()> clock)
    : database_(database), directories_(directories), drafts_(drafts), clock_(std::move(clock)) {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

PackMaker::~PackMaker() {
  thread_.request_stop();
  changed_.notify_all();
}

Result<std::string> PackMaker::start(Scope& scope, const PackOrder& order) {
  {
    const std::lock_guard lock(mutex_);
    for (const auto& pack : packs_)
      if (pack->institution == scope.institution && pack->viewer.staff == scope.viewer.staff &&
          pack->progress.order == order && pack->is_open())
        return pack->name;
    if (is_full()) return conflict("Several packs are being made already. Try again in a minute.");
  }
  auto name = random_token();
  scope.write([&](db::Writer& writer) {
    pack_store::erase_before(writer, scope.institution, scope.now.plus(-kept_for));
    pack_store::insert(writer, scope.institution,
                       {.name = name,
                        .staff = scope.viewer.staff,
                        .academic_year = order.academic_year,
                        .parts = order.parts,
                        .ordered_at = scope.now});
  });
  const std::lock_guard lock(mutex_);
  put_in_line(scope, name, order);
  return name;
}

std::optional<PackProgress> PackMaker::find(Scope& scope, std::string_view name, std::string_view library) {
  const auto in_memory = [&]() -> std::shared_ptr<Pack> {
    for (const auto& pack : packs_)
      if (pack->name == name && pack->institution == scope.institution) return pack;
    return nullptr;
  };
  {
    const std::lock_guard lock(mutex_);
    if (const auto pack = in_memory())
      return pack->viewer.staff == scope.viewer.staff ? std::optional(pack->progress) : std::nullopt;
  }
  const auto row =
      scope.read([&](db::Reader& reader) { return pack_store::find(reader, scope.institution, name); });
  if (!row || row->staff != scope.viewer.staff || row->ordered_at < scope.now.plus(-kept_for))
    return std::nullopt;
  const PackOrder order{row->academic_year, row->parts, std::string(library)};
  const std::lock_guard lock(mutex_);
  // Where many wait it begins when it is looked at again.
  if (in_memory() == nullptr && !is_full()) put_in_line(scope, row->name, order);
  const auto pack = in_memory();
  return pack == nullptr ? PackProgress{.order = order} : pack->progress;
}

bool PackMaker::is_full() const {
  return packs_.size() >= packs_kept && packs_.front()->is_open();
}

void PackMaker::put_in_line(const Scope& scope, std::string name, const PackOrder& order) {
  if (packs_.size() >= packs_kept) packs_.pop_front();
  packs_.push_back(std::make_shared<Pack>(Pack{.name = std::move(name),
                                               .institution = scope.institution,
                                               .viewer = scope.viewer,
                                               .zone = scope.zone,
                                               .progress = {.order = order}}));
  changed_.notify_all();
}

void PackMaker::throw_away() {
  const std::lock_guard lock(mutex_);
  std::erase_if(packs_, [](const auto& pack) { return !pack->is_waiting; });
}

void PackMaker::wait_until_idle() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return next() == nullptr && !is_working_; });
}

std::shared_ptr<PackMaker::Pack> PackMaker::next() const {
  const auto found = std::ranges::find_if(packs_, [](const auto& pack) { return pack->is_waiting; });
  return found == packs_.end() ? nullptr : *found;
}

void PackMaker::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [&] { return next() != nullptr; })) {
    const auto pack = next();
    pack->is_waiting = false;
    is_working_ = true;
    lock.unlock();
    try {
      make(*pack, stop);
    } catch (const std::exception&) {
      const std::lock_guard again(mutex_);
      pack->progress.has_failed = true;
    }
    lock.lock();
    is_working_ = false;
    changed_.notify_all();
    if (stop.stop_requested()) return;
  }
}

void PackMaker::step(Pack& pack, int by) {
  const std::lock_guard lock(mutex_);
  pack.progress.done += by;
}

PackMaker::ReadPack PackMaker::read_sheets(Pack& pack, const std::stop_token& stop) {
  const auto& order = pack.progress.order;
  ReadPack read_pack;
  auto& sheets = read_pack.sheets;
  database_.read_with([&](db::Reader& snapshot) {
    Scope scope(database_, pack.institution, pack.viewer, pack.zone, clock_());
    {
      const std::lock_guard lock(mutex_);
      pack.progress.as_of = scope.now;
    }
    scope.read_through(snapshot);
    read_pack.year = scope.years().words(order.academic_year);
    const auto directory = directories_.current(scope);
    const auto lines = of_year(scope, *directory, order.academic_year);
    {
      const std::lock_guard lock(mutex_);
      pack.progress.whole = 3 * static_cast<int>(lines.size());
    }
    for (const auto& line : lines) {
      if (stop.stop_requested()) return;
      // A department that did not exist then, or has nothing to say, has no page.
      auto sheet = read(scope, *directory, {line.unit, order.academic_year, order.library}, {}, &drafts_);
      if (sheet && !sheet->content.is_bare())
        sheets.push_back({file_name_of(line.unit->slug, read_pack.year, ".pdf"), std::move(sheet->content)});
      step(pack);
    }
  });
  return read_pack;
}

void PackMaker::make(Pack& pack, const std::stop_token& stop) {
  const auto [sheets, year] = read_sheets(pack, stop);
  if (stop.stop_requested()) return;
  const auto& order = pack.progress.order;
  auto files = std::make_shared<PackFiles>();
  files->sheets = static_cast<int>(sheets.size());
  if (!sheets.empty()) files->zip = pack_zip(sheets, order.parts, [&] { step(pack); });
  files->pdf = pack_pdf(sheets, order.parts, "Headline pages " + year);
  const std::lock_guard lock(mutex_);
  pack.progress.done = pack.progress.whole;
  pack.progress.files = std::move(files);
}

}  // namespace rapport::headlines
