// POST /headlines/{year}/packs, GET /headlines/{year}/packs/{pack} and the files below it
#pragma once

#include "headlines/pack_maker.hpp"
#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::headlines {

[[nodiscard]] http::Response create_pack(const ui::Visit& visit, PackMaker& packs);
[[nodiscard]] http::Response show_pack(const ui::Visit& visit, PackMaker& packs);
[[nodiscard]] http::Response download_pack_pdf(const ui::Visit& visit, PackMaker& packs);
[[nodiscard]] http::Response download_pack_zip(const ui::Visit& visit, PackMaker& packs);

}  // namespace rapport::headlines
