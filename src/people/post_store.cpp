// The SQL of posts and ways of working.
#include "people/post_store.hpp"

#include <algorithm>

namespace rapport::post_store {

namespace {

constexpr db::Fragment insert_post =
    "insert into posts (institution_id, person_id, org_unit_id, title, is_main, valid_from, valid_to) "
    "values ($1, $2, $3, $4, $5, $6, $7) ";

}  // namespace

void insert_all(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                const std::vector<PostDraft>& posts) {
  for (const auto& post : posts)
    writer.send(db::concat<insert_post>, institution, person, post.unit, post.title, post.is_main,
                post.valid_from, post.valid_to);
}

Id<Post> insert(db::Writer& writer, Id<Institution> institution, Id<Person> person, const PostDraft& post) {
  return writer.insert<Post>(db::concat<insert_post, "returning id">, institution, person, post.unit,
                             post.title, post.is_main, post.valid_from, post.valid_to);
}

void set_end(db::Writer& writer, Id<Institution> institution, Id<Post> post, Date on) {
  writer.execute("update posts set valid_to = $3 where institution_id = $1 and id = $2", institution, post,
                 on);
}

void end_all(db::Writer& writer, Id<Institution> institution, Id<Person> person, Date on) {
  writer.execute(
      "update posts set valid_to = case when valid_from > $3 then valid_from else $3 end "
      "where institution_id = $1 and person_id = $2 and (valid_to is null or valid_to > $3)",
      institution, person, on);
}

void set_main(db::Writer& writer, Id<Institution> institution, Id<Person> person,
              std::optional<Id<Post>> post) {
  writer.execute(
      "update posts set is_main = case when id = $3 then 1 else 0 end where institution_id = $1 and "
      "person_id = $2",
      institution, person, post ? post->value : 0);
}

void settle_main_unit(db::Writer& writer, Id<Institution> institution, Id<Person> person, Date today) {
  writer.execute("update persons set main_org_unit_id = $3 where institution_id = $1 and id = $2",
                 institution, person, main_unit_of(of_person(writer, institution, person), today));
}

std::vector<Post> of_person(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.all(
      "select id, org_unit_id, title, is_main, valid_from, valid_to from posts "
      "where institution_id = $1 and person_id = $2 "
      "order by is_main desc, coalesce(valid_to, '9999') desc, coalesce(valid_from, '') desc, id limit 200",
      [](const db::Row& row) {
        return Post{.id = row.id<Post>(0),
                    .unit = row.id<OrgUnit>(1),
                    .title = row.string(2),
                    .is_main = row.flag(3),
                    .valid_from = row.optional_date(4),
                    .valid_to = row.optional_date(5)};
      },
      institution, person);
}

Id<WayOfWorking> insert_way(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                            const WayOfWorkingDraft& way, Id<Staff> recorded_by, Instant recorded_at) {
  return writer.insert<WayOfWorking>(
      "insert into ways_of_working (institution_id, person_id, statement, source, stated_on, review_on, "
      "recorded_by, "
      "recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
      institution, person, way.statement, way.source, way.stated_on, way.review_on, recorded_by, recorded_at);
}

void set_review(db::Writer& writer, Id<Institution> institution, Id<WayOfWorking> way,
                std::optional<Date> review_on) {
  writer.execute("update ways_of_working set review_on = $3 where institution_id = $1 and id = $2",
                 institution, way, review_on);
}

void end_way(db::Writer& writer, Id<Institution> institution, Id<WayOfWorking> way, Instant ended_at) {
  writer.execute("update ways_of_working set ended_at = $3 where institution_id = $1 and id = $2",
                 institution, way, ended_at);
}

std::vector<WayOfWorking> ways_of_person(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.all(
      "select id, statement, source, stated_on, review_on, recorded_by from ways_of_working "
      "where institution_id = $1 and person_id = $2 and ended_at is null order by stated_on, id limit 100",
      [](const db::Row& row) {
        return WayOfWorking{.id = row.id<WayOfWorking>(0),
                            .statement = row.string(1),
                            .source = row.string(2),
                            .stated_on = row.date(3),
                            .review_on = row.optional_date(4),
                            .recorded_by = row.id<Staff>(5)};
      },
      institution, person);
}

}  // namespace rapport::post_store
