// The SQL of posts and ways of working.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "people/person.hpp"

namespace rapport::post_store {

/// As a new person's: none of them is waited for.
void insert_all(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                const std::vector<PostDraft>& posts);
Id<Post> insert(db::Writer& writer, Id<Institution> institution, Id<Person> person, const PostDraft& post);
void set_end(db::Writer& writer, Id<Institution> institution, Id<Post> post, Date on);
/// Ends what is still open that day, or begins later.
void end_all(db::Writer& writer, Id<Institution> institution, Id<Person> person, Date on);
/// None of the person's posts is main, or this one alone.
void set_main(db::Writer& writer, Id<Institution> institution, Id<Person> person,
              std::optional<Id<Post>> post);
/// Writes `main_unit_of` their posts into `persons`.
void settle_main_unit(db::Writer& writer, Id<Institution> institution, Id<Person> person, Date today);
/// Main first, then what is held longest into the future, then the latest.
[[nodiscard]] std::vector<Post> of_person(db::Reader& reader, Id<Institution> institution, Id<Person> person);

Id<WayOfWorking> insert_way(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                            const WayOfWorkingDraft& way, Id<Staff> recorded_by, Instant recorded_at);
void set_review(db::Writer& writer, Id<Institution> institution, Id<WayOfWorking> way,
                std::optional<Date> review_on);
void end_way(db::Writer& writer, Id<Institution> institution, Id<WayOfWorking> way, Instant ended_at);
/// Those that have not ended, oldest first.
[[nodiscard]] std::vector<WayOfWorking> ways_of_person(db::Reader& reader, Id<Institution> institution,
                                                       Id<Person> person);

}  // namespace rapport::post_store
