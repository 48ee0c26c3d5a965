// Makes the document that the full-text index holds for a conversation.
#include "interactions/interaction_words.hpp"

#include <unordered_set>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::int64_t ids_of_a_day = std::int64_t{1} << 31;
constexpr std::size_t word_bytes_max = 60;  // longer ones are addresses and noise

}  // namespace

std::int64_t document_number(Date happened_on, Id<Interaction> id) {
  return happened_on.days() * ids_of_a_day + id.value % ids_of_a_day;
}

Id<Interaction> id_of_document(std::int64_t number) {
  return {((number % ids_of_a_day) + ids_of_a_day) % ids_of_a_day};
}

std::string words_of(std::string_view note, std::string_view place, const std::vector<std::string>& topics) {
  std::string document;
  std::unordered_set<std::string> seen;
  const auto add = [&](const std::string& word) {
    if (word.empty() || word.size() > word_bytes_max || !seen.insert(word).second) return;
    if (!document.empty()) document += ' ';
    document += word;
  };
  const auto add_all = [&](std::string_view text) {
    for (const auto& word : folded_words(text)) {
      add(word);
      add(stem(word));
    }
  };
  add_all(note);
  add_all(place);
  for (const auto& topic : topics) add_all(topic);
  return document;
}

}  // namespace rapport
