// A sheet's content as JSON: every word and number of it, and no reference to anything.
#include <utility>

#include "headlines/sheet.hpp"
#include "json/json.hpp"

namespace rapport {
namespace {

using json::Array;
using json::Object;
using json::Value;

Value optional_number(const std::optional<int>& number) {
  return number ? Value(*number) : Value(nullptr);
}

template <class T, class Write>
Value list(const std::vector<T>& all, Write write) {
  Array array;
  for (const auto& one : all) array.push_back(write(one));
  return array;
}

Value written(const Block& block) {
  Object object{{"kind", std::string_view(code(block.kind))},
                {"heading", block.heading},
                {"note", block.note},
                {"by", block.by}};
  const auto add = [&](const char* name, Value all) {
    if (!all.array()->empty()) object.emplace_back(name, std::move(all));
  };
  add("numbers", list(block.numbers, [](const BigNumber& one) {
        return Value(
            Object{{"code", one.code}, {"number", one.number}, {"title", one.title}, {"line", one.line}});
      }));
  add("levels", list(block.levels, [](const LevelCount& one) {
        return Value(Object{{"name", one.name}, {"count", one.count}, {"tone", one.tone}});
      }));
  add("modules", list(block.modules, [](const ModuleRow& one) {
        return Value(Object{{"name", one.name}, {"reached", one.reached}, {"of", optional_number(one.of)}});
      }));
  add("topics", list(block.topics, [](const TopicRow& one) {
        return Value(Object{{"name", one.name}, {"count", one.count}});
      }));
  add("months", list(block.months, [](const MonthBar& one) {
        return Value(Object{
            {"name", one.name}, {"count", optional_number(one.count)}, {"is_to_come", one.is_to_come}});
      }));
  add("chain", list(block.chain, [](const ChainBox& one) {
        return Value(Object{{"icon", one.icon}, {"title", one.title}, {"line", one.line}});
      }));
  add("asked", list(block.asked, [](const AskedLine& one) {
        return Value(Object{{"words", one.words}, {"is_done", one.is_done}});
      }));
  add("together", list(block.together, [](const TogetherLine& one) {
        return Value(Object{{"when", one.when}, {"words", one.words}, {"who", one.who}});
      }));
  return object;
}

// Reading -------------------------------------------------------------------------------------------

std::string text_in(const Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : *text;
}
std::optional<int> number_in(const Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* number = member == nullptr ? nullptr : std::get_if<std::int64_t>(&member->content);
  return number == nullptr ? std::nullopt : std::optional(static_cast<int>(*number));
}
bool flag_in(const Value& value, std::string_view name) {
  const auto* member = value.find(name);
  const auto* flag = member == nullptr ? nullptr : std::get_if<bool>(&member->content);
  return flag != nullptr && *flag;
}

template <class Read>
auto all_in(const Value& value, std::string_view name, Read read) {
  std::vector<std::invoke_result_t<Read, const Value&>> all;
  const auto* member = value.find(name);
  if (const auto* array = member == nullptr ? nullptr : member->array())
    for (const auto& one : *array) all.push_back(read(one));
  return all;
}

Block block_in(const Value& value, BlockKind kind) {
  Block block{.kind = kind,
              .heading = text_in(value, "heading"),
              .note = text_in(value, "note"),
              .by = text_in(value, "by")};
  block.numbers = all_in(value, "numbers", [](const Value& one) {
    return BigNumber{text_in(one, "code"), text_in(one, "number"), text_in(one, "title"),
                     text_in(one, "line")};
  });
  block.levels = all_in(value, "levels", [](const Value& one) {
    return LevelCount{text_in(one, "name"), number_in(one, "count").value_or(0),
                      number_in(one, "tone").value_or(0)};
  });
  block.modules = all_in(value, "modules", [](const Value& one) {
    return ModuleRow{text_in(one, "name"), number_in(one, "reached").value_or(0), number_in(one, "of")};
  });
  block.topics = all_in(value, "topics", [](const Value& one) {
    return TopicRow{text_in(one, "name"), number_in(one, "count").value_or(0)};
  });
  block.months = all_in(value, "months", [](const Value& one) {
    return MonthBar{text_in(one, "name"), number_in(one, "count"), flag_in(one, "is_to_come")};
  });
  block.chain = all_in(value, "chain", [](const Value& one) {
    return ChainBox{text_in(one, "icon"), text_in(one, "title"), text_in(one, "line")};
  });
  block.asked = all_in(value, "asked", [](const Value& one) {
    return AskedLine{text_in(one, "words"), flag_in(one, "is_done")};
  });
  block.together = all_in(value, "together", [](const Value& one) {
    return TogetherLine{text_in(one, "when"), text_in(one, "words"), text_in(one, "who")};
  });
  return block;
}

}  // namespace

std::string write_content(const SheetContent& content) {
  return json::write(Object{{"form", content_form},
                            {"department", content.department},
                            {"library", content.library},
                            {"year", content.year},
                            {"days", content.days},
                            {"meeting", content.meeting},
                            {"made_on", content.made_on},
                            {"is_provisional", content.is_provisional},
                            {"blocks", list(content.blocks, written)},
                            {"sources", list(content.sources, [](const SourceLine& one) {
                               return Value(Object{{"name", one.name},
                                                   {"number", one.number},
                                                   {"before", one.before},
                                                   {"sentence", one.sentence},
                                                   {"definition", one.definition},
                                                   {"source", one.source}});
                             })}});
}

std::optional<SheetContent> read_content(std::string_view text) {
  const auto value = json::parse(text);
  if (!value || number_in(*value, "form") != content_form) return std::nullopt;
  SheetContent content{.department = text_in(*value, "department"),
                       .library = text_in(*value, "library"),
                       .year = text_in(*value, "year"),
                       .days = text_in(*value, "days"),
                       .meeting = text_in(*value, "meeting"),
                       .made_on = text_in(*value, "made_on"),
                       .is_provisional = flag_in(*value, "is_provisional")};
  if (const auto* blocks = value->find("blocks"); blocks != nullptr && blocks->array() != nullptr)
    for (const auto& one : *blocks->array())
      if (const auto kind = block_kind_of(text_in(one, "kind")))
        content.blocks.push_back(block_in(one, *kind));
  content.sources = all_in(*value, "sources", [](const Value& one) {
    return SourceLine{text_in(one, "name"),     text_in(one, "number"),     text_in(one, "before"),
                      text_in(one, "sentence"), text_in(one, "definition"), text_in(one, "source")};
  });
  return content;
}

}  // namespace rapport
