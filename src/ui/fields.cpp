// Form fields the GOV.UK way: label, hint and fault above the control; the same fault in a summary on top.
#include <algorithm>

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::ui {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

std::string_view fault_of(const Input& input, const std::vector<Fault>& faults) {
  const auto found = std::ranges::find(faults, input.name, &Fault::field);
  return found == faults.end() ? std::string_view() : std::string_view(found->message);
}

/// Ids of the hint and the fault, for aria-describedby; empty where there is neither.
std::string descriptions(const Input& input, std::string_view fault) {
  std::string ids;
  if (!input.hint.empty()) ids = input.name + "-hint";
  if (!fault.empty()) ids += (ids.empty() ? "" : " ") + input.name + "-error";
  return ids;
}

void put_hint_and_fault(html::Writer& out, const Input& input, std::string_view fault) {
  if (!input.hint.empty()) out.put<R"(<p class="hint" id="{}-hint">{}</p>)">(input.name, input.hint);
  if (!fault.empty())
    out.put<R"(<p class="error" id="{}-error"><span class="vh">Error: </span>{}</p>)">(input.name, fault);
}

/// What every control carries beside its type.
struct Common {
  Attribute described_by;
  Attribute invalid;
  Attribute required;
  Attribute autocomplete;
  Attribute size;
};
Common common_of(const Input& input, std::string_view fault, const std::string& ids) {
  return {.described_by = Attribute::optional("aria-describedby", ids),
          .invalid = Attribute::optional("aria-invalid", fault.empty() ? "" : "true"),
          .required = Attribute::flag("required", input.is_required),
          .autocomplete = Attribute::optional("autocomplete", input.autocomplete),
          .size = Attribute::optional("class", input.width)};
}

/// Usernames, addresses and passwords are no words: phones must not correct them.
bool is_code(const Input& input) {
  return input.type == "email" || input.type == "password" || input.autocomplete == "username";
}

void put_box(html::Writer& out, const Input& input, const Common& common) {
  out.put<R"(<input type="{}" id="{}" name="{}"{}{}{}{}{}{}{}{}>)">(
      input.type, input.name, input.name,
      // A password is never written back into a page.
      Attribute::optional("value",
                          input.type == "password" ? std::string_view() : std::string_view(input.value)),
      common.size, common.autocomplete, common.required, common.described_by, common.invalid,
      Attribute::optional("spellcheck", is_code(input) ? "false" : ""),
      Attribute::optional("autocapitalize", is_code(input) ? "none" : ""));
}

void put_textarea(html::Writer& out, const Input& input, const Common& common) {
  // The first line end after the tag is not part of the value: one is given, so that the value's own one
  // stays.
  out.put<"<textarea id=\"{}\" name=\"{}\" rows=\"{}\"{}{}{}{}{}>\n{}</textarea>">(
      input.name, input.name, input.rows, common.size, common.autocomplete, common.required,
      common.described_by, common.invalid, input.value);
}

void put_select(html::Writer& out, const Input& input, const Common& common) {
  out.put<R"(<select id="{}" name="{}"{}{}{}{}{}>)">(input.name, input.name, common.size, common.autocomplete,
                                                     common.required, common.described_by, common.invalid);
  for (const auto& choice : input.choices)
    out.put<R"(<option value="{}"{}>{}</option>)">(
        choice.value, Attribute::flag("selected", choice.value == input.value), choice.words);
  out.put<"</select>">();
}

Html checkbox(const Input& input, std::string_view fault) {
  const auto ids = descriptions(input, fault);
  const auto common = common_of(input, fault, ids);
  html::Writer out;
  out.put<
      R"(<div class="{}"><label class="check" for="{}"><input type="checkbox" id="{}" name="{}" value="{}")"
      R"({}{}{}{}>{}</label>)">(fault.empty() ? "field" : "field bad", input.name, input.name, input.name,
                                input.value.empty() ? "yes" : input.value,
                                Attribute::flag("checked", input.is_checked), common.required,
                                common.described_by, common.invalid, input.label);
  put_hint_and_fault(out, input, fault);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace

Html field(const Input& input, const std::vector<Fault>& faults) {
  const auto fault = fault_of(input, faults);
  if (input.type == "checkbox") return checkbox(input, fault);
  const auto ids = descriptions(input, fault);
  const auto common = common_of(input, fault, ids);
  html::Writer out;
  out.put<R"(<div class="{}"><label for="{}">{}</label>)">(fault.empty() ? "field" : "field bad", input.name,
                                                           input.label);
  put_hint_and_fault(out, input, fault);
  if (input.type == "textarea")
    put_textarea(out, input, common);
  else if (input.type == "select")
    put_select(out, input, common);
  else
    put_box(out, input, common);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html radios(const Input& input, const std::vector<Fault>& faults) {
  const auto fault = fault_of(input, faults);
  html::Writer out;
  out.put<R"(<fieldset class="{}"{}><legend>{}</legend>)">(
      fault.empty() ? "field" : "field bad",
      Attribute::optional("aria-describedby", descriptions(input, fault)), input.label);
  put_hint_and_fault(out, input, fault);
  out.put<R"(<div class="checks">)">();
  int number = 0;
  for (const auto& choice : input.choices) {
    // The first carries the field's own id: the error summary links to it.
    const auto id = ++number == 1 ? input.name : input.name + "-" + std::to_string(number);
    out.put<R"(<label for="{}"><input type="radio" id="{}" name="{}" value="{}"{}>{}</label>)">(
        id, id, input.name, choice.value, Attribute::flag("checked", choice.value == input.value),
        choice.words);
  }
  out.put<"</div></fieldset>">();
  return std::move(out).finish();
}

Html error_summary(const std::vector<Fault>& faults) {
  if (faults.empty()) return {};
  html::Writer out;
  out.put<
      R"(<div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">)">();
  out.put<"{}</h2><ul>">(faults.size() == 1 ? "One thing needs another look" : "These need another look");
  for (const auto& fault : faults) {
    if (fault.field.empty())
      out.put<"<li>{}</li>">(fault.message);
    else
      out.put<R"(<li><a href="{}">{}</a></li>)">(Url("#" + fault.field), fault.message);
  }
  out.put<"</ul></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::ui
