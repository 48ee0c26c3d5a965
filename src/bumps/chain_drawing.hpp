// A chain as a drawing that stands alone: for a picture file, with light colours, title and sentence.
#pragma once

#include <string_view>

#include "bumps/chain_picture.hpp"
#include "ui/picture.hpp"

namespace rapport {

/// What the file of a chain shows: to whom it goes nobody knows, so steps that are not for everybody in the
/// library have no words in it, even where its maker may read them.
[[nodiscard]] ui::Drawing chain_file(const Chain& chain, const Directory& directory, Date today, int width);

[[nodiscard]] ui::Drawing chain_drawing(const ChainPicture& picture, std::string_view title,
                                        std::string_view sentence);

}  // namespace rapport
