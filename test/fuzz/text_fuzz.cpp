// Any bytes as text: what is clean stays clean, and folding, tidying and cutting keep their promises.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/email.hpp"
#include "base/orcid.hpp"
#include "base/text.hpp"
#include "fuzz/promises.hpp"

using rapport::fuzz::require;

namespace {

void try_clean(const std::string& text) {
  const std::string tidied = rapport::tidy(text);
  const std::string folded = rapport::fold(text);
  require(rapport::is_clean_utf8(tidied) && rapport::tidy(tidied) == tidied);
  require(rapport::is_clean_utf8(folded) && rapport::fold(folded) == folded);
  const auto words = rapport::folded_words(text);
  require(words == rapport::folded_words(folded));
  const auto places = rapport::word_places(text);
  require(places.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    require(places[i].folded == words[i] && places[i].begin < places[i].end && places[i].end <= text.size());
    require(rapport::is_clean_utf8(rapport::stem(words[i])));
  }
  const std::string cut = rapport::shorten(text, 5);
  require(rapport::is_clean_utf8(cut) && rapport::character_count(cut) <= 5);
  require(rapport::sort_key(text) == rapport::sort_key(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (rapport::is_clean_utf8(text)) try_clean(text);
  (void)rapport::trim(text);
  if (const auto orcid = rapport::parse_orcid(text)) require(rapport::parse_orcid(*orcid) == orcid);
  if (const auto email = rapport::parse_email(text)) require(rapport::parse_email(*email) == email);
  return 0;
}
