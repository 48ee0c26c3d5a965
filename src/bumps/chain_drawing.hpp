// A chain as a drawing that stands alone: for a picture file, with light colours, title and sentence.
#pragma once

#include <string_view>

#include "bumps/chain_picture.hpp"
#include "ui/picture.hpp"

namespace rapport {

[[nodiscard]] ui::Drawing chain_drawing(const ChainPicture& picture, std::string_view title,
                                        std::string_view sentence);

}  // namespace rapport
