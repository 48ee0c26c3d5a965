// Reads kinds and topics, and gives a new institution its kinds.
#include "interactions/vocabulary.hpp"

#include <array>

#include "base/text.hpp"
#include "scope/scope.hpp"

namespace rapport {
namespace {

struct FamilyWords {
  Family family;
  std::string_view code;
  std::string_view words;
};
constexpr std::array<FamilyWords, 8> families{{{Family::informal, "informal", "Informal"},
                                               {Family::conversation, "conversation", "Conversations"},
                                               {Family::message, "message", "Messages"},
                                               {Family::meeting, "meeting", "Meetings"},
                                               {Family::consultation, "consultation", "Consultations"},
                                               {Family::teaching, "teaching", "Teaching"},
                                               {Family::committee, "committee", "Committees"},
                                               {Family::event, "event", "Events"}}};

std::vector<std::string> words_of(std::string_view stored) {
  std::vector<std::string> words;
  for (const auto word : split(stored, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

KindEntry kind(std::string code, std::string name, Family family, std::string_view capture_words,
               std::string icon, int particularity) {
  return {.id = {},
          .code = std::move(code),
          .name = std::move(name),
          .family = family,
          .words = words_of(capture_words),
          .icon = std::move(icon),
          .particularity = particularity};
}

KindEntry outcome(KindEntry entry, int value) {
  entry.outcome_value = value;
  return entry;
}
KindEntry one_way(KindEntry entry) {
  entry.is_two_way = false;
  return entry;
}
KindEntry deep(KindEntry entry, int depth) {
  entry.depth = depth;
  return entry;
}

}  // namespace

std::string_view code(Family family) {
  return families[static_cast<std::size_t>(family)].code;
}
std::string_view words(Family family) {
  return families[static_cast<std::size_t>(family)].words;
}
std::optional<Family> family_of(std::string_view code) {
  for (const auto& family : families)
    if (family.code == code) return family.family;
  return std::nullopt;
}

std::vector<KindEntry> starting_kinds() {
  return {
      deep(kind("meeting", "Meeting", Family::meeting, "met meet meeting saw", "users", 1), 8),
      deep(kind("corridor", "Corridor chat", Family::informal,
                "corridor coffee bumped lunch chatted chat lift stairs café cafe", "message-circle", 3),
           4),
      deep(kind("call", "Phone call", Family::conversation, "phoned phone called rang call telephoned",
                "phone", 2),
           6),
      deep(kind("email", "Email", Family::message, "emailed email e-mailed mailed wrote replied", "mail", 2),
           3),
      deep(kind("message", "Message", Family::message, "messaged texted dm chatline", "message", 2), 2),
      one_way(deep(kind("newsletter", "Newsletter", Family::message, "newsletter mailshot", "news", 3), 0)),
      deep(kind("online", "Online meeting", Family::meeting, "teams zoom online video videocall skype",
                "video", 2),
           8),
      outcome(
          deep(kind("consultation", "Consultation", Family::consultation,
                    "consultation consulted one-to-one 1-1 drop-in appointment advised", "stethoscope", 3),
               12),
          1),
      outcome(deep(kind("teaching", "Teaching", Family::teaching,
                        "taught teaching lecture lectured workshop seminar session class", "presentation", 4),
                   16),
              3),
      outcome(
          deep(kind("induction", "Induction", Family::teaching, "induction inducted welcomed", "school", 4),
               10),
          1),
      deep(kind("committee", "Committee", Family::committee, "committee board panel boards committees",
                "gavel", 3),
           8),
      deep(kind("event", "Event", Family::event, "event fair launch conference openday exhibition",
                "calendar-event", 3),
           5),
      outcome(deep(kind("embedded", "Module embedded", Family::teaching, "embedded", "books", 5), 20), 5),
      outcome(deep(kind("deposit", "Deposit", Family::consultation, "deposited", "archive", 5), 14), 2),
  };
}

Vocabulary::Vocabulary(std::vector<KindEntry> kinds, std::vector<TopicEntry> topics)
    : kinds_(std::move(kinds)), topics_(std::move(topics)) {
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    if (!kinds_[i].is_active) continue;
    for (const auto& word : kinds_[i].words) kind_of_word_.emplace(fold(word), i);
  }
  for (std::size_t i = 0; i < topics_.size(); ++i) {
    topic_by_id_.emplace(topics_[i].id.value, i);
    topic_by_name_.emplace(topics_[i].folded_name, i);
  }
}

const KindEntry* Vocabulary::find(Id<InteractionKind> id) const {
  for (const auto& entry : kinds_)
    if (entry.id == id) return &entry;
  return nullptr;
}

const KindEntry* Vocabulary::find_kind(std::string_view code) const {
  for (const auto& entry : kinds_)
    if (entry.code == code) return &entry;
  return nullptr;
}

const KindEntry* Vocabulary::kind_of_word(std::string_view folded_word) const {
  const auto found = kind_of_word_.find(std::string(folded_word));
  return found == kind_of_word_.end() ? nullptr : &kinds_[found->second];
}

const TopicEntry* Vocabulary::find(Id<Topic> id) const {
  const auto found = topic_by_id_.find(id.value);
  return found == topic_by_id_.end() ? nullptr : &topics_[found->second];
}

const TopicEntry* Vocabulary::find_topic(std::string_view name) const {
  const auto found = topic_by_name_.find(fold(name));
  return found == topic_by_name_.end() ? nullptr : &topics_[found->second];
}

Vocabulary read_vocabulary(db::Reader& reader, Id<Institution> institution) {
  auto kinds = reader.all(
      "select id, code, name, family, words, icon, particularity, is_two_way, outcome_value, depth, "
      "is_active "
      "from interaction_kinds where institution_id = $1 order by position, id limit 500",
      [](const db::Row& row) {
        return KindEntry{.id = row.id<InteractionKind>(0),
                         .code = row.string(1),
                         .name = row.string(2),
                         .family = family_of(row.text(3)).value_or(Family::conversation),
                         .words = words_of(row.text(4)),
                         .icon = row.string(5),
                         .particularity = row.number(6),
                         .is_two_way = row.flag(7),
                         .outcome_value = row.number(8),
                         .depth = row.number(9),
                         .is_active = row.flag(10)};
      },
      institution);
  auto topics = reader.all(
      "select id, name, folded_name, is_module from topics where institution_id = $1 "
      "order by folded_name, id limit 100000",
      [](const db::Row& row) {
        return TopicEntry{row.id<Topic>(0), row.string(1), row.string(2), row.flag(3)};
      },
      institution);
  return {std::move(kinds), std::move(topics)};
}

void insert_kinds(db::Writer& writer, Id<Institution> institution, const std::vector<KindEntry>& kinds) {
  const auto version = next_directory_version(writer, institution);
  int position = 0;
  for (const auto& kind : kinds) {
    writer.execute(
        "insert into interaction_kinds (institution_id, code, name, family, words, icon, particularity, "
        "is_two_way, "
        "outcome_value, depth, position, directory_version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
        "$11, $12)",
        institution, kind.code, kind.name, code(kind.family), join(kind.words, " "), kind.icon,
        kind.particularity, kind.is_two_way, kind.outcome_value, kind.depth, ++position, version);
  }
}

}  // namespace rapport
