// Keeps the newest directory, and reads again only what has changed since.
#include "interactions/directory.hpp"

namespace rapport {
namespace {

std::shared_ptr<const Directory> next_of(db::Reader& reader, const Scope& scope, std::int64_t version,
                                         const Directory* kept) {
  auto next = std::make_shared<Directory>();
  next->version = version;
  next->as_of = scope.today;
  next->org = read_org_directory(reader, scope.institution);
  next->staff = read_staff_directory(reader, scope.institution, scope.today);
  next->vocabulary = read_vocabulary(reader, scope.institution);
  next->people = people_directory_after(reader, scope.institution, kept == nullptr ? nullptr : &kept->people,
                                        kept == nullptr ? 0 : kept->version);
  return next;
}

}  // namespace

std::shared_ptr<const Directory> DirectoryKeeper::current(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    const auto version =
        reader.count("select version from directory_versions where institution_id = $1", scope.institution);
    const std::lock_guard lock(mutex_);
    if (kept_ && kept_->version == version && kept_->as_of == scope.today) return kept_;
    // A reader on an older snapshot than the kept one must not take the directory backwards for the others.
    if (kept_ && kept_->version > version) return kept_;
    kept_ = next_of(reader, scope, version, kept_.get());
    return kept_;
  });
}

}  // namespace rapport
