// JSON from strangers: what is read is written, read again and written the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "json/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = rapport::json::parse({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  const auto text = rapport::json::write(*value);
  const auto again = rapport::json::parse(text);
  if (!rapport::is_clean_utf8(text) || !again || rapport::json::write(*again) != text) std::abort();
  return 0;
}
