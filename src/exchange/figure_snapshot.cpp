// Figures to JSON and back.
#include "exchange/figure_snapshot.hpp"

#include "json/json.hpp"

namespace rapport::exchange {
namespace {

json::Value number_or_null(const std::optional<std::int64_t>& number) {
  return number ? json::Value(*number) : json::Value();
}

json::Object object_of(const MeasureValue& value) {
  const auto& numbers = value.numbers;
  return {{"id", value.id.value},
          {"measure", value.measure.value},
          {"unit", value.unit.value},
          {"academic_year", value.academic_year},
          {"version", value.version},
          {"unit_name", value.unit_name},
          {"numerator", numbers.numerator.hundredths},
          {"denominator", number_or_null(numbers.denominator ? std::optional(numbers.denominator->hundredths)
                                                             : std::nullopt)},
          {"people", number_or_null(numbers.people)},
          {"state", code(value.state)},
          {"source", value.source},
          {"reported_by", value.reported_by.value},
          {"reported_at", value.reported_at.milliseconds}};
}

std::optional<std::int64_t> number_in(const json::Value& object, std::string_view name) {
  const auto* found = object.find(name);
  const auto* number = found != nullptr ? std::get_if<std::int64_t>(&found->content) : nullptr;
  return number != nullptr ? std::optional(*number) : std::nullopt;
}
std::string text_in(const json::Value& object, std::string_view name) {
  const auto* found = object.find(name);
  return found != nullptr && found->string() != nullptr ? *found->string() : std::string();
}

MeasureValue value_of(const json::Value& object) {
  MeasureValue value{.id = {number_in(object, "id").value_or(0)},
                     .measure = {number_in(object, "measure").value_or(0)},
                     .unit = {number_in(object, "unit").value_or(0)},
                     .academic_year = static_cast<int>(number_in(object, "academic_year").value_or(0)),
                     .version = static_cast<int>(number_in(object, "version").value_or(1)),
                     .unit_name = text_in(object, "unit_name"),
                     .numbers = {.numerator = {number_in(object, "numerator").value_or(0)},
                                 .people = number_in(object, "people")},
                     .state = value_state_of(text_in(object, "state")).value_or(ValueState::provisional),
                     .source = text_in(object, "source"),
                     .reported_by = {number_in(object, "reported_by").value_or(0)},
                     .reported_at = {number_in(object, "reported_at").value_or(0)}};
  if (const auto denominator = number_in(object, "denominator"))
    value.numbers.denominator = Amount{*denominator};
  return value;
}

}  // namespace

std::string figure_snapshot_json(const FigureSnapshot& snapshot) {
  json::Object object{{"after", object_of(snapshot.after)}};
  if (snapshot.before) object.emplace_back("before", object_of(*snapshot.before));
  return json::write(json::Value(std::move(object)));
}

std::optional<FigureSnapshot> figure_snapshot_of(std::string_view text) {
  const auto value = json::parse(text);
  const auto* after = value ? value->find("after") : nullptr;
  if (after == nullptr) return std::nullopt;
  FigureSnapshot snapshot{.after = value_of(*after)};
  if (const auto* before = value->find("before")) snapshot.before = value_of(*before);
  return snapshot;
}

bool is_unchanged(const MeasureValue& now, const MeasureValue& after) {
  return now.numbers == after.numbers && now.state == after.state && now.source == after.source &&
         now.reported_at == after.reported_at;
}

}  // namespace rapport::exchange
