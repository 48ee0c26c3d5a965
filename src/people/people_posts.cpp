// The front door of people: their posts and ways of working.
#include <algorithm>

#include "base/text.hpp"
#include "people/people_change.hpp"
#include "people/post_store.hpp"

namespace rapport::people {
namespace {

const Post* find(const std::vector<Post>& posts, Id<Post> id) {
  const auto found =
      std::find_if(posts.begin(), posts.end(), [&](const Post& post) { return post.id == id; });
  return found == posts.end() ? nullptr : &*found;
}

Refusal no_post() {
  return not_found("That post is not here any more.");
}
Refusal no_way() {
  return not_found("That is not here any more.");
}

/// The main part passes on when its post ends: to the one by which lists show the person from then on.
void pass_main_on(db::Writer& writer, Id<Institution> institution, Id<Person> person, Date ended_on) {
  const auto posts = post_store::of_person(writer, institution, person);
  const auto next = std::find_if(posts.begin(), posts.end(),
                                 [&](const Post& post) { return post.is_held_on(ended_on.plus_days(1)); });
  if (next != posts.end()) post_store::set_main(writer, institution, person, next->id);
}

/// Runs `work` for a way of working that this person has.
template <class Work>
Result<Done> change_way(Scope& scope, Id<Person> id, Id<WayOfWorking> way, std::string_view action,
                        Work&& work) {
  return change(
      scope, id, Shows::on_page, {.action = action, .subject = "way_of_working", .subject_id = way.value},
      [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
        const auto ways = post_store::ways_of_person(writer, scope.institution, person);
        const auto found =
            std::find_if(ways.begin(), ways.end(), [&](const WayOfWorking& own) { return own.id == way; });
        if (found == ways.end()) return no_way();
        return work(writer, *found);
      });
}

}  // namespace

Result<Id<Post>> add_post(Scope& scope, const OrgDirectory& units, Id<Person> id, const PostDraft& untidy) {
  auto draft = untidy;
  draft.title = tidy_line(draft.title);
  auto faults = faults_of(draft);
  if (units.find(draft.unit) == nullptr) faults.push_back({"unit", "Choose a department from the list."});
  if (may_write(scope.viewer) && !faults.empty()) return invalid(std::move(faults));
  Id<Post> post;
  const auto done = change(scope, id, Shows::in_directory, {.action = "added_post", .subject = "person"},
                           [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                             const bool is_first =
                                 post_store::of_person(writer, scope.institution, person).empty();
                             post = post_store::insert(writer, scope.institution, person, draft);
                             if (draft.is_main || is_first)
                               post_store::set_main(writer, scope.institution, person, post);
                             post_store::settle_main_unit(writer, scope.institution, person, scope.today);
                             return Done{};
                           });
  if (!done) return done.refusal();
  return post;
}

Result<Done> end_post(Scope& scope, Id<Person> id, Id<Post> post, Date on) {
  return change(scope, id, Shows::in_directory, {.action = "ended_post", .subject = "person"},
                [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                  const auto posts = post_store::of_person(writer, scope.institution, person);
                  const auto* found = find(posts, post);
                  if (found == nullptr) return no_post();
                  if (found->valid_from && on < *found->valid_from)
                    return invalid("valid_to", "The post ends before it begins.");
                  post_store::set_end(writer, scope.institution, post, on);
                  if (found->is_main) pass_main_on(writer, scope.institution, person, on);
                  post_store::settle_main_unit(writer, scope.institution, person, scope.today);
                  return Done{};
                });
}

Result<Done> make_main(Scope& scope, Id<Person> id, Id<Post> post) {
  return change(scope, id, Shows::in_directory, {.action = "made_post_main", .subject = "person"},
                [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                  if (find(post_store::of_person(writer, scope.institution, person), post) == nullptr)
                    return no_post();
                  post_store::set_main(writer, scope.institution, person, post);
                  post_store::settle_main_unit(writer, scope.institution, person, scope.today);
                  return Done{};
                });
}

Result<Id<WayOfWorking>> add_way(Scope& scope, Id<Person> id, const WayOfWorkingDraft& untidy) {
  auto draft = untidy;
  draft.statement = tidy_line(draft.statement);
  draft.source = tidy_line(draft.source);
  if (auto faults = faults_of(draft, scope.today); may_write(scope.viewer) && !faults.empty())
    return invalid(std::move(faults));
  Id<WayOfWorking> way;
  const auto done = change(scope, id, Shows::on_page, {.action = "added_way_of_working", .subject = "person"},
                           [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                             way = post_store::insert_way(writer, scope.institution, person, draft,
                                                          scope.viewer.staff, scope.now);
                             return Done{};
                           });
  if (!done) return done.refusal();
  return way;
}

Result<Done> review_way(Scope& scope, Id<Person> id, Id<WayOfWorking> way, std::optional<Date> review_on) {
  if (review_on && *review_on <= scope.today)
    return invalid("review_on", "Choose a day that is still to come.");
  return change_way(scope, id, way, "reviewed", [&](db::Writer& writer, const WayOfWorking&) -> Result<Done> {
    post_store::set_review(writer, scope.institution, way, review_on);
    return Done{};
  });
}

Result<Done> end_way(Scope& scope, Id<Person> id, Id<WayOfWorking> way) {
  return change_way(scope, id, way, "ended", [&](db::Writer& writer, const WayOfWorking&) -> Result<Done> {
    post_store::end_way(writer, scope.institution, way, scope.now);
    return Done{};
  });
}

}  // namespace rapport::people
