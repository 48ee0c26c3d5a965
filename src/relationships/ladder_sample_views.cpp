// Draws three made-up people, where the ladder has nobody yet.
#include <algorithm>
#include <array>

#include "relationships/ladder_views.hpp"
#include "relationships/level_views.hpp"
#include "ui/parts.hpp"

namespace rapport::ladder {
namespace {

struct SamplePerson {
  int rank;  ///< of the starting scale
  std::string_view name;
  std::string_view place;
  std::string_view icon;
  std::string_view line;
};
constexpr std::array<SamplePerson, 3> sample{{
    {1, "Dr Kit Specimen", "Imagined Studies", "clock", "Last spoke five months ago"},
    {2, "Ms Robin Example", "Invented Arts", "target-arrow", "Bring two reading lists to the away day"},
    {3, "Prof. Alex Sample", "Invented Arts", "bulb",
     "Partner? Two appointments agreed four weeks ahead or more"},
}};

void put_person(html::Writer& out, const SamplePerson& person) {
  out.put<
      R"(<li class="pcard"><div class="row top-a">{}<div class="grow"><h3>{}</h3><p class="micro muted">{}</p></div></div><p class="small soft">{}<span>{}</span></p></li>)">(
      ui::avatar(person.name, "s"), person.name, person.place, ui::icon(person.icon), person.line);
}

}  // namespace

html::Html sample_ladder(const Scale& scale) {
  html::Writer out;
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-sample"><h2 id="h-sample">How it looks with people on it</h2>)"
      R"(<p class="soft">A sample: these three are made up and are kept nowhere.</p><div class="ladder" tabindex="0" role="region" aria-label="A sample of the ladder">)">();
  for (int level = 0; level <= scale.top(); ++level) {
    out.put<R"(<div class="rung below{} step{}"><h3>{}</h3><ul>)">(
        scale.top() - level, ramp_step(scale, level), scale.name(level));
    for (const auto& person : sample)
      if (std::min(person.rank, scale.top()) == level) put_person(out, person);
    out.put<"</ul></div>">();
  }
  out.put<"</div></section>">();
  return std::move(out).finish();
}

}  // namespace rapport::ladder
