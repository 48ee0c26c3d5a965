// Draws suggestions.
#include "bumps/suggestion_views.hpp"

#include "base/text.hpp"
#include "bumps/bump_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::string reason_words(const Suggestion& suggestion) {
  std::string words;
  for (const auto& reason : suggestion.reasons) {
    if (!words.empty()) words += "; ";
    words += reason.words;
  }
  return words + ".";
}

/// A button that is a form of its own, back to the page it stands on.
void put_act(Writer& out, const ui::Visit& visit, Id<Interaction> later, Id<Interaction> earlier) {
  const bool is_page = visit.request.method == http::Method::get;
  out.put<R"(<form method="post" action="{}">{}<input type="hidden" name="side" value="earlier">)">(
      Url("/conversations/" + std::to_string(later.value) + "/bumps"), ui::csrf_field(visit));
  out.put<
      R"(<input type="hidden" name="source" value="suggestion"><input type="hidden" name="from" value="{}">)"
      R"(<button class="btn s" name="other" value="{}">Yes, it did</button></form>)">(
      is_page ? visit.request.target : std::string("/today"), earlier.value);
}

}  // namespace

Html suggestions_of(const ui::Visit& visit, const Directory& directory, const Interaction& later,
                    std::span<const Suggestion> suggestions) {
  Writer out;
  if (suggestions.empty()) return std::move(out).finish();
  out.put<R"(<p class="small muted gap-t">It may have led on from</p><ul class="list tight">)">();
  for (const auto& one : suggestions) {
    out.put<
        R"(<li class="row top-a" data-row><div class="grow"><p>{}</p><p class="small muted">{}</p></div>)">(
        conversation_line(directory, one.earlier, visit.scope.today), reason_words(one));
    put_act(out, visit, later.id, one.earlier.id);
    out.put<"</li>">();
  }
  out.put<"</ul>">();
  return std::move(out).finish();
}

Html suggestions_card(const ui::Visit& visit, const Directory& directory,
                      std::span<const bumps::SuggestionFor> suggestions) {
  Writer out;
  if (suggestions.empty()) return std::move(out).finish();
  out.put<
      R"(<section class="card" aria-labelledby="h-suggested"><h2 id="h-suggested">Did this come of that?</h2>)"
      R"(<ul class="list">)">();
  for (const auto& [later, suggestion] : suggestions) {
    out.put<
        R"(<li class="stack-s" data-row><p>{}</p><p>may have come out of {}</p><p class="small muted">{}</p>)">(
        conversation_line(directory, later, visit.scope.today),
        conversation_line(directory, suggestion.earlier, visit.scope.today), reason_words(suggestion));
    put_act(out, visit, later.id, suggestion.earlier.id);
    out.put<"</li>">();
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

}  // namespace rapport
