// Head, brand, find form and dialogs. What stands around them is page.cpp.
#include "ui/frame.hpp"

#include "ui/assets.hpp"
#include "ui/parts.hpp"

namespace rapport::ui {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

bool is_chosen(std::string_view colours) {
  return colours == "light" || colours == "dark";
}

void put_assets(html::Writer& out) {
  const auto& asset = asset_addresses();
  out.put<R"(<link rel="icon" href="{}" type="image/svg+xml"><link rel="apple-touch-icon" href="{}">)"
          R"(<link rel="manifest" href="{}">)">(Url(asset.icon), Url(asset.touch_icon), Url(asset.manifest));
  for (const auto font : {asset.font_text, asset.font_heading})
    out.put<R"(<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>)">(Url(font));
  out.put<R"(<link rel="stylesheet" href="{}"><script src="{}" defer></script>)">(Url(asset.stylesheet),
                                                                                  Url(asset.script));
}

void put_keys_dialog(html::Writer& out) {
  out.put<
      R"(<dialog id="keys" aria-labelledby="keys-h"><div class="dialog-h"><h2 id="keys-h">All keys</h2>)"
      R"(<form method="dialog"><button class="btn s">Close <kbd>Esc</kbd></button></form></div><dl class="keys">)"
      R"(<div><dt>Find</dt><dd><kbd>Ctrl</kbd> <kbd>K</kbd> or <kbd>/</kbd></dd></div>)"
      R"(<div><dt>Log a conversation</dt><dd><kbd>C</kbd></dd></div>)"
      R"(<div><dt>Go to Today</dt><dd><kbd>G</kbd> then <kbd>T</kbd></dd></div>)"
      R"(<div><dt>Go to People</dt><dd><kbd>G</kbd> then <kbd>P</kbd></dd></div>)"
      R"(<div><dt>Go to Departments</dt><dd><kbd>G</kbd> then <kbd>D</kbd></dd></div>)"
      R"(<div><dt>Go to Bumps</dt><dd><kbd>G</kbd> then <kbd>B</kbd></dd></div>)"
      R"(<div><dt>Go to Relationships</dt><dd><kbd>G</kbd> then <kbd>R</kbd></dd></div>)"
      R"(<div><dt>Go to Action plans</dt><dd><kbd>G</kbd> then <kbd>A</kbd></dd></div>)"
      R"(<div><dt>New action, change its state</dt><dd><kbd>N</kbd>, <kbd>Space</kbd></dd></div>)"
      R"(<div><dt>On the ladder: next card, menu</dt><dd>arrows, <kbd>M</kbd></dd></div>)"
      R"(<div><dt>Next, previous in a list</dt><dd><kbd>J</kbd> <kbd>K</kbd></dd></div>)"
      R"(<div><dt>Open</dt><dd><kbd>Enter</kbd></dd></div>)"
      R"(<div><dt>Tick a promise as kept</dt><dd><kbd>X</kbd></dd></div>)"
      R"(<div><dt>Answer a question on Today</dt><dd><kbd>Y</kbd> <kbd>N</kbd></dd></div>)"
      R"(<div><dt>Log the meeting in focus</dt><dd><kbd>L</kbd></dd></div>)"
      R"(<div><dt>Edit this page</dt><dd><kbd>E</kbd></dd></div>)"
      R"(<div><dt>Print the brief</dt><dd><kbd>B</kbd></dd></div>)"
      R"(<div><dt>Previous, next person</dt><dd><kbd>[</kbd> <kbd>]</kbd></dd></div>)"
      R"(<div><dt>All keys</dt><dd><kbd>?</kbd></dd></div>)"
      R"(</dl><p class="small muted gap-t">Single keys rest while you type. <a href="/settings">Settings</a> )"
      R"(can turn them off.</p></dialog>)">();
}

}  // namespace

void open_document(html::Writer& out, const Opening& opening) {
  out.put<R"(<!doctype html><html lang="en-GB"{}><head><meta charset="utf-8">)"
          R"(<meta name="viewport" content="width=device-width, initial-scale=1">)"
          R"(<meta name="color-scheme" content="{}"><title>{} – Rapport</title>)">(
      Attribute::optional("data-theme", is_chosen(opening.colours) ? opening.colours : ""),
      is_chosen(opening.colours) ? opening.colours : "light dark", opening.title);
  if (!opening.csrf_token.empty()) out.put<R"(<meta name="csrf-token" content="{}">)">(opening.csrf_token);
  // The script renews such a page itself, without leaving full screen.
  if (opening.renews_after_seconds > 0)
    out.put<R"(<noscript><meta http-equiv="refresh" content="{}"></noscript>)">(opening.renews_after_seconds);
  put_assets(out);
  out.put<
      R"(</head><body data-keys="{}" data-staff="{}"{}><a class="skip" href="#main">Skip to main content</a>)">(
      opening.has_single_keys ? "on" : "off", opening.staff,
      Attribute::optional("class", opening.body_class));
}

void close_document(html::Writer& out) {
  out.put<"</body></html>">();
}

Html brand(Brand brand) {
  static const Html rings = html::render<
      R"(<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="12" cy="16" r="9.5" class="f-green"/>)"
      R"(<circle cx="20" cy="16" r="9.5" class="f-amber" opacity=".8"/>)"
      R"(<path d="M16 10.86a9.5 9.5 0 0 1 0 10.28a9.5 9.5 0 0 1 0-10.28z" class="f-surface"/></svg>)">();
  if (brand == Brand::with_word)
    return html::render<R"(<a class="brand" href="/today">{}Rapport</a>)">(rings);
  if (brand == Brand::unlinked) return html::render<R"(<span class="brand">{}Rapport</span>)">(rings);
  return html::render<R"(<a class="brand only-m" href="/today" aria-label="Rapport, Today">{}</a>)">(rings);
}

Html find_form(std::string_view id, bool shows_key) {
  return html::render<R"(<form class="find" action="/find" role="search" aria-label="{}">{})"
                      R"(<label class="vh" for="{}">Find a person, module or note</label>)"
                      R"(<input type="search" name="q" id="{}" placeholder="Find a person, module or note" )"
                      R"(autocomplete="off" spellcheck="false"{}>{}</form>)">(
      id == "find-q" ? "Everything" : "On this page", icon("search"), id, id,
      Attribute::optional("aria-keyshortcuts", shows_key ? "Control+K" : ""),
      shows_key ? html::render<R"(<kbd class="hide-m">Ctrl K</kbd>)">() : Html());
}

void put_dialogs(html::Writer& out) {
  put_keys_dialog(out);
  out.put<R"(<dialog class="palette" id="capture-dialog" aria-label="Log a conversation"></dialog>)"
          R"(<dialog id="find-dialog" aria-label="Find"></dialog>)">();
}

}  // namespace rapport::ui
