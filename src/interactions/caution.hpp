// The quiet caution beside every note: words about health, mood, belief and politics. It holds nothing back.
#pragma once

#include <string_view>

namespace rapport {

/// For a textarea's data-caution-words: whole words or phrases; one that ends in * also as the beginning of a
/// word.
inline constexpr std::string_view caution_words =
    "ill, sick, illness, cancer, pregnan*, depress*, anxi*, stress*, mental health, disab*, medical, "
    "surgery, divorce*, "
    "bereave*, angry, moody, difficult, rude, lazy, drunk, religio*, christian, muslim, jewish, hindu, "
    "atheist, church, "
    "labour party, conservative, tory, brexit, union member, gay, lesbian, transgender, race, ethnic*";

}  // namespace rapport
