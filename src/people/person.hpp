// A person: somebody at the university whom the library works with, and the rules of what is kept about them.
// Plain data; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "organisation/org_directory.hpp"
#include "people/people_directory.hpp"

namespace rapport {

struct Post;
struct WayOfWorking;

/// A former name, one also in use, or the name in another script.
enum class NameKind { former, also, script };
[[nodiscard]] std::string_view code(NameKind kind);
[[nodiscard]] std::string_view words(NameKind kind);  ///< "Former name", "Also known as", "In another script"
[[nodiscard]] std::optional<NameKind> name_kind_of(std::string_view code);

struct OtherName {
  NameKind kind = NameKind::also;
  std::string name;

  friend bool operator==(const OtherName&, const OtherName&) = default;
};

/// A post somebody holds; several at once is usual. Both days belong to it.
struct PostDraft {
  Id<OrgUnit> unit;
  std::string title = {};
  bool is_main = false;
  std::optional<Date> valid_from = {};
  std::optional<Date> valid_to = {};
};

/// What somebody wants to keep about a person.
struct PersonDraft {
  std::string title = {};  ///< "Dr"
  std::string full_name = {};
  std::string known_as = {};  ///< empty: the first word of the name
  std::string pronouns = {};  ///< "", "she", "he" or "they"
  std::string orcid = {};
  std::string external_id = {};
  std::string about = {};
  std::vector<std::string> addresses = {};  ///< mail; the first is the main one
  std::vector<OtherName> names = {};
  std::vector<PostDraft> posts = {};  ///< of one post, that one is the main post
  std::optional<Date> left_on = {};
};

struct Post {
  Id<Post> id;
  Id<OrgUnit> unit;
  std::string title;
  bool is_main = false;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;

  [[nodiscard]] bool is_held_on(Date date) const {
    return (!valid_from || *valid_from <= date) && (!valid_to || *valid_to >= date);
  }
};

/// What somebody asked us to do or not to do.
struct WayOfWorkingDraft {
  std::string statement;  ///< "Prefers email to Teams"
  std::string source;     ///< who said so: "told Tom in October"
  Date stated_on;
  std::optional<Date> review_on = {};
};

struct WayOfWorking {
  Id<WayOfWorking> id;
  std::string statement;
  std::string source;
  Date stated_on;
  std::optional<Date> review_on;
  Id<Staff> recorded_by;
};

struct Person {
  Id<Person> id;
  std::string slug;
  std::string title;
  std::string full_name;
  std::string known_as;
  std::string pronouns;
  std::string orcid;
  std::string external_id;
  std::string about;
  std::optional<Id<OrgUnit>> main_unit;
  std::optional<Date> last_on;  ///< the last conversation that is not restricted
  std::optional<Date> left_on;
  int version = 1;  ///< counts changes to anything that the person's page shows

  /// "Dr Jane Smith"
  [[nodiscard]] std::string display_name() const {
    return title.empty() ? full_name : title + " " + full_name;
  }
};

/// Everything that is kept about a person beside conversations.
struct PersonDetails {
  Person person;
  std::vector<Post> posts;             ///< main first, then the latest
  std::vector<std::string> addresses;  ///< main first
  std::vector<OtherName> names;
  std::vector<WayOfWorking> ways;  ///< those that still hold, oldest first
};

/// Everybody by what else others know them: the folded address, the ORCID iD, the number in another system.
struct KnownKeys {
  std::unordered_map<std::string, Id<Person>> by_address;
  std::unordered_map<std::string, Id<Person>> by_orcid;
  std::unordered_map<std::string, Id<Person>> by_external_id;
};

inline constexpr std::size_t person_name_characters_max = 200;
inline constexpr std::size_t person_about_characters_max = 5'000;

/// Tidied texts, ORCID iD and addresses in their canonical form where they are good, empty lines left out,
/// `known_as` filled. Idempotent.
[[nodiscard]] PersonDraft tidied(PersonDraft draft);
/// The rules that need nobody else, on a tidied draft: a name of at most 200 characters, an ORCID iD whose
/// last digit fits, mail addresses, posts that do not end before they begin, at most one main post. Field
/// names are the members'.
[[nodiscard]] std::vector<Fault> faults_of(const PersonDraft& draft);
[[nodiscard]] std::vector<Fault> faults_of(const PostDraft& draft);
[[nodiscard]] std::vector<Fault> faults_of(const WayOfWorkingDraft& draft, Date today);

/// The unit by which lists show somebody: of a post held today before others, the main one before others,
/// then of the one held longest, then of the first given.
[[nodiscard]] std::optional<Id<OrgUnit>> main_unit_of(std::span<const Post> posts, Date today);
/// A draft's posts as they will be, without ids.
[[nodiscard]] std::vector<Post> posts_of(const PersonDraft& draft);

/// What their edit form begins with: the posts left out.
[[nodiscard]] PersonDraft draft_of(const PersonDetails& details);
/// Changes when something changes that the edit form shows, and only then: two people editing at once is
/// noticed, a conversation logged meanwhile is not in the way.
[[nodiscard]] std::string edition(const PersonDetails& details);

/// The text by which lists sort: family name first ("O’Neill Mary-Jane", "van der Berg Anna"), taken to be
/// the last word and the small words before it.
[[nodiscard]] std::string filing_name(std::string_view full_name);
/// Where their page is: "jane-smith-" with a suffix to be added; "person-" where nothing is in Latin letters.
[[nodiscard]] std::string slug_base(std::string_view full_name);

}  // namespace rapport
