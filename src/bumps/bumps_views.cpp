// Draws the chapter's front page: which chains there are.
#include "base/text.hpp"
#include "bumps/chain_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;

/// "11 steps: five academics met, 214 students reached".
std::string reach_words(const Chain& chain, const Directory& directory) {
  auto words = chain.is_cut
                   ? "More than " + std::to_string(chain.steps.size()) + " steps"
                   : with_capital_first(count_words(static_cast<long>(chain.steps.size()), "step", "steps"));
  std::vector<std::string> totals;
  for (const auto& total : totals_of(chain, directory))
    totals.push_back(std::to_string(total.number) + " " + total.words);
  return totals.empty() ? words : words + ": " + join(totals, ", ");
}

void put_line(html::Writer& out, const chains::ChainLine& line, const Directory& directory,
              const ChainReader& reader) {
  out.put<
      R"(<li class="row top-a" data-row><span class="dot plum">{}</span><div class="grow"><h3>)"
      R"(<a class="plain" href="{}">{}</a></h3><p class="small soft">{}</p><p class="micro muted">{}</p></div></li>)">(
      ui::icon("ripple"), Url(chain_address(line.address)), title_of(line.chain, directory),
      sentence_of(line.chain, directory, reader), reach_words(line.chain, directory));
}

void put_lines(html::Writer& out, const std::vector<chains::ChainLine>& lines, const Directory& directory,
               const ChainReader& reader) {
  out.put<R"(<ul class="list tight">)">();
  for (const auto& line : lines) put_line(out, line, directory, reader);
  out.put<"</ul>">();
}

}  // namespace

Html bumps_view(const ui::Visit& visit, const Directory& directory, const chains::RecentChains& recent) {
  const ChainReader reader{visit.scope.viewer.staff, visit.scope.today};
  html::Writer out;
  out.put<
      R"(<h1>Bumps</h1><p class="soft lead">A bump is one conversation leading to another.</p>)"
      R"(<section class="card gap-t2" aria-labelledby="h-mine"><h2 id="h-mine" class="gap-b">Chains you are part of</h2>)">();
  if (recent.mine.empty())
    out.put<R"(<p class="soft">Nothing has followed lately. When something does, log it as led on from the )"
            R"(conversation it came out of.</p>)">();
  put_lines(out, recent.mine, directory, reader);
  out.put<"</section>">();
  if (!recent.librarys.empty()) {
    out.put<R"(<section class="card gap-t2" aria-labelledby="h-library"><h2 id="h-library" class="gap-b">)"
            R"(Across the library this term</h2>)">();
    put_lines(out, recent.librarys, directory, reader);
    out.put<"</section>">();
  }
  return std::move(out).finish();
}

}  // namespace rapport
