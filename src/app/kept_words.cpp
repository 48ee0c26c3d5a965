// Draws the form that could not be taken.
#include "app/kept_words.hpp"

#include "html/html.hpp"
#include "staff/sign_in_pages.hpp"
#include "ui/page.hpp"

namespace rapport::app {
namespace {

bool is_upload(const http::Request& request) {
  return request.header("Content-Type").value_or("").starts_with("multipart/");
}

/// Script keeps the words itself.
bool is_script(const http::Request& request) {
  return request.header("X-Rapport-Partial") || request.query.has("partial") ||
         request.header("X-CSRF-Token");
}

/// A form with a password is never shown again.
bool has_secret(const http::Request& request) {
  return request.form().has("password");
}

bool has_form(const http::Request& request) {
  return request.method == http::Method::post && !is_script(request) && !is_upload(request) &&
         !has_secret(request);
}

bool is_words(const http::Field& field) {
  return field.name == "line" || field.name == "note" || field.value.size() > 60;
}

/// The fields as they came; the words that somebody typed can be read and changed.
html::Html fields_of(const http::Request& request, std::string_view csrf_token) {
  html::Writer out;
  for (const auto& field : request.form().fields()) {
    if (field.name == "csrf") continue;
    if (is_words(field)) {
      out.put<
          R"(<p><label for="kept-{}">What you wrote</label><textarea class="input" id="kept-{}" name="{}" rows="6">{}</textarea></p>)">(
          field.name, field.name, field.name, field.value);
    } else {
      out.put<R"(<input type="hidden" name="{}" value="{}">)">(field.name, field.value);
    }
  }
  out.put<R"(<input type="hidden" name="csrf" value="{}">)">(csrf_token);
  return std::move(out).finish();
}

html::Html form_of(const http::Request& request, std::string_view csrf_token) {
  return html::render<
      R"(<form method="post" action="{}">{}<p><button class="btn primary">Send it again</button></p></form>)">(
      html::Url(request.target), fields_of(request, csrf_token));
}

http::Response page(int status, std::string_view heading, std::string_view words, const html::Html& form) {
  return ui::show_bare(
      {}, {.title = std::string(heading),
           .content = html::render<R"(<div class="gate"><h1>{}</h1><p>{}</p>{}</div>)">(heading, words, form),
           .status = status});
}

}  // namespace

http::Response keep_words_signed_out(const http::Request& request) {
  if (!has_form(request)) return staff::ask_to_sign_in(request);
  html::Writer out;
  out.put<R"(<p><a class="btn" href="/sign-in" target="_blank">Sign in (opens beside this page)</a></p>)">();
  out.add(form_of(request, ""));
  return page(401, "You were signed out",
              "Your words are still here. Sign in, come back to this page and send them again.",
              std::move(out).finish());
}

http::Response keep_words(const http::Request& request, std::string_view csrf_token) {
  if (is_upload(request))
    return page(403, "Choose the file again", "You were signed out in between, and a file cannot be kept.",
                html::render<R"(<p><a class="btn primary" href="{}">Back</a></p>)">(html::Url("/import")));
  if (has_secret(request))
    return page(403, "Type it again", "You were signed out in between, and passwords are not kept for you.",
                html::render<R"(<p><a class="btn primary" href="/settings">Back to the settings</a></p>)">());
  return page(403, "Send it again",
              "You were signed out in between. Your words are still here: look at them and send them.",
              form_of(request, csrf_token));
}

http::Response keep_words_unsaved(const http::Request& request, int status) {
  if (!has_form(request)) return ui::show_failure(status, request.id);
  return ui::show_failure(status, request.id, form_of(request, request.form().value("csrf")));
}

}  // namespace rapport::app
