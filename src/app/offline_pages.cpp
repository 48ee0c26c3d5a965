// Draws the page for times without a network and hands out the service worker.
#include "app/offline_pages.hpp"

#include <algorithm>

#include "app/application.hpp"
#include "app/permission.hpp"
#include "base/random.hpp"
#include "interactions/capture_views.hpp"
#include "ui/assets.hpp"
#include "ui/page.hpp"

namespace rapport::app {
namespace {

http::Response offline_page(Application& application) {
  auto content = html::render<R"(<div class="offline" data-offline><h1>Without a network</h1>
<p class="soft js-only">What you write here is kept on this device, and sent when there is a network again.</p>
<p class="no-js">Without script nothing can be kept on this device. <a href="/capture">Try the line again</a> when there is a network.</p>
<div class="palette">{}</div>
<section data-waiting-list aria-labelledby="waiting-h" hidden><h2 id="waiting-h">Waiting on this device</h2><ul class="list"></ul></section>
<p><a href="/capture" data-try-again>Try again</a></p></div>)">(capture_form_without_network());
  return ui::show_bare(application.home()->institution.name,
                       {.title = "Without a network", .content = std::move(content)});
}

}  // namespace

http::Response show_service_worker(Application& application, http::Request&) {
  const auto all = ui::assets();
  const auto worker = std::ranges::find(all, ui::asset_addresses().service_worker, &ui::Asset::path);
  http::Response response{.content_type = std::string(worker->content_type)};
  response.headers = {{"Cache-Control", "no-cache"}};
  response.body.append(worker->identity).append("// ");
  response.body.append(sha256_hex(offline_page(application).body)).append("\n");
  return response;
}

http::Response show_offline(Application& application, http::Request&) {
  return offline_page(application);
}

http::Response show_start(Application&, ui::Visit& visit, const Directory&) {
  const bool writes = Permission::writers().allows(visit.scope.viewer.role);
  return http::see_other(writes ? "/capture" : "/today");
}

}  // namespace rapport::app
