// JSON from strangers: what is read is written, read again and written the same.
#include <cstdint>
#include <string_view>

#include "base/text.hpp"
#include "fuzz/promises.hpp"
#include "json/json.hpp"

using rapport::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  const auto value = rapport::json::parse({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  const auto text = rapport::json::write(*value);
  const auto again = rapport::json::parse(text);
  require(rapport::is_clean_utf8(text) && again && rapport::json::write(*again) == text);
  return 0;
}
