// The rules of templates: lines of text that a plan starts from.
#include <algorithm>

#include "base/text.hpp"
#include "plans/action_plan.hpp"

namespace rapport {
namespace {

constexpr std::size_t starting_items_max = 30;
constexpr std::size_t template_name_characters_max = 80;

void add_theme(Starting& starting, std::string theme) {
  if (!theme.empty() && std::ranges::count(starting.themes, theme) == 0)
    starting.themes.push_back(std::move(theme));
}

std::string_view without_mark(std::string_view line) {
  while (!line.empty() && (line.front() == '-' || line.front() == '*')) line.remove_prefix(1);
  return line;
}

StartingItem item_of(std::string_view line, std::string theme) {
  const auto bar = line.find('|');
  return {.theme = std::move(theme),
          .words = tidy_line(line.substr(0, bar)),
          .success = bar == std::string_view::npos ? std::string() : tidy_line(line.substr(bar + 1))};
}

}  // namespace

Starting read_template(std::string_view content) {
  Starting starting;
  std::string theme;
  for (const auto raw : split(content, '\n')) {
    auto line = trim(raw);
    if (line.starts_with('#')) {
      while (line.starts_with('#')) line.remove_prefix(1);
      theme = tidy_line(line);
      add_theme(starting, theme);
      continue;
    }
    auto item = item_of(without_mark(line), theme);
    if (!item.words.empty()) starting.items.push_back(std::move(item));
  }
  return starting;
}

TemplateDraft tidied(TemplateDraft draft) {
  draft.name = tidy_line(draft.name);
  draft.content = tidy(draft.content);
  return draft;
}

std::vector<Fault> faults_of(const TemplateDraft& draft) {
  std::vector<Fault> faults;
  const auto starting = read_template(draft.content);
  if (draft.name.empty()) faults.push_back({"name", "Give the template a name."});
  if (character_count(draft.name) > template_name_characters_max)
    faults.push_back({"name", "A name is at most 80 characters long."});
  if (starting.themes.empty() && starting.items.empty())
    faults.push_back({"content", "Write down at least one theme: a line that begins with #."});
  const auto is_long = [](const StartingItem& item) {
    return character_count(item.words) > item_characters_max ||
           character_count(item.success) > item_text_characters_max;
  };
  if (starting.items.size() > starting_items_max)
    faults.push_back({"content", "A template has at most thirty items."});
  else if (character_count(draft.content) > template_characters_max)
    faults.push_back({"content", "A template is at most 8,000 characters long."});
  else if (std::ranges::any_of(starting.items, is_long))
    faults.push_back({"content", "An item is at most 300 characters long, what success looks like 1,000."});
  else if (std::ranges::any_of(starting.themes, [](const auto& theme) {
             return character_count(theme) > theme_characters_max;
           }))
    faults.push_back({"content", "A theme is at most 80 characters long."});
  return faults;
}

TemplateDraft starting_template() {
  return {
      .name = "Department and library",
      .content =
          "# Teaching and skills\n"
          "- Agree where in the programme the library teaches, and when | Every session has a week in the "
          "timetable before term\n"
          "# Reading lists and collections\n"
          "- Review the reading lists of the core modules together | Every core module has a list that "
          "works in week one\n"
          "# Research and open access\n"
          "- Meet whoever leads research about the year’s deposits and data plans | Nobody meets the rules "
          "for the first time at submission\n"
          "# Students and their experience\n"
          "- Look at what students said about the library, and choose one thing to change | Students are "
          "told what was changed\n"
          "# Working together\n"};
}

}  // namespace rapport
