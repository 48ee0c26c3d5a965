// The rules of a person: what is tidied, what is a fault, how names are filed.
#include "people/person.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "base/email.hpp"
#include "base/orcid.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "organisation/slug.hpp"

namespace rapport {
namespace {

struct KindWords {
  std::string_view code;
  std::string_view words;
};
constexpr std::array<KindWords, 3> name_kinds{
    {{"former", "Former name"}, {"also", "Also known as"}, {"script", "In another script"}}};

constexpr std::array<std::string_view, 4> pronoun_codes{"", "she", "he", "they"};
constexpr std::size_t title_characters_max = 40;
constexpr std::size_t post_characters_max = 200;
constexpr std::size_t statement_characters_max = 500;
constexpr std::size_t names_max = 20;
constexpr std::size_t addresses_max = 20;
constexpr std::int32_t forever = std::numeric_limits<std::int32_t>::max();

bool is_too_long(std::string_view text, std::size_t characters_max) {
  // A text of so many bytes cannot have more characters: most need no counting.
  return text.size() > characters_max && character_count(text) > characters_max;
}

std::string shorter(std::string_view what, std::size_t characters_max) {
  return "Make " + std::string(what) + " " + std::to_string(characters_max) + " characters or shorter.";
}

std::string in_quotes(std::string_view text) {
  return "“" + shorten(text, 60) + "”";
}

bool begins_small(std::string_view word) {
  const char c = word.empty() ? '\0' : word[0];
  return c >= 'a' && c <= 'z';
}

std::vector<std::string_view> words_of(std::string_view text) {
  auto words = split(text, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

/// In the order given, each once: capitals do not make another address.
std::vector<std::string> tidied_addresses(const std::vector<std::string>& addresses) {
  std::vector<std::string> kept;
  std::vector<std::string> folded;
  for (const auto& typed : addresses) {
    auto address = parse_email(typed).value_or(tidy_line(typed));
    auto key = fold(address);
    if (address.empty() || std::find(folded.begin(), folded.end(), key) != folded.end()) continue;
    kept.push_back(std::move(address));
    folded.push_back(std::move(key));
  }
  return kept;
}

std::vector<OtherName> tidied_names(const std::vector<OtherName>& names) {
  std::vector<OtherName> kept;
  for (const auto& other : names) {
    OtherName name{other.kind, tidy_line(other.name)};
    if (!name.name.empty() && std::find(kept.begin(), kept.end(), name) == kept.end())
      kept.push_back(std::move(name));
  }
  return kept;
}

void add_name_faults(std::vector<Fault>& faults, const PersonDraft& draft) {
  if (folded_words(draft.full_name).empty()) faults.push_back({"full_name", "Give the person's name."});
  if (is_too_long(draft.full_name, person_name_characters_max))
    faults.push_back({"full_name", shorter("the name", person_name_characters_max)});
  if (is_too_long(draft.title, title_characters_max))
    faults.push_back({"title", shorter("the title", title_characters_max)});
  if (is_too_long(draft.known_as, person_name_characters_max))
    faults.push_back({"known_as", shorter("what they are called", person_name_characters_max)});
  if (draft.names.size() > names_max) faults.push_back({"names", "Twenty other names are enough."});
  for (const auto& other : draft.names)
    if (is_too_long(other.name, person_name_characters_max))
      faults.push_back({"names", shorter("each name", person_name_characters_max)});
}

void add_address_faults(std::vector<Fault>& faults, const PersonDraft& draft) {
  if (draft.addresses.size() > addresses_max) faults.push_back({"addresses", "Twenty addresses are enough."});
  for (const auto& address : draft.addresses)
    if (!parse_email(address))
      faults.push_back(
          {"addresses", in_quotes(address) + " is not an email address. It looks like name@example.ac.uk."});
}

void add_post_faults(std::vector<Fault>& faults, const PersonDraft& draft) {
  const auto main_posts = std::count_if(draft.posts.begin(), draft.posts.end(),
                                        [](const PostDraft& post) { return post.is_main; });
  if (main_posts > 1) faults.push_back({"posts", "Only one post can be the main one."});
  for (const auto& post : draft.posts)
    for (auto& fault : faults_of(post)) faults.push_back({"posts", std::move(fault.message)});
}

}  // namespace

std::string_view code(NameKind kind) {
  return name_kinds[static_cast<std::size_t>(kind)].code;
}
std::string_view words(NameKind kind) {
  return name_kinds[static_cast<std::size_t>(kind)].words;
}

std::optional<NameKind> name_kind_of(std::string_view code) {
  for (std::size_t i = 0; i < name_kinds.size(); ++i)
    if (name_kinds[i].code == code) return static_cast<NameKind>(i);
  return std::nullopt;
}

PersonDraft tidied(PersonDraft draft) {
  draft.title = tidy_line(draft.title);
  draft.full_name = tidy_line(draft.full_name);
  draft.known_as = tidy_line(draft.known_as);
  if (draft.known_as.empty()) draft.known_as = draft.full_name.substr(0, draft.full_name.find(' '));
  draft.orcid = parse_orcid(draft.orcid).value_or(tidy_line(draft.orcid));
  draft.external_id = tidy_line(draft.external_id);
  draft.about = tidy(draft.about);
  draft.addresses = tidied_addresses(draft.addresses);
  draft.names = tidied_names(draft.names);
  for (auto& post : draft.posts) post.title = tidy_line(post.title);
  if (draft.posts.size() == 1) draft.posts.front().is_main = true;
  return draft;
}

std::vector<Fault> faults_of(const PersonDraft& draft) {
  std::vector<Fault> faults;
  add_name_faults(faults, draft);
  if (std::find(pronoun_codes.begin(), pronoun_codes.end(), draft.pronouns) == pronoun_codes.end())
    faults.push_back({"pronouns", "Choose she, he or they, or leave it open."});
  if (!draft.orcid.empty() && !parse_orcid(draft.orcid))
    faults.push_back({"orcid", "This is not an ORCID iD: its last digit does not fit. Copy it again."});
  if (is_too_long(draft.external_id, person_name_characters_max))
    faults.push_back({"external_id", shorter("the staff number", person_name_characters_max)});
  if (is_too_long(draft.about, person_about_characters_max))
    faults.push_back({"about", shorter("this text", person_about_characters_max)});
  add_address_faults(faults, draft);
  add_post_faults(faults, draft);
  return faults;
}

std::vector<Fault> faults_of(const PostDraft& draft) {
  std::vector<Fault> faults;
  if (is_too_long(draft.title, post_characters_max))
    faults.push_back({"post_title", shorter("the post", post_characters_max)});
  if (draft.valid_from && draft.valid_to && *draft.valid_to < *draft.valid_from)
    faults.push_back({"valid_to", "The post ends before it begins."});
  return faults;
}

std::vector<Fault> faults_of(const WayOfWorkingDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (draft.statement.empty()) faults.push_back({"statement", "Say what they asked for, in a few words."});
  if (is_too_long(draft.statement, statement_characters_max))
    faults.push_back({"statement", shorter("this", statement_characters_max)});
  if (draft.source.empty()) faults.push_back({"source", "Say how you know: who told whom, and when."});
  if (is_too_long(draft.source, statement_characters_max))
    faults.push_back({"source", shorter("this", statement_characters_max)});
  if (draft.stated_on > today) faults.push_back({"stated_on", "This day has not come yet."});
  if (draft.review_on && *draft.review_on < draft.stated_on)
    faults.push_back({"review_on", "Ask again on a later day than it was said."});
  return faults;
}

std::optional<Id<OrgUnit>> main_unit_of(std::span<const Post> posts, Date today) {
  const auto end_of = [](const Post& post) { return post.valid_to ? post.valid_to->days() : forever; };
  const auto is_lesser = [&](const Post& left, const Post& right) {
    return std::tuple(left.is_held_on(today), left.is_main, end_of(left)) <
           std::tuple(right.is_held_on(today), right.is_main, end_of(right));
  };
  const Post* best = nullptr;
  for (const auto& post : posts)
    if (best == nullptr || is_lesser(*best, post)) best = &post;
  return best == nullptr ? std::nullopt : std::optional(best->unit);
}

std::vector<Post> posts_of(const PersonDraft& draft) {
  std::vector<Post> posts;
  posts.reserve(draft.posts.size());
  for (const auto& post : draft.posts)
    posts.push_back({{}, post.unit, post.title, post.is_main, post.valid_from, post.valid_to});
  return posts;
}

PersonDraft draft_of(const PersonDetails& details) {
  const auto& person = details.person;
  return {.title = person.title,
          .full_name = person.full_name,
          .known_as = person.known_as,
          .pronouns = person.pronouns,
          .orcid = person.orcid,
          .external_id = person.external_id,
          .about = person.about,
          .addresses = details.addresses,
          .names = details.names,
          .posts = {},
          .left_on = person.left_on};
}

std::string edition(const PersonDetails& details) {
  std::string text;
  const auto add = [&](std::string_view part) { text.append(part).append(1, '\x1f'); };
  const auto& person = details.person;
  for (const auto* part : {&person.title, &person.full_name, &person.known_as, &person.pronouns,
                           &person.orcid, &person.external_id, &person.about})
    add(*part);
  for (const auto& address : details.addresses) add(address);
  add("names");
  for (const auto& other : details.names) {
    add(code(other.kind));
    add(other.name);
  }
  return sha256_hex(text).substr(0, 16);
}

std::string filing_name(std::string_view full_name) {
  const auto words = words_of(full_name);
  if (words.size() < 2) return std::string(full_name);
  auto family = words.end() - 1;
  while (family != words.begin() + 1 && begins_small(*(family - 1))) --family;
  std::string filed;
  const auto add = [&](std::string_view word) { filed.append(filed.empty() ? "" : " ").append(word); };
  std::for_each(family, words.end(), add);
  std::for_each(words.begin(), family, add);
  return filed;
}

std::string slug_base(std::string_view full_name) {
  const auto readable = slug_words(full_name);
  return (readable.empty() ? "person" : readable) + "-";
}

}  // namespace rapport
