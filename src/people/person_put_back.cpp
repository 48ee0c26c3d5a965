// The front door of people: a person as they were before an import, posts included.
#include <algorithm>

#include "people/people_change.hpp"
#include "people/post_store.hpp"

namespace rapport::people {
namespace {

void put_posts_back(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                    const std::vector<Post>& before) {
  for (const auto& post : post_store::of_person(writer, institution, person)) {
    const auto is_it = [&](const Post& earlier) { return earlier.id == post.id; };
    if (std::none_of(before.begin(), before.end(), is_it))
      writer.execute("delete from posts where institution_id = $1 and id = $2", institution, post.id);
  }
  for (const auto& post : before)  // one or two
    writer.execute("update posts set valid_to = $3, is_main = $4 where institution_id = $1 and id = $2",
                   institution, post.id, post.valid_to, post.is_main);
}

}  // namespace

Result<Done> put_back(Scope& scope, Id<Person> id, const PersonDetails& before) {
  return change(scope, id, Shows::in_directory, {.action = "put_back", .subject = "person"},
                [&](db::Writer& writer, Id<Person> person) -> Result<Done> {
                  person_store::update(writer, scope.institution, person, draft_of(before));
                  person_store::set_left(writer, scope.institution, person, before.person.left_on);
                  put_posts_back(writer, scope.institution, person, before.posts);
                  post_store::settle_main_unit(writer, scope.institution, person, scope.today);
                  return Done{};
                });
}

}  // namespace rapport::people
