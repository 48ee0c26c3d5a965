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

}  // namespace

Html chain_lines(const std::vector<chains::ChainLine>& lines, const Directory& directory,
                 const ChainReader& reader) {
  html::Writer out;
  out.put<R"(<ul class="list tight">)">();
  for (const auto& line : lines) put_line(out, line, directory, reader);
  out.put<"</ul>">();
  return std::move(out).finish();
}

Html chains_of_year_card(const std::vector<chains::ChainLine>& lines, const Directory& directory,
                         const ChainReader& reader) {
  if (lines.empty()) return {};
  return html::render<
      R"(<section class="card" aria-labelledby="h-chains"><h2 id="h-chains" class="gap-b">What led to what this year</h2>)"
      R"({}</section>)">(chain_lines(lines, directory, reader));
}

Html chain_news_card(const std::optional<chains::ChainLine>& news, const Directory& directory,
                     const ChainReader& reader) {
  if (!news) return {};
  return html::render<
      R"(<section class="card sunken" aria-labelledby="h-news"><h2 id="h-news" class="vh">In the library</h2>)"
      R"(<p class="team-note">{}<span><b>{}.</b> {} <a href="{}">See how</a></span></p></section>)">(
      ui::icon("ripple"), title_of(news->chain, directory), sentence_of(news->chain, directory, reader),
      Url(chain_address(news->address)));
}

Html grown_card(const std::vector<ChainTotal>& totals, Date since,
                const std::optional<Id<Interaction>>& chain_of) {
  if (totals.empty()) return {};
  html::Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-grew"><h2 id="h-grew" class="gap-b">What grew from it</h2>)">();
  for (const auto& total : totals)
    out.put<R"(<p class="grew"><b class="serif num">{}</b> {}</p>)">(total.number, total.words);
  out.put<R"(<p class="micro muted gap-t">What came out of conversations since {} {}.{}</p></section>)">(
      month_name(since.month()), since.year(),
      chain_of ? html::render<R"( <a href="{}">See a chain</a>)">(Url(chain_address(*chain_of))) : Html());
  return std::move(out).finish();
}

Html bumps_view(const ui::Visit& visit, const Directory& directory, const chains::RecentChains& recent) {
  const ChainReader reader{visit.scope.viewer.staff, visit.scope.today};
  html::Writer out;
  out.put<
      R"(<h1>Bumps</h1><p class="soft lead">A bump is one conversation leading to another. )"
      R"(Some are told as <a href="/bumps/stories">stories</a>; what came together is on )"
      R"(<a href="/bumps/board">the board</a>.</p>)"
      R"(<section class="card gap-t2" aria-labelledby="h-mine"><h2 id="h-mine" class="gap-b">Chains you are part of</h2>)">();
  if (recent.mine.empty())
    out.put<R"(<p class="soft">Nothing has followed lately. When something does, log it as led on from the )"
            R"(conversation it came out of.</p>)">();
  out.add(chain_lines(recent.mine, directory, reader));
  out.put<"</section>">();
  if (!recent.librarys.empty()) {
    out.put<R"(<section class="card gap-t2" aria-labelledby="h-library"><h2 id="h-library" class="gap-b">)"
            R"(Across the library this term</h2>)">();
    out.add(chain_lines(recent.librarys, directory, reader));
    out.put<"</section>">();
  }
  return std::move(out).finish();
}

}  // namespace rapport
