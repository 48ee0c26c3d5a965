// multipart/form-data (RFC 7578): cut at the boundary here, the headers' parameters read by GMime.
// A part is never split again and never decoded, so depth and memory are bounded by the body as sent.
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "http/ascii.hpp"
#include "http/form.hpp"
#include "http/uploaded_file.hpp"

namespace rapport::http {
namespace {

constexpr std::size_t parts_max = 200;
constexpr std::size_t part_head_bytes_max = 16 << 10;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

void prepare_gmime() {
  static const bool ready = (g_mime_init(), true);
  static_cast<void>(ready);
}

std::optional<std::string> parameter_text(const char* text) {
  if (text == nullptr) return {};
  return std::string(text);
}

std::string boundary_of(std::string_view content_type) {
  const Owned<GMimeContentType> type(g_mime_content_type_parse(nullptr, std::string(content_type).c_str()));
  if (!type) return {};
  return parameter_text(g_mime_content_type_get_parameter(type.get(), "boundary")).value_or("");
}

/// Browsers send the three characters that would break the header as %22, %0D and %0A (WHATWG). A line end in
/// a file's name becomes a space; folders are dropped.
std::string clean_file_name(std::string name) {
  for (const auto& [sent, meant] : {std::pair("%22", "\""), {"%0D%0A", " "}, {"%0D", " "}, {"%0A", " "}})
    for (auto at = name.find(sent); at != std::string::npos; at = name.find(sent, at + 1))
      name.replace(at, std::string_view(sent).size(), meant);
  name.erase(0, name.find_last_of("/\\") + 1);
  std::erase_if(name, is_control);
  return name;
}

bool take_disposition(Field& field, const std::string& value) {
  const Owned<GMimeContentDisposition> disposition(g_mime_content_disposition_parse(nullptr, value.c_str()));
  if (!disposition) return false;
  const auto parameter = [&](const char* name) {
    return parameter_text(g_mime_content_disposition_get_parameter(disposition.get(), name));
  };
  const auto name = parameter("name");
  if (!name || !is_clean_utf8(*name)) return false;
  field.name = *name;
  field.file_name = clean_file_name(parameter("filename").value_or(""));
  return is_clean_utf8(field.file_name);
}

/// A part as sent: `content` lies in the body.
struct Part {
  Field field;
  std::string_view content;
};

std::optional<Part> read_part(std::string_view part) {
  const auto head_end = part.find("\r\n\r\n");
  if (head_end == std::string_view::npos || head_end > part_head_bytes_max) return {};
  const auto head = part.substr(0, head_end);
  if (!is_clean_utf8(head)) return {};
  Field field;
  bool has_name = false;
  for (const auto line : split(head, '\n')) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    const auto name = line.substr(0, colon);
    const std::string value(trim(line.substr(colon + 1)));
    if (equals_ignoring_case(name, "content-disposition")) has_name = take_disposition(field, value);
    if (equals_ignoring_case(name, "content-type")) field.content_type = value;
  }
  if (!has_name) return {};
  return Part{std::move(field), part.substr(head_end + 4)};
}

/// Takes the rest of a boundary's line off `rest`: blanks and CRLF. False where something else stands there.
bool skip_line_end(std::string_view& rest) {
  const auto text = rest.find_first_not_of(" \t");
  if (text == std::string_view::npos || !rest.substr(text).starts_with("\r\n")) return false;
  rest.remove_prefix(text + 2);
  return true;
}

/// Hands each part to `take`; false where the body is malformed or `take` says so.
template <class F>
bool each_part(std::string_view content_type, std::string_view body, F&& take) {
  prepare_gmime();
  const auto boundary = boundary_of(content_type);
  if (boundary.empty() || boundary.size() > 200) return false;
  const std::string delimiter = "\r\n--" + boundary;
  const auto first = body.starts_with(std::string_view(delimiter).substr(2)) ? 0 : body.find(delimiter);
  if (first == std::string_view::npos) return false;
  auto rest = body.substr(first + delimiter.size() - (first == 0 && body.front() == '-' ? 2 : 0));
  for (std::size_t count = 0; !rest.starts_with("--"); ++count) {
    if (count == parts_max || !skip_line_end(rest)) return false;
    const auto end = rest.find(delimiter);
    if (end == std::string_view::npos) return false;
    auto part = read_part(rest.substr(0, end));
    if (!part || !take(std::move(*part))) return false;
    rest.remove_prefix(end + delimiter.size());
  }
  return true;
}

}  // namespace

std::optional<Form> parse_multipart(std::string_view content_type, std::string_view body) {
  std::vector<Field> fields;
  const bool is_sound = each_part(content_type, body, [&](Part part) {
    const bool is_file = !part.field.file_name.empty();
    if (!is_file && !is_clean_utf8(part.content)) return false;
    if (!is_file) part.field.value = part.content;
    fields.push_back(std::move(part.field));
    return true;
  });
  if (!is_sound) return {};
  return Form(std::move(fields));
}

std::optional<std::string_view> uploaded_file(std::string_view content_type, std::string_view body,
                                              std::string_view name) {
  std::optional<std::string_view> found;
  each_part(content_type, body, [&](const Part& part) {
    if (!found && part.field.name == name && !part.field.file_name.empty()) found = part.content;
    return true;
  });
  return found;
}

std::optional<std::string_view> uploaded_file(const Request& request, std::string_view name) {
  return uploaded_file(request.header("content-type").value_or(""), request.body, name);
}

}  // namespace rapport::http
