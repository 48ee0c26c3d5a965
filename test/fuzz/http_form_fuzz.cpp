// Forms from strangers: no crash, only clean text, and what was read is read again the same.
#include <cstdint>

#include "base/text.hpp"
#include "fuzz/promises.hpp"
#include "http/form.hpp"
#include "http/uploaded_file.hpp"

using rapport::fuzz::require;

namespace {

using rapport::http::Form;

std::string print(const Form& form) {
  std::string text;
  for (const auto& field : form.fields())
    text +=
        rapport::http::percent_encode(field.name) + "=" + rapport::http::percent_encode(field.value) + "&";
  return text;
}

void try_urlencoded(std::string_view text) {
  const auto form = rapport::http::parse_urlencoded(text);
  if (!form) return;
  for (const auto& field : form->fields())
    require(rapport::is_clean_utf8(field.name) && rapport::is_clean_utf8(field.value));
  const auto again = rapport::http::parse_urlencoded(print(*form));
  require(again && print(*again) == print(*form));
}

void try_multipart(std::string_view content_type, std::string_view text) {
  const auto form = rapport::http::parse_multipart(content_type, text);
  if (!form) return;
  require(form->fields().size() <= 200);
  std::size_t bytes = 0;
  for (const auto& field : form->fields()) {
    require(rapport::is_clean_utf8(field.name) && rapport::is_clean_utf8(field.file_name));
    require(rapport::is_clean_utf8(field.value));
    bytes += field.value.size();
    if (field.file_name.empty()) continue;
    const auto file = rapport::http::uploaded_file(content_type, text, field.name);
    require(file && file->data() >= text.data() && file->data() + file->size() <= text.data() + text.size());
  }
  require(bytes <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try_urlencoded(text);
  try_multipart("multipart/form-data; boundary=X", text);
  const auto line = text.find('\n');
  if (line != std::string_view::npos) try_multipart(text.substr(0, line), text.substr(line + 1));
  return 0;
}
