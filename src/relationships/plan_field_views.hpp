// The fields of a scale-up plan, as its own form and a workshop's panels ask for them. Finished values in,
// markup out.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "relationships/plan_form.hpp"
#include "relationships/scale.hpp"

namespace rapport {

/// What is asked in sentences, in this order.
enum class PlanQuestion { where_now, why_now, matters, hope, know_by };
inline constexpr PlanQuestion plan_questions_asked[] = {PlanQuestion::where_now, PlanQuestion::why_now,
                                                        PlanQuestion::matters, PlanQuestion::hope,
                                                        PlanQuestion::know_by};

struct PlanFields {
  const PlanForm& form;
  const std::string& object;  ///< "her", "them"
  const Scale& scale;
  int level_now = 0;
  const std::vector<Fault>& faults;  ///< with the prefix
  std::string prefix = {};           ///< before the name of every field
  bool is_compact = false;           ///< without hints, and two lines for a sentence
};

[[nodiscard]] html::Html plan_aim_field(const PlanFields& fields);
[[nodiscard]] html::Html plan_question_field(const PlanFields& fields, PlanQuestion question);
/// What was typed to that question.
[[nodiscard]] const std::string& answer_in(const PlanForm& form, PlanQuestion question);
/// "hope", "where_now": the field's name, without a prefix.
[[nodiscard]] std::string_view field_name(PlanQuestion question);
[[nodiscard]] html::Html plan_step_rows(const Directory& directory, const PlanFields& fields);
[[nodiscard]] html::Html plan_review_field(const PlanFields& fields);

}  // namespace rapport
