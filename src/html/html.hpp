// HTML written by type: a template is a literal checked while compiling, and every value is escaped for its
// place. A text where an address belongs, a slot inside a tag name, script or style, or a wrong number of
// values does not compile. Nothing but a literal becomes markup.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rapport::html {

/// Finished markup: made by a Page or by `trusted` alone.
class Html {
 public:
  Html() = default;
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// The text without a copy, for the answer's body.
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  friend class Writer;
  friend Html trusted(std::string);
  explicit Html(std::string text) : text_(std::move(text)) {}
  std::string text_;
};
/// For the output of a component that makes safe HTML itself (Markdown, server-made SVG). Each use says
/// which.
[[nodiscard]] inline Html trusted(std::string markup) {
  return Html(std::move(markup));
}

/// An address for href, src and action: a path of this site, or http, https, mailto or tel. Anything else is
/// "#".
class Url {
 public:
  Url(std::string_view address);
  Url(const std::string& address) : Url(std::string_view(address)) {}
  Url(const char* address) : Url(std::string_view(address)) {}
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// A whole attribute that may be absent: `Attribute::flag("checked", is_on)`, `Attribute::value("lang",
/// language)`.
struct Attribute {
  std::string_view name;  ///< a literal, never from outside
  std::string_view text = {};
  bool is_present = true;
  bool has_value = true;

  [[nodiscard]] static Attribute flag(const char* name, bool is_on) { return {name, {}, is_on, false}; }
  [[nodiscard]] static Attribute value(const char* name, std::string_view text) { return {name, text}; }
  [[nodiscard]] static Attribute optional(const char* name, std::string_view text) {
    return {name, text, !text.empty(), true};
  }
};

/// Appends with & < > " ' escaped: right for text and for quoted attributes.
void append_escaped(std::string& out, std::string_view text);

namespace detail {

enum class Place { text, attribute, address, tag };

/// A literal as a template argument.
template <std::size_t N>
struct Literal {
  char characters[N]{};
  constexpr Literal(const char (&text)[N]) {
    for (std::size_t i = 0; i < N; ++i) characters[i] = text[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {characters, N - 1}; }
};

constexpr std::size_t slots_max = 40;

struct Slot {
  std::size_t begin = 0;  ///< of the `{}` in the literal
  Place place = Place::text;
};
struct Plan {
  std::array<Slot, slots_max> slots{};
  std::size_t count = 0;
};

// Not constexpr on purpose: reaching one of these while a template is read stops the compilation with its
// name.
void a_slot_may_not_stand_in_a_tag_name_or_unquoted_value();
void a_slot_may_not_stand_in_script_or_style();
void an_attribute_may_not_hold_script_or_style();
void the_template_ends_inside_a_tag();
void the_template_has_too_many_slots();

constexpr bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':';
}
constexpr bool is_address_attribute(std::string_view name) {
  return name == "href" || name == "src" || name == "action" || name == "formaction" || name == "data-href" ||
         name == "hx-get" || name == "hx-post" || name == "data-progress-href";
}
constexpr bool is_forbidden_attribute(std::string_view name) {
  return name == "style" || name == "srcdoc" || (name.size() > 2 && name[0] == 'o' && name[1] == 'n');
}

/// Reads the template once: where each `{}` stands decides what may be written there.
constexpr Plan plan_of(std::string_view t) {
  Plan plan;
  enum class At { text, tag_name, tag, value } at = At::text;
  char quote = 0;
  std::string_view attribute;
  for (std::size_t i = 0; i < t.size(); ++i) {
    const char c = t[i];
    if (c == '{' && i + 1 < t.size() && t[i + 1] == '}') {
      if (plan.count == slots_max) the_template_has_too_many_slots();
      Place place = Place::text;
      const char next = i + 2 < t.size() ? t[i + 2] : '\0';
      if (at == At::tag_name && next != '>' && next != ' ' && next != '{')
        a_slot_may_not_stand_in_a_tag_name_or_unquoted_value();
      if (at == At::tag && t[i - 1] == '=') a_slot_may_not_stand_in_a_tag_name_or_unquoted_value();
      if (at == At::tag_name) at = At::tag;  // an Attribute writes the blank before itself
      if (at == At::tag) place = Place::tag;
      if (at == At::value)
        place = is_address_attribute(attribute) && t[i - 1] == quote ? Place::address : Place::attribute;
      if (at == At::value && is_address_attribute(attribute) && t[i - 1] != quote && t[i - 1] != '=' &&
          t[i - 1] != '/' && t[i - 1] != '#')
        a_slot_may_not_stand_in_a_tag_name_or_unquoted_value();
      plan.slots[plan.count++] = {i, place};
      ++i;
      continue;
    }
    switch (at) {
      case At::text:
        if (c == '<' && i + 1 < t.size() && (is_name(t[i + 1]) || t[i + 1] == '/')) {
          at = At::tag_name;
          auto rest = t.substr(i + 1);
          if (rest.starts_with("script")) {  // its address may be a slot, what it holds may not
            const auto inside = rest.substr(rest.find('>') < rest.size() ? rest.find('>') : rest.size());
            const auto end = inside.find("</script");
            if (end == std::string_view::npos || inside.find("{}") < end)
              a_slot_may_not_stand_in_script_or_style();
          }
          if (rest.starts_with("style")) a_slot_may_not_stand_in_script_or_style();
        }
        break;
      case At::tag_name:
        if (c == '>')
          at = At::text;
        else if (c == ' ' || c == '\n')
          at = At::tag;
        break;
      case At::tag:
        if (c == '>')
          at = At::text;
        else if (is_name(c)) {
          std::size_t end = i;
          while (end < t.size() && is_name(t[end])) ++end;
          attribute = t.substr(i, end - i);
          if (is_forbidden_attribute(attribute)) an_attribute_may_not_hold_script_or_style();
          i = end - 1;
        } else if (c == '"' || c == '\'') {
          quote = c;
          at = At::value;
        }
        break;
      case At::value:
        if (c == quote) at = At::tag;
        break;
    }
  }
  if (at != At::text) the_template_ends_inside_a_tag();
  return plan;
}

template <class T>
concept Text = std::convertible_to<const T&, std::string_view>;
template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

template <Place place, class T>
constexpr bool fits = (place == Place::text && (Text<T> || Number<T> || std::same_as<T, Html>)) ||
                      (place == Place::attribute && (Text<T> || Number<T>)) ||
                      (place == Place::address && std::same_as<T, Url>) ||
                      (place == Place::tag && std::same_as<T, Attribute>);

}  // namespace detail

/// Collects markup. `writer.put<"<p class=\"micro\">{}</p>">(text)`; raw string literals read better for
/// longer ones.
class Writer {
 public:
  /// `bytes` are what it will likely hold: a whole page says so and grows once.
  explicit Writer(std::size_t bytes = 4096) { out_.reserve(bytes); }

  template <detail::Literal literal, class... T>
  Writer& put(const T&... values) {
    static constexpr detail::Plan plan = detail::plan_of(literal.view());
    static_assert(plan.count == sizeof...(T), "the template has another number of {} than values are given");
    write<literal, plan>(std::index_sequence_for<T...>{}, values...);
    return *this;
  }
  Writer& add(const Html& html) { return out_ += html.text(), *this; }
  Writer& text(std::string_view text) { return append_escaped(out_, text), *this; }

  [[nodiscard]] Html finish() && { return Html(std::move(out_)); }
  [[nodiscard]] std::size_t size() const { return out_.size(); }

 private:
  template <detail::Literal literal, detail::Plan plan, std::size_t... I, class... T>
  void write(std::index_sequence<I...>, const T&... values) {
    constexpr std::string_view whole = literal.view();
    (write_slot<plan.slots[I].place>(
         whole.substr(I == 0 ? 0 : plan.slots[I == 0 ? 0 : I - 1].begin + 2,
                      plan.slots[I].begin - (I == 0 ? 0 : plan.slots[I == 0 ? 0 : I - 1].begin + 2)),
         values),
     ...);
    if constexpr (plan.count == 0) {
      out_ += whole;
    } else {
      out_ += whole.substr(plan.slots[plan.count - 1].begin + 2);
    }
  }
  template <detail::Place place, class T>
  void write_slot(std::string_view before, const T& value) {
    static_assert(detail::fits<place, T>,
                  "this value may not stand here: an address wants Url, a tag wants Attribute, Html stands "
                  "in text only");
    out_ += before;
    write_value(value);
  }
  void write_value(std::string_view text) { append_escaped(out_, text); }
  void write_value(const std::string& text) { append_escaped(out_, text); }
  void write_value(const char* text) { append_escaped(out_, text); }
  template <detail::Number T>
  void write_value(T number) {
    write_number(static_cast<std::int64_t>(number));
  }
  void write_value(const Html& html) { out_ += html.text(); }
  void write_value(const Url& url) { append_escaped(out_, url.text()); }
  void write_value(const Attribute& attribute);
  void write_number(std::int64_t number);

  std::string out_;
};

/// One template, finished: `render<"<b>{}</b>">(name)`.
template <detail::Literal literal, class... T>
[[nodiscard]] Html render(const T&... values) {
  Writer writer;
  writer.put<literal>(values...);
  return std::move(writer).finish();
}

}  // namespace rapport::html
