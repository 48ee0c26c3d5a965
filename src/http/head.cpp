// Writes the head of an answer into one string: the body goes out beside it as a second buffer.
#include "http/head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include "http/ascii.hpp"

namespace rapport::http {
namespace {

constexpr std::array<std::string_view, 5> servers_own = {"content-length", "transfer-encoding", "connection",
                                                         "date", "content-type"};

void check_value(std::string_view name, std::string_view value) {
  if (std::ranges::any_of(value, [](char c) { return is_control(c) && c != '\t'; }))
    throw std::logic_error("a header's value has control characters: " + std::string(name));
}

void check(const Header& header) {
  const auto is_own = [&](std::string_view name) { return equals_ignoring_case(name, header.name); };
  if (!is_token(header.name) || std::ranges::any_of(servers_own, is_own))
    throw std::logic_error("an answer cannot set this header: " + header.name);
  check_value(header.name, header.value);
}

/// The Date line is the same for a whole second; formatting it costs more than the rest of the head.
const std::string& date_of_second(Instant now) {
  static thread_local std::int64_t second = -1;
  static thread_local std::string text;
  if (now.milliseconds / 1000 != second) {
    second = now.milliseconds / 1000;
    text = http_date(now);
  }
  return text;
}

void add_line(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

}  // namespace

std::string response_head(const Response& response, Instant now, bool closes) {
  std::string out;
  out.reserve(256);
  out += "HTTP/1.1 ";
  out += std::to_string(response.status);
  out += ' ';
  out += reason_phrase(response.status);
  out += "\r\n";
  add_line(out, "Date", date_of_second(now));
  if (has_body(response.status)) {
    if (!response.content_type.empty()) {
      check_value("Content-Type", response.content_type);
      add_line(out, "Content-Type", response.content_type);
    }
    add_line(out, "Content-Length", std::to_string(response.content().size()));
  }
  if (closes) add_line(out, "Connection", "close");
  for (const auto& header : response.headers) {
    check(header);
    add_line(out, header.name, header.value);
  }
  out += "\r\n";
  return out;
}

std::string http_date(Instant instant) {
  constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_time<std::chrono::milliseconds> time{
      std::chrono::milliseconds(instant.milliseconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "";
  }
}

}  // namespace rapport::http
