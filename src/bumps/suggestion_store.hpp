// The SQL of suggestions: walks of indexes with small limits, whatever else there is.
#pragma once

#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::suggestion_store {

/// First to last day.
struct Span {
  Date from;
  Date to;
};

/// The latest conversations of the span with that person.
[[nodiscard]] std::vector<Id<Interaction>> with_person(db::Reader& reader, Id<Institution> institution,
                                                       Id<Person> person, const Span& span);
/// The latest on that topic, whoever had them.
[[nodiscard]] std::vector<Id<Interaction>> on_topic(db::Reader& reader, Id<Institution> institution,
                                                    Id<Topic> topic, const Span& span);
/// The latest on that topic in a department of `like`, among the latest 200 of all.
[[nodiscard]] std::vector<Id<Interaction>> on_topic_nearby(db::Reader& reader, Id<Institution> institution,
                                                           Id<Topic> topic, Id<Interaction> like,
                                                           const Span& span);
/// The latest in the first department of `like`.
[[nodiscard]] std::vector<Id<Interaction>> nearby(db::Reader& reader, Id<Institution> institution,
                                                  Id<Interaction> like, const Span& span);
/// How many conversations of the span are on that topic; counted up to 200.
[[nodiscard]] int count_on_topic(db::Reader& reader, Id<Institution> institution, Id<Topic> topic,
                                 const Span& span);
/// Whether there was one with that person besides `but`.
[[nodiscard]] bool was_spoken_to(db::Reader& reader, Id<Institution> institution, Id<Person> person,
                                 const Span& span, Id<Interaction> but);
/// Everything that lies before a conversation by accepted and proposed links, itself included; at most 1,000.
[[nodiscard]] std::vector<Id<Interaction>> before(db::Reader& reader, Id<Institution> institution,
                                                  Id<Interaction> id);
/// The viewer's conversations of the span that led on from nothing, accepted or proposed; latest first.
[[nodiscard]] std::vector<Id<Interaction>> without_parent(db::Reader& reader, const Scope& scope,
                                                          const Span& span, int limit);

}  // namespace rapport::suggestion_store
