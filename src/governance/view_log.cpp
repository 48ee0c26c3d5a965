// The log of views: what is written, and who may read it.
#include "governance/view_log.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "governance/view_store.hpp"

namespace rapport::governance {
namespace {

std::string key_of(const View& view) {
  return std::to_string(view.person.value) + "|" + std::to_string(view.staff.value) + "|" +
         std::string(code(view.looked));
}

}  // namespace

std::string_view code(Looked looked) {
  return looked == Looked::page ? "page" : "brief";
}
std::string_view words(Looked looked) {
  return looked == Looked::page ? "Page" : "Brief";
}

bool ViewsToWrite::note(const View& view) {
  const std::lock_guard lock(mutex_);
  if (day_ != view.viewed_on) seen_.clear();
  day_ = view.viewed_on;
  if (!seen_.insert(key_of(view)).second) return false;
  waiting_.push_back(view);
  return !std::exchange(is_asked_for_, true);
}

std::vector<View> ViewsToWrite::take() {
  const std::lock_guard lock(mutex_);
  is_asked_for_ = false;
  return std::exchange(waiting_, {});
}

void ViewsToWrite::put_back(std::vector<View> views) {
  const std::lock_guard lock(mutex_);
  is_asked_for_ = false;
  std::ranges::move(views, std::back_inserter(waiting_));
}

void keep_views(db::Database& database, Id<Institution> institution, std::span<const View> views) {
  database.write([&](db::Writer& writer) {
    for (const auto& view : views) view_store::insert(writer, institution, view);
  });
}

Result<std::vector<View>> views(Scope& scope, std::optional<Id<Person>> person, int limit) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Who looked is for administrators. Ask one of them.");
  return scope.read([&](db::Reader& reader) {
    return person ? view_store::of_person(reader, scope.institution, *person, limit)
                  : view_store::latest(reader, scope.institution, limit);
  });
}

}  // namespace rapport::governance
