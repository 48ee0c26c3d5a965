// Answers find.
#include "search/find_pages.hpp"

#include <charconv>

#include "base/text.hpp"
#include "search/find_views.hpp"
#include "ui/page.hpp"

namespace rapport::search {
namespace {

constexpr std::size_t text_characters_max = 1000;  // far more than eight words, and fits into an address

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

http::Response show_find(const ui::Visit& visit, const Directory& directory) {
  const auto& fields = visit.request.query;
  Asked asked{.text = shorten(tidy_line(fields.value("q")), text_characters_max)};
  const auto slug = fields.value("person");
  if (!slug.empty()) asked.person = directory.people.find_slug(slug);
  if (!slug.empty() && asked.person == nullptr)
    return ui::show_refusal(visit, not_found("Nobody of that name is here."));
  Query query{.text = asked.text, .before = number_in(fields.value("before"))};
  if (asked.person != nullptr) query.person = asked.person->id;
  asked.is_older_page = query.before.has_value();
  const auto found = find(visit.scope, directory, query);
  if (visit.is_partial()) return ui::show_fragment(find_part(visit, directory, asked, found));
  const auto title = asked.text.empty() ? "Find" : "Find: " + shorten(asked.text, 60);
  return ui::show(visit, {.title = title, .content = find_view(visit, directory, asked, found)});
}

}  // namespace rapport::search
