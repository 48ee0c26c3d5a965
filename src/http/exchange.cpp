// From a request to an answer: handler, failure page, head, and the note for the log.
#include "http/exchange.hpp"

#include <algorithm>
#include <chrono>
#include <exception>

#include "base/instant.hpp"
#include "http/ascii.hpp"
#include "http/head.hpp"

namespace rapport::http {
namespace {

/// Never throws for the page's sake: a page that fails is replaced by its status in words.
Response failure_response(const Shared& shared, const Request& request, int status) {
  try {
    if (shared.failure_page) return shared.failure_page(request, status);
  } catch (const std::exception&) {
    // the plain words below
  }
  return plain_text(status, std::string(reason_phrase(status)) + "\n");
}

void add_retry_after(Response& response) {
  const auto is_retry = [](const Header& header) { return equals_ignoring_case(header.name, "retry-after"); };
  if (response.status == 503 && std::ranges::none_of(response.headers, is_retry))
    response.with("Retry-After", "1");
}

Answer finish(const Shared& shared, Response response, bool keeps_alive) {
  add_retry_after(response);
  const bool closes = !keeps_alive || shared.is_draining;  // asked late: stopping may have begun meanwhile
  Answer answer{std::move(response), {}, closes};
  answer.head = response_head(answer.response, system_now(), closes);
  return answer;
}

Answer failure_answer(const Shared& shared, const Request& request, int status, bool keeps_alive) {
  try {
    return finish(shared, failure_response(shared, request, status), keeps_alive);
  } catch (const std::exception&) {
    return finish(shared, plain_text(status, std::string(reason_phrase(status)) + "\n"), keeps_alive);
  }
}

void note(const Shared& shared, const Request& request, const Answer& answer, Served served) {
  if (!shared.note) return;
  served.request_id = request.id;
  served.method = request.method;
  served.path = request.path;
  served.route = request.route;
  served.status = answer.response.status;
  served.bytes = answer.body(request.method).size();
  shared.note(served);
}

Answer attempt(const Shared& shared, Request& request, bool keeps_alive, std::string& failure) {
  try {
    return finish(shared, shared.handler(request), keeps_alive);
  } catch (const BadRequest& error) {
    failure = error.what();
    return failure_answer(shared, request, 400, keeps_alive);
  } catch (const std::exception& error) {
    failure = error.what();
  } catch (...) {
    failure = "something that is no std::exception";
  }
  return failure_answer(shared, request, 500, keeps_alive);
}

}  // namespace

std::string_view Answer::body(Method method) const {
  if (method == Method::head || !has_body(response.status)) return {};
  return response.content();
}

Answer run_handler(const Shared& shared, Request& request, bool keeps_alive) {
  const auto begin = std::chrono::steady_clock::now();
  Served served;
  auto answer = attempt(shared, request, keeps_alive, served.failure);
  served.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  note(shared, request, answer, std::move(served));
  return answer;
}

Answer refuse(const Shared& shared, const Request& request, int status, bool keeps_alive) {
  auto answer = failure_answer(shared, request, status, keeps_alive && status == 503);
  note(shared, request, answer, {});
  return answer;
}

}  // namespace rapport::http
