// The pages of templates. Finished values in, markup out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "plans/plan_templates.hpp"
#include "ui/visit.hpp"

namespace rapport::plan_templates {

[[nodiscard]] html::Html templates_view(const ui::Visit& visit, const Directory& directory,
                                        std::span<const Template> all);

struct TemplateForm {
  std::optional<Template> kept = {};  ///< what is changed; nothing where one is added
  TemplateDraft draft = {};           ///< as typed
  std::vector<Fault> faults = {};
  std::string clash = {};
};
/// With a clash, what is kept now stands above what was typed.
[[nodiscard]] html::Html template_form_view(const ui::Visit& visit, const TemplateForm& form);

}  // namespace rapport::plan_templates
