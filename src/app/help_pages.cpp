// The words of the help pages.
#include "app/help_pages.hpp"

#include "app/application.hpp"
#include "ui/page.hpp"

namespace rapport::app {

http::Response show_help(ui::Visit& visit) {
  auto content = html::render<R"(<div class="prose"><h1>Help</h1>
<h2>The line</h2>
<p>One line says it all, in any order. What is not recognised is the note. Nothing is ever refused.</p>
<dl class="facts">
<div><dt><kbd>@</kbd></dt><dd>a person: @Jane Smith. Several are fine.</dd></div>
<div><dt><kbd>#</kbd></dt><dd>a topic or module: #reading-lists, #PSYC2010</dd></div>
<div><dt>10m, 2h</dt><dd>how long</dd></div>
<div><dt>met, phoned, emailed, taught</dt><dd>how it happened; the more particular word wins</dd></div>
<div><dt>yesterday, Tue, 9 Nov</dt><dd>when, looking back; now unless you say</dd></div>
<div><dt>64 students</dt><dd>how many came</dd></div>
<div><dt><kbd>-&gt;</kbd></dt><dd>everything after it is your promise; a day in it is when it is due, looking forward</dd></div>
<div><dt>“…”</dt><dd>never read inside quotes</dd></div>
</dl>
<h2>Keys</h2>
<p><kbd>C</kbd> log, <kbd>Ctrl</kbd> <kbd>K</kbd> find, <kbd>G</kbd> then <kbd>T</kbd>, <kbd>P</kbd> or <kbd>D</kbd> for Today, People, Departments,
<kbd>J</kbd> and <kbd>K</kbd> through a list, <kbd>Enter</kbd> open, <kbd>E</kbd> edit, <kbd>B</kbd> brief, <kbd>X</kbd> tick a promise, <kbd>?</kbd> all keys.
Single keys can be turned off in <a href="/settings">Settings</a>.</p>
<p><a href="/help/privacy">What we keep and why</a> · <a href="/accessibility">Accessibility</a></p></div>)">();
  return ui::show(visit, {.title = "Help", .content = std::move(content)});
}

http::Response show_privacy(ui::Visit& visit) {
  auto content = html::render<R"(<div class="prose"><h1>What we keep and why</h1>
<p>Rapport keeps what library staff and academics talked about, so that nobody has to say a thing twice and promises are kept.</p>
<h2>What is kept</h2>
<ul><li>Name, posts, work addresses, ORCID iD and stated ways of working of academic staff.</li>
<li>Conversations: who, when, how, a note, topics and promises, with the colleague who wrote it.</li>
<li>Who changed what, and when.</li>
<li>Who opened a person’s page or brief on which day, and who exported everything. Administrators can look at it.</li></ul>
<h2>What is not kept</h2>
<ul><li>No scores of people, and no measure of how busy a member of library staff is.</li>
<li>Nothing is read from anybody’s mailbox. Nothing is sent to anybody else.</li></ul>
<h2>Who can read it</h2>
<p>Each conversation says so: the library, the author’s team, or only the colleagues named. Administrators can export everything; that is written down.</p>
<h2>The people it is about</h2>
<p>They may ask to read every note about them. Write what you would say with them in the room.</p>
<p>They may ask to be erased. A team leader or an administrator asks for it on their page, and a second one confirms. Then every word about them goes;
conversations remain as counts: when, of which kind, with which colleagues and department.</p></div>)">();
  return ui::show(visit, {.title = "What we keep and why", .content = std::move(content)});
}

http::Response show_accessibility(Application& application, http::Request&) {
  auto content = html::render<R"(<div class="gate prose"><h1>Accessibility</h1>
<p>Every page is made to be used with a keyboard alone, with a screen reader, without script, at 320 pixels wide and at 400 % zoom, in light and in dark colours.
Each is checked against WCAG 2.2 AA by a program before it is released; that finds some faults and not all.</p>
<p>Single-key shortcuts can be turned off in Settings. If something stands in your way, tell the administrator of your library’s Rapport.</p>
<p><a href="/today">Back to Rapport</a></p></div>)">();
  return ui::show_bare(application.home()->institution.name,
                       {.title = "Accessibility", .content = std::move(content)});
}

}  // namespace rapport::app
