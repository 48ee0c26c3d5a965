// The thread of packs.
#include "headlines/pack_maker.hpp"

#include <algorithm>

#include "base/random.hpp"
#include "headlines/headlines.hpp"
#include "headlines/sheet_files.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::headlines {
namespace {

constexpr std::size_t packs_kept = 8;

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

Result<std::string> PackMaker::start(const Scope& scope, const PackOrder& order) {
  const std::lock_guard lock(mutex_);
  const auto is_open = [](const Pack& pack) { return !pack.progress.files && !pack.progress.has_failed; };
  for (const auto& pack : packs_)
    if (pack->institution == scope.institution && pack->viewer.staff == scope.viewer.staff &&
        pack->progress.order == order && is_open(*pack))
      return pack->name;
  if (packs_.size() >= packs_kept && is_open(*packs_.front()))
    return conflict("Several packs are being made already. Try again in a minute.");
  if (packs_.size() >= packs_kept) packs_.pop_front();
  auto pack = std::make_shared<Pack>(Pack{.name = random_token(),
                                          .institution = scope.institution,
                                          .viewer = scope.viewer,
                                          .zone = scope.zone,
                                          .progress = {.order = order}});
  packs_.push_back(pack);
  changed_.notify_all();
  return pack->name;
}

std::optional<PackProgress> PackMaker::find(const Scope& scope, std::string_view name) const {
  const std::lock_guard lock(mutex_);
  for (const auto& pack : packs_)
    if (pack->name == name && pack->institution == scope.institution &&
        pack->viewer.staff == scope.viewer.staff)
      return pack->progress;
  return std::nullopt;
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

std::vector<PackSheet> PackMaker::read_sheets(Pack& pack, const std::stop_token& stop) {
  const auto& order = pack.progress.order;
  std::vector<PackSheet> sheets;
  database_.read_with([&](db::Reader& snapshot) {
    Scope scope(database_, pack.institution, pack.viewer, pack.zone, clock_());
    scope.read_through(snapshot);
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
        sheets.push_back(
            {file_name_of(line.unit->slug, order.academic_year, ".pdf"), std::move(sheet->content)});
      step(pack);
    }
  });
  return sheets;
}

void PackMaker::make(Pack& pack, const std::stop_token& stop) {
  const auto sheets = read_sheets(pack, stop);
  if (stop.stop_requested()) return;
  const auto& order = pack.progress.order;
  auto files = std::make_shared<PackFiles>();
  files->sheets = static_cast<int>(sheets.size());
  if (!sheets.empty()) files->zip = pack_zip(sheets, order.parts, [&] { step(pack); });
  files->pdf = pack_pdf(sheets, order.parts, "Headline pages " + academic_year_words(order.academic_year));
  const std::lock_guard lock(mutex_);
  pack.progress.done = pack.progress.whole;
  pack.progress.files = std::move(files);
}

}  // namespace rapport::headlines
